package io.evenflow.method;

import io.evenflow.conic.ConicSettings;
import io.evenflow.formulation.DayProgram;
import io.evenflow.mip.FixedProgram;
import io.evenflow.solver.ConicRelaxation;
import io.evenflow.solver.RelaxedSolution;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The best powers for binaries held at their rounded values, to the conic solver's accuracy: a
 * mixed-integer engine's point satisfies cones only to its own, coarser tolerance.
 */
final class Polish {
  private Polish() {}

  /**
   * A point of the day's program with whole binaries, null where these binaries allow none or it
   * was stopped.
   */
  static double @Nullable [] of(DayProgram day, double[] x, BooleanSupplier stop) {
    int[] binaries = day.binaries();
    double[] values = new double[binaries.length];
    for (int k = 0; k < binaries.length; k++) {
      values[k] = Math.rint(x[binaries[k]]);
    }
    FixedProgram fixed = FixedProgram.of(day.program(), binaries, values);
    if (fixed == null) {
      return null;
    }
    ConicSettings settings = ConicSettings.defaults().withInterrupt(stop);
    RelaxedSolution result = ConicRelaxation.of(fixed.program(), settings).solve();
    return result.hasPoint() ? fixed.restore(result.x()) : null;
  }
}
