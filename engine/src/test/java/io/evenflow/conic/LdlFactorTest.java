package io.evenflow.conic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LdlFactorTest {
  @Test
  void solvesAGridWhenRefactored() {
    SparseMatrix grid = GridLaplacian.upperTriangle(20);
    int[] order = MinimumDegree.order(400, grid.starts, grid.index);
    SparseMatrix matrix = GridLaplacian.permuted(grid, order);
    byte[] signs = new byte[400];
    Arrays.fill(signs, (byte) 1);
    LdlFactor factor = new LdlFactor(400, matrix.starts, matrix.index, signs);
    for (double scale = 1; scale < 1e3; scale *= 10) {
      double[] values = matrix.values();
      for (int p = 0; p < values.length; p++) {
        values[p] *= scale;
      }
      assertThat(factor.factor(values)).isTrue();
      assertSolves(new SparseMatrix(400, 400, matrix.starts, matrix.index, values), factor, 1e-10);
    }
  }

  @Test
  void solvesRandomQuasidefiniteMatrices() {
    Random random = new Random(5);
    for (int trial = 0; trial < 50; trial++) {
      int n = 2 + random.nextInt(60);
      int count = 3 * n;
      int[] row = new int[count];
      int[] column = new int[count];
      double[] value = new double[count];
      byte[] signs = new byte[n];
      for (int k = 0; k < n; k++) {
        row[k] = k;
        column[k] = k;
        signs[k] = (byte) (random.nextBoolean() ? 1 : -1);
        value[k] = signs[k] * (0.5 + random.nextDouble());
      }
      for (int k = n; k < count; k++) {
        int a = random.nextInt(n);
        int b = random.nextInt(n);
        row[k] = Math.min(a, b);
        column[k] = Math.max(a, b);
        value[k] = signs[a] == signs[b] ? 0 : random.nextGaussian();
      }
      SparseMatrix matrix = SparseMatrix.ofTriplets(n, n, row, column, value, count);
      LdlFactor factor = new LdlFactor(n, matrix.starts, matrix.index, signs);
      assertThat(factor.factor(matrix.values)).isTrue();
      assertThat(factor.replacedPivots()).isZero();
      assertSolves(matrix, factor, 1e-9);
    }
  }

  @Test
  void replacesAVanishingPivot() {
    SparseMatrix singular =
        SparseMatrix.ofTriplets(
            2, 2, new int[] {0, 0, 1}, new int[] {0, 1, 1}, new double[] {1, 1, 1}, 3);
    LdlFactor factor = new LdlFactor(2, singular.starts, singular.index, new byte[] {1, 1});
    assertThat(factor.factor(singular.values)).isTrue();
    assertThat(factor.replacedPivots()).isEqualTo(1);
  }

  @Test
  void refusesWhatIsNotFinite() {
    LdlFactor factor = new LdlFactor(1, new int[] {0, 1}, new int[] {0}, new byte[] {1});
    assertThat(factor.factor(new double[] {Double.NaN})).isFalse();
  }

  private static void assertSolves(SparseMatrix matrix, LdlFactor factor, double tolerance) {
    int n = matrix.columns;
    double[] x = new double[n];
    Arrays.setAll(x, i -> Math.sin(i + 1));
    double[] y = new double[n];
    matrix.symmetricProduct(x, y);
    factor.solve(y);
    for (int i = 0; i < n; i++) {
      assertThat(y[i]).isCloseTo(x[i], within(tolerance));
    }
  }
}
