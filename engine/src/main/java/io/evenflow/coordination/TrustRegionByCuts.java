package io.evenflow.coordination;

import io.evenflow.mip.Affine;
import io.evenflow.mip.AffineBuilder;
import io.evenflow.mip.MixedIntegerProgram;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Stage 2 of the paper, (22)–(24) of arXiv 2409.19962, over the problem taken apart: all resources
 * in full with the row Σ_{I₀} z + Σ_{I₁}(1 − z) ≤ r over their integers, the couplings by their
 * cuts.
 */
public final class TrustRegionByCuts {
  private final Problem problem;
  private final Couplings couplings;
  private final Cuts cuts;
  private final Node root;

  /**
   * @param missCost above every marginal value of a unit. Unit: currency per unit
   * @param seed amounts to take the first cuts at, by row
   */
  public TrustRegionByCuts(Problem problem, double missCost, double[] seed) {
    this.problem = problem;
    couplings = new Couplings(problem, missCost, missCost);
    cuts = new Cuts(problem);
    root = Node.root(problem);
    cuts.addKnown(problem.couplings());
    for (double[] amounts : List.of(new double[problem.rows().size()], seed)) {
      Answer[] answers = couplings.ask(couplings.every(), amounts, root.regions());
      for (int c = 0; c < answers.length; c++) {
        cuts.add(c, answers[c].cut());
      }
    }
  }

  /**
   * What a region holds.
   *
   * @param plan the best plan found, null where there is none
   * @param isProvenEmpty whether the region is proven to hold none at all
   * @param nodes branch-and-bound nodes
   */
  public record Outcome(@Nullable Plan plan, boolean isProvenEmpty, long nodes) {}

  /**
   * Searches one region.
   *
   * @param z stage 1's binaries, in the order of the resources
   * @param threshold δ: z ≤ δ is 0, z ≥ 1 − δ is 1
   * @param gap the answer is within this of the region's best. Unit: currency
   */
  public Outcome solve(
      double[] z, double threshold, int radius, double gap, double seconds, BooleanSupplier stop) {
    List<Integer> all = IntStream.range(0, problem.resources().size()).boxed().toList();
    double[] none = new double[problem.rows().size()];
    ResourceProgram resources = new ResourceProgram(problem, all, none, root.regions());
    MixedIntegerProgram.Builder builder = resources.program().toBuilder();
    Affine turned = turned(resources.program().integer(), z, threshold);
    builder.row(Double.NEGATIVE_INFINITY, turned, radius);
    MixedIntegerProgram program = builder.build();
    try (CutLoop loop =
        new CutLoop(problem, couplings, cuts, root, resources, program, nothing())) {
      CutLoop.Outcome found = loop.solve(gap, seconds, stop);
      return new Outcome(found.plan(), found.isProvenEmpty(), found.nodes());
    }
  }

  /** A plan in which nothing moves; only the resources' places in it matter. */
  private Plan nothing() {
    Profile[] profiles = new Profile[problem.resources().size()];
    for (int r = 0; r < profiles.length; r++) {
      profiles[r] = new Profile(new double[problem.resources().get(r).rows().length], 0);
    }
    Plan plan = new Plan(problem, profiles);
    couplings.ask(plan, root.regions());
    return plan;
  }

  private static Affine turned(boolean[] integer, double[] z, double threshold) {
    AffineBuilder sum = new AffineBuilder();
    int i = 0;
    for (int j = 0; j < integer.length; j++) {
      if (integer[j]) {
        if (z[i] <= threshold) {
          sum.add(1, j);
        } else if (z[i] >= 1 - threshold) {
          sum.add(-1, j).add(1);
        }
        i++;
      }
    }
    return sum.build();
  }
}
