package io.evenflow.coordination;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/**
 * Makes a plan of the master's mixture of profiles. Where a coupling costs what the highest period
 * costs, resources answer to each period's excess over the level the master believes in: a move out
 * of the second highest period pays, too, which the maximum does not show.
 */
final class Leveling {
  private final Problem problem;
  private final Respondents respondents;
  private final Cuts cuts;
  private final double missCost;
  private final BooleanSupplier stop;

  /**
   * @param cuts known so far, of the couplings that stay as they are
   * @param missCost what missing a limit costs at the moment. Unit: currency per unit
   */
  Leveling(
      Problem problem, Respondents respondents, Cuts cuts, double missCost, BooleanSupplier stop) {
    this.problem = problem;
    this.respondents = respondents;
    this.cuts = cuts;
    this.missCost = missCost;
    this.stop = stop;
  }

  /**
   * What resources do at last; what that costs is for the couplings themselves to say.
   *
   * @param mixed by resource
   * @param believed by coupling, the level of its cost
   * @param regrets that have ranked them
   * @param worth an answer that saves less is not taken. Unit: currency
   * @param trials resources are taken out and answer anew until so many times in a row nothing is
   *     saved
   */
  Profile[] level(Profile[] mixed, double[] believed, Regrets regrets, double worth, int trials) {
    List<Integer> order = regrets.ranked();
    BestResponses responses = responses(believed);
    Plan rounded = responses.rounded(mixed, order, null, 0);
    Plan plan = responses.descend(rounded, order, worth);
    double none = Double.NEGATIVE_INFINITY;
    return responses.search(plan, regrets, worth, none, trials, 1).profiles();
  }

  /**
   * The first step of that alone, for some resources: all others do what they do.
   *
   * @param order of the resources whose profiles are mixed
   * @param price by row, near which couplings' slopes are believed
   * @param band how near
   */
  Profile[] round(
      Profile[] mixed, double[] believed, List<Integer> order, double[] price, double band) {
    return responses(believed).rounded(mixed, order, price, band).profiles();
  }

  private BestResponses responses(double[] believed) {
    List<Coupling> couplings = new ArrayList<>();
    List<Integer> kept = new ArrayList<>();
    for (int c = 0; c < believed.length; c++) {
      List<Coupling> above = problem.couplings().get(c).above(believed[c]);
      if (above.isEmpty()) {
        kept.add(c);
        couplings.add(problem.couplings().get(c));
      } else {
        above.forEach(each -> kept.add(-1));
        couplings.addAll(above);
      }
    }
    Problem levelled = new Problem(problem.rows(), problem.resources(), couplings);
    Couplings all = new Couplings(levelled, missCost, missCost);
    Cuts own = new Cuts(levelled);
    IntStream.range(0, kept.size())
        .filter(c -> kept.get(c) >= 0)
        .forEach(c -> cuts.of(kept.get(c)).forEach(cut -> own.add(c, cut)));
    own.addKnown(couplings);
    return new BestResponses(levelled, respondents, all, own, Node.root(levelled), stop);
  }
}
