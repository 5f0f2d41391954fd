package io.evenflow.coordination;

import java.util.List;
import java.util.stream.IntStream;

/**
 * What price rounds begin with where meters and peaks tie resources together: prices alone gather
 * all who follow them in the same cheap hours, and the master needs many rounds to spread them
 * again. So its first columns are those of resources that have answered in turn, from nothing on;
 * and first prices are those of the {@link Sketch}.
 */
final class FirstColumns {
  /** How often the sketch is asked at most. */
  private static final int MOST_SKETCHES = 8;

  /** How often everybody answers: the first time spreads, what more would better prices do. */
  private static final int PASSES = 2;

  private final Problem problem;
  private final Plans plans;
  private final Couplings couplings;
  private final Cuts cuts;
  private final Node root;
  private final Incumbent incumbent;
  private final Clock clock;
  private final Listener listener;

  FirstColumns(
      Problem problem,
      Plans plans,
      Couplings couplings,
      Cuts cuts,
      Node root,
      Incumbent incumbent,
      Clock clock,
      Listener listener) {
    this.problem = problem;
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
    sketch(rounds);
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

  /** Prices of the sketch, whose amounts couplings are asked about until they are believed. */
  private void sketch(PriceRounds rounds) {
    if (Boolean.getBoolean("relax")) {
      Relaxation relaxation = Relaxation.of(problem, cuts, clock::mustStop);
      for (int i = 0; relaxation != null && i < MOST_SKETCHES && !incumbent.isClosed() && !clock.mustStop(); i++) {
        long t0 = System.nanoTime();
        Prices prices = relaxation.solve();
        System.out.println("   relaxation " + (System.nanoTime() - t0) / 1e9);
        double before = root.bound();
        if (prices == null || !rounds.tryPrices(root, prices)) {
          break;
        }
        incumbent.raiseBound(root.bound());
        if (root.bound() - before < incumbent.allowance()) {
          break;
        }
      }
      return;
    }
    try (Sketch sketch = Sketch.of(problem, cuts, clock::mustStop)) {
      if (sketch == null) {
        return;
      }
      sketch.focus(root.regions(), couplings.missCost());
      for (int i = 0; i < MOST_SKETCHES && !incumbent.isClosed() && !clock.mustStop(); i++) {
        sketch.readCuts();
        Prices prices = sketch.solve(clock.secondsLeft());
        double before = root.bound();
        if (prices == null || !rounds.tryPrices(root, prices)) {
          break;
        }
        incumbent.raiseBound(root.bound());
        if (root.bound() - before < incumbent.allowance()) {
          break;
        }
      }
    }
  }
}
