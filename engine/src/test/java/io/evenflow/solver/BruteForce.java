package io.evenflow.solver;

import io.evenflow.mip.MixedIntegerOptions;
import io.evenflow.mip.MixedIntegerProgram;
import io.evenflow.mip.MixedIntegerResult;
import io.evenflow.mip.MixedIntegerSolver;
import io.evenflow.mip.MixedIntegerStatus;

/**
 * The optimum over all values of the binaries, each with the rest solved as a continuous program.
 */
final class BruteForce {
  private BruteForce() {}

  static double optimum(MixedIntegerProgram program, MixedIntegerSolver continuous) {
    int[] binaries = new int[program.integers()];
    int count = 0;
    for (int j = 0; j < program.variables(); j++) {
      if (program.integer()[j]) {
        binaries[count++] = j;
      }
    }
    double best = Double.POSITIVE_INFINITY;
    for (int mask = 0; mask < 1 << count; mask++) {
      MixedIntegerProgram.Builder fixed = program.toBuilder();
      for (int k = 0; k < count; k++) {
        double value = mask >> k & 1;
        fixed.setBounds(binaries[k], value, value);
        fixed.setInteger(binaries[k], false);
      }
      MixedIntegerResult result = continuous.solve(fixed.build(), MixedIntegerOptions.defaults());
      if (result.status() == MixedIntegerStatus.OPTIMAL) {
        best = Math.min(best, result.objective());
      } else if (result.status() != MixedIntegerStatus.INFEASIBLE) {
        throw new AssertionError(result);
      }
    }
    return best;
  }
}
