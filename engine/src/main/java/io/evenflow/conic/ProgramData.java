package io.evenflow.conic;

/**
 * The program in the scaled units in which the method works, beside the program as it was given.
 *
 * <pre>
 *   x = D x̂,   z = E ẑ / c,   s = E⁻¹ ŝ
 * </pre>
 */
final class ProgramData {
  private static final double SMALLEST_COST = 1e-4;
  private static final double LARGEST_COST = 1e4;

  final int n;
  final int m;
  final Cones cones;
  final SparseMatrix givenQuadratic;
  final SparseMatrix givenConstraints;
  final double[] givenLinear;
  final double[] givenBounds;
  final SparseMatrix quadratic;
  final SparseMatrix constraints;
  final SparseMatrix rows;
  final double[] linear;
  final double[] bounds;
  final Equilibration equilibration;
  double costScale;
  private final double[] quadraticBeforeCost;
  private final int[] rowPositions;

  ProgramData(ConicProgram program) {
    n = program.constraints().columns;
    m = program.constraints().rows;
    cones = program.cones();
    givenQuadratic = program.quadratic().copy();
    givenConstraints = program.constraints().copy();
    givenLinear = program.linear().clone();
    givenBounds = program.bounds().clone();
    quadratic = givenQuadratic.copy();
    constraints = givenConstraints.copy();
    rowPositions = new int[constraints.size()];
    rows = constraints.transposed(rowPositions);
    linear = new double[n];
    bounds = new double[m];
    quadraticBeforeCost = new double[quadratic.size()];
    equilibration = new Equilibration(n, m, cones);
    matricesChanged();
  }

  /** Equilibrates anew from the given matrices. */
  void matricesChanged() {
    System.arraycopy(givenQuadratic.values, 0, quadratic.values, 0, quadratic.size());
    System.arraycopy(givenConstraints.values, 0, constraints.values, 0, constraints.size());
    equilibration.equilibrate(quadratic, constraints);
    System.arraycopy(quadratic.values, 0, quadraticBeforeCost, 0, quadratic.size());
    for (int p = 0; p < rowPositions.length; p++) {
      rows.values[rowPositions[p]] = constraints.values[p];
    }
    linearChanged();
    boundsChanged();
  }

  /** Scales q, and with it the objective: P depends on q through c alone. */
  void linearChanged() {
    double largest = 0;
    for (int j = 0; j < n; j++) {
      linear[j] = givenLinear[j] * equilibration.columnScale[j];
      largest = Math.max(largest, Math.abs(linear[j]));
    }
    for (double value : quadraticBeforeCost) {
      largest = Math.max(largest, Math.abs(value));
    }
    costScale = largest > 0 ? Math.clamp(1 / largest, SMALLEST_COST, LARGEST_COST) : 1;
    for (int j = 0; j < n; j++) {
      linear[j] *= costScale;
    }
    for (int p = 0; p < quadraticBeforeCost.length; p++) {
      quadratic.values[p] = quadraticBeforeCost[p] * costScale;
    }
  }

  void boundsChanged() {
    for (int i = 0; i < m; i++) {
      bounds[i] = givenBounds[i] * equilibration.rowScale[i];
    }
  }

  double primalUnit(int j) {
    return equilibration.columnScale[j];
  }

  double dualUnit(int i) {
    return equilibration.rowScale[i] / costScale;
  }

  double slackUnit(int i) {
    return 1 / equilibration.rowScale[i];
  }
}
