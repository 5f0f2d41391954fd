package io.evenflow.solver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.evenflow.conic.ConicSettings;
import io.evenflow.mip.MixedIntegerOptions;
import io.evenflow.mip.MixedIntegerProgram;
import io.evenflow.mip.MixedIntegerResult;
import io.evenflow.mip.MixedIntegerStatus;
import io.evenflow.mip.Violation;
import java.util.Objects;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Equalities that are not convex, and the settings for them on convex programs. */
class ScipEqualityTest {
  private static final ScipSolver SCIP = new ScipSolver(ScipSettings.forEqualities());

  @Nested
  class OnConvexPrograms extends MixedIntegerSolverContract {
    @Override
    ScipSolver solver() {
      return SCIP;
    }
  }

  @Test
  void theBoundaryIsNotTheCone() {
    MixedIntegerProgram program = Programs.paidCurrent();
    MixedIntegerResult result = SCIP.solve(program, MixedIntegerOptions.defaults());
    double optimum = -(2 * 2 + 0.5 * 0.5) / 0.9 + 0.5;
    assertThat(result.status()).isEqualTo(MixedIntegerStatus.OPTIMAL);
    assertThat(result.objective()).isCloseTo(optimum, within(1e-5));
    assertThat(result.bound()).isCloseTo(optimum, within(1e-5));
    assertThat(Violation.of(program, Objects.requireNonNull(result.x())).max()).isLessThan(2e-7);
  }

  @Test
  void theRelaxationOfABoundaryIsItsCone() {
    RelaxedSolution relaxed =
        ConicRelaxation.of(Programs.paidCurrent(), ConicSettings.defaults()).solve();
    assertThat(relaxed.objective()).isCloseTo(-100 + 0.25, within(1e-4)); // x = ½
  }

  @Test
  void infeasibleOnTheBoundaryAlone() {
    MixedIntegerProgram circle = Programs.missedCircle();
    MixedIntegerResult result = SCIP.solve(circle, MixedIntegerOptions.defaults());
    assertThat(result.status()).isEqualTo(MixedIntegerStatus.INFEASIBLE);
    assertThat(ConicRelaxation.of(circle, ConicSettings.defaults()).solve().hasPoint()).isTrue();
  }

  @Test
  void outerApproximationRefusesThem() {
    assertThatThrownBy(
            () ->
                new OuterApproximation()
                    .solve(Programs.missedCircle(), MixedIntegerOptions.defaults()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("equality");
  }
}
