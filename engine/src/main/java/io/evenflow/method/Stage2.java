package io.evenflow.method;

import io.evenflow.formulation.DayProgram;
import io.evenflow.mip.MixedIntegerResult;
import io.evenflow.mip.MixedIntegerStatus;
import io.evenflow.scenario.Status;
import org.jspecify.annotations.Nullable;

/** Stage 2 of the paper by a mixed-integer engine that gets the whole program. */
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

  /** The best schedule of the smallest region that has one, null where none was found. */
  @Nullable ScheduledDispatch search() {
    if (day.binaries().length == 0) {
      return new ScheduledDispatch(day.dispatch(stage1.x()), day.cost(stage1.x()));
    }
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
