package io.evenflow.check;

import io.evenflow.scenario.Claims;
import io.evenflow.scenario.Verification;
import org.jspecify.annotations.Nullable;

/** Holds what a result says a check found against what this check finds. */
final class VerifiedClaims {
  private static final String HOW = "this check finds";

  private final Claims.Verified claimed;
  private final Violations untrue;

  VerifiedClaims(Claims.Verified claimed, Violations untrue) {
    this.claimed = claimed;
    this.untrue = untrue;
  }

  /** Checks against what was found of the powers alone. */
  void check(Verification found, String currency) {
    Boolean feasible = claimed.acFeasible();
    if (feasible != null && feasible != found.acFeasible()) {
      untrue.add(
          "verification.acFeasible: claims %s, %s %s".formatted(feasible, HOW, found.acFeasible()));
    }
    Integer violations = claimed.violations();
    if (violations != null && (violations == 0) != found.violations().isEmpty()) {
      untrue.add(
          "verification.violations: claims %d, %s %d"
              .formatted(violations, HOW, found.violations().size()));
    }
    require(
        "maxVoltageViolationPu",
        claimed.maxVoltageViolationPu(),
        found.maxVoltageViolationPu(),
        " p.u.",
        Tolerances.VOLTAGE_PU);
    require(
        "maxBranchOverloadMva",
        claimed.maxBranchOverloadMva(),
        found.maxBranchOverloadMva(),
        " MVA",
        Tolerances.RATING_RELATIVE * Math.max(1, found.maxBranchOverloadMva()));
    require(
        "phantomLossKwh",
        claimed.phantomLossKwh(),
        found.phantomLossKwh(),
        " kWh",
        Tolerances.IMPORT_KWH);
    require(
        "maxEnergyErrorKwh",
        claimed.maxEnergyErrorKwh(),
        found.maxEnergyErrorKwh(),
        " kWh",
        Tolerances.ENERGY_KWH);
    TotalsCheck.parts(
        "verification.cost",
        claimed.cost(),
        found.cost(),
        HOW,
        Tolerances.costOf(found.cost().total()),
        " " + currency,
        untrue);
  }

  private void require(
      String field, @Nullable Double claim, double truth, String unit, double tolerance) {
    untrue.requireClaim("verification." + field, claim, HOW, truth, unit, tolerance);
  }
}
