package io.evenflow.report;

import io.evenflow.check.BindingLimit;
import io.evenflow.scenario.Scenario;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** When a limit of the grid, of a connection or of plugs is used up, and which. */
final class BindingWords {
  private static final int SHOWN = 10;

  /** Ranges of periods of a limit; a report has all. */
  private static final int RANGES = 12;

  private BindingWords() {}

  static List<String> of(Scenario scenario, List<BindingLimit> binding, SiteLimits sites) {
    Map<String, List<Integer>> periods = periods(binding, sites);
    if (periods.isEmpty()) {
      return List.of(none(sites));
    }
    int width = periods.keySet().stream().mapToInt(TextWidth::of).max().orElse(0);
    List<String> lines = new ArrayList<>();
    lines.add("Limits that bind");
    periods.entrySet().stream()
        .limit(SHOWN)
        .forEach(entry -> add(lines, scenario, entry.getKey(), width, entry.getValue()));
    if (periods.size() > SHOWN) {
      lines.add("  and " + (periods.size() - SHOWN) + " more");
    }
    return lines;
  }

  static String none(SiteLimits sites) {
    return sites.isAnyLimited() ? "No limit binds." : "No limit of the grid binds.";
  }

  /** The periods in which each limit binds, the limit in words. */
  static Map<String, List<Integer>> periods(List<BindingLimit> binding, SiteLimits sites) {
    Map<String, List<Integer>> periods = new LinkedHashMap<>();
    for (BindingLimit limit : binding) {
      periods.computeIfAbsent(words(limit), key -> new ArrayList<>()).add(limit.period());
    }
    periods.putAll(sites.periods());
    return periods;
  }

  /** The times stand beside their limit, or below it where there are many. */
  private static void add(
      List<String> lines, Scenario scenario, String words, int width, List<Integer> periods) {
    String times = shortened(Clock.ranges(scenario.horizon(), periods));
    String line = "  " + words + " ".repeat(width - TextWidth.of(words) + 2) + times;
    if (TextWidth.of(line) <= TextWidth.TERMINAL) {
      lines.add(line);
    } else {
      lines.add("  " + words);
      lines.add("    " + times);
    }
  }

  private static String shortened(String ranges) {
    String[] all = ranges.split(", ");
    return all.length <= RANGES
        ? ranges
        : String.join(", ", Arrays.copyOf(all, RANGES))
            + " and "
            + (all.length - RANGES)
            + " other times";
  }

  private static String words(BindingLimit limit) {
    String figure = String.format(Locale.ROOT, "%.4g", limit.limit());
    return switch (limit.kind()) {
      case LOW_VOLTAGE -> "bus %s at its least voltage, %s p.u.".formatted(limit.place(), figure);
      case HIGH_VOLTAGE ->
          "bus %s at its greatest voltage, %s p.u.".formatted(limit.place(), figure);
      case BRANCH_RATING -> "branch %s at its rating, %s MVA".formatted(limit.place(), figure);
      case LEAST_ACTIVE_POWER ->
          "generator at bus %s at its least power, %s MW".formatted(limit.place(), figure);
      case GREATEST_ACTIVE_POWER ->
          "generator at bus %s at its greatest power, %s MW".formatted(limit.place(), figure);
    };
  }
}
