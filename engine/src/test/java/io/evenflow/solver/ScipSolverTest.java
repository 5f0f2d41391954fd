package io.evenflow.solver;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.evenflow.mip.MixedIntegerOptions;
import io.evenflow.mip.MixedIntegerSolver;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ScipSolverTest {
  private static MixedIntegerSolver scip(ConeForm form) {
    return new ScipSolver(ScipSettings.defaults().withConeForm(form));
  }

  @Test
  void unknownParameterIsNamed() {
    ScipSolver solver =
        new ScipSolver(ScipSettings.defaults().withParameters("no/such/parameter = 1"));
    assertThatThrownBy(() -> solver.solve(Programs.linear(), MixedIntegerOptions.defaults()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no/such/parameter");
  }

  @Nested
  class Product extends MixedIntegerSolverContract {
    @Override
    MixedIntegerSolver solver() {
      return scip(ConeForm.PRODUCT);
    }
  }

  @Nested
  class Expanded extends MixedIntegerSolverContract {
    @Override
    MixedIntegerSolver solver() {
      return scip(ConeForm.EXPANDED);
    }
  }
}
