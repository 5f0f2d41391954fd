package io.evenflow.conic;

import java.util.Random;

/**
 * A random program with interior primal and dual points x₀, s₀, z₀ by construction: b = Ax₀ + s₀
 * and q = −Px₀ − Aᵀz₀, so that an optimum exists.
 */
final class RandomProgram {
  private static final int[] DIMENSIONS = {1, 2, 3, 4, 4, 4, 5, 6, 9, 20};

  private final Random random;
  private final double spread;

  private RandomProgram(long seed, double spread) {
    random = new Random(seed);
    this.spread = spread;
  }

  /** Coefficients of rows and columns spread over 10^±spread. */
  static ConicProgram of(long seed, double spread) {
    return new RandomProgram(seed, spread).build();
  }

  private ConicProgram build() {
    int n = 1 + random.nextInt(25);
    int zero = random.nextInt(Math.max(1, n / 3));
    int nonnegative = random.nextInt(30);
    int[] secondOrder = new int[random.nextInt(6)];
    for (int k = 0; k < secondOrder.length; k++) {
      secondOrder[k] = DIMENSIONS[random.nextInt(DIMENSIONS.length)];
    }
    Cones cones = new Cones(zero, nonnegative, secondOrder);
    int m = cones.rows();
    SparseMatrix a = constraints(m, n, zero, cones);
    SparseMatrix p = random.nextBoolean() ? SparseMatrix.empty(n, n) : quadratic(n);
    double[] x = random.doubles(n, -1, 1).toArray();
    double[] b = inside(cones, true);
    double[] z = inside(cones, false);
    double[] gradient = new double[n];
    OptimalityConditions.addConstraints(a, x, z, b, gradient);
    OptimalityConditions.addQuadratic(p, x, gradient);
    for (int j = 0; j < n; j++) {
      gradient[j] = -gradient[j];
    }
    return new ConicProgram(p, gradient, a, b, cones);
  }

  private SparseMatrix constraints(int m, int n, int zero, Cones cones) {
    double[] rowScale = new double[m];
    int scaled = zero + cones.nonnegative();
    for (int i = 0; i < m; i++) {
      rowScale[i] = i < scaled ? scale() : 1;
    }
    int most = Math.min(n, 4);
    int[] row = new int[m * most];
    int[] column = new int[m * most];
    double[] value = new double[m * most];
    int count = 0;
    for (int i = 0; i < m; i++) {
      int entries = i < zero ? most : 1 + random.nextInt(most);
      for (int k = 0; k < entries; k++) {
        row[count] = i;
        column[count] = random.nextInt(n);
        value[count++] = rowScale[i] * random.nextGaussian();
      }
    }
    return SparseMatrix.ofTriplets(m, n, row, column, value, count);
  }

  private double scale() {
    return Math.pow(10, spread * (2 * random.nextDouble() - 1));
  }

  /** P = Σ vvᵀ over a few sparse v, positive semidefinite and rarely definite. */
  private SparseMatrix quadratic(int n) {
    int rank = 1 + random.nextInt(n);
    int[] row = new int[4 * rank];
    int[] column = new int[4 * rank];
    double[] value = new double[4 * rank];
    int count = 0;
    for (int k = 0; k < rank; k++) {
      int i = random.nextInt(n);
      int j = random.nextInt(n);
      double vi = random.nextGaussian();
      double vj = random.nextGaussian();
      int[][] pairs = i == j ? new int[][] {{i, i}} : new int[][] {{i, i}, {j, j}, {i, j}};
      double[] products = {vi * vi, vj * vj, vi * vj};
      for (int t = 0; t < pairs.length; t++) {
        row[count] = Math.min(pairs[t][0], pairs[t][1]);
        column[count] = Math.max(pairs[t][0], pairs[t][1]);
        value[count++] = products[t];
      }
    }
    return SparseMatrix.ofTriplets(n, n, row, column, value, count);
  }

  private double[] inside(Cones cones, boolean slack) {
    double[] v = new double[cones.rows()];
    int row = 0;
    for (; row < cones.zero(); row++) {
      v[row] = slack ? 0 : random.nextGaussian();
    }
    for (int i = 0; i < cones.nonnegative(); i++) {
      v[row++] = 0.01 + random.nextDouble();
    }
    for (int dimension : cones.secondOrder()) {
      double squares = 0;
      for (int i = 1; i < dimension; i++) {
        v[row + i] = random.nextGaussian();
        squares += v[row + i] * v[row + i];
      }
      v[row] = Math.sqrt(squares) + 0.01 + random.nextDouble();
      row += dimension;
    }
    return v;
  }
}
