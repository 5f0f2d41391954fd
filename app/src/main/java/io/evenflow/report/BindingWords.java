package io.evenflow.report;

import io.evenflow.check.BindingLimit;
import io.evenflow.scenario.Scenario;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** When a limit of the grid is used up, and which. */
final class BindingWords {
  private static final int SHOWN = 10;

  private BindingWords() {}

  static List<String> of(Scenario scenario, List<BindingLimit> binding) {
    if (binding.isEmpty()) {
      return List.of("No limit of the grid binds.");
    }
    Map<String, List<Integer>> periods = periods(binding);
    int width = periods.keySet().stream().mapToInt(String::length).max().orElse(0);
    List<String> lines = new ArrayList<>();
    lines.add("Limits that bind");
    periods.entrySet().stream()
        .limit(SHOWN)
        .forEach(entry -> lines.add(line(scenario, entry.getKey(), width, entry.getValue())));
    if (periods.size() > SHOWN) {
      lines.add("  and " + (periods.size() - SHOWN) + " more");
    }
    return lines;
  }

  /** The periods in which each limit binds, the limit in words. */
  static Map<String, List<Integer>> periods(List<BindingLimit> binding) {
    Map<String, List<Integer>> periods = new LinkedHashMap<>();
    for (BindingLimit limit : binding) {
      periods.computeIfAbsent(words(limit), key -> new ArrayList<>()).add(limit.period());
    }
    return periods;
  }

  private static String line(Scenario scenario, String words, int width, List<Integer> periods) {
    String blank = " ".repeat(width - words.length() + 2);
    return "  " + words + blank + Clock.ranges(scenario.horizon(), periods);
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
