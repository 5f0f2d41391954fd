package io.evenflow.method;

import io.evenflow.conic.ConicStatus;
import io.evenflow.formulation.DayProgram;
import io.evenflow.method.Watcher.Progress;
import io.evenflow.mip.MixedIntegerProgram;
import io.evenflow.solver.ConicRelaxation;
import io.evenflow.solver.RelaxedSolution;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Stage 1 of the paper, difference of convex, (17)–(21): binaries z relaxed to [0, 1] with the
 * penalty μ·Σ(z − z²), whose concave part is linearised at zᵏ; each iteration minimises
 *
 * <pre>
 * f + μ·Σ(1 − 2zᵏ)·z
 * </pre>
 *
 * starting from the plain relaxation z⁰, until f + penalty moves less than ε or no z is fractional.
 * μ grows by a factor per iteration.
 */
final class DifferenceOfConvex {
  /** Parameters: {@link Settings#penaltyWeight()}, growth, tolerance, iterations, threshold. */
  private final DayProgram day;

  private final Settings settings;
  private final Run run;
  private final int[] binaries;
  private final double[] plainCost;
  private final double[] penalisedCost;
  private final ConicRelaxation relaxation;

  DifferenceOfConvex(DayProgram day, Settings settings, Run run) {
    this.day = day;
    this.settings = settings;
    this.run = run;
    binaries = day.binaries();
    plainCost = day.program().cost();
    penalisedCost = plainCost.clone();
    relaxation = ConicRelaxation.of(day.program(), run.conic());
  }

  /**
   * What stage 1 ends with.
   *
   * @param status of the plain relaxation; without a solved one there is no point
   * @param bound proven lower bound of the scenario: the plain relaxation's dual objective
   * @param relaxed objective of the plain relaxation
   * @param x point of the day's program, all binaries between 0 and 1; empty without a point
   */
  record Outcome(ConicStatus status, double bound, double relaxed, double[] x) {}

  Outcome run() {
    RelaxedSolution plain = relaxation.solve();
    if (!plain.hasPoint()) {
      return new Outcome(plain.status(), Double.NEGATIVE_INFINITY, Double.NaN, new double[0]);
    }
    double[] x = plain.x();
    double penaltyWeight =
        settings.penaltyWeight() == null
            ? Penalty.weight(day.scenario())
            : settings.penaltyWeight();
    record(0, x, 0);
    for (int k = 1; k <= settings.iterations() && fractional(x) > 0 && !run.mustStop(); k++) {
      linearisePenalty(x, penaltyWeight);
      RelaxedSolution step = relaxation.solve();
      if (!step.hasPoint()) {
        run.note("stage 1 ended early: iteration " + k + " " + step.status());
        break;
      }
      double before = merit(x, penaltyWeight);
      x = step.x();
      record(k, x, penaltyWeight);
      if (Math.abs(merit(x, penaltyWeight) - before) < settings.tolerance()) {
        break;
      }
      penaltyWeight *= settings.penaltyGrowth();
    }
    return new Outcome(plain.status(), plain.bound(), plain.objective(), x);
  }

  private void linearisePenalty(double[] x, double penaltyWeight) {
    for (int j : binaries) {
      penalisedCost[j] = plainCost[j] + penaltyWeight * (1 - 2 * clamp(x[j]));
    }
    relaxation.costs(penalisedCost);
  }

  /** f + μ·Σ(z − z²), both points of a step under the same μ. */
  private double merit(double[] x, double penaltyWeight) {
    return day.program().objective(x) + penaltyWeight * concavity(x);
  }

  /** Σ(z − z²). */
  private double concavity(double[] x) {
    double sum = 0;
    for (int j : binaries) {
      double z = clamp(x[j]);
      sum += z - z * z;
    }
    return sum;
  }

  private int fractional(double[] x) {
    int count = 0;
    for (int j : binaries) {
      count += x[j] > settings.threshold() && x[j] < 1 - settings.threshold() ? 1 : 0;
    }
    return count;
  }

  private static double clamp(double z) {
    return Math.max(0, Math.min(1, z));
  }

  private void record(int iteration, double[] x, double penaltyWeight) {
    MixedIntegerProgram program = day.program();
    double objective = program.objective(x);
    int fractional = fractional(x);
    run.progress(
        new Progress("stage 1: difference of convex", iteration, objective, null, fractional));
    Map<String, Object> step = new LinkedHashMap<>();
    step.put("stage", "difference-of-convex");
    step.put("iteration", iteration);
    step.put("objective", objective);
    step.put("penaltyWeight", penaltyWeight);
    step.put("penalty", penaltyWeight * concavity(x));
    step.put("fractionalBinaries", fractional);
    run.trace(step);
  }
}
