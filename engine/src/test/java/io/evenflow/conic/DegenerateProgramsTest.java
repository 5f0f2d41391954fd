package io.evenflow.conic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class DegenerateProgramsTest {
  @Test
  void noConstraintsAtAll() {
    ConicProgram program = new ProgramBuilder(-2, 6).quadratic(0, 0, 2).quadratic(1, 1, 3).build();
    assertThat(solved(program).x()).containsExactly(new double[] {1, -2}, within(1e-7));
  }

  @Test
  void everyVariableFixed() {
    ConicProgram program = new ProgramBuilder(1, 1).equal(3, 0, 1).equal(-4, 1, 2).build();
    assertThat(solved(program).x()).containsExactly(new double[] {3, -2}, within(1e-7));
  }

  @Test
  void variableFixedByTwoBounds() {
    ConicProgram program =
        new ProgramBuilder(1, 1).atMost(2, 0, 1).atMost(-2, 0, -1).atMost(1, 0, -1, 1, -1).build();
    assertThat(solved(program).x()).containsExactly(new double[] {2, -3}, within(1e-6));
  }

  @Test
  void redundantEqualities() {
    ConicProgram program =
        new ProgramBuilder(1, 2, 0)
            .equal(1, 0, 1, 1, 1, 2, 1)
            .equal(2, 0, 2, 1, 2, 2, 2)
            .equal(1, 0, 1, 1, 1, 2, 1)
            .atMost(0, 0, -1)
            .atMost(0, 1, -1)
            .atMost(0.5, 2, 1)
            .build();
    assertThat(solved(program).x()).containsExactly(new double[] {0.5, 0, 0.5}, within(1e-6));
  }

  @Test
  void rowsWithoutEntries() {
    ConicProgram program =
        new ProgramBuilder(1)
            .equal(0)
            .atMost(4)
            .atMost(-1, 0, -1)
            .cone(3)
            .row(1)
            .row(0)
            .row(0)
            .build();
    assertThat(solved(program).x()[0]).isCloseTo(1, within(1e-7));
  }

  @Test
  void objectiveIsZero() {
    ConicProgram program = new ProgramBuilder(0, 0).atMost(1, 0, 1, 1, 1).atMost(0, 0, -1).build();
    assertThat(solved(program).primalObjective()).isCloseTo(0, within(1e-8));
  }

  @Test
  void variableInNoRow() {
    ConicProgram program = new ProgramBuilder(1, 0).atMost(-3, 0, -1).build();
    assertThat(solved(program).x()[0]).isCloseTo(3, within(1e-7));
  }

  @Test
  void coneWithoutInterior() {
    // x = y and |y| ≤ x touch only along the boundary; min x with y ≥ 1
    ConicProgram program =
        new ProgramBuilder(1, 0)
            .equal(0, 0, 1, 1, -1)
            .atMost(-1, 1, -1)
            .cone(2)
            .row(0, 0, -1)
            .row(0, 1, -1)
            .build();
    ConicSolution solution = new ConicSolver(program, ConicSettings.defaults()).solve();
    assertThat(solution.status()).isIn(ConicStatus.SOLVED, ConicStatus.ALMOST_SOLVED);
    assertThat(solution.x()[0]).isCloseTo(1, within(1e-4));
  }

  @Test
  void coefficientsOverTwelveOrders() {
    // min 1e-6 x + 2e6 y: 1e-6 x + 1e6 y ≥ 1, 1e-6 x ≤ 0.25, y ≥ 0
    ConicProgram program =
        new ProgramBuilder(1e-6, 2e6)
            .atMost(-1, 0, -1e-6, 1, -1e6)
            .atMost(0.25, 0, 1e-6)
            .atMost(0, 1, -1e6)
            .build();
    ConicSolution solution = solved(program);
    assertThat(solution.x()[0]).isCloseTo(2.5e5, within(1e-1));
    assertThat(solution.x()[1]).isCloseTo(7.5e-7, within(1e-12));
  }

  @Test
  void namesTheVectorOfTheWrongLength() {
    assertThatThrownBy(
            () ->
                new ConicProgram(
                    SparseMatrix.empty(2, 2),
                    new double[] {1},
                    SparseMatrix.empty(0, 2),
                    new double[0],
                    new Cones(0, 0, new int[0])))
        .hasMessage("program: linear has size 1, must be 2, the columns of the constraints");
  }

  @Test
  void refusesInfiniteBounds() {
    assertThatThrownBy(() -> new ProgramBuilder(1).atMost(Double.POSITIVE_INFINITY, 0, 1).build())
        .hasMessageContaining("bounds[0] is Infinity")
        .hasMessageContaining("Leave out its row");
  }

  private static ConicSolution solved(ConicProgram program) {
    ConicSolution solution = new ConicSolver(program, ConicSettings.defaults()).solve();
    assertThat(solution.status()).isEqualTo(ConicStatus.SOLVED);
    return solution;
  }
}
