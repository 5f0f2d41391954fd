package io.evenflow.solver;

import io.evenflow.mip.Affine;
import io.evenflow.mip.MixedIntegerProgram;
import io.evenflow.mip.RotatedCone;

/**
 * Writes half-spaces of cones as rows Σ coefficient·x ≥ lower over the program's variables, in the
 * manner of Pajarito (Coey, Lubin, Vielma, doi:10.1007/s12532-020-00178-3). A row is never stronger
 * than the cone: factors are rounded up, what is rounded in sums is taken off the bound, and
 * coefficients too small for HiGHS are replaced by what they can be worth at most.
 */
final class ConeCuts {
  /** HiGHS drops smaller coefficients, which would move the cut. */
  private static final double SMALLEST = 1e-8;

  private final MixedIntegerProgram program;
  private final double[] coefficient;
  private final boolean[] touched;
  private final int[] columns;
  private int count;
  private double constant;
  private double magnitude;

  ConeCuts(MixedIntegerProgram program) {
    this.program = program;
    coefficient = new double[program.variables()];
    touched = new boolean[program.variables()];
    columns = new int[program.variables()];
  }

  /** left ≥ 0 and right ≥ 0 where the variables' bounds do not say it already. */
  void signs(RotatedCone cone, RowBatch batch) {
    double[] none = new double[cone.squares().length];
    if (leastValue(program, cone.left()) < 0) {
      add(cone, new ConeHalfspace(1, 0, none), batch);
    }
    if (!cone.isNorm() && leastValue(program, cone.right()) < 0) {
      add(cone, new ConeHalfspace(0, 1, none), batch);
    }
  }

  /** What an expression is at least by the bounds of its variables. */
  static double leastValue(MixedIntegerProgram program, Affine expression) {
    double least = expression.constant();
    for (int k = 0; k < expression.variables().length; k++) {
      double coefficient = expression.coefficients()[k];
      int j = expression.variables()[k];
      if (coefficient != 0) {
        least += coefficient * (coefficient > 0 ? program.lower()[j] : program.upper()[j]);
      }
    }
    return least;
  }

  /** Adds the half-space's row; false if there is nothing in it, or no safe row for it. */
  boolean add(RotatedCone cone, ConeHalfspace unsafe, RowBatch batch) {
    ConeHalfspace halfspace = unsafe.safe();
    gather(cone, halfspace);
    boolean added = write(batch);
    for (int k = 0; k < count; k++) {
      coefficient[columns[k]] = 0;
      touched[columns[k]] = false;
    }
    return added;
  }

  private void gather(RotatedCone cone, ConeHalfspace halfspace) {
    count = 0;
    constant = 0;
    magnitude = 0;
    gather(halfspace.left(), cone.left());
    gather(halfspace.right(), cone.right());
    for (int i = 0; i < cone.squares().length; i++) {
      gather(-2 * halfspace.squares()[i], cone.squares()[i]);
    }
  }

  private void gather(double factor, Affine expression) {
    if (factor == 0) {
      return;
    }
    constant += factor * expression.constant();
    magnitude += Math.abs(factor * expression.constant());
    for (int k = 0; k < expression.variables().length; k++) {
      int j = expression.variables()[k];
      if (!touched[j]) {
        touched[j] = true;
        columns[count++] = j;
      }
      coefficient[j] += factor * expression.coefficients()[k];
    }
  }

  private boolean write(RowBatch batch) {
    double largest = 0;
    for (int k = 0; k < count; k++) {
      largest = Math.max(largest, Math.abs(coefficient[columns[k]]));
    }
    if (!(largest > 0) || !Double.isFinite(largest)) {
      return false;
    }
    double lower = (-constant - 1e-15 * magnitude) / largest;
    for (int k = 0; k < count; k++) {
      double scaled = coefficient[columns[k]] / largest;
      if (isSmall(scaled)) {
        lower -= most(scaled, columns[k]);
      }
    }
    if (!Double.isFinite(lower)) {
      return false;
    }
    batch.row(lower, Double.POSITIVE_INFINITY);
    for (int k = 0; k < count; k++) {
      double scaled = coefficient[columns[k]] / largest;
      if (!isSmall(scaled)) {
        batch.entry(columns[k], scaled);
      }
    }
    return true;
  }

  private static boolean isSmall(double scaled) {
    return Math.abs(scaled) < SMALLEST;
  }

  private double most(double scaled, int j) {
    if (scaled == 0) {
      return 0;
    }
    return scaled * (scaled > 0 ? program.upper()[j] : program.lower()[j]);
  }
}
