package io.evenflow.conic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class InfeasibleProgramsTest {
  @Test
  void boundsThatCross() {
    assertPrimalInfeasible(new ProgramBuilder(1).atMost(1, 0, 1).atMost(-2, 0, -1).build());
  }

  @Test
  void equalitiesThatDisagree() {
    assertPrimalInfeasible(
        new ProgramBuilder(0, 1).equal(1, 0, 1, 1, 1).equal(3, 0, 2, 1, 2).build());
  }

  @Test
  void aBallThatMissesItsHalfspace() {
    // ‖(x, y)‖ ≤ 1 and x + y ≥ 2
    assertPrimalInfeasible(
        new ProgramBuilder(1, 0)
            .quadratic(0, 0, 1)
            .atMost(-2, 0, -1, 1, -1)
            .cone(3)
            .row(1)
            .row(0, 0, -1)
            .row(0, 1, -1)
            .build());
  }

  @Test
  void aRowWithoutEntriesAndANegativeBound() {
    assertPrimalInfeasible(new ProgramBuilder(1).atMost(-1).atMost(0, 0, -1).build());
  }

  @Test
  void linearDescentWithoutEnd() {
    assertDualInfeasible(new ProgramBuilder(-1, 0).atMost(0, 0, -1).atMost(1, 1, 1).build());
  }

  @Test
  void descentAlongTheNullSpaceOfP() {
    assertDualInfeasible(
        new ProgramBuilder(1, -1)
            .quadratic(0, 0, 1)
            .quadratic(0, 1, 1)
            .quadratic(1, 1, 1)
            .atMost(5, 0, 1)
            .build());
  }

  @Test
  void descentAlongACone() {
    // min −x: t ≥ |x|
    assertDualInfeasible(new ProgramBuilder(0, -1).cone(2).row(0, 0, -1).row(0, 1, -1).build());
  }

  @Test
  void noConstraintsAndALinearObjective() {
    assertDualInfeasible(new ProgramBuilder(1, 2).build());
  }

  private static void assertPrimalInfeasible(ConicProgram program) {
    ConicSolution solution = new ConicSolver(program, ConicSettings.defaults()).solve();
    assertThat(solution.status()).isEqualTo(ConicStatus.PRIMAL_INFEASIBLE);
    double[] z = solution.z();
    OptimalityConditions.assertInCone(program.cones(), z, false);
    assertThat(OptimalityConditions.dot(program.bounds(), z)).isCloseTo(-1, within(1e-12));
    double[] az = new double[program.linear().length];
    OptimalityConditions.addConstraints(
        program.constraints(), new double[az.length], z, new double[z.length], az);
    assertThat(OptimalityConditions.largest(az)).isLessThan(1e-8);
    assertThat(solution.primalObjective()).isInfinite().isPositive();
    assertThat(solution.x()).containsOnly(Double.NaN);
  }

  private static void assertDualInfeasible(ConicProgram program) {
    ConicSolution solution = new ConicSolver(program, ConicSettings.defaults()).solve();
    assertThat(solution.status()).isEqualTo(ConicStatus.DUAL_INFEASIBLE);
    double[] x = solution.x();
    OptimalityConditions.assertInCone(program.cones(), solution.s(), true);
    assertThat(OptimalityConditions.dot(program.linear(), x)).isCloseTo(-1, within(1e-12));
    double[] px = new double[x.length];
    OptimalityConditions.addQuadratic(program.quadratic(), x, px);
    assertThat(OptimalityConditions.largest(px)).isLessThan(1e-8);
    double[] ray = solution.s().clone();
    OptimalityConditions.addConstraints(
        program.constraints(), x, new double[ray.length], ray, new double[x.length]);
    assertThat(OptimalityConditions.largest(ray)).isLessThan(1e-8);
    assertThat(solution.primalObjective()).isInfinite().isNegative();
  }
}
