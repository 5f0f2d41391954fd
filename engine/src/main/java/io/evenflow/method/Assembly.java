package io.evenflow.method;

import io.evenflow.check.Verifier;
import io.evenflow.scenario.Cost;
import io.evenflow.scenario.Dispatch;
import io.evenflow.scenario.Result;
import io.evenflow.scenario.Scenario;
import io.evenflow.scenario.SolvedProblem;
import io.evenflow.scenario.Status;
import io.evenflow.scenario.Verification;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Puts a method's findings together to a {@link Result}; every schedule passes the check here. */
final class Assembly {
  /** Phantom loss a relaxation that is tight does not reach, as part of the day's import. */
  private static final double LOOSE = 1e-5;

  /** What a repair may take after the end. Unit: s */
  private static final double REPAIR_SECONDS = 1;

  private final Scenario scenario;
  private final String method;
  private final SolvedProblem problem;
  private final Settings settings;
  private final Run run;

  Assembly(Scenario scenario, String method, SolvedProblem problem, Settings settings, Run run) {
    this.scenario = scenario;
    this.method = method;
    this.problem = problem;
    this.settings = settings;
    this.run = run;
    scenario.feeder().warnings().forEach(run::note);
  }

  /** A result with a schedule; optimal where the gap is proven to be closed. */
  Result schedule(
      Dispatch dispatch, Cost cost, @Nullable Double bound, @Nullable Double withoutVehicles) {
    return schedule(dispatch, cost, bound, withoutVehicles, Verifier.verify(scenario, dispatch));
  }

  private Result schedule(
      Dispatch dispatch,
      Cost cost,
      @Nullable Double bound,
      @Nullable Double withoutVehicles,
      Verification verification) {
    Result open = result(Status.FEASIBLE, dispatch, cost, bound, withoutVehicles, verification);
    return isClosed(open)
        ? result(Status.OPTIMAL, dispatch, cost, bound, withoutVehicles, verification)
        : open;
  }

  /**
   * A result of a method that knows the relaxation only: its schedule where that is one of the AC
   * grid, else the nearest that is.
   */
  Result ofRelaxation(
      ScheduledDispatch found, @Nullable Double bound, @Nullable Double withoutVehicles) {
    Verification verification = Verifier.verify(scenario, found.dispatch());
    if (verification.acFeasible() && !isLoose(verification)) {
      return schedule(found.dispatch(), found.cost(), bound, withoutVehicles, verification);
    }
    run.book("verification");
    ScheduledDispatch repaired =
        AcRepair.of(scenario, found.dispatch(), run.mustStopAfter(REPAIR_SECONDS));
    run.book("repair");
    if (repaired == null) {
      return farFromRelaxation(bound, withoutVehicles);
    }
    run.note(
        String.format(
            Locale.ROOT,
            "the relaxation's schedule would lose %.1f kWh that no AC power flow loses; repaired,"
                + " it costs %.2f %s more than the relaxation said",
            verification.phantomLossKwh(),
            repaired.cost().total() - found.cost().total(),
            scenario.currency()));
    return schedule(repaired.dispatch(), repaired.cost(), bound, withoutVehicles);
  }

  /** Where nothing near the relaxation's schedule keeps the limits: whether anything does. */
  private Result farFromRelaxation(@Nullable Double bound, @Nullable Double withoutVehicles) {
    LeastMisses misses = LeastMisses.of(scenario, run.remainingSeconds(), run::stopRequested);
    run.book("limits");
    if (misses.areProven(scenario)) {
      return NoSchedule.of(scenario, misses, settings, run, this, withoutVehicles);
    }
    ScheduledDispatch found = misses.areNone(scenario) ? misses.schedule(scenario) : null;
    if (found == null) {
      return none(run.mustStop() ? Status.TIME_LIMIT : Status.FAILED, bound, withoutVehicles);
    }
    run.note(
        "the relaxation's schedule does not hold on the AC grid, and none near it does; this one"
            + " keeps all limits, whatever it costs; maybe the method certified finds a cheaper");
    return schedule(found.dispatch(), found.cost(), bound, withoutVehicles);
  }

  /**
   * The result where no schedule keeps all limits.
   *
   * @param effort powers that miss them by as little as was found, null for none
   */
  Result infeasible(@Nullable Dispatch effort, @Nullable Double withoutVehicles) {
    if (effort == null) {
      return none(Status.INFEASIBLE, null, withoutVehicles);
    }
    Verification verification = Verifier.verify(scenario, effort);
    return result(
        Status.INFEASIBLE, effort, verification.cost(), null, withoutVehicles, verification);
  }

  /** What a bound of the AC grid says of the method's own problem; the relaxation may cost less. */
  @Nullable Double boundOfAc(@Nullable Double bound) {
    return problem == SolvedProblem.AC ? bound : null;
  }

  /** A result without a schedule. */
  Result none(Status status, @Nullable Double bound, @Nullable Double withoutVehicles) {
    return result(status, null, null, bound, withoutVehicles, null);
  }

  private boolean isClosed(Result result) {
    Double gap = result.vehicleCostGap() != null ? result.vehicleCostGap() : result.relativeGap();
    return gap != null && gap <= settings.gap();
  }

  private boolean isLoose(Verification verification) {
    double importKwh =
        verification.periods().stream().mapToDouble(p -> Math.abs(p.importKw())).sum()
            * scenario.horizon().stepHours();
    return verification.phantomLossKwh() > Math.max(0.1, LOOSE * importKwh);
  }

  private Result result(
      Status status,
      @Nullable Dispatch dispatch,
      @Nullable Cost cost,
      @Nullable Double bound,
      @Nullable Double withoutVehicles,
      @Nullable Verification verification) {
    run.book("verification");
    return new Result(
        scenario.name(),
        method,
        problem,
        status,
        dispatch,
        dispatch != null && status == Status.INFEASIBLE,
        cost,
        bound,
        withoutVehicles,
        scenario.unavoidableShortfallCost(),
        run.seconds(),
        run.trace(),
        run.notes(),
        verification);
  }
}
