package io.evenflow.coordination;

import java.util.List;
import java.util.stream.IntStream;

/**
 * What price rounds begin with where meters and peaks tie resources together: prices alone gather
 * all who follow them in the same cheap hours, and the master needs many rounds to spread them
 * again. So its first columns are those of resources that have answered in turn, from nothing on;
 * and first prices are those of the {@link Relaxation}, whose amounts become a plan, too.
 */
final class FirstColumns {
  /** How often the relaxation is solved at most. */
  private static final int MOST_RELAXATIONS = 8;

  /** Couplings are believed that cost more than is believed by less than this part of the gap. */
  private static final double BELIEVED_SHARE = 0.5;

  /** How often everybody answers: the first time spreads, what more would better prices do. */
  private static final int PASSES = 2;

  private final Problem problem;
  private final Respondents respondents;
  private final Plans plans;
  private final Couplings couplings;
  private final Cuts cuts;
  private final Node root;
  private final Incumbent incumbent;
  private final Clock clock;
  private final Listener listener;

  FirstColumns(
      Problem problem,
      Respondents respondents,
      Plans plans,
      Couplings couplings,
      Cuts cuts,
      Node root,
      Incumbent incumbent,
      Clock clock,
      Listener listener) {
    this.problem = problem;
    this.respondents = respondents;
    this.plans = plans;
    this.couplings = couplings;
    this.cuts = cuts;
    this.root = root;
    this.incumbent = incumbent;
    this.clock = clock;
    this.listener = listener;
  }

  /** Whether any coupling is known beforehand, as meters and peaks are. */
  static boolean areUseful(Problem problem) {
    return problem.couplings().stream().anyMatch(coupling -> !coupling.cuts().isEmpty());
  }

  void offer(PriceRounds rounds, Master master) {
    answerInTurn(rounds, master);
    relax(rounds);
    round(rounds, master);
  }

  private void answerInTurn(PriceRounds rounds, Master master) {
    Plan nothing = plans.idle();
    Plan first = nothing == null ? rounds.takeLatest() : nothing;
    if (first == null || incumbent.isClosed()) {
      return;
    }
    List<Integer> all = IntStream.range(0, problem.resources().size()).boxed().toList();
    double worth = 1e-3 * incumbent.allowance();
    Plan plan = plans.responses(clock::mustStop).descend(first, all, worth, PASSES);
    incumbent.keep(plan);
    listener.step("responses", 0, incumbent.objective(), incumbent.bound(), 0);
    master.readCuts();
    master.offer(plan.profiles());
  }

  /** Prices of the relaxation, whose amounts couplings are asked about until they are believed. */
  private void relax(PriceRounds rounds) {
    Relaxation relaxation = Relaxation.of(problem, cuts, root, clock::mustStop);
    for (int i = 0; i < MOST_RELAXATIONS && relaxation != null && mayGoOn(); i++) {
      Prices prices = relaxation.solve(clock.secondsLeft());
      if (prices == null) {
        return;
      }
      boolean learnt = rounds.tryPrices(root, prices);
      incumbent.raiseBound(root.bound());
      if (!learnt || rounds.underestimated() < BELIEVED_SHARE * incumbent.allowance()) {
        return;
      }
    }
  }

  /** The plan that the relaxation's amounts become. */
  private void round(PriceRounds rounds, Master master) {
    if (rounds.mixed().length == 0 || !mayGoOn()) {
      return;
    }
    Regrets regrets = new Regrets(problem, respondents, rounds.price());
    regrets.rank(respondents.profiles());
    double worth = 1e-3 * incumbent.allowance();
    Leveling leveling =
        new Leveling(problem, respondents, cuts, couplings.missCost(), clock::mustStop);
    Plan plan = plans.of(leveling.level(rounds.mixed(), rounds.believed(), regrets, worth, 0));
    incumbent.keep(plan);
    listener.step("rounding", 0, incumbent.objective(), incumbent.bound(), 0);
    master.readCuts();
    master.offer(plan.profiles());
  }

  private boolean mayGoOn() {
    return !incumbent.isClosed() && !clock.mustStop();
  }
}
