package io.evenflow.method;

import io.evenflow.coordination.Coordinator;
import io.evenflow.coordination.Plan;
import io.evenflow.coordination.Terms;
import io.evenflow.method.Watcher.Progress;
import io.evenflow.resource.Modes;
import io.evenflow.resource.WeighedStorage;
import io.evenflow.scenario.Scenario;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Stage 2 of the paper over the decomposed day: the trust region is one coupling more, and sessions
 * answer prices of turning binaries. A region in which nothing is found is enlarged.
 */
final class TrustRegionByPrices {
  /** Stage 2 is solved to this part of the gap asked for the vehicles' cost. */
  private static final double ENGINE_SHARE = 0.1;

  private final Scenario scenario;
  private final RelaxedDay day;
  private final Settings settings;
  private final Run run;
  private final @Nullable Double withoutVehicles;

  TrustRegionByPrices(
      Scenario scenario,
      RelaxedDay day,
      Settings settings,
      Run run,
      @Nullable Double withoutVehicles) {
    this.scenario = scenario;
    this.day = day;
    this.settings = settings;
    this.run = run;
    this.withoutVehicles = withoutVehicles;
  }

  /**
   * What stage 2 ends with.
   *
   * @param schedule null where none was found
   * @param bound proven lower bound of the scenario
   */
  record Outcome(@Nullable ScheduledDispatch schedule, double bound) {}

  /** The best schedule of the smallest region that has one. */
  Outcome search(MixedDifferenceOfConvex.Outcome stage1) {
    if (stage1.bound() == Double.POSITIVE_INFINITY) {
      return new Outcome(null, stage1.bound());
    }
    if (stage1.z().size() < day.sessions().size()) {
      run.note("stage 1 did not end in its half of the time: stage 2 looked everywhere");
      return undecided();
    }
    double threshold = settings.threshold();
    List<Modes> z = stage1.z();
    for (int s = 0; s < z.size(); s++) {
      day.sessions().get(s).countTurned(z.get(s), threshold);
    }
    int binaries = (int) stage1.binaries().count();
    int decided =
        (int) stage1.binaries().filter(each -> each <= threshold || each >= 1 - threshold).count();
    int radius = settings.radius();
    while (true) {
      run.progress(new Progress("stage 2: trust region r = " + radius, 0, null, null, null));
      long begin = System.nanoTime();
      Plan plan = coordinated(radius).plan();
      record(radius, decided, binaries, plan, (System.nanoTime() - begin) / 1e9);
      if (plan != null || radius >= decided || run.mustStop()) {
        return new Outcome(plan == null ? null : day.dispatch(plan), stage1.bound());
      }
      radius = Math.min(decided, Math.max(1, 2 * radius));
    }
  }

  private Outcome undecided() {
    long begin = System.nanoTime();
    Coordinator everywhere = coordinated(0);
    Plan plan = everywhere.plan();
    int binaries =
        (int)
            day.sessions().stream()
                .map(WeighedStorage::storage)
                .flatMapToDouble(
                    storage -> Modes.of(storage, new double[storage.steps().size()]).all())
                .count();
    record(0, 0, binaries, plan, (System.nanoTime() - begin) / 1e9);
    return new Outcome(plan == null ? null : day.dispatch(plan), everywhere.bound());
  }

  private Coordinator coordinated(int radius) {
    Terms terms =
        new Terms(
            ENGINE_SHARE * settings.gap(),
            run.remainingSeconds(),
            MissCost.first(scenario),
            MissCost.evenForMinimumPowers(scenario),
            withoutVehicles);
    Coordinator coordinator =
        new Coordinator(
            day.problemWithin(radius),
            terms,
            run::stopRequested,
            (stage, round, objective, bound, resources) ->
                run.progress(new Progress("stage 2: " + stage, round, objective, null, null)));
    coordinator.run();
    return coordinator;
  }

  private void record(int radius, int decided, int binaries, @Nullable Plan plan, double seconds) {
    Map<String, Object> step = new LinkedHashMap<>();
    step.put("stage", "trust-region");
    step.put("radius", radius);
    step.put("decidedBinaries", decided);
    step.put("freeBinaries", binaries - decided);
    step.put("engine", Engines.CUTS);
    step.put("status", plan != null ? "feasible" : "none");
    if (plan != null) {
      step.put("objective", plan.objective());
    }
    step.put("seconds", seconds);
    run.trace(step);
  }
}
