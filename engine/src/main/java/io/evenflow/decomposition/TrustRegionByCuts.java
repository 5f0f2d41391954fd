package io.evenflow.decomposition;

import io.evenflow.formulation.SessionProgram;
import io.evenflow.mip.Affine;
import io.evenflow.mip.AffineBuilder;
import io.evenflow.mip.MixedIntegerProgram;
import io.evenflow.scenario.Scenario;
import io.evenflow.solver.HighsStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Stage 2 of the paper, (22)–(24) of arXiv 2409.19962, over the decomposed day: all sessions in
 * full with the row Σ_{I₀} z + Σ_{I₁}(1 − z) ≤ r, the grid by its cuts.
 */
public final class TrustRegionByCuts {
  private final Scenario scenario;
  private final GridSide grid;
  private final List<Cut> cuts = new ArrayList<>();
  private final int[] allPeriods;

  /**
   * @param seed station powers to take the first cuts at, by period and station. Unit: kW
   */
  public TrustRegionByCuts(Scenario scenario, double[][] seed) {
    this.scenario = scenario;
    grid = new GridSide(scenario);
    allPeriods = IntStream.range(0, scenario.periods()).toArray();
    double[][] none = new double[scenario.periods()][scenario.stations().size()];
    for (double[][] powers : List.of(none, seed)) {
      for (GridSide.Answer answer : grid.answer(allPeriods, powers)) {
        cuts.add(answer.cut());
      }
    }
  }

  /**
   * What a region holds.
   *
   * @param schedules the best schedules found, null where there are none
   * @param objective their cost. Unit: currency
   * @param isWhole whether they keep all limits
   * @param isProvenEmpty whether the region is proven to hold no schedules at all
   * @param nodes branch-and-bound nodes
   */
  public record Outcome(
      Schedule @Nullable [] schedules,
      double objective,
      boolean isWhole,
      boolean isProvenEmpty,
      long nodes) {}

  /**
   * Searches one region.
   *
   * @param z stage 1's binaries, in the order of the day's program
   * @param threshold δ: z ≤ δ is 0, z ≥ 1 − δ is 1
   * @param gap the answer is within this of the region's best. Unit: currency
   */
  public Outcome solve(
      double[] z, double threshold, int radius, double gap, double seconds, BooleanSupplier stop) {
    List<Integer> all = IntStream.range(0, scenario.sessions().size()).boxed().toList();
    double[][] none = new double[scenario.periods()][scenario.stations().size()];
    SessionProgram sessions = new SessionProgram(scenario, all, none);
    MixedIntegerProgram.Builder builder = sessions.program().toBuilder();
    builder.row(Double.NEGATIVE_INFINITY, turned(sessions.binaries(), z, threshold), radius);
    try (CutLoop loop =
        new CutLoop(scenario, grid, cuts, sessions, builder.build(), Plan.idle(scenario, grid))) {
      CutLoop.Outcome found = loop.solve(gap, seconds, stop);
      Plan plan = found.plan();
      return new Outcome(
          plan == null ? null : plan.schedules,
          plan == null ? Double.POSITIVE_INFINITY : plan.objective(),
          plan != null && plan.isWhole(),
          found.status() == HighsStatus.INFEASIBLE,
          found.nodes());
    }
  }

  private static Affine turned(int[] binaries, double[] z, double threshold) {
    AffineBuilder sum = new AffineBuilder();
    for (int i = 0; i < binaries.length; i++) {
      if (z[i] <= threshold) {
        sum.add(1, binaries[i]);
      } else if (z[i] >= 1 - threshold) {
        sum.add(-1, binaries[i]).add(1);
      }
    }
    return sum.build();
  }

  /** The grid, for its generators' powers at schedules. */
  public GridSide grid() {
    return grid;
  }
}
