package io.evenflow.coordination;

import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The optimum of a problem in which every resource may mix what it does: convex, and at most what
 * the problem itself costs. Several problems of the same couplings and rows can be solved one after
 * the other; what couplings said is kept.
 */
public final class Mixtures {
  private final Couplings couplings;
  private final Cuts cuts;
  private final BooleanSupplier stop;

  /**
   * @param problem of the couplings that all problems have
   * @param missCost what missing a limit by one unit costs at first. Unit: currency per unit
   * @param mostMissCost above every marginal value of a unit
   */
  public Mixtures(Problem problem, double missCost, double mostMissCost, BooleanSupplier stop) {
    couplings = new Couplings(problem, missCost, mostMissCost);
    cuts = new Cuts(problem);
    this.stop = stop;
  }

  /**
   * An optimum.
   *
   * @param bound proven lower bound of the problem; +∞ where a resource can do nothing at all
   * @param objective of the mixture. Unit: currency
   * @param amounts sums by row
   * @param mixed for each resource the mean of what it does
   */
  public record Optimum(double bound, double objective, double[] amounts, Profile[] mixed) {}

  /**
   * Solves one of them.
   *
   * @param gap objective − bound, as a part of what the resources cost
   * @param base what everything costs without the resources, null where that is unknown
   * @param seconds wall time, +∞ for none
   * @return null where it was not found in time
   */
  public @Nullable Optimum solve(
      Problem problem, double gap, @Nullable Double base, double seconds) {
    Clock clock = new Clock(seconds, stop);
    Node root = Node.root(problem);
    Incumbent incumbent = new Incumbent(problem, gap, base);
    Respondents respondents = new Respondents(problem, stop);
    if (cuts.of(0).isEmpty()) {
      Answer[] answers =
          couplings.ask(couplings.every(), new double[problem.rows().size()], root.regions());
      for (int c = 0; c < answers.length; c++) {
        cuts.add(c, answers[c].cut());
      }
    }
    try (Master master = new Master(problem, cuts, stop)) {
      PriceRounds rounds =
          new PriceRounds(
              problem,
              respondents,
              couplings,
              cuts,
              master,
              incumbent,
              clock,
              (stage, round, objective, bound, resources) -> {});
      master.focus(root.regions(), couplings.missCost());
      if (rounds.first(root) == Double.POSITIVE_INFINITY) {
        return new Optimum(Double.POSITIVE_INFINITY, 0, new double[0], new Profile[0]);
      }
      PriceRounds.End end = rounds.run(root, () -> false);
      boolean isStopped = end == PriceRounds.End.STOPPED || clock.mustStop();
      Prices last = isStopped ? null : master.solve(clock.secondsLeft());
      return last == null
          ? null
          : new Optimum(root.bound(), last.objective(), last.amounts(), last.mixed());
    }
  }
}
