package io.evenflow.conic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class KeptInstanceTest {
  private static final ConicSettings SETTINGS = ConicSettings.defaults();

  @Test
  void changedVectorsGiveWhatAFreshInstanceGives() {
    for (long seed = 1; seed <= 30; seed++) {
      ConicProgram program = RandomProgram.of(seed, 1);
      ConicSolver kept = new ConicSolver(program, SETTINGS);
      kept.solve();
      double[] linear = scaled(program.linear(), 3);
      double[] bounds = program.bounds().clone();
      Arrays.setAll(bounds, i -> i < program.cones().zero() ? bounds[i] : bounds[i] + 0.25);
      kept.setLinear(linear);
      kept.setBounds(bounds);
      ConicProgram changed =
          new ConicProgram(
              program.quadratic(), linear, program.constraints(), bounds, program.cones());
      assertSame(kept.solve(), new ConicSolver(changed, SETTINGS).solve());
      kept.setLinear(program.linear());
      kept.setBounds(program.bounds());
      assertSame(kept.solve(), new ConicSolver(program, SETTINGS).solve());
    }
  }

  @Test
  void changedMatricesGiveWhatAFreshInstanceGives() {
    for (long seed = 1; seed <= 30; seed++) {
      ConicProgram program = RandomProgram.of(seed, 1);
      ConicSolver kept = new ConicSolver(program, SETTINGS);
      kept.solve();
      SparseMatrix a = program.constraints();
      SparseMatrix p = program.quadratic();
      kept.setConstraintValues(scaled(a.values(), 2));
      kept.setQuadraticValues(scaled(p.values(), 5));
      ConicProgram changed =
          new ConicProgram(
              new SparseMatrix(p.rows, p.columns, p.starts, p.index, scaled(p.values, 5)),
              program.linear(),
              new SparseMatrix(a.rows, a.columns, a.starts, a.index, scaled(a.values, 2)),
              program.bounds(),
              program.cones());
      assertSame(kept.solve(), new ConicSolver(changed, SETTINGS).solve());
    }
  }

  @Test
  void infeasibleInBetweenLeavesNoTrace() {
    ConicProgram program = new ProgramBuilder(1).atMost(5, 0, 1).atMost(-2, 0, -1).build();
    ConicSolver kept = new ConicSolver(program, SETTINGS);
    ConicSolution before = kept.solve();
    kept.setBounds(new double[] {1, -2});
    assertThat(kept.solve().status()).isEqualTo(ConicStatus.PRIMAL_INFEASIBLE);
    kept.setBounds(program.bounds());
    assertSame(kept.solve(), before);
  }

  @Test
  void namesTheVectorOfTheWrongLength() {
    ConicSolver solver = new ConicSolver(new ProgramBuilder(1).atMost(1, 0, -1).build(), SETTINGS);
    assertThatThrownBy(() -> solver.setBounds(new double[2]))
        .hasMessageContaining("bounds has 2 values, must have 1");
  }

  private static double[] scaled(double[] vector, double factor) {
    return Arrays.stream(vector).map(value -> factor * value).toArray();
  }

  private static void assertSame(ConicSolution actual, ConicSolution expected) {
    assertThat(actual.status()).isEqualTo(expected.status());
    assertThat(actual.iterations()).isEqualTo(expected.iterations());
    assertThat(actual.x()).isEqualTo(expected.x());
    assertThat(actual.z()).isEqualTo(expected.z());
  }
}
