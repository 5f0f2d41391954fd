package io.evenflow.conic;

import java.util.ArrayList;
import java.util.List;

/**
 * What a solve returns, in the units of the program as it was given.
 *
 * <pre>
 *   primalResidual = ‖Ax + s − b‖∞ / max(1, ‖b‖∞, ‖Ax‖∞, ‖s‖∞)
 *   dualResidual   = ‖Px + Aᵀz + q‖∞ / max(1, ‖q‖∞, ‖Px‖∞, ‖Aᵀz‖∞)
 *   gap            = |primalObjective − dualObjective|
 * </pre>
 *
 * <p>An infeasibility status fills only its certificate. PRIMAL_INFEASIBLE: z, and dualResidual =
 * ‖Aᵀz‖∞. DUAL_INFEASIBLE: x and s, and primalResidual = max(‖Px‖∞, ‖Ax + s‖∞). Everything else is
 * NaN then, and both objectives are +∞ or −∞.
 *
 * @param x the primal point, length n
 * @param z the dual point, length m, in the dual cone: free on zero rows, ≥ 0 on nonnegative rows
 * @param s the slack, length m, in the cone
 * @param primalObjective ½ xᵀPx + qᵀx
 * @param dualObjective −½ xᵀPx − bᵀz, a lower bound once the dual residual vanishes
 * @param seconds wall time of the solve, s
 */
public record ConicSolution(
    ConicStatus status,
    double[] x,
    double[] z,
    double[] s,
    double primalObjective,
    double dualObjective,
    double primalResidual,
    double dualResidual,
    double gap,
    int iterations,
    double seconds) {

  /** The gap over max(1, min(|primalObjective|, |dualObjective|)). */
  public double relativeGap() {
    return gap / Math.max(1, Math.min(Math.abs(primalObjective), Math.abs(dualObjective)));
  }

  /** The residuals that miss their tolerance, one sentence each; empty if all hold. */
  public List<String> shortfall(ConicSettings settings) {
    List<String> missed = new ArrayList<>();
    if (!(primalResidual <= settings.feasibilityTolerance())) {
      missed.add(sentence("primalResidual", primalResidual, settings.feasibilityTolerance()));
    }
    if (!(dualResidual <= settings.feasibilityTolerance())) {
      missed.add(sentence("dualResidual", dualResidual, settings.feasibilityTolerance()));
    }
    if (!(gap <= settings.absoluteGapTolerance()
        || relativeGap() <= settings.relativeGapTolerance())) {
      missed.add(sentence("relativeGap", relativeGap(), settings.relativeGapTolerance()));
    }
    return missed;
  }

  private static String sentence(String name, double value, double tolerance) {
    return "%s %.2e exceeds %.2e".formatted(name, value, tolerance);
  }
}
