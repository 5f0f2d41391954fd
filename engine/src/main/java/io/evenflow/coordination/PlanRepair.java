package io.evenflow.coordination;

import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Makes a plan that keeps all limits of one that somebody else thinks does: resources answer, in
 * turn, to what missing limits costs, and change no more than pays.
 */
public final class PlanRepair {
  private static final int MOST_TURNS = 6;

  /** Each turn looks at regions around the plan of this part of the whole ones, then smaller. */
  private static final double FIRST_SHARE = 0.5;

  private static final double SHRINK = 0.4;

  /** An answer that saves less is not taken. Unit: currency */
  private static final double WORTH = 1e-6;

  private final Problem problem;
  private final Couplings couplings;
  private final Respondents respondents;
  private final BooleanSupplier stop;

  /**
   * @param missCost above every marginal value of a unit. Unit: currency per unit
   */
  public PlanRepair(Problem problem, double missCost, BooleanSupplier stop) {
    this.problem = problem;
    this.stop = stop;
    couplings = new Couplings(problem, missCost, missCost);
    respondents = new Respondents(problem);
  }

  /**
   * The repaired plan, the plan itself where it keeps all limits; null where neither it nor doing
   * as little as possible can be made to keep them.
   *
   * @param amounts what each resource does
   */
  public @Nullable Plan of(double[][] amounts) {
    Profile[] profiles = new Profile[amounts.length];
    Arrays.setAll(profiles, r -> problem.resources().get(r).priced(amounts[r]));
    Plan plan = new Plan(problem, profiles);
    double share = FIRST_SHARE;
    for (int turn = 0; turn < MOST_TURNS; turn++) {
      Node near = near(plan, share);
      Cuts cuts = cutsOf(plan, near);
      if (plan.isWhole()) {
        return plan;
      }
      if (stop.getAsBoolean()) {
        break;
      }
      BestResponses responses =
          new BestResponses(problem, respondents, couplings, cuts, near, stop);
      plan = responses.descend(plan, everybody(), WORTH);
      share *= SHRINK;
    }
    return plan.isWhole() ? plan : filled();
  }

  private List<Integer> everybody() {
    return IntStream.range(0, problem.resources().size()).boxed().toList();
  }

  private Cuts cutsOf(Plan plan, Node node) {
    Cuts cuts = new Cuts(problem);
    Answer[] answers = couplings.ask(plan, node.regions());
    for (int c = 0; c < answers.length; c++) {
      cuts.add(c, answers[c].cut());
    }
    cuts.addKnown(problem.couplings());
    return cuts;
  }

  /** Regions around a plan's amounts. */
  private Node near(Plan plan, double share) {
    Node node = Node.root(problem);
    for (int c = 0; c < problem.couplings().size(); c++) {
      Region whole = node.regions()[c];
      double[] amounts = Problem.gather(problem.couplings().get(c), plan.amounts());
      Region part = whole;
      for (int d = 0; whole != null && part != null && d < whole.directions(); d++) {
        double sum = 0;
        for (int member : whole.members(d)) {
          sum += amounts[member];
        }
        double reach = share * (whole.max(d) - whole.min(d)) / 2;
        part = part.part(d, sum - reach, sum + reach);
      }
      if (part != null && !part.isEmpty()) {
        node = node.within(c, part);
      }
    }
    return node;
  }

  /** From everybody doing as little as possible to as much as limits hold. */
  private @Nullable Plan filled() {
    Profile[] idle = new Profile[problem.resources().size()];
    for (int r = 0; r < idle.length; r++) {
      Profile nothing = problem.resources().get(r).idle();
      if (nothing == null) {
        return null;
      }
      idle[r] = nothing;
    }
    Plan plan = new Plan(problem, idle);
    Node root = Node.root(problem);
    Cuts cuts = cutsOf(plan, root);
    if (!plan.isWhole()) {
      return null;
    }
    return new BestResponses(problem, respondents, couplings, cuts, root, stop).fill(plan);
  }
}
