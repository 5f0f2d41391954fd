package io.evenflow.solver;

import io.evenflow.conic.ConicSettings;
import io.evenflow.conic.ConicStatus;
import io.evenflow.mip.MixedIntegerProgram;

/** The optimum over all values of the binaries, each with the rest solved as a conic program. */
final class BruteForce {
  private BruteForce() {}

  static double optimum(MixedIntegerProgram program) {
    ConicRelaxation fixed = ConicRelaxation.withFixedIntegers(program, ConicSettings.defaults());
    double best = Double.POSITIVE_INFINITY;
    for (int mask = 0; mask < 1 << program.integers(); mask++) {
      fixed.fix(binaries(program, mask));
      RelaxedSolution solution = fixed.solve();
      if (solution.status() == ConicStatus.SOLVED) {
        best = Math.min(best, solution.objective());
      } else if (solution.status() != ConicStatus.PRIMAL_INFEASIBLE) {
        throw new AssertionError(solution.status());
      }
    }
    return best;
  }

  private static double[] binaries(MixedIntegerProgram program, int mask) {
    double[] x = new double[program.variables()];
    int bit = 0;
    for (int j = 0; j < x.length; j++) {
      if (program.integer()[j]) {
        x[j] = mask >> bit++ & 1;
      }
    }
    return x;
  }
}
