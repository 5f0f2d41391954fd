package io.evenflow.coordination;

import io.evenflow.solver.HighsModel;
import java.util.Arrays;
import java.util.Objects;

/**
 * A coupling with a {@link Curve} in the master: θ = cost(n) as one row, Σ n = first end + Σ
 * pieces, with θ's own column left at the cost of the first end. The pieces fill in their order,
 * since slopes do not fall.
 */
final class CurveRow {
  private final Coupling coupling;
  private final HighsModel model;
  private final int theta;
  private final int row;
  private final int firstPiece;
  private Curve curve;

  /**
   * @param theta the model's variable of the coupling's cost
   * @param amount the model's variable of each row of the problem
   */
  CurveRow(Coupling coupling, HighsModel model, int theta, int[] amount) {
    this.coupling = coupling;
    this.model = model;
    this.theta = theta;
    curve = Objects.requireNonNull(coupling.curve());
    int[] columns = Arrays.stream(coupling.rows()).map(own -> amount[own]).toArray();
    double[] ones = new double[columns.length];
    Arrays.fill(ones, 1);
    double[] ends = curve.ends();
    row = model.addRow(ends[0], ends[0], columns, ones);
    firstPiece = model.columns();
    double free = Double.POSITIVE_INFINITY;
    for (int piece = 0; piece <= ends.length; piece++) {
      double lower = piece == 0 ? -free : 0;
      double upper = piece == 0 ? 0 : piece == ends.length ? free : ends[piece] - ends[piece - 1];
      model.addColumn(curve.slopes()[piece], lower, upper, new int[] {row}, new double[] {-1});
    }
    model.bounds(theta, curve.costAtFirst(), curve.costAtFirst());
  }

  /** Missing limits may cost something else now. */
  void readCosts() {
    Curve now = Objects.requireNonNull(coupling.curve());
    if (now != curve) {
      curve = now;
      for (int piece = 0; piece < curve.slopes().length; piece++) {
        model.cost(firstPiece + piece, curve.slopes()[piece]);
      }
      model.bounds(theta, curve.costAtFirst(), curve.costAtFirst());
    }
  }

  /** Any slope the curve has makes a valid line; the row's multiplier makes the best. */
  double weigh(double[] duals, double[] price) {
    double slope = slope(duals);
    for (int own : coupling.rows()) {
      price[own] += slope;
    }
    return curve.intercept(slope);
  }

  /** The best slope. Unit: currency per unit. */
  double slope(double[] duals) {
    return curve.slopeNear(-duals[row]);
  }

  /** What the coupling costs at a point of the model. Unit: currency. */
  double cost(double[] x) {
    double cost = curve.costAtFirst();
    for (int piece = 0; piece < curve.slopes().length; piece++) {
      cost += curve.slopes()[piece] * x[firstPiece + piece];
    }
    return cost;
  }
}
