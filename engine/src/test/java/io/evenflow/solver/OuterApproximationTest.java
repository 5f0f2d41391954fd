package io.evenflow.solver;

import io.evenflow.mip.MixedIntegerSolver;

/** The contract on {@link OuterApproximation}. */
class OuterApproximationTest extends MixedIntegerSolverContract {
  @Override
  MixedIntegerSolver solver() {
    return new OuterApproximation();
  }
}
