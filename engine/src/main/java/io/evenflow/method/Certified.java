package io.evenflow.method;

import io.evenflow.coordination.Coordinator;
import io.evenflow.coordination.Plan;
import io.evenflow.coordination.Terms;
import io.evenflow.method.Watcher.Progress;
import io.evenflow.scenario.Result;
import io.evenflow.scenario.Scenario;
import io.evenflow.scenario.SolvedProblem;
import io.evenflow.scenario.Status;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The proven optimum: the day taken apart at the stations' powers, a schedule and a bound that meet
 * within the asked part of the vehicles' cost. Anytime: at the time limit it returns the best
 * schedule and bound so far.
 */
public final class Certified implements Method {
  /**
   * Where the load alone misses limits, so many resources or more are asked first whether they can
   * keep them: to find that out by what they cost takes long.
   */
  private static final int MANY = 100;

  /** Part of the time that this may take, and how long at most. Unit of the latter: s */
  private static final double FIRST_LOOK = 0.3;

  private static final double FIRST_LOOK_SECONDS = 30;

  @Override
  public String name() {
    return "certified";
  }

  @Override
  public Result coordinate(Scenario scenario, Settings settings, Watcher watcher) {
    return coordinate(scenario, settings, new Run(settings, watcher), null);
  }

  /**
   * The same where visitors draw what is said, with prices that prove what else they might cost.
   */
  public VisitedDay visited(
      Scenario scenario, Visitors visitors, Settings settings, Watcher watcher) {
    Scenario with = visitors.addedTo(scenario);
    DayProblem day = DayProblem.of(with, visitors);
    Proven proven = new Proven();
    Result result = coordinate(with, day, settings, new Run(settings, watcher), null, proven);
    double cost = visitors.dayAheadCost(with);
    if (proven.price.length == 0 || !Double.isFinite(proven.bound)) {
      return new VisitedDay(result, cost, Double.NEGATIVE_INFINITY, null);
    }
    double[][] price = visitors.pricePerKw(with, day, proven.price);
    double base = proven.bound + cost;
    for (int v = 0; v < price.length; v++) {
      for (int t = 0; t < price[v].length; t++) {
        base -= price[v][t] * visitors.kw()[v][t];
      }
    }
    return new VisitedDay(result, cost, base, price);
  }

  /** What prices alone proved of a day. */
  private static final class Proven {
    private double bound = Double.NEGATIVE_INFINITY;
    private double[] price = new double[0];

    void take(Coordinator coordinator) {
      bound = coordinator.provenByPrices();
      price = coordinator.provenPrice();
    }
  }

  /**
   * The same in a run that has begun.
   *
   * @param known what each resource does in a schedule that keeps all limits, null for none
   */
  Result coordinate(Scenario scenario, Settings settings, Run run, double @Nullable [][] known) {
    return coordinate(scenario, DayProblem.of(scenario), settings, run, known, new Proven());
  }

  private Result coordinate(
      Scenario scenario,
      DayProblem day,
      Settings settings,
      Run run,
      double @Nullable [][] known,
      Proven byPrices) {
    Assembly assembly = new Assembly(scenario, name(), SolvedProblem.AC, settings, run);
    Double withoutVehicles =
        WithoutVehicles.cost(scenario, day, run.remainingSeconds(), run::stopRequested);
    run.book("withoutVehicles");
    if (withoutVehicles == null) {
      List<String> collapses = Collapse.sentences(scenario, day);
      if (!collapses.isEmpty()) {
        collapses.forEach(run::note);
        return assembly.infeasible(null, null);
      }
    }
    LeastMisses misses = null;
    double[][] start = known;
    if (start == null && withoutVehicles == null && day.problem().resources().size() >= MANY) {
      double seconds = Math.min(FIRST_LOOK_SECONDS, FIRST_LOOK * run.remainingSeconds());
      misses = LeastMisses.of(scenario, seconds, run::stopRequested);
      run.book("limits");
      if (misses.areProven(scenario)) {
        return NoSchedule.of(scenario, misses, settings, run, assembly, null);
      }
      start = misses.areNone(scenario) ? misses.amounts() : null;
    }
    Terms terms =
        new Terms(
            settings.gap(),
            run.remainingSeconds(),
            MissCost.first(scenario),
            MissCost.evenForMinimumPowers(scenario),
            withoutVehicles);
    Coordinator coordinator =
        new Coordinator(
            day.problem(),
            terms,
            run::stopRequested,
            (stage, round, objective, bound, resources) -> {
              run.progress(new Progress(stage, round, objective, bound, resources));
              Map<String, Object> step = new LinkedHashMap<>();
              step.put("stage", stage);
              step.put("round", round);
              if (objective != null) {
                step.put("objective", objective);
              }
              step.put("bound", bound);
              step.put("sessions", resources);
              run.trace(step);
            });
    if (start == null) {
      coordinator.run();
    } else {
      coordinator.runOn(start);
    }
    boolean infeasible = coordinator.bound() == Double.POSITIVE_INFINITY;
    if (coordinator.plan() == null && !infeasible && !run.mustStop()) {
      misses = LeastMisses.of(scenario, run.remainingSeconds(), run::stopRequested);
      run.book("limits");
      infeasible = misses.areProven(scenario);
      if (!infeasible) {
        coordinator.runOn(misses.areNone(scenario) ? misses.amounts() : null);
      }
    }
    run.book("coordination");
    byPrices.take(coordinator);
    Plan plan = coordinator.plan();
    if (plan != null) {
      ScheduledDispatch found = day.dispatch(plan);
      double proven = Math.min(coordinator.bound(), found.cost().total());
      return assembly.schedule(found.dispatch(), found.cost(), proven, withoutVehicles);
    }
    if (infeasible) {
      return NoSchedule.of(scenario, misses, settings, run, assembly, withoutVehicles);
    }
    Status status = run.mustStop() ? Status.TIME_LIMIT : Status.FAILED;
    return assembly.none(status, coordinator.bound(), withoutVehicles);
  }
}
