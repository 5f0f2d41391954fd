package io.evenflow.city.cli;

import io.evenflow.city.plan.Summary;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a person reads of a city's plan. */
final class SummaryText {
  private SummaryText() {}

  static List<String> of(Summary s, String currency, Path folder) {
    List<String> lines = new ArrayList<>();
    lines.add(
        line(
            "Feeders   %,d: %,d optimal, %,d feasible, %,d infeasible, %,d failed",
            s.feeders(), s.optimal(), s.feasible(), s.infeasible(), s.failed()));
    lines.add(
        line(
            "Status    %s: cost %,.2f %s, bound %,.2f",
            s.status(), s.objective(), currency, s.bound()));
    Double gap = s.gap();
    Double relative = s.relativeGap();
    if (relative != null) {
      lines.add(
          line(
              "Gap       %.2g of the whole cost%s",
              relative, gap == null ? "" : line(", %.2g of what the vehicles cost", gap)));
    }
    if (s.rounds() > 0) {
      lines.add(
          line(
              "Shared    %d rounds; cost of the peak %,.2f %s; limits missed by %.3f kW",
              s.rounds(), s.sharedCost(), currency, s.missedKw()));
    }
    if (s.commuters() > 0) {
      lines.add(
          line(
              "Commuters %,d between feeders; cost of energy they miss %,.2f %s",
              s.commuters(), s.commutersCost(), currency));
    }
    lines.add(line("Time      %.1f s: %s", s.seconds(), stages(s)));
    lines.add(
        "Files     "
            + folder.resolve(Summary.FILE)
            + ", tables feeders, sessions, periods, limits"
            + (s.commuters() > 0 ? ", commuters" : ""));
    return lines;
  }

  private static String stages(Summary s) {
    List<String> parts = new ArrayList<>();
    s.stageSeconds().forEach((stage, seconds) -> parts.add(line("%s %.1f", stage, seconds)));
    return String.join(", ", parts);
  }

  private static String line(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
