package io.evenflow.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.evenflow.coordination.ConvexCosts;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The dynamic program of all that a storage may be and have, against all whole moves. */
class KindsTest {
  @ParameterizedTest
  @EnumSource(Kind.class)
  void equalsTheOptimumOverAllWholeMoves(Kind kind) {
    SplittableRandom random = new SplittableRandom(20261128 + kind.ordinal());
    int schedules = 0;
    for (int trial = 0; trial < 400; trial++) {
      LatticeStorage lattice = kind.random(random, trial < 300 ? 5 : 12);
      OnCosts onCosts = random.nextInt(3) > 0 ? OnCosts.NONE : OnCosts.EITHER;
      onCosts = random.nextInt(4) == 0 ? OnCosts.EACH : onCosts;
      int n = lattice.storage().steps().size();
      double[] price = random.doubles(n, -0.15, 0.85).toArray();
      double[] on = random.doubles((long) onCosts.rows() * n, 0, 0.5).toArray();
      double[] charging = Arrays.copyOf(on, n);
      double[] discharging = onCosts == OnCosts.EACH ? Arrays.copyOfRange(on, n, 2 * n) : charging;
      double optimum =
          lattice.optimum(
              (k, kw) -> price[k] * kw + (kw == 0 ? 0 : kw > 0 ? charging[k] : discharging[k]));
      StorageOracle oracle = new StorageOracle(lattice.storage(), onCosts);
      double value = oracle.solve(linear(price, on));

      String words = kind + ", trial " + trial;
      if (Double.isInfinite(optimum)) {
        assertThat(value).as(words).isInfinite();
        continue;
      }
      schedules++;
      double accuracy = 1e-9 * (1 + Math.abs(optimum));
      assertThat(value).as(words).isCloseTo(optimum, within(accuracy));
      assertThat(value).as(words).isLessThanOrEqualTo(optimum + 1e-11);
      assertThat(oracle.cost()).as(words).isCloseTo(value, within(accuracy));
      StorageRules.assertKeeps(lattice.storage(), oracle.netKw(), words);
    }
    assertThat(schedules).isGreaterThan(200);
  }

  private static ConvexCosts linear(double[] price, double[] on) {
    ConvexCosts costs = new ConvexCosts();
    costs.setLinear(price, StepRows.upTo(price.length));
    for (double cost : on) {
      costs.beginRow();
      costs.addPiece(0, 1, cost, 0);
    }
    return costs;
  }
}
