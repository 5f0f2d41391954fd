package io.evenflow.conic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class SecondOrderConeTest {
  private final Random random = new Random(17);

  @Test
  void scalingMapsZToS() {
    for (int dimension = 1; dimension < 12; dimension++) {
      SecondOrderCone cone = cone(dimension);
      double[] s = interior(dimension);
      double[] z = interior(dimension);
      assertThat(cone.updateScaling(s, z)).isTrue();
      double[] y = new double[dimension];
      cone.applyScaling(z, y);
      assertThat(y).containsExactly(s, within(1e-9));
      cone.applyInverseScaling(y, y);
      assertThat(y).containsExactly(z, within(1e-9));
    }
  }

  @Test
  void refusesAPointOnTheBoundary() {
    assertThat(cone(3).updateScaling(new double[] {5, 3, 4}, new double[] {1, 0, 0})).isFalse();
  }

  @Test
  void stepEndsOnTheBoundary() {
    for (int trial = 0; trial < 1000; trial++) {
      int dimension = 1 + trial % 6;
      double[] x = interior(dimension);
      double[] d = random.doubles(dimension, -1, 1).toArray();
      double alpha = cone(dimension).step(x, d, 1e3);
      double[] end = new double[dimension];
      for (int i = 0; i < dimension; i++) {
        end[i] = x[i] + alpha * d[i];
      }
      double margin = cone(dimension).margin(end);
      if (alpha < 1e3) {
        assertThat(margin).isCloseTo(0, within(1e-7 * (1 + alpha)));
      } else {
        assertThat(margin).isGreaterThanOrEqualTo(0);
      }
    }
  }

  private static SecondOrderCone cone(int dimension) {
    return new SecondOrderCone(
        0, dimension, new double[dimension], new double[dimension], new double[dimension]);
  }

  private double[] interior(int dimension) {
    double[] x = random.doubles(dimension, -1, 1).toArray();
    double squares = 0;
    for (int i = 1; i < dimension; i++) {
      squares += x[i] * x[i];
    }
    x[0] = Math.sqrt(squares) + 0.01 + random.nextDouble();
    return x;
  }
}
