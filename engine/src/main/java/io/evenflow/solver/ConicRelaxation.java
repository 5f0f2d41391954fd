package io.evenflow.solver;

import io.evenflow.conic.ConicProgram;
import io.evenflow.conic.ConicSettings;
import io.evenflow.conic.ConicSolver;
import io.evenflow.mip.MixedIntegerProgram;

/**
 * The continuous conic program of a mixed-integer one: integrality is dropped, or the integers are
 * fixed. The solver is kept: costs, bounds of variables and rows and the fixings change between
 * solves, as long as no bound appears, disappears or closes.
 *
 * <p>Not thread-safe.
 */
public final class ConicRelaxation {
  private final MixedIntegerProgram program;
  private final ConicLayout layout;
  private final ConicSolver solver;
  private final double[] bounds;

  private ConicRelaxation(MixedIntegerProgram program, boolean[] fixed, ConicSettings settings) {
    this.program = program;
    layout = new ConicLayout(program, fixed);
    ConicProgram conic = layout.conicProgram();
    bounds = conic.bounds().clone();
    solver = new ConicSolver(conic, settings);
    bounds(program.lower(), program.upper());
  }

  /** Without integrality. */
  public static ConicRelaxation of(MixedIntegerProgram program, ConicSettings settings) {
    return new ConicRelaxation(program, new boolean[program.variables()], settings);
  }

  /** With integers fixed, by {@link #fix}, before the first solve. */
  public static ConicRelaxation withFixedIntegers(
      MixedIntegerProgram program, ConicSettings settings) {
    return new ConicRelaxation(program, program.integer(), settings);
  }

  /** Linear costs of all variables. */
  public void costs(double[] linear) {
    solver.setLinear(linear);
  }

  /**
   * Bounds of all variables. A fixed variable takes its lower bound as value.
   *
   * @throws IllegalArgumentException if a bound is finite that was not or the other way round
   */
  public void bounds(double[] lower, double[] upper) {
    for (int j = 0; j < program.variables(); j++) {
      if (layout.isFixed(j)) {
        bounds[layout.variableEquality[j]] = Double.isFinite(lower[j]) ? lower[j] : 0;
      } else {
        set("variable", j, layout.variableLower[j], -lower[j]);
        set("variable", j, layout.variableUpper[j], upper[j]);
      }
    }
    solver.setBounds(bounds);
  }

  /**
   * Bounds of all rows; equalities must stay equalities.
   *
   * @throws IllegalArgumentException if a bound is finite that was not or the other way round
   */
  public void rowBounds(double[] lower, double[] upper) {
    for (int i = 0; i < program.rows(); i++) {
      if (layout.rowEquality[i] >= 0) {
        requireEqual(i, lower[i], upper[i]);
        bounds[layout.rowEquality[i]] = lower[i];
      } else {
        set("row", i, layout.rowLower[i], -lower[i]);
        set("row", i, layout.rowUpper[i], upper[i]);
      }
    }
    solver.setBounds(bounds);
  }

  /** Fixes the integers to the nearest integers of their values in x. */
  public void fix(double[] x) {
    for (int j = 0; j < program.variables(); j++) {
      if (program.integer()[j]) {
        bounds[layout.variableEquality[j]] = Math.rint(x[j]);
      }
    }
    solver.setBounds(bounds);
  }

  /** What the solver solves, at the first costs and the bounds as they stand. */
  public ConicProgram conicProgram() {
    ConicProgram conic = layout.conicProgram();
    return new ConicProgram(
        conic.quadratic(), conic.linear(), conic.constraints(), bounds, conic.cones());
  }

  public RelaxedSolution solve() {
    return new RelaxedSolution(layout, solver.solve());
  }

  private void set(String what, int index, int row, double value) {
    if (row >= 0 != Double.isFinite(value)) {
      throw new IllegalArgumentException(
          "%s %d: bound %s appears or disappears\nMaybe the program has to be built anew?"
              .formatted(what, index, value));
    }
    if (row >= 0) {
      bounds[row] = value;
    }
  }

  private static void requireEqual(int row, double lower, double upper) {
    if (lower != upper) {
      throw new IllegalArgumentException(
          "row %d: %s to %s must stay an equality\nMaybe the program has to be built anew?"
              .formatted(row, lower, upper));
    }
  }
}
