package io.evenflow.mip;

/**
 * How far a point is outside of a program; 0 is inside. Every measure is relative to the size of
 * what is compared where that is above 1, absolute below.
 *
 * @param bounds largest violation of a variable's bound
 * @param rows largest violation of a row's bound
 * @param cones largest Σ squares² − left·right over max(1, left·right), of equalities its absolute
 *     value, or −left, or −right
 * @param integrality largest distance of an integer variable to the next integer, absolute
 */
public record Violation(double bounds, double rows, double cones, double integrality) {
  public static Violation of(MixedIntegerProgram program, double[] x) {
    return new Violation(
        ofBounds(program, x), ofRows(program, x), ofCones(program, x), ofIntegers(program, x));
  }

  /** The largest of all. NaN anywhere counts as +∞. */
  public double max() {
    double max = Math.max(Math.max(bounds, rows), Math.max(cones, integrality));
    return Double.isNaN(max) ? Double.POSITIVE_INFINITY : max;
  }

  private static double ofBounds(MixedIntegerProgram program, double[] x) {
    double worst = 0;
    for (int j = 0; j < x.length; j++) {
      worst = Math.max(worst, outside(program.lower()[j], x[j], program.upper()[j]));
    }
    return worst;
  }

  private static double ofRows(MixedIntegerProgram program, double[] x) {
    double worst = 0;
    for (int i = 0; i < program.rows(); i++) {
      double activity = 0;
      for (int k = program.rowStart()[i]; k < program.rowStart()[i + 1]; k++) {
        activity += program.rowValue()[k] * x[program.rowVariable()[k]];
      }
      worst = Math.max(worst, outside(program.rowLower()[i], activity, program.rowUpper()[i]));
    }
    return worst;
  }

  private static double outside(double lower, double value, double upper) {
    double below = (lower - value) / Math.max(1, Math.abs(lower));
    double above = (value - upper) / Math.max(1, Math.abs(upper));
    // an infinite bound gives ∞/∞ only if the value is infinite too
    return Math.max(lower > value ? below : 0, value > upper ? above : 0)
        + (Double.isFinite(value) ? 0 : Double.POSITIVE_INFINITY);
  }

  private static double ofCones(MixedIntegerProgram program, double[] x) {
    double worst = 0;
    for (RotatedCone cone : program.cones()) {
      double left = cone.left().at(x);
      double right = cone.right().at(x);
      double slack = cone.slack(x);
      double outside = (cone.isEquality() ? Math.abs(slack) : -slack) / Math.max(1, left * right);
      worst = Math.max(Math.max(worst, outside), Math.max(-left, -right));
    }
    return worst;
  }

  private static double ofIntegers(MixedIntegerProgram program, double[] x) {
    double worst = 0;
    for (int j = 0; j < x.length; j++) {
      if (program.integer()[j]) {
        worst = Math.max(worst, Math.abs(x[j] - Math.rint(x[j])));
      }
    }
    return worst;
  }
}
