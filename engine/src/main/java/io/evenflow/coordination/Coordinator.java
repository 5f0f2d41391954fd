package io.evenflow.coordination;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The order in which prices, best responses, regions and neighbourhoods act on a problem, until a
 * plan and a bound are near enough.
 *
 * <p>Price rounds first: they raise the bound, and each gives a plan. What is left open then are
 * few resources in couplings where a limit binds; best responses and growing neighbourhoods around
 * those that lose most against the prices close it. Where couplings are not convex, regions do.
 * Anytime: whenever it is stopped the plan and the bound are the best so far; a plan that keeps all
 * limits, where none was found in time, may take {@value #GRACE_SECONDS} s more. Deterministic, but
 * for where the clock ends it.
 */
public final class Coordinator {
  /** Part of the time after which plans come first, where none keeps all limits yet. */
  private static final double COLUMNS_TIME = 0.5;

  /** What a plan that keeps all limits may take in the end. Unit: s. */
  private static final double GRACE_SECONDS = 0.4;

  /** The same where somebody waits. Unit: s. */
  private static final double SHORT_GRACE_SECONDS = 0.15;

  /** Rounds that raise the bound by less than this part of the asked gap will not raise it. */
  private static final double STANDSTILL_SHARE = 1e-3;

  /** Limit of one neighbourhood. Unit: s. */
  private static final double MOST_SECONDS = 60;

  /** Who regrets less than this part of the allowed gap, all together, is not asked again. */
  private static final double CONTENT_SHARE = 0.2;

  private static final int MENDING_PASSES = 4;

  /** Resources are taken out and answer anew until this many times in a row nothing is saved. */
  private static final int TRIALS = 300;

  /** The part of couplings from which on limits bind for hours. */
  private static final double BINDING_SHARE = 0.1;

  private final Problem problem;
  private final Clock clock;
  private final BooleanSupplier stopRequested;
  private final Listener listener;
  private final Couplings couplings;
  private final Respondents respondents;
  private final Incumbent incumbent;
  private final Cuts cuts;
  private final Node root;
  private final Plans plans;

  /** Whether couplings are known beforehand that tie rows together, as meters and peaks do. */
  private final boolean hasMeters;

  /** Whether there is a plan of the relaxation, which misses limits by little if at all. */
  private boolean hasDived;

  /** The prices that proved most, null before any. */
  private @Nullable Prices known;

  private boolean improving;
  private boolean persistent;

  /**
   * @param terms what is asked
   * @param stopRequested true once it shall end with the best it has
   */
  public Coordinator(
      Problem problem, Terms terms, BooleanSupplier stopRequested, Listener listener) {
    this.problem = problem;
    this.stopRequested = stopRequested;
    this.listener = listener;
    clock = new Clock(terms.seconds(), stopRequested);
    couplings = new Couplings(problem, terms.missCost(), terms.mostMissCost());
    respondents = new Respondents(problem, stopRequested);
    incumbent = new Incumbent(problem, terms.gap(), terms.base());
    cuts = new Cuts(problem);
    root = Node.root(problem);
    plans = new Plans(problem, respondents, couplings, cuts, root);
    hasMeters = FirstColumns.hasMeters(problem);
  }

  /**
   * Runs to the asked gap, or as far as it gets; where no plan seems to keep all limits it ends
   * soon, so that somebody can find out whether any does.
   */
  public void run() {
    runOnce();
    repairIfStopped();
  }

  /**
   * Runs on where {@link #run} ended without a plan, to the end.
   *
   * @param start amounts of each resource of a plan to start from, null for none
   */
  public void runOn(double @Nullable [][] start) {
    if (incumbent.isClosed() || incumbent.bound() == Double.POSITIVE_INFINITY) {
      return;
    }
    persistent = true;
    if (start != null) {
      keep(start);
    }
    runOnce();
    repairIfStopped();
  }

  /**
   * Runs from what is left of the last problem: its plan, and prices that proved its bound.
   *
   * @param start amounts of each resource of a plan to start from
   * @param last what {@link #lastPrices} of that problem said
   * @param former by coupling its number in that problem, −1 where it is new
   * @param periodsGone what is period 0 now was this one then
   * @param quick tells the listener a bound before resources have answered
   */
  public void runOn(
      double[][] start, LastPrices last, int[] former, int periodsGone, QuickLeast quick) {
    startIdle();
    Prices prices = last.again(problem, couplings, cuts, root, former, periodsGone);
    incumbent.raiseBound(prices.intercept() + quickLeast(quick, prices.pricePerUnit()));
    listener.step("quick bound", 0, null, incumbent.bound(), 0);
    keep(start);
    double bound = prices.intercept() + respondents.answer(prices.pricePerUnit());
    root.raiseBound(bound);
    incumbent.raiseBound(bound);
    known = prices;
    listener.step("last prices", 0, incumbent.objective(), incumbent.bound(), 0);
    if (bound == Double.POSITIVE_INFINITY) {
      return;
    }
    if (mayGoOn()) {
      respondMost(prices);
    }
    persistent = true;
    if (mayGoOn()) {
      goOn(prices, bound);
    }
    repairIfStopped();
  }

  private double quickLeast(QuickLeast quick, double[] pricePerUnit) {
    double[] least = new double[respondents.size()];
    Parallel.forEach(least.length, r -> least[r] = quick.least(r, pricePerUnit));
    return Arrays.stream(least).sum();
  }

  /** Those answer who regret most of the plan: nearly all do what they would do again. */
  private void respondMost(Prices prices) {
    Regrets regrets = new Regrets(problem, respondents, prices.pricePerUnit());
    regrets.rank(requireCheapest().profiles());
    List<Integer> order = regrets.allBut(CONTENT_SHARE * incumbent.allowance());
    double worth = 1e-3 * incumbent.allowance();
    BestResponses responses = plans.responses(clock::mustStop);
    incumbent.keep(responses.descend(requireCheapest(), order, worth));
    listener.step("responses", 0, incumbent.objective(), incumbent.bound(), order.size());
  }

  /** The plan is near already; it is the bound that may be better. */
  private void goOn(Prices prices, double bound) {
    try (Master master = new Master(problem, cuts, stopRequested)) {
      PriceRounds rounds = rounds(master);
      rounds.first(prices, bound, requireCheapest().profiles());
      new FirstColumns(
              problem, respondents, plans, couplings, cuts, root, incumbent, clock, listener)
          .price(rounds, master);
      improve(rounds, false);
      known = rounds.best();
    }
  }

  private PriceRounds rounds(Master master) {
    PriceRounds rounds =
        new PriceRounds(problem, respondents, couplings, cuts, master, incumbent, clock, listener);
    master.focus(root.regions(), couplings.missCost());
    return rounds;
  }

  private void keep(double[][] start) {
    Profile[] profiles = new Profile[start.length];
    Arrays.setAll(profiles, r -> problem.resources().get(r).priced(start[r]));
    incumbent.keep(plans.of(profiles));
  }

  /** What the next problem may begin with; null where nothing was proven. */
  public @Nullable LastPrices lastPrices() {
    Prices prices = known;
    return prices == null ? null : LastPrices.of(problem, cuts, prices, couplings.missCost());
  }

  /** A poor plan with an honest gap beats none. */
  private void repairIfStopped() {
    boolean ended = clock.mustStop() || persistent;
    if (ended && incumbent.whole() == null && incumbent.bound() < Double.POSITIVE_INFINITY) {
      repair();
    }
  }

  private void runOnce() {
    startIdle();
    try (Master master = new Master(problem, cuts, stopRequested)) {
      PriceRounds rounds = rounds(master);
      double bound = rounds.first(root);
      incumbent.raiseBound(bound);
      if (bound < Double.POSITIVE_INFINITY) {
        hasDived = hasMeters || bindsForHours(rounds);
        if (hasDived) {
          new FirstColumns(
                  problem, respondents, plans, couplings, cuts, root, incumbent, clock, listener)
              .offer(rounds, master);
        }
        boolean exhausted = raiseBound(rounds);
        improve(rounds, exhausted);
        known = rounds.best();
      }
    }
  }

  /** Whether there are many resources and many limits that first prices miss. */
  private boolean bindsForHours(PriceRounds rounds) {
    return respondents.size() >= FirstColumns.MANY && rounds.missedShare() >= BINDING_SHARE;
  }

  /** The first cuts: where every resource does as little as it can. */
  private void startIdle() {
    double[] amounts = new double[problem.rows().size()];
    for (Resource resource : problem.resources()) {
      Profile idle = resource.idle();
      int[] rows = resource.rows();
      for (int i = 0; idle != null && i < rows.length; i++) {
        amounts[rows[i]] += idle.amounts()[i];
      }
    }
    Answer[] answers = couplings.ask(couplings.every(), amounts, root.regions());
    for (int c = 0; c < answers.length; c++) {
      cuts.add(c, answers[c].cut(), amounts);
    }
    cuts.addKnown(problem.couplings());
  }

  /** Price rounds at the root; whether columns can raise its bound no more. */
  private boolean raiseBound(PriceRounds rounds) {
    double before = root.bound();
    PriceRounds.End end = rounds.run(root, () -> !improving && plansComeFirst());
    incumbent.raiseBound(root.bound());
    boolean standsStill =
        improving && !(root.bound() - before > STANDSTILL_SHARE * incumbent.allowance());
    return end != PriceRounds.End.SLOW || standsStill;
  }

  /** Whether most of the time is over and no plan keeps all limits yet. */
  private boolean plansComeFirst() {
    return incumbent.whole() == null && clock.shareLeft() < 1 - COLUMNS_TIME;
  }

  /**
   * Best responses to what couplings are believed to cost; then what is left of the price rounds,
   * then regions where couplings are not convex, else growing neighbourhoods around the resources
   * that lose most against the last prices.
   */
  private void improve(PriceRounds rounds, boolean columnsAreDone) {
    boolean exhausted = columnsAreDone;
    BestResponses responses = plans.responses(clock::mustStop);
    Neighbourhood neighbourhood =
        new Neighbourhood(problem, couplings, cuts, root, clock::mustStop);
    int size = 12;
    boolean settled = false;
    boolean filled = false;
    boolean looked = false;
    boolean searched = false;
    int rounded = 0;
    improving = true;
    if (plansComeFirst()) {
      // best responses of a large fleet that misses limits would take all that is left
      filled = true;
      while (raiseMissCost()) {
        continue;
      }
      if (hasDived) {
        mend();
      }
      if (incumbent.whole() == null) {
        fill(clock::mustStop);
      }
      listener.step("filling", 1, incumbent.objective(), incumbent.bound(), 0);
    }
    for (int turn = 1; mayGoOn(); turn++) {
      Regrets regrets = new Regrets(problem, respondents, rounds.price());
      Plan latest = rounds.takeLatest();
      boolean loose = !looked && isLoose(rounds.desired());
      if (hasMeters && rounded < rounds.count() && rounds.mixed().length > 0) {
        rounded = rounds.count();
        regrets.rank(requireCheapest().profiles());
        incumbent.keep(levelled(rounds, regrets));
        listener.step("rounding", turn, incumbent.objective(), incumbent.bound(), 0);
      }
      respond(latest == null ? requireCheapest() : latest, responses, regrets, turn, !loose);
      if (!mayGoOn()) {
        return;
      }
      if (!requireCheapest().isWhole()) {
        if (raiseMissCost()) {
          continue;
        }
        if (incumbent.whole() == null && !settled) {
          settled = true;
          settle(turn);
          continue;
        }
        if (incumbent.whole() == null && !filled) {
          filled = true;
          fill(clock::mustStop);
          listener.step("filling", turn, incumbent.objective(), incumbent.bound(), 0);
          continue;
        }
        if (incumbent.whole() == null && !persistent) {
          return;
        }
      }
      if (!exhausted) {
        exhausted = raiseBound(rounds);
        continue;
      }
      if (!looked) {
        looked = true;
        if (loose) {
          searched = true;
          searchRegions(rounds);
          continue;
        }
      }
      Plan best = requireCheapest();
      regrets.rank(best.profiles());
      List<Integer> chosen = regrets.choose(size, new Random(turn - 1));
      double before = best.objective();
      Neighbourhood.Outcome outcome =
          neighbourhood.improve(
              best,
              chosen,
              0.1 * incumbent.allowance(),
              Math.min(MOST_SECONDS, clock.secondsLeft()));
      incumbent.keep(outcome.plan());
      incumbent.raiseBound(outcome.bound());
      listener.step(
          "neighbourhoods", turn, incumbent.objective(), incumbent.bound(), chosen.size());
      if (!(before - requireCheapest().objective() >= 0.1 * incumbent.allowance())) {
        Answer[] answers = outcome.answers();
        if (!searched && answers != null && isLoose(answers) && Double.isFinite(before)) {
          searched = true;
          searchRegions(rounds);
          continue;
        }
        if (chosen.size() == problem.resources().size()) {
          return;
        }
        size = Math.min(problem.resources().size(), size + Math.max(4, size / 4));
      }
    }
  }

  /** A plan that misses limits by little keeps them once a few resources have answered to that. */
  private void mend() {
    Clock first = clock.sparing(plans.fillingSeconds());
    BestResponses responses = plans.responses(first::mustStop);
    List<Integer> all = IntStream.range(0, respondents.size()).boxed().toList();
    double worth = 1e-3 * incumbent.allowance();
    incumbent.keep(responses.descend(requireCheapest(), all, worth, MENDING_PASSES));
  }

  /** The plan that the master's mixture becomes. */
  private Plan levelled(PriceRounds rounds, Regrets regrets) {
    double worth = 1e-3 * incumbent.allowance();
    Leveling leveling =
        new Leveling(problem, respondents, cuts, couplings.missCost(), clock::mustStop);
    return plans.of(leveling.level(rounds.mixed(), rounds.believed(), regrets, worth, TRIALS));
  }

  /** The cheapest plan made to keep limits by moves that no resource can make alone. */
  private void settle(int turn) {
    SmallRegions small = new SmallRegions(problem, couplings, cuts, clock::mustStop);
    if (small.isUseful()) {
      incumbent.keep(small.improve(requireCheapest(), root, 1e-2 * incumbent.allowance()));
      listener.step("small regions", turn, incumbent.objective(), incumbent.bound(), 0);
    }
  }

  private void searchRegions(PriceRounds rounds) {
    new RegionSearch(
            problem,
            respondents,
            couplings,
            cuts,
            rounds,
            incumbent,
            clock,
            listener,
            this::raiseMissCost)
        .run(root);
  }

  private static boolean isLoose(Answer[] answers) {
    for (Answer answer : answers) {
      if (answer.split() != null) {
        return true;
      }
    }
    return false;
  }

  private boolean mayGoOn() {
    return incumbent.cheapest() != null && !incumbent.isClosed() && !clock.mustStop();
  }

  private Plan requireCheapest() {
    Plan plan = incumbent.cheapest();
    if (plan == null) {
      throw new IllegalStateException("there is no plan yet");
    }
    return plan;
  }

  private void respond(
      Plan from, BestResponses responses, Regrets regrets, int turn, boolean search) {
    double worth = 1e-3 * incumbent.allowance();
    regrets.rank(from.profiles());
    Plan descended = responses.descend(from, regrets.ranked(), worth);
    incumbent.keep(descended);
    listener.step("responses", turn, incumbent.objective(), incumbent.bound(), 0);
    if (search && !incumbent.isClosed() && requireCheapest().isWhole()) {
      double target = incumbent.bound() + incumbent.allowance();
      incumbent.keep(responses.search(requireCheapest(), regrets, worth, target, TRIALS, turn));
      listener.step("recreation", turn, incumbent.objective(), incumbent.bound(), 0);
    }
  }

  /** Missing limits gets dearer; the cheapest plan is costed anew. */
  private boolean raiseMissCost() {
    if (!couplings.raiseMissCost()) {
      return false;
    }
    cuts.addKnown(problem.couplings());
    Plan plan = incumbent.cheapest();
    incumbent.forgetCheapest();
    if (plan != null) {
      incumbent.keep(plans.of(plan.profiles()));
    }
    return true;
  }

  /** A plan that keeps all limits, from the best there is or from nobody doing anything. */
  private void repair() {
    Clock grace = new Clock(GRACE_SECONDS, stopRequested);
    while (raiseMissCost()) {
      continue;
    }
    Plan near = incumbent.cheapest();
    if (near != null) {
      List<Integer> all = IntStream.range(0, respondents.size()).boxed().toList();
      double worth = 1e-3 * incumbent.allowance();
      incumbent.keep(plans.responses(grace::mustStop).descend(near, all, worth));
    }
    if (incumbent.whole() == null) {
      boolean isAwaited = stopRequested.getAsBoolean();
      Clock second = new Clock(isAwaited ? SHORT_GRACE_SECONDS : GRACE_SECONDS, () -> false);
      fill(second::mustStop);
    }
  }

  private void fill(BooleanSupplier stop) {
    Plan plan = plans.filled(stop);
    if (plan != null) {
      incumbent.keep(plan);
    }
  }

  /** Proven lower bound; +∞ where there is no plan at all. Unit: currency. */
  public double bound() {
    return incumbent.bound();
  }

  /**
   * What prices alone prove, −∞ before any: Σ of least costs at {@link #provenPrice()} and the
   * couplings' part. Where others move rows by Δ, within {@link Problem#beside()}, everything costs
   * at least this + Σ price·Δ. Unit: currency
   */
  public double provenByPrices() {
    return root.provenByPrices();
  }

  /** The prices that proved it, by row; empty before any. Unit: currency per unit. */
  public double[] provenPrice() {
    return root.provenPrice().clone();
  }

  /** The best plan that keeps all limits, null where none was found. */
  public @Nullable Plan plan() {
    return incumbent.whole();
  }

  /** The plan that costs least, missed limits at their cost; null where there is none. */
  public @Nullable Plan cheapest() {
    return incumbent.cheapest();
  }
}
