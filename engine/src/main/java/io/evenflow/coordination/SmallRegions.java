package io.evenflow.coordination;

import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/**
 * Betters a plan by exact programs in small regions around it, where cuts are as good as the
 * couplings themselves. What best responses cannot do is done here: several resources move at once
 * along a limit, such as active and reactive power of a generator.
 */
final class SmallRegions {
  private static final int MOST_TURNS = 12;

  /** Width of the first regions, as a part of the node's; each failure makes them smaller. */
  private static final double FIRST_SHARE = 0.3;

  private static final double SHRINK = 0.25;
  private static final double LEAST_SHARE = 1e-3;

  /** Up to so many resources that are not convex are free beside all that are. */
  private static final int FEW = 40;

  /** Limit of one program. Unit: s */
  private static final double MOST_SECONDS = 2;

  private final Problem problem;
  private final Couplings couplings;
  private final Cuts cuts;
  private final BooleanSupplier stop;
  private final List<Integer> free;

  /**
   * @param cuts known so far; what is learnt near a plan is of no use elsewhere and not added
   */
  SmallRegions(Problem problem, Couplings couplings, Cuts cuts, BooleanSupplier stop) {
    this.problem = problem;
    this.couplings = couplings;
    this.cuts = cuts;
    this.stop = stop;
    List<Integer> all = IntStream.range(0, problem.resources().size()).boxed().toList();
    List<Integer> convex = all.stream().filter(r -> problem.resources().get(r).isConvex()).toList();
    free = all.size() - convex.size() <= FEW ? all : convex;
  }

  /** Whether there is anything that may move. */
  boolean isUseful() {
    return !free.isEmpty();
  }

  /**
   * The plan, or a better one.
   *
   * @param node within whose regions it searches
   * @param worth what saves less ends the search in regions of a size. Unit: currency
   */
  Plan improve(Plan from, Node node, double worth) {
    Plan best = from;
    double share = FIRST_SHARE;
    for (int turn = 0; turn < MOST_TURNS && share > LEAST_SHARE && !stop.getAsBoolean(); turn++) {
      Node near = around(best, node, share);
      Plan start = best.copy();
      Cuts own = cutsNear(start, near);
      Plan next =
          new Neighbourhood(problem, couplings, own, near, stop)
              .improve(start, free, worth, MOST_SECONDS)
              .plan();
      boolean better = next.objective() < best.objective() - worth;
      best = next.objective() < best.objective() ? next : best;
      share = better ? share : SHRINK * share;
    }
    return best;
  }

  /** Those known, and those of the regions at the plan. */
  private Cuts cutsNear(Plan plan, Node near) {
    Cuts own = new Cuts(problem);
    Answer[] answers = couplings.ask(plan, near.regions());
    for (int c = 0; c < answers.length; c++) {
      for (Cut cut : cuts.of(c)) {
        own.add(c, cut);
      }
      own.add(c, answers[c].cut());
    }
    return own;
  }

  private Node around(Plan plan, Node node, double share) {
    Node near = node;
    for (int c = 0; c < problem.couplings().size(); c++) {
      Region region = node.regions()[c];
      if (region != null) {
        double[] amounts = Problem.gather(problem.couplings().get(c), plan.amounts());
        near = near.within(c, around(amounts, region, share));
      }
    }
    return near;
  }

  private static Region around(double[] amounts, Region region, double share) {
    Region part = region;
    for (int d = 0; d < region.directions(); d++) {
      double sum = 0;
      for (int member : region.members(d)) {
        sum += amounts[member];
      }
      double reach = share * (region.max(d) - region.min(d)) / 2;
      double middle = Math.clamp(sum, region.min(d), region.max(d));
      part = part.part(d, middle - reach, middle + reach);
    }
    // a plan outside the node can make sums contradict each other
    return part.isEmpty() ? region : part;
  }
}
