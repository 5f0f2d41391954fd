package io.evenflow.benchmark;

import io.evenflow.check.Verifier;
import io.evenflow.scenario.Dispatch;
import io.evenflow.scenario.Result;
import io.evenflow.scenario.Scenario;
import io.evenflow.scenario.Status;
import io.evenflow.scenario.Verification;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Holds what a method says of a day against what SCIP proves of it on the AC grid and what the
 * check finds of its schedule. Costs are compared with a tolerance of 1e-6 of themselves, at least
 * 1e-6: SCIP's own is 1e-7, and a plan that passes the check may be a hair outside of its limits.
 */
final class AcClaims {
  private static final double TOLERANCE = 1e-6;

  private final Scenario day;
  private final AcTruth truth;
  private final Result result;
  private final double gap;
  private final List<String> untrue = new ArrayList<>();

  private AcClaims(Scenario day, AcTruth truth, Result result, double gap) {
    this.day = day;
    this.truth = truth;
    this.result = result;
    this.gap = gap;
  }

  /**
   * What a result says and is not so, a few words each; none where all is true.
   *
   * @param gap part of the vehicles' cost within which the method says optimal
   */
  static List<String> untrue(Scenario day, AcTruth truth, Result result, double gap) {
    AcClaims claims = new AcClaims(day, truth, result, gap);
    claims.status();
    claims.bound();
    claims.withoutVehicles();
    Dispatch dispatch = result.dispatch();
    if (dispatch != null && result.dispatchIsBestEffort()) {
      claims.bestEffort(Verifier.verify(day, dispatch));
    } else if (dispatch != null) {
      claims.schedule(Verifier.verify(day, dispatch));
    }
    return List.copyOf(claims.untrue);
  }

  private void status() {
    if (result.status() == Status.FAILED) {
      untrue.add("failed");
    }
    if (result.status() == Status.INFEASIBLE && truth.objective() != null) {
      untrue.add("infeasible though there is a schedule");
    }
    if (result.status() == Status.TIME_LIMIT && truth.status() == Status.INFEASIBLE) {
      untrue.add("not proven infeasible");
    }
  }

  private void bound() {
    Double bound = result.bound();
    if (bound != null && bound > truth.most() + tolerance(truth.most())) {
      untrue.add(words("bound %.8g above a schedule of %.8g", bound, truth.most()));
    }
  }

  private void withoutVehicles() {
    Double claimed = result.withoutVehicles();
    Double known = truth.withoutVehicles();
    if (claimed != null && known != null && Math.abs(claimed - known) > tolerance(known)) {
      untrue.add(words("without vehicles %.8g for %.8g", claimed, known));
    }
  }

  private void schedule(Verification check) {
    if (!check.acFeasible()) {
      untrue.add(words("%d limits broken", check.violations().size()));
      return;
    }
    if (truth.status() == Status.INFEASIBLE && !isBorderline(check)) {
      untrue.add("a schedule though infeasible");
    }
    double objective = check.cost().total();
    Double claimed = result.objective();
    if (claimed == null || Math.abs(claimed - objective) > tolerance(objective)) {
      untrue.add(words("objective %.8g costs %.8g", claimed, objective));
    }
    if (objective < truth.least() - tolerance(objective) && Double.isFinite(truth.least())) {
      untrue.add(words("schedule of %.8g below the bound %.8g", objective, truth.least()));
    }
    optimal(objective);
  }

  private void bestEffort(Verification check) {
    if (check.acFeasible() && !isBorderline(check)) {
      untrue.add("infeasible with a schedule that keeps all limits");
    }
  }

  private void optimal(double objective) {
    Double vehicles = result.vehicleCost();
    double unit =
        Math.abs(vehicles == null ? objective : vehicles - result.unavoidableShortfallCost());
    double allowed = gap * Math.max(1, unit);
    if (result.status() == Status.OPTIMAL
        && objective - truth.most() > allowed + tolerance(objective)) {
      untrue.add(words("optimal at %.8g though %.8g is known", objective, truth.most()));
    }
  }

  /** Only the check's tolerance makes it feasible: both are right. */
  private static boolean isBorderline(Verification check) {
    return check.maxVoltageViolationPu() > 0 || check.maxBranchOverloadMva() > 0;
  }

  private static double tolerance(double cost) {
    return TOLERANCE * Math.max(1, Math.abs(cost));
  }

  private static String words(String format, @Nullable Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
