package io.evenflow.conic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MinimumDegreeTest {
  @Test
  void fillsAGridLessThanHalfOfTheNaturalOrder() {
    SparseMatrix grid = GridLaplacian.upperTriangle(40);
    int[] order = MinimumDegree.order(1600, grid.starts, grid.index);
    assertPermutation(order, 1600);
    assertThat(fill(GridLaplacian.permuted(grid, order))).isLessThan(fill(grid) / 2);
  }

  @Test
  void fillsATreeNotAtAll() {
    Random random = new Random(3);
    int n = 500;
    int[] row = new int[2 * n - 1];
    int[] column = new int[2 * n - 1];
    double[] value = new double[2 * n - 1];
    Arrays.fill(value, 1);
    for (int i = 0; i < n; i++) {
      row[i] = i;
      column[i] = i;
      if (i > 0) {
        row[n - 1 + i] = random.nextInt(i);
        column[n - 1 + i] = i;
      }
    }
    SparseMatrix tree = SparseMatrix.ofTriplets(n, n, row, column, value, row.length);
    int[] order = MinimumDegree.order(n, tree.starts, tree.index);
    assertThat(fill(GridLaplacian.permuted(tree, order))).isEqualTo(n - 1);
  }

  @Test
  void permutesRandomPatternsWithDenseRows() {
    Random random = new Random(11);
    for (int trial = 0; trial < 100; trial++) {
      int n = 1 + random.nextInt(200);
      int count = random.nextInt(4 * n);
      int[] row = new int[count + n];
      int[] column = new int[count + n];
      for (int k = 0; k < count; k++) {
        int a = random.nextInt(n);
        int b = random.nextInt(n);
        row[k] = Math.min(a, b);
        column[k] = Math.max(a, b);
      }
      for (int k = 0; k < n; k++) {
        column[count + k] = trial % 2 == 0 ? k : n - 1;
        row[count + k] = k;
      }
      CompressedPattern pattern = CompressedPattern.of(n, n, row, column, count + n);
      assertPermutation(MinimumDegree.order(n, pattern.starts(), pattern.index()), n);
    }
  }

  private static void assertPermutation(int[] order, int n) {
    int[] sorted = order.clone();
    Arrays.sort(sorted);
    assertThat(sorted).isEqualTo(IntStream.range(0, n).toArray());
  }

  private static int fill(SparseMatrix upper) {
    byte[] signs = new byte[upper.columns];
    Arrays.fill(signs, (byte) 1);
    return new LdlFactor(upper.columns, upper.starts, upper.index, signs).size();
  }
}
