package io.evenflow.mip;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A program with some variables held at values and everything that follows taken out: rows left
 * with one variable become bounds, variables whose bounds meet become constants. What remains has
 * an interior where the fixed program has one, which interior-point methods need.
 */
public final class FixedProgram {
  /** Bounds nearer than this (relative to their size) make a constant. */
  private static final double MEET = 1e-11;

  /** How far bounds may cross before the fixing counts as infeasible. */
  private static final double CROSS = 1e-9;

  private final MixedIntegerProgram original;
  private final double[] lower;
  private final double[] upper;
  private final boolean[] removedRow;
  private final int[] reducedIndex;
  private final @Nullable MixedIntegerProgram reduced;

  private FixedProgram(MixedIntegerProgram original, int[] variables, double[] values) {
    this.original = original;
    lower = original.lower().clone();
    upper = original.upper().clone();
    removedRow = new boolean[original.rows()];
    reducedIndex = new int[original.variables()];
    for (int k = 0; k < variables.length; k++) {
      lower[variables[k]] = values[k];
      upper[variables[k]] = values[k];
    }
    reduced = propagate() ? reduce() : null;
  }

  /**
   * Holds variables[k] at values[k].
   *
   * @return the reduced program, or null where bounds alone show that nothing is feasible
   */
  public static @Nullable FixedProgram of(
      MixedIntegerProgram program, int[] variables, double[] values) {
    FixedProgram fixed = new FixedProgram(program, variables, values);
    return fixed.reduced == null ? null : fixed;
  }

  /** What remains. */
  public MixedIntegerProgram program() {
    if (reduced == null) {
      throw new IllegalStateException("an infeasible fixing has no program");
    }
    return reduced;
  }

  /** A point of the original program from one of {@link #program()}. */
  public double[] restore(double[] x) {
    double[] full = new double[reducedIndex.length];
    for (int j = 0; j < full.length; j++) {
      full[j] = reducedIndex[j] >= 0 ? x[reducedIndex[j]] : constant(j);
    }
    return full;
  }

  private boolean isFixed(int j) {
    return Double.isFinite(lower[j])
        && upper[j] - lower[j] <= MEET * Math.max(1, Math.abs(lower[j]));
  }

  private double constant(int j) {
    return (lower[j] + upper[j]) / 2;
  }

  /** Turns rows with at most one free variable into bounds until none is left. */
  private boolean propagate() {
    boolean changed = true;
    while (changed) {
      changed = false;
      for (int i = 0; i < removedRow.length; i++) {
        if (removedRow[i]) {
          continue;
        }
        int free = freeEntry(i);
        if (free == SEVERAL) {
          continue;
        }
        removedRow[i] = true;
        changed = true;
        if (!(free == NONE ? holds(i) : tighten(i, free))) {
          return false;
        }
      }
    }
    return true;
  }

  private static final int NONE = -1;
  private static final int SEVERAL = -2;

  /** Position of the row's only free entry, {@link #NONE} or {@link #SEVERAL}. */
  private int freeEntry(int row) {
    int found = NONE;
    for (int e = original.rowStart()[row]; e < original.rowStart()[row + 1]; e++) {
      if (original.rowValue()[e] != 0 && !isFixed(original.rowVariable()[e])) {
        if (found != NONE) {
          return SEVERAL;
        }
        found = e;
      }
    }
    return found;
  }

  private double fixedPart(int row) {
    double sum = 0;
    for (int e = original.rowStart()[row]; e < original.rowStart()[row + 1]; e++) {
      int j = original.rowVariable()[e];
      if (isFixed(j)) {
        sum += original.rowValue()[e] * constant(j);
      }
    }
    return sum;
  }

  private boolean holds(int row) {
    double sum = fixedPart(row);
    double tolerance = CROSS * Math.max(1, Math.abs(sum));
    return sum >= original.rowLower()[row] - tolerance
        && sum <= original.rowUpper()[row] + tolerance;
  }

  private boolean tighten(int row, int entry) {
    int j = original.rowVariable()[entry];
    double a = original.rowValue()[entry];
    double rest = fixedPart(row);
    double low = (original.rowLower()[row] - rest) / a;
    double high = (original.rowUpper()[row] - rest) / a;
    lower[j] = Math.max(lower[j], Math.min(low, high));
    upper[j] = Math.min(upper[j], Math.max(low, high));
    if (lower[j] > upper[j]) {
      if (lower[j] - upper[j] > CROSS * Math.max(1, Math.abs(lower[j]))) {
        return false;
      }
      double middle = constant(j);
      lower[j] = middle;
      upper[j] = middle;
    }
    return true;
  }

  private MixedIntegerProgram reduce() {
    MixedIntegerProgram.Builder builder = new MixedIntegerProgram.Builder();
    builder.addConstant(original.constant());
    for (int j = 0; j < reducedIndex.length; j++) {
      if (isFixed(j)) {
        reducedIndex[j] = NONE;
        double value = constant(j);
        builder.addConstant((original.cost()[j] + original.quadraticCost()[j] * value) * value);
      } else {
        reducedIndex[j] = builder.variable(lower[j], upper[j], original.cost()[j]);
        builder.addQuadraticCost(reducedIndex[j], original.quadraticCost()[j]);
        builder.setInteger(reducedIndex[j], original.integer()[j]);
      }
    }
    for (int i = 0; i < removedRow.length; i++) {
      if (!removedRow[i]) {
        int[] variables =
            Arrays.copyOfRange(
                original.rowVariable(), original.rowStart()[i], original.rowStart()[i + 1]);
        double[] values =
            Arrays.copyOfRange(
                original.rowValue(), original.rowStart()[i], original.rowStart()[i + 1]);
        builder.row(
            original.rowLower()[i],
            reduce(new Affine(variables, values, 0)),
            original.rowUpper()[i]);
      }
    }
    original.cones().forEach(cone -> builder.cone(reduce(cone)));
    return builder.build();
  }

  private Affine reduce(Affine expression) {
    AffineBuilder sum = new AffineBuilder().add(expression.constant());
    for (int k = 0; k < expression.variables().length; k++) {
      int j = expression.variables()[k];
      if (reducedIndex[j] >= 0) {
        sum.add(expression.coefficients()[k], reducedIndex[j]);
      } else {
        sum.add(expression.coefficients()[k] * constant(j));
      }
    }
    return sum.build();
  }

  private RotatedCone reduce(RotatedCone cone) {
    List<Affine> squares = new ArrayList<>();
    for (Affine square : cone.squares()) {
      squares.add(reduce(square));
    }
    Affine[] reducedSquares = squares.toArray(Affine[]::new);
    Affine left = reduce(cone.left());
    Affine right = cone.isNorm() ? left : reduce(cone.right());
    return new RotatedCone(reducedSquares, left, right, cone.isEquality());
  }
}
