package io.evenflow.method;

import io.evenflow.conic.ConicSettings;
import io.evenflow.formulation.DayProgram;
import io.evenflow.mip.FixedProgram;
import io.evenflow.mip.MixedIntegerProgram;
import io.evenflow.solver.ConicRelaxation;
import io.evenflow.solver.RelaxedSolution;

/** The optimum of a small day: all values of the binaries, the rest by the conic solver. */
final class BruteForce {
  private BruteForce() {}

  static double optimum(DayProgram day) {
    MixedIntegerProgram program = day.program();
    int[] binaries = day.binaries();
    double best = Double.POSITIVE_INFINITY;
    for (int mask = 0; mask < 1 << binaries.length; mask++) {
      double[] values = new double[binaries.length];
      for (int i = 0; i < values.length; i++) {
        values[i] = mask >> i & 1;
      }
      FixedProgram fixed = FixedProgram.of(program, binaries, values);
      if (fixed != null) {
        RelaxedSolution solved =
            ConicRelaxation.of(fixed.program(), ConicSettings.defaults()).solve();
        best = solved.hasPoint() ? Math.min(best, solved.objective()) : best;
      }
    }
    return best;
  }
}
