package io.evenflow.solver;

import io.evenflow.mip.MixedIntegerSolver;

class OuterApproximationTest extends MixedIntegerSolverContract {
  @Override
  MixedIntegerSolver solver() {
    return new OuterApproximation();
  }
}
