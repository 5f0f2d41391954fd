package io.evenflow.report;

import io.evenflow.scenario.Scenario;
import io.evenflow.scenario.Verification;
import io.evenflow.scenario.Verification.PeriodFlow;
import java.util.ArrayList;
import java.util.List;

/** What the independent check found, in words. */
public final class CheckWords {
  private static final int SHOWN = 10;

  private CheckWords() {}

  /** The verdict, and the first violations. */
  public static List<String> verdict(Scenario scenario, Verification verification) {
    List<String> lines = new ArrayList<>();
    lines.add("AC check  " + sentence(scenario, verification));
    List<String> violations = verification.violations();
    violations.stream().limit(SHOWN).forEach(each -> lines.add("            " + each));
    if (violations.size() > SHOWN) {
      lines.add("            and " + (violations.size() - SHOWN) + " more");
    }
    return lines;
  }

  private static String sentence(Scenario scenario, Verification verification) {
    if (isFiction(scenario, verification)) {
      return "the relaxation is loose: "
          + Figures.decimals(verification.phantomLossKwh(), 1)
          + " kWh of its losses do not exist, so this schedule is fiction; do not use it";
    }
    if (!verification.violations().isEmpty()) {
      return Figures.count(verification.violations().size(), "violation") + "; do not use it";
    }
    return "every limit holds" + voltages(verification);
  }

  /**
   * Whether losses that only the relaxation has make up a part of the schedule: above what solver
   * tolerances leave, 0.1 kWh and one per cent of the true losses.
   */
  private static boolean isFiction(Scenario scenario, Verification verification) {
    double lossKw = verification.periods().stream().mapToDouble(PeriodFlow::lossKw).sum();
    return verification.phantomLossKwh() > 0.1 + 0.01 * lossKw * scenario.horizon().stepHours();
  }

  private static String voltages(Verification verification) {
    PeriodFlow lowest = null;
    for (PeriodFlow flow : verification.periods()) {
      lowest = lowest == null || flow.minVoltagePu() < lowest.minVoltagePu() ? flow : lowest;
    }
    if (lowest == null) {
      return "";
    }
    return "; lowest voltage %s p.u. at bus %d, losses the schedule only imagines %s kWh"
        .formatted(
            Figures.decimals(lowest.minVoltagePu(), 4),
            lowest.minVoltageBus(),
            Figures.decimals(verification.phantomLossKwh(), 3));
  }
}
