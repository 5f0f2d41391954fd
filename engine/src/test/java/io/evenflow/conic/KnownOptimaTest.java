package io.evenflow.conic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class KnownOptimaTest {
  @Test
  void linearProgram() {
    // max 3x + 2y: x + y ≤ 4, x + 3y ≤ 9, x ≤ 3, x, y ≥ 0  →  (3, 1)
    ConicProgram program =
        new ProgramBuilder(-3, -2)
            .atMost(4, 0, 1, 1, 1)
            .atMost(9, 0, 1, 1, 3)
            .atMost(3, 0, 1)
            .atMost(0, 0, -1)
            .atMost(0, 1, -1)
            .build();
    ConicSolution solution = solved(program);
    assertThat(solution.x()).containsExactly(new double[] {3, 1}, within(1e-7));
    assertThat(solution.z()).containsExactly(new double[] {2, 0, 1, 0, 0}, within(1e-6));
    assertThat(solution.primalObjective()).isCloseTo(-11, within(1e-7));
    assertThat(solution.dualObjective()).isCloseTo(-11, within(1e-7));
  }

  @Test
  void quadraticProgram() {
    // min x² + y² + xy − x: x + y = 1, x ≤ 0.4  →  gradient 2x + y − 1 = x + 2y on the line, x = 1
    // > 0.4
    ConicProgram program =
        new ProgramBuilder(-1, 0)
            .quadratic(0, 0, 2)
            .quadratic(0, 1, 1)
            .quadratic(1, 1, 2)
            .equal(1, 0, 1, 1, 1)
            .atMost(0.4, 0, 1)
            .build();
    ConicSolution solution = solved(program);
    assertThat(solution.x()).containsExactly(new double[] {0.4, 0.6}, within(1e-7));
    assertThat(solution.z()).containsExactly(new double[] {-1.6, 1.2}, within(1e-6));
  }

  @Test
  void leastNormPointOnALine() {
    // min t: t ≥ ‖(x, y)‖, 3x + 4y = 10  →  t = 2
    ConicProgram program =
        new ProgramBuilder(1, 0, 0)
            .equal(10, 1, 3, 2, 4)
            .cone(3)
            .row(0, 0, -1)
            .row(0, 1, -1)
            .row(0, 2, -1)
            .build();
    ConicSolution solution = solved(program);
    assertThat(solution.x()).containsExactly(new double[] {2, 1.2, 1.6}, within(1e-6));
  }

  @Test
  void rotatedCone() {
    // min v + l: v l ≥ p² + q² with p = 3, q = 4  →  v = l = 5
    ConicProgram program =
        new ProgramBuilder(1, 1, 0, 0)
            .equal(3, 2, 1)
            .equal(4, 3, 1)
            .cone(4)
            .row(0, 0, -1, 1, -1)
            .row(0, 0, -1, 1, 1)
            .row(0, 2, -2)
            .row(0, 3, -2)
            .build();
    assertThat(solved(program).x()).containsExactly(new double[] {5, 5, 3, 4}, within(1e-6));
  }

  @Test
  void longConeIsWrittenWithTwoFurtherRows() {
    // min t: t ≥ ‖x‖ over 100 variables, Σ x = 100  →  t = 10; the cone's rows are dense in x
    int k = 100;
    double[] linear = new double[k + 1];
    linear[0] = 1;
    ProgramBuilder builder = new ProgramBuilder(linear);
    double[] sum = new double[2 * k];
    for (int i = 0; i < k; i++) {
      sum[2 * i] = i + 1;
      sum[2 * i + 1] = 1;
    }
    builder.equal(k, sum).cone(k + 1).row(0, 0, -1);
    for (int i = 1; i <= k; i++) {
      builder.row(0, i, -1);
    }
    ConicSolution solution = solved(builder.build());
    assertThat(solution.primalObjective()).isCloseTo(10, within(1e-7));
    assertThat(solution.x()[50]).isCloseTo(1, within(1e-6));
  }

  @Test
  void denseConeOfFourRows() {
    // min t: t ≥ ‖Bx − c‖, B 3×6 of full rank, |x| bounded loosely: the residual vanishes
    ProgramBuilder builder = new ProgramBuilder(1, 0, 0, 0, 0, 0, 0);
    for (int i = 1; i <= 6; i++) {
      builder.atMost(10, i, 1).atMost(10, i, -1);
    }
    builder.cone(4).row(0, 0, -1);
    for (int i = 0; i < 3; i++) {
      double[] row = new double[12];
      for (int j = 0; j < 6; j++) {
        row[2 * j] = j + 1;
        row[2 * j + 1] = Math.cos(1.3 * (i + 1) * (j + 1));
      }
      builder.row(i + 1, row);
    }
    assertThat(solved(builder.build()).primalObjective()).isCloseTo(0, within(1e-6));
  }

  private static ConicSolution solved(ConicProgram program) {
    ConicSolution solution = new ConicSolver(program, ConicSettings.defaults()).solve();
    assertThat(solution.status()).isEqualTo(ConicStatus.SOLVED);
    OptimalityConditions.assertHold(program, solution, 1e-7);
    return solution;
  }
}
