package io.evenflow.report;

import io.evenflow.scenario.Result;
import io.evenflow.scenario.Scenario;
import io.evenflow.scenario.Verification;
import io.evenflow.scenario.Verification.PeriodFlow;
import java.util.ArrayList;
import java.util.List;

/** What the independent check found, in words. */
public final class CheckWords {
  private static final int SHOWN = 10;

  private CheckWords() {}

  /** One line on a schedule that was verified. */
  public static String verdict(Scenario scenario, Result result) {
    Verification verification = result.verification();
    return verification == null ? "" : verdict(scenario, result, verification);
  }

  private static String verdict(Scenario scenario, Result result, Verification verification) {
    return "AC check  " + sentence(scenario, result, verification);
  }

  /** The verdict, and the first violations. */
  static List<String> brief(Scenario scenario, Result result, Verification verification) {
    List<String> lines = new ArrayList<>();
    lines.add(verdict(scenario, result, verification));
    List<String> violations = verification.violations();
    violations.stream().limit(SHOWN).forEach(each -> lines.add("  " + each));
    if (violations.size() > SHOWN) {
      lines.add("  and " + (violations.size() - SHOWN) + " more");
    }
    return lines;
  }

  /** The verdict with every violation and the figures behind it. */
  public static List<String> all(Scenario scenario, Verification verification) {
    List<String> lines = new ArrayList<>();
    lines.add("AC check  " + sentence(scenario, verification));
    verification.violations().forEach(each -> lines.add("  " + each));
    lines.addAll(figures(scenario, verification).lines());
    return lines;
  }

  private static Table figures(Scenario scenario, Verification verification) {
    String currency = " " + scenario.currency();
    return new Table()
        .row("worst voltage violation", amount(verification.maxVoltageViolationPu(), " p.u."))
        .row("worst branch overload", amount(verification.maxBranchOverloadMva(), " MVA"))
        .row("worst energy error", amount(verification.maxEnergyErrorKwh(), " kWh"))
        .row("phantom loss", amount(verification.phantomLossKwh(), " kWh"))
        .row("cost by AC power flow", Figures.money(verification.cost().total()) + currency);
  }

  private static String amount(double value, String unit) {
    return Figures.decimals(value, 5) + unit;
  }

  /** Whether the schedule may be used: every limit and claim holds and its physics is real. */
  public static boolean holds(Scenario scenario, Verification verification) {
    return verification.acFeasible()
        && verification.violations().isEmpty()
        && !isFiction(scenario, verification);
  }

  /** The verdict on a run's own schedule. */
  static String sentence(Scenario scenario, Result result, Verification verification) {
    return result.dispatchIsBestEffort()
        ? Figures.count(verification.violations().size(), "limit")
            + " missed, in sum by as little as was found"
        : sentence(scenario, verification);
  }

  /** The verdict. */
  private static String sentence(Scenario scenario, Verification verification) {
    if (isFiction(scenario, verification)) {
      return "the relaxation is loose: "
          + Figures.decimals(verification.phantomLossKwh(), 1)
          + " kWh of its losses do not exist."
          + " This schedule is fiction, do not use it";
    }
    int violations = verification.violations().size();
    if (violations > 0) {
      return verification.acFeasible()
          ? "every limit holds, but %s not true; do not use it".formatted(claims(violations))
          : Figures.count(violations, "violation") + "; do not use it";
    }
    return "every limit holds" + voltages(verification);
  }

  private static String claims(int count) {
    return Figures.count(count, "claim") + (count == 1 ? " is" : " are");
  }

  /**
   * Whether losses that only the relaxation has make up a part of the schedule: above what solver
   * tolerances leave, 0.1 kWh and one per cent of the true losses.
   */
  static boolean isFiction(Scenario scenario, Verification verification) {
    double lossKw =
        verification.periods().stream()
            .filter(PeriodFlow::converged)
            .mapToDouble(PeriodFlow::lossKw)
            .sum();
    return verification.phantomLossKwh() > 0.1 + 0.01 * lossKw * scenario.horizon().stepHours();
  }

  private static String voltages(Verification verification) {
    PeriodFlow lowest = null;
    for (PeriodFlow flow : verification.periods()) {
      // A power flow that does not converge is a violation, so every one here did.
      lowest = lowest == null || flow.minVoltagePu() < lowest.minVoltagePu() ? flow : lowest;
    }
    if (lowest == null) {
      return "";
    }
    return "; lowest voltage %s p.u. at bus %d, phantom loss %s kWh"
        .formatted(
            Figures.decimals(lowest.minVoltagePu(), 4),
            lowest.minVoltageBus(),
            Figures.decimals(verification.phantomLossKwh(), 3));
  }
}
