package io.evenflow.solver;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenflow.mip.Affine;
import io.evenflow.mip.AffineBuilder;
import io.evenflow.mip.MixedIntegerProgram;
import io.evenflow.mip.RotatedCone;
import java.math.BigDecimal;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Cuts at random points hold on random points of the cone, in exact arithmetic. */
class ConeCutsTest {
  private static final int P = 0;
  private static final int Q = 1;
  private static final int L = 2;
  private static final int V = 3;

  private static MixedIntegerProgram branch(boolean norm) {
    MixedIntegerProgram.Builder b = new MixedIntegerProgram.Builder();
    b.variable(-2, 2, 0);
    b.variable(-2, 2, 0);
    b.variable(0, 40, 0);
    b.variable(norm ? -1 : 0.5, 1.5, 0);
    Affine shifted = new AffineBuilder().add(1, V).add(0.25).build();
    b.cone(
        norm
            ? RotatedCone.norm(shifted, Affine.of(P), Affine.of(0.3, Q))
            : new RotatedCone(new Affine[] {Affine.of(P), Affine.of(Q)}, Affine.of(L), shifted));
    return b.build();
  }

  @ParameterizedTest
  @ValueSource(doubles = {1, 1e-2, 1e-3, 1e-5, 1e-7})
  void rotated(double flow) {
    holds(branch(false), flow, new Random(1));
  }

  @ParameterizedTest
  @ValueSource(doubles = {1, 1e-3, 1e-7})
  void norm(double flow) {
    holds(branch(true), flow, new Random(2));
  }

  private static void holds(MixedIntegerProgram program, double flow, Random random) {
    RotatedCone cone = program.cones().getFirst();
    RowBatch batch = new RowBatch();
    ConeCuts cuts = new ConeCuts(program);
    for (int k = 0; k < 200; k++) {
      double[] outside = point(cone.isNorm(), flow, random);
      outside[L] *= 0.5 * random.nextDouble();
      cuts.add(cone, ConeHalfspace.at(cone, outside), batch);
    }
    assertThat(batch.rows()).isEqualTo(200);
    for (int k = 0; k < 200; k++) {
      double[] inside = point(cone.isNorm(), flow, random);
      for (int row = 0; row < batch.rows(); row++) {
        assertThat(activity(batch, row, inside))
            .isGreaterThanOrEqualTo(new BigDecimal(batch.lower[row]));
      }
    }
  }

  /** On the boundary or inside by a few roundings. */
  private static double[] point(boolean norm, double flow, Random random) {
    double p = flow * (2 * random.nextDouble() - 1);
    double q = flow * (2 * random.nextDouble() - 1);
    double v = norm ? Math.hypot(p, 0.3 * q) - 0.25 + 1e-15 : 0.5 + random.nextDouble();
    double[] x = {p, q, (p * p + q * q) / (v + 0.25), v};
    x[L] += 4 * Math.ulp(x[L]);
    return x;
  }

  private static BigDecimal activity(RowBatch batch, int row, double[] x) {
    int end = row + 1 < batch.rows() ? batch.start[row + 1] : batch.entries();
    BigDecimal sum = BigDecimal.ZERO;
    for (int k = batch.start[row]; k < end; k++) {
      sum = sum.add(new BigDecimal(batch.value[k]).multiply(new BigDecimal(x[batch.variable[k]])));
    }
    return sum;
  }
}
