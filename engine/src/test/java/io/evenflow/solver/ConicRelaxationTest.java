package io.evenflow.solver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.evenflow.conic.ConicSettings;
import io.evenflow.conic.ConicStatus;
import io.evenflow.mip.Affine;
import io.evenflow.mip.AffineBuilder;
import io.evenflow.mip.MixedIntegerProgram;
import io.evenflow.mip.RotatedCone;
import io.evenflow.mip.Violation;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ConicRelaxationTest {
  private static final double INFINITY = Double.POSITIVE_INFINITY;
  private static final ConicSettings SETTINGS = ConicSettings.defaults();

  /** min 2x + 3y, x + y ≥ 4, x ≤ 3. */
  @Test
  void linearProgramWithItsMultipliers() {
    RelaxedSolution solution = ConicRelaxation.of(Programs.linear(), SETTINGS).solve();
    assertThat(solution.x()).containsExactly(new double[] {3, 1}, within(1e-6));
    assertThat(solution.objective()).isEqualTo(9, within(1e-6));
    assertThat(solution.bound()).isEqualTo(9, within(1e-6));
    assertThat(solution.rowDuals()).containsExactly(new double[] {3}, within(1e-6));
    assertThat(solution.variableDuals()).containsExactly(new double[] {-1, 0}, within(1e-6));
  }

  @Test
  void multipliersAreThoseOfTheLinearEngine() {
    MixedIntegerProgram program = equalities();
    RelaxedSolution solution = ConicRelaxation.of(program, SETTINGS).solve();
    try (HighsModel model = new HighsModel(program)) {
      model.solve();
      assertThat(solution.rowDuals()).containsExactly(model.rowDuals(), within(1e-6));
      assertThat(solution.variableDuals()).containsExactly(model.columnDuals(), within(1e-6));
    }
  }

  @Test
  void oneBranchFixed() {
    MixedIntegerProgram program = Programs.oneBranch();
    ConicRelaxation fixed = ConicRelaxation.withFixedIntegers(program, SETTINGS);
    fixed.fix(new double[] {0, 0, 0, 0, 1, 1});
    assertThat(fixed.solve().objective()).isEqualTo(0.7 + 0.25 / 1.1, within(1e-6));
    fixed.fix(new double[] {0, 0, 0, 0, 1, 0});
    // P = 1: l = 1.25/1.1
    assertThat(fixed.solve().objective()).isEqualTo(0.5 + 1.25 / 1.1, within(1e-6));
  }

  /** The multiplier of a fixing is the slope of the optimum in its value. */
  @Test
  void multiplierOfAFixing() {
    MixedIntegerProgram.Builder builder = Programs.oneBranch().toBuilder();
    double[] values = new double[2];
    double step = 1e-4;
    for (int k = 0; k < 2; k++) {
      builder.setBounds(4, 0.5 + k * step, 0.5 + k * step);
      values[k] = ConicRelaxation.of(builder.build(), SETTINGS).solve().objective();
    }
    double multiplier = ConicRelaxation.of(builder.build(), SETTINGS).solve().variableDuals()[4];
    assertThat(multiplier).isEqualTo((values[1] - values[0]) / step, within(1e-3));
  }

  @Test
  void changesAreAsIfBuiltAnew() {
    MixedIntegerProgram program = Programs.random(new Random(2));
    ConicRelaxation kept = ConicRelaxation.of(program, SETTINGS);
    kept.solve();
    MixedIntegerProgram.Builder builder = program.toBuilder();
    builder.addCost(1, 0.25);
    builder.setBounds(1, -0.5, 0.75);
    MixedIntegerProgram changed = builder.build();
    kept.costs(changed.cost());
    kept.bounds(changed.lower(), changed.upper());
    assertThat(kept.solve().objective())
        .isEqualTo(ConicRelaxation.of(changed, SETTINGS).solve().objective(), within(1e-7));
  }

  @Test
  void rowBoundsChange() {
    MixedIntegerProgram program = Programs.linear();
    ConicRelaxation kept = ConicRelaxation.of(program, SETTINGS);
    kept.rowBounds(new double[] {5}, new double[] {INFINITY});
    assertThat(kept.solve().objective()).isEqualTo(12, within(1e-6));
    assertThatThrownBy(() -> kept.rowBounds(new double[] {5}, new double[] {6}))
        .hasMessageContaining("row 0: bound 6.0 appears");
  }

  @Test
  void pointIsInsideTheProgram() {
    for (int seed = 1; seed < 20; seed++) {
      MixedIntegerProgram program = Programs.random(new Random(seed));
      RelaxedSolution solution = ConicRelaxation.of(program, SETTINGS).solve();
      if (solution.status() == ConicStatus.SOLVED) {
        Violation violation = Violation.of(program, solution.x());
        assertThat(violation.rows()).isLessThan(1e-7);
        assertThat(violation.cones()).isLessThan(1e-7);
        assertThat(solution.bound()).isLessThanOrEqualTo(solution.objective() + 1e-7);
      } else {
        assertThat(solution.status()).isEqualTo(ConicStatus.PRIMAL_INFEASIBLE);
      }
    }
  }

  @Test
  void infeasibleAndUnboundedSayNothingOfABound() {
    RelaxedSolution infeasible = ConicRelaxation.of(Programs.infeasibleCone(), SETTINGS).solve();
    assertThat(infeasible.status()).isEqualTo(ConicStatus.PRIMAL_INFEASIBLE);
    assertThat(infeasible.bound()).isEqualTo(INFINITY);
    RelaxedSolution unbounded = ConicRelaxation.of(Programs.unbounded(), SETTINGS).solve();
    assertThat(unbounded.status()).isEqualTo(ConicStatus.DUAL_INFEASIBLE);
    assertThat(unbounded.bound()).isEqualTo(-INFINITY);
  }

  private static MixedIntegerProgram equalities() {
    MixedIntegerProgram.Builder b = new MixedIntegerProgram.Builder();
    int x = b.variable(0, 2, 1);
    int y = b.variable(0.5, 0.5, 4);
    int z = b.variable(-INFINITY, INFINITY, 2);
    b.equality(new AffineBuilder().add(1, x).add(1, y).add(1, z).build(), 4);
    b.row(-INFINITY, new AffineBuilder().add(1, x).add(-1, z).build(), 0);
    b.row(-10, Affine.of(z), 10);
    b.cone(RotatedCone.norm(Affine.constant(1e3), Affine.of(z)));
    return b.build();
  }
}
