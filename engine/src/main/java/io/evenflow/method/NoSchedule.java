package io.evenflow.method;

import io.evenflow.check.Verifier;
import io.evenflow.scenario.Cost;
import io.evenflow.scenario.Dispatch;
import io.evenflow.scenario.Result;
import io.evenflow.scenario.Scenario;
import io.evenflow.scenario.Verification;
import org.jspecify.annotations.Nullable;

/** The end of a run that has proven that no schedule keeps all limits: why, and what to do then. */
final class NoSchedule {
  /** Limits of the search for a schedule that misses little. Unit: s */
  private static final double LEAST_SECONDS = 0.3;

  private static final double MOST_SECONDS = 2;

  private NoSchedule() {}

  /**
   * The result, with the best effort found unless that is not asked for.
   *
   * @param misses by how much every schedule misses limits, null where nobody looked
   */
  static Result of(
      Scenario scenario,
      @Nullable LeastMisses misses,
      Settings settings,
      Run run,
      Assembly assembly,
      @Nullable Double withoutVehicles) {
    // What is left, or a little more: it is the answer to a question that is settled.
    double seconds = Math.clamp(run.remainingSeconds(), LEAST_SECONDS, MOST_SECONDS);
    ScheduledDispatch found = BestEffort.of(scenario, seconds, run::stopRequested);
    Dispatch effort = found == null ? null : found.dispatch();
    run.book("bestEffort");
    if (found != null && passes(scenario, found.dispatch())) {
      return withinTolerances(scenario, found, settings, run, assembly, withoutVehicles);
    }
    Diagnosis.of(scenario, effort, misses).forEach(run::note);
    run.book("diagnosis");
    return assembly.infeasible(settings.bestEffort() ? effort : null, withoutVehicles);
  }

  private static boolean passes(Scenario scenario, Dispatch dispatch) {
    Verification check = Verifier.verify(scenario, dispatch);
    return check.acFeasible() && check.violations().isEmpty();
  }

  /**
   * The best schedule of the day whose limits give way, where that passes the check of the day
   * itself; else the one that was found.
   */
  private static Result withinTolerances(
      Scenario scenario,
      ScheduledDispatch found,
      Settings settings,
      Run run,
      Assembly assembly,
      @Nullable Double withoutVehicles) {
    run.note(
        "no schedule keeps a limit that is met to its last digits; this one does within what the"
            + " check allows");
    Result eased = new Certified().coordinate(EasedLimits.of(scenario), settings, run, null);
    Dispatch dispatch = eased.dispatch();
    Cost cost = eased.cost();
    Double bound = eased.status().hasSchedule() ? assembly.boundOfAc(eased.bound()) : null;
    if (dispatch != null && cost != null && passes(scenario, dispatch)) {
      return assembly.schedule(dispatch, cost, bound, withoutVehicles);
    }
    return assembly.schedule(found.dispatch(), found.cost(), bound, withoutVehicles);
  }
}
