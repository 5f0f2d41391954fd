package io.evenflow.check;

import io.evenflow.scenario.Claims;
import io.evenflow.scenario.Cost;
import io.evenflow.scenario.Scenario;
import io.evenflow.scenario.Status;
import org.jspecify.annotations.Nullable;

/**
 * Holds a day's claimed figures against what its powers cost and against each other: cost and its
 * parts, bound, gaps, status.
 */
final class TotalsCheck {
  /** No file says which gap was asked for; beyond this one nobody calls a schedule optimal. */
  static final double MOST_OPTIMAL_GAP = 0.01;

  private final Claims claims;
  private final Claims.Totals totals;
  private final Cost powersCost;
  private final String unit;
  private final Violations untrue;

  /** The claimed objective, or what the powers cost where none is claimed. */
  private final double objective;

  private final double unavoidableShortfallCost;

  TotalsCheck(Claims claims, Cost powersCost, Scenario scenario, Violations untrue) {
    this.claims = claims;
    this.totals = claims.totals();
    this.powersCost = powersCost;
    this.unit = " " + scenario.currency();
    unavoidableShortfallCost = scenario.unavoidableShortfallCost();
    this.untrue = untrue;
    Double claimed = totals.objective();
    objective = claimed == null ? powersCost.total() : claimed;
  }

  void check() {
    untrue.requireClaim(
        "objective", totals.objective(), "its powers cost", powersCost.total(), unit, tolerance());
    parts("cost", totals.cost(), powersCost, "its powers cost", tolerance(), unit, untrue);
    bound();
    gaps();
    status();
  }

  private double tolerance() {
    return Tolerances.costOf(powersCost.total());
  }

  static void parts(
      String what,
      @Nullable Cost claimed,
      Cost truth,
      String how,
      double tolerance,
      String unit,
      Violations untrue) {
    if (claimed == null) {
      return;
    }
    untrue.requireClaim(
        what + ".generation", claimed.generation(), how, truth.generation(), unit, tolerance);
    untrue.requireClaim(
        what + ".charging", claimed.charging(), how, truth.charging(), unit, tolerance);
    untrue.requireClaim(
        what + ".shortfall", claimed.shortfall(), how, truth.shortfall(), unit, tolerance);
    untrue.requireClaim(what + ".peaks", claimed.peaks(), how, truth.peaks(), unit, tolerance);
    untrue.requireClaim(
        what + ".emissions", claimed.emissions(), how, truth.emissions(), unit, tolerance);
    untrue.requireClaim(what + ".wear", claimed.wear(), how, truth.wear(), unit, tolerance);
    untrue.requireClaim(what + ".stored", claimed.stored(), how, truth.stored(), unit, tolerance);
  }

  private void bound() {
    Double bound = totals.bound();
    if (bound != null && !(bound <= powersCost.total() + tolerance())) {
      untrue.add(
          "bound: claims that no schedule costs less than %s%s, its own powers cost %s%s"
              .formatted(Violations.text(bound), unit, Violations.text(powersCost.total()), unit));
    }
  }

  private void gaps() {
    untrue.requireClaim(
        "unavoidableShortfallCost",
        totals.unavoidableShortfallCost(),
        "stays too short for their targets make it",
        unavoidableShortfallCost,
        unit,
        Tolerances.costOf(unavoidableShortfallCost));
    derived(
        "relativeGap",
        totals.relativeGap(),
        relativeGap(),
        "objective and bound",
        "",
        gapTolerance(objective));
    Double vehicleCost = vehicleCost();
    derived(
        "vehicleCost",
        totals.vehicleCost(),
        vehicleCost,
        "objective and withoutVehicles",
        unit,
        tolerance());
    derived(
        "vehicleCostGap",
        totals.vehicleCostGap(),
        vehicleCostGap(),
        "objective, bound and withoutVehicles",
        "",
        gapTolerance(vehicleCost == null ? 1 : vehicleCost - unavoidableShortfallCost));
  }

  /** A figure made of others; where one of them is not there, nothing shows that it is true. */
  private void derived(
      String what,
      @Nullable Double claimed,
      @Nullable Double truth,
      String from,
      String unit,
      double tolerance) {
    if (truth != null) {
      untrue.requireClaim(what, claimed, from + " make it", truth, unit, tolerance);
    } else if (claimed != null) {
      untrue.add(
          "%s: claims %s%s, but not all of %s are there"
              .formatted(what, Violations.text(claimed), unit, from));
    }
  }

  private @Nullable Double relativeGap() {
    return gap(objective);
  }

  private @Nullable Double vehicleCost() {
    Double withoutVehicles = totals.withoutVehicles();
    return withoutVehicles == null ? null : objective - withoutVehicles;
  }

  private @Nullable Double vehicleCostGap() {
    Double vehicleCost = vehicleCost();
    return vehicleCost == null ? null : gap(vehicleCost - unavoidableShortfallCost);
  }

  private @Nullable Double gap(double against) {
    Double bound = totals.bound();
    return bound == null ? null : (objective - bound) / Math.max(1, Math.abs(against));
  }

  /** Where no objective is claimed, the one behind a claimed gap may differ from ours. */
  private double gapTolerance(double against) {
    double own = totals.objective() == null ? tolerance() / Math.max(1, Math.abs(against)) : 0;
    return Tolerances.GAP + own;
  }

  private void status() {
    Status status = claims.status();
    if (status == null || status == Status.FEASIBLE) {
      return;
    }
    if (status == Status.INFEASIBLE && claims.isBestEffort()) {
      return;
    }
    if (status != Status.OPTIMAL) {
      untrue.add("status: claims " + status.word() + ", but there is a schedule");
      return;
    }
    Double ofVehicles = vehicleCostGap();
    Double gap = ofVehicles == null ? relativeGap() : ofVehicles;
    if (gap == null) {
      untrue.add("status: claims optimal, but there is no bound");
    } else if (!(gap <= MOST_OPTIMAL_GAP)) {
      untrue.add(
          "status: claims optimal, but the gap %s is %s, above %s"
              .formatted(
                  ofVehicles == null ? "of the objective" : "of what the vehicles cost",
                  Violations.text(gap),
                  Violations.text(MOST_OPTIMAL_GAP)));
    }
  }
}
