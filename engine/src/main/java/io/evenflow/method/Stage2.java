package io.evenflow.method;

import io.evenflow.coordination.Plan;
import io.evenflow.coordination.TrustRegionByCuts;
import io.evenflow.formulation.DayProgram;
import io.evenflow.method.Watcher.Progress;
import io.evenflow.mip.MixedIntegerResult;
import io.evenflow.mip.MixedIntegerStatus;
import io.evenflow.network.GridFailure;
import io.evenflow.scenario.Scenario;
import io.evenflow.scenario.Status;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Stage 2 of the paper with the engine of one's choice: {@code cuts}, which searches the region
 * over the decomposed day, or a mixed-integer engine that gets the whole program.
 */
final class Stage2 {
  /** Stage 2 is solved to this part of the gap asked for the vehicles' cost. */
  private static final double ENGINE_SHARE = 0.1;

  /** What polishing may take after the end. Unit: s */
  private static final double POLISH_SECONDS = 1;

  private final DayProgram day;
  private final Settings settings;
  private final Run run;
  private final DifferenceOfConvex.Outcome stage1;
  private final @Nullable Double withoutVehicles;
  private Status statusWithoutPoint = Status.FAILED;

  Stage2(
      DayProgram day,
      Settings settings,
      Run run,
      DifferenceOfConvex.Outcome stage1,
      @Nullable Double withoutVehicles) {
    this.day = day;
    this.settings = settings;
    this.run = run;
    this.stage1 = stage1;
    this.withoutVehicles = withoutVehicles;
  }

  /** What is known where {@link #search} found nothing and nobody stopped it. */
  Status statusWithoutPoint() {
    return statusWithoutPoint;
  }

  /**
   * The best schedule of the smallest region that has one, null where none was found. Where a
   * period alone is too much for the conic solver, the whole program is left.
   */
  @Nullable ScheduledDispatch search() {
    if (day.binaries().length == 0) {
      return new ScheduledDispatch(day.dispatch(stage1.x()), day.cost(stage1.x()));
    }
    if (!isByCuts()) {
      return byProgram();
    }
    try {
      return byCuts();
    } catch (GridFailure oneOfItsPeriods) {
      return byProgram();
    }
  }

  /** Cuts know the paper's day, periods apart; one tap for the day needs the whole program. */
  private boolean isByCuts() {
    boolean asked = settings.engine() == null || settings.engine().equals(Engines.CUTS);
    return asked
        && day.scenario().limits().isSubstationVoltageFree()
        && PaperDay.is(day.scenario());
  }

  private @Nullable ScheduledDispatch byCuts() {
    Scenario scenario = day.scenario();
    double[] z = new double[day.binaries().length];
    int decided = 0;
    for (int i = 0; i < z.length; i++) {
      z[i] = stage1.x()[day.binaries()[i]];
      boolean fractional = z[i] > settings.threshold() && z[i] < 1 - settings.threshold();
      decided += fractional ? 0 : 1;
    }
    double vehicles =
        withoutVehicles == null ? stage1.relaxed() : stage1.relaxed() - withoutVehicles;
    double gap = ENGINE_SHARE * settings.gap() * Math.max(1, Math.abs(vehicles));
    RelaxedDay problem = new RelaxedDay(scenario);
    TrustRegionByCuts region =
        new TrustRegionByCuts(
            problem.problem(), MissCost.most(scenario), problem.amounts(stationKw()));
    int radius = settings.radius();
    while (true) {
      run.progress(new Progress("stage 2: trust region r = " + radius, 0, null, null, null));
      long begin = System.nanoTime();
      TrustRegionByCuts.Outcome found =
          region.solve(
              z, settings.threshold(), radius, gap, run.remainingSeconds(), run::stopRequested);
      record(radius, decided, found, (System.nanoTime() - begin) / 1e9);
      Plan plan = found.plan();
      if (plan != null && plan.isWhole()) {
        return problem.dispatch(plan);
      }
      if (radius >= decided || run.mustStop()) {
        statusWithoutPoint = found.isProvenEmpty() ? Status.INFEASIBLE : Status.FAILED;
        return null;
      }
      radius = Math.min(decided, Math.max(1, 2 * radius));
    }
  }

  /** The stations' powers of stage 1, by period and station. Unit: kW. */
  private double[][] stationKw() {
    Scenario scenario = day.scenario();
    double[][] powers = new double[scenario.periods()][scenario.stations().size()];
    for (int t = 0; t < powers.length; t++) {
      for (int k = 0; k < powers[t].length; k++) {
        powers[t][k] = stage1.x()[day.placeKw(scenario.places().ofStation(k), t)];
      }
    }
    return powers;
  }

  private void record(int radius, int decided, TrustRegionByCuts.Outcome found, double seconds) {
    Map<String, Object> step = new LinkedHashMap<>();
    step.put("stage", "trust-region");
    step.put("radius", radius);
    step.put("decidedBinaries", decided);
    step.put("freeBinaries", day.binaries().length - decided);
    step.put("engine", Engines.CUTS);
    Plan plan = found.plan();
    boolean whole = plan != null && plan.isWhole();
    String word = whole ? "feasible" : found.isProvenEmpty() ? "infeasible" : "none";
    step.put("status", word.toLowerCase(Locale.ROOT));
    if (plan != null && whole) {
      step.put("objective", plan.objective());
    }
    step.put("nodes", found.nodes());
    step.put("seconds", seconds);
    run.trace(step);
  }

  private @Nullable ScheduledDispatch byProgram() {
    double gap = RelativeGap.of(ENGINE_SHARE * settings.gap(), stage1.relaxed(), withoutVehicles);
    String asked = settings.engine();
    String engine = Engines.CUTS.equals(asked) ? null : asked;
    MixedIntegerResult result =
        new TrustRegion(day, settings, Engines.named(engine), run).solve(stage1.x(), gap);
    if (result.status() == MixedIntegerStatus.INFEASIBLE) {
      statusWithoutPoint = Status.INFEASIBLE;
    }
    double[] x =
        Polish.of(
            day, result.x() == null ? stage1.x() : result.x(), run.mustStopAfter(POLISH_SECONDS));
    return x == null ? null : new ScheduledDispatch(day.dispatch(x), day.cost(x));
  }
}
