package io.evenflow.conic;

/**
 * The program: minimise ½ xᵀPx + qᵀx subject to Ax + s = b, s ∈ K.
 *
 * @param quadratic P, n×n, its upper triangle only, positive semidefinite; may be empty
 * @param linear q, length n, finite
 * @param constraints A, m×n
 * @param bounds b, length m, finite
 * @param cones K, whose rows add up to m
 */
public record ConicProgram(
    SparseMatrix quadratic,
    double[] linear,
    SparseMatrix constraints,
    double[] bounds,
    Cones cones) {
  /** Checks shapes and numbers and takes copies of the vectors. */
  public ConicProgram {
    int n = constraints.columns();
    int m = constraints.rows();
    require("linear", linear.length, n, "columns of the constraints");
    require("bounds", bounds.length, m, "rows of the constraints");
    require("cones", cones.rows(), m, "rows of the constraints");
    require("quadratic rows", quadratic.rows(), n, "columns of the constraints");
    require("quadratic columns", quadratic.columns(), n, "columns of the constraints");
    requireUpperTriangle(quadratic);
    requireFinite("linear", linear);
    requireFinite("bounds", bounds);
    linear = linear.clone();
    bounds = bounds.clone();
  }

  private static void require(String field, int actual, int expected, String of) {
    if (actual != expected) {
      throw new IllegalArgumentException(
          "program: %s has size %d, must be %d, the %s".formatted(field, actual, expected, of));
    }
  }

  private static void requireUpperTriangle(SparseMatrix quadratic) {
    for (int j = 0; j < quadratic.columns; j++) {
      int end = quadratic.starts[j + 1];
      if (end > quadratic.starts[j] && quadratic.index[end - 1] > j) {
        throw new IllegalArgumentException(
            "program: quadratic has an entry at (%d, %d), below the diagonal\nMaybe the full matrix was given? Leave out its lower triangle."
                .formatted(quadratic.index[end - 1], j));
      }
    }
  }

  static void requireFinite(String field, double[] vector) {
    for (int i = 0; i < vector.length; i++) {
      if (!Double.isFinite(vector[i])) {
        throw new IllegalArgumentException(
            "program: %s[%d] is %s, must be finite\nMaybe an absent bound? Leave out its row."
                .formatted(field, i, vector[i]));
      }
    }
  }
}
