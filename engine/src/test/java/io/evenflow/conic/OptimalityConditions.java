package io.evenflow.conic;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The KKT conditions of a program, computed from the program alone, densely and by their
 * definition:
 *
 * <pre>
 *   Ax + s = b,  s ∈ K,   Px + Aᵀz + q = 0,  z ∈ K*,   sᵀz = 0
 * </pre>
 */
final class OptimalityConditions {
  private OptimalityConditions() {}

  static void assertHold(ConicProgram program, ConicSolution solution, double tolerance) {
    double[] x = solution.x();
    double[] z = solution.z();
    double[] s = solution.s();
    double[] primal = new double[s.length];
    double[] dual = new double[x.length];
    addConstraints(program.constraints(), x, z, primal, dual);
    addQuadratic(program.quadratic(), x, dual);
    double primalSize = 1 + largest(program.bounds()) + largest(s) + largest(primal);
    double dualSize = 1 + largest(program.linear()) + largest(dual);
    for (int i = 0; i < s.length; i++) {
      assertThat(primal[i] + s[i] - program.bounds()[i])
          .isBetween(-tolerance * primalSize, tolerance * primalSize);
    }
    for (int j = 0; j < x.length; j++) {
      assertThat(dual[j] + program.linear()[j])
          .isBetween(-tolerance * dualSize, tolerance * dualSize);
    }
    assertInCone(program.cones(), s, true);
    assertInCone(program.cones(), z, false);
    double gap = solution.primalObjective() - solution.dualObjective();
    double objective = Math.max(1, Math.abs(solution.primalObjective()));
    assertThat(gap).isBetween(-tolerance * objective, tolerance * objective);
    assertThat(dot(s, z)).isLessThanOrEqualTo(10 * tolerance * (objective + dot(s, s)));
  }

  /** y ← y + Ax and w ← w + Aᵀz. */
  static void addConstraints(SparseMatrix a, double[] x, double[] z, double[] y, double[] w) {
    int[] starts = a.columnStarts();
    int[] rows = a.rowIndices();
    double[] values = a.values();
    for (int j = 0; j < a.columns(); j++) {
      for (int p = starts[j]; p < starts[j + 1]; p++) {
        y[rows[p]] += values[p] * x[j];
        w[j] += values[p] * z[rows[p]];
      }
    }
  }

  static void addQuadratic(SparseMatrix upper, double[] x, double[] y) {
    int[] starts = upper.columnStarts();
    int[] rows = upper.rowIndices();
    double[] values = upper.values();
    for (int j = 0; j < upper.columns(); j++) {
      for (int p = starts[j]; p < starts[j + 1]; p++) {
        y[j] += values[p] * x[rows[p]];
        if (rows[p] != j) {
          y[rows[p]] += values[p] * x[j];
        }
      }
    }
  }

  /** Membership without tolerance: interior points never leave their cone. */
  static void assertInCone(Cones cones, double[] v, boolean slack) {
    int row = cones.zero();
    for (int i = 0; slack && i < row; i++) {
      assertThat(v[i]).isZero();
    }
    for (int i = 0; i < cones.nonnegative(); i++) {
      assertThat(v[row++]).isNotNegative();
    }
    for (int dimension : cones.secondOrder()) {
      double squares = 0;
      for (int i = 1; i < dimension; i++) {
        squares += v[row + i] * v[row + i];
      }
      assertThat(v[row]).isGreaterThanOrEqualTo(Math.sqrt(squares) * (1 - 1e-14));
      row += dimension;
    }
  }

  static double dot(double[] x, double[] y) {
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      sum += x[i] * y[i];
    }
    return sum;
  }

  static double largest(double[] x) {
    double largest = 0;
    for (double value : x) {
      largest = Math.max(largest, Math.abs(value));
    }
    return largest;
  }
}
