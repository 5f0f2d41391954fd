package io.evenflow.solver;

import io.evenflow.conic.ConicSolution;
import io.evenflow.conic.ConicStatus;
import io.evenflow.mip.RotatedCone;
import java.util.Arrays;

/**
 * The answer of a {@link ConicRelaxation} in the program's own variables and rows. Multipliers are
 * changes of the optimum per unit of the bound that binds, as linear programs have them.
 */
public final class RelaxedSolution {
  private final ConicLayout layout;
  private final ConicSolution solution;

  RelaxedSolution(ConicLayout layout, ConicSolution solution) {
    this.layout = layout;
    this.solution = solution;
  }

  public ConicStatus status() {
    return solution.status();
  }

  /** Whether x satisfies the program, to the solver's full or reduced tolerances. */
  public boolean hasPoint() {
    return status() == ConicStatus.SOLVED || status() == ConicStatus.ALMOST_SOLVED;
  }

  /** Values of all variables; NaN if the status is an infeasibility. */
  public double[] x() {
    return solution.x();
  }

  /** Primal objective with the program's constant. */
  public double objective() {
    return solution.primalObjective() + layout.program.constant();
  }

  /** Dual objective with the constant, a lower bound if SOLVED; else −∞, or +∞ if infeasible. */
  public double bound() {
    return switch (status()) {
      case SOLVED -> solution.dualObjective() + layout.program.constant();
      case PRIMAL_INFEASIBLE -> Double.POSITIVE_INFINITY;
      default -> Double.NEGATIVE_INFINITY;
    };
  }

  public int iterations() {
    return solution.iterations();
  }

  /** Wall time. Unit: s */
  public double seconds() {
    return solution.seconds();
  }

  /** Multiplier of each row. */
  public double[] rowDuals() {
    return duals(layout.rowEquality, layout.rowLower, layout.rowUpper);
  }

  /** Reduced cost of each variable; of a fixed one, what its value costs at the margin. */
  public double[] variableDuals() {
    return duals(layout.variableEquality, layout.variableLower, layout.variableUpper);
  }

  /**
   * Multipliers of the squares of norm cone k: with them as y, y·squares + ‖y‖·bound ≥ 0 is the
   * half-space that the optimum rests on.
   */
  public double[] normMultiplier(int k) {
    int first = layout.coneStart[k] + 1;
    return Arrays.copyOfRange(
        solution.z(), first, first + layout.program.cones().get(k).squares().length);
  }

  /**
   * The supporting half-space of cone k that its multiplier stands for: left·l + right·r ≥ 2 Σ
   * squares[i]·s[i] holds on the cone if left·right ≥ Σ squares², which multipliers satisfy up to
   * rounding.
   */
  ConeHalfspace halfspace(int k) {
    RotatedCone cone = layout.program.cones().get(k);
    double[] z = solution.z();
    int start = layout.coneStart[k];
    int first = start + (cone.isNorm() ? 1 : 2);
    double[] squares = new double[cone.squares().length];
    for (int i = 0; i < squares.length; i++) {
      squares[i] = -z[first + i] * (cone.isNorm() ? 0.5 : 1);
    }
    if (cone.isNorm()) {
      return new ConeHalfspace(0.5 * z[start], 0.5 * z[start], squares);
    }
    return new ConeHalfspace(z[start] + z[start + 1], z[start] - z[start + 1], squares);
  }

  private double[] duals(int[] equality, int[] lower, int[] upper) {
    double[] z = solution.z();
    double[] duals = new double[equality.length];
    for (int i = 0; i < duals.length; i++) {
      duals[i] = at(z, lower[i]) - at(z, upper[i]) - at(z, equality[i]);
    }
    return duals;
  }

  private static double at(double[] z, int row) {
    return row < 0 ? 0 : z[row];
  }
}
