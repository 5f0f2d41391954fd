package io.evenflow.coordination;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Dantzig–Wolfe rounds in one node: prices from the master, answers of resources and couplings to
 * them. They raise the node's bound, and each master gives a plan by its leading profiles.
 */
final class PriceRounds {
  /** Rounds end when columns cannot raise the bound by more than this part of the asked gap. */
  private static final double COLUMNS_SHARE = 0.1;

  private static final int MOST_ROUNDS = 200;

  /**
   * Rounds pause for better plans where columns can raise the bound by less than the gap asked and
   * so many of them raised it by less than this part of it.
   */
  private static final int TAIL = 4;

  private static final double TAIL_SHARE = 0.1;

  /** How far beyond the last amounts, as a part of the way there. */
  private static final double BEYOND = 0.5;

  private final Problem problem;
  private final Respondents respondents;
  private final Couplings couplings;
  private final Cuts cuts;
  private final Master master;
  private final Incumbent incumbent;
  private final Clock clock;
  private final Listener listener;

  /** Bound of all other nodes: what is heard of a node's bound is not above it. */
  private double elsewhere = Double.POSITIVE_INFINITY;

  private double[] price;
  private double provenAtPrice;
  private @Nullable Prices best;
  private double bestProven = Double.NEGATIVE_INFINITY;
  private int rounds;

  /** What the master believes each coupling costs, at its last solution. */
  private double[] believed = new double[0];

  /** For each resource the master's last mixture of its profiles. */
  private Profile[] mixed = new Profile[0];

  /** The master's last plan, null once resources have answered to it. */
  private @Nullable Plan latest;

  /** Cost of the last mixture of profiles the master found, an upper end for the bound. */
  private double relaxed;

  /** What couplings cost more at the amounts the master would like than it believes. */
  private double underestimated;

  /** By how much the amounts the master would like miss a limit, in one coupling, knowingly. */
  private double desiredMiss;

  /** The same over all couplings where the cost of that is part of what is believed. */
  private double knownMiss;

  /** The last amounts it learnt from, empty before any. */
  private double[] learntAt = new double[0];

  /** By row what all resources together can do, once it is needed. */
  private double[] least = learntAt;

  private double[] most = learntAt;

  /** The couplings' last answers to what the master would like. */
  private Answer[] desired = new Answer[0];

  PriceRounds(
      Problem problem,
      Respondents respondents,
      Couplings couplings,
      Cuts cuts,
      Master master,
      Incumbent incumbent,
      Clock clock,
      Listener listener) {
    this.problem = problem;
    this.respondents = respondents;
    this.couplings = couplings;
    this.cuts = cuts;
    this.master = master;
    this.incumbent = incumbent;
    this.clock = clock;
    this.listener = listener;
    price = problem.rows().price().clone();
  }

  /** How rounds ended. */
  enum End {
    /** Columns cannot raise the bound any more. */
    EXHAUSTED,
    /** The bound rises, but hardly: better plans may be worth more. */
    SLOW,
    /** Nothing in the node can better the best plan by more than is allowed. */
    BEATEN,
    /** The clock or somebody ended it, or the master cannot be solved. */
    STOPPED
  }

  /**
   * First prices, at which nothing is coupled: of the cuts there are, one per coupling.
   *
   * @return the bound they prove, +∞ where a resource can do nothing at all
   */
  double first(Node node) {
    List<Prices.Weight> weights = new ArrayList<>();
    for (int c = 0; c < problem.couplings().size(); c++) {
      weights.add(new Prices.Weight(c, cuts.of(c).getFirst(), 1));
    }
    Prices prices = Prices.of(problem, weights);
    price = prices.pricePerUnit();
    double bound = prices.intercept() + respondents.answer(price);
    provenAtPrice = bound;
    keepBest(prices);
    node.raiseBound(bound, price);
    if (bound < Double.POSITIVE_INFINITY) {
      master.offer(respondents.profiles());
      consider(respondents.profiles(), node);
    }
    return bound;
  }

  /**
   * The same with prices that resources have answered to already, and a plan.
   *
   * @param plan by resource, null for none
   */
  void first(Prices prices, double bound, Profile @Nullable [] plan) {
    price = prices.pricePerUnit();
    provenAtPrice = bound;
    keepBest(prices);
    master.offer(respondents.profiles());
    if (plan != null) {
      master.offer(plan);
    }
  }

  private void keepBest(Prices prices) {
    if (provenAtPrice > bestProven) {
      bestProven = provenAtPrice;
      best = prices;
    }
  }

  /** Of all prices those that proved most of a node; null before any. */
  @Nullable Prices best() {
    return best;
  }

  /**
   * Rounds until the bound of a node rises no more, or hardly.
   *
   * @param inHurry asked before each round: plans come first
   */
  End run(Node node, BooleanSupplier inHurry) {
    master.focus(node.regions(), couplings.missCost());
    double[] lately = new double[TAIL];
    for (int i = 0; i < MOST_ROUNDS; i++) {
      if (incumbent.isBeatenBy(node.bound())) {
        return End.BEATEN;
      }
      if (clock.mustStop()) {
        return End.STOPPED;
      }
      boolean slow =
          i >= TAIL && node.bound() - lately[i % TAIL] < TAIL_SHARE * incumbent.allowance();
      if (inHurry.getAsBoolean() || (slow && relaxed - node.bound() < incumbent.allowance())) {
        return End.SLOW;
      }
      lately[i % TAIL] = node.bound();
      End end = round(node);
      if (end != End.SLOW) {
        return end;
      }
    }
    return End.EXHAUSTED;
  }

  /** One round; SLOW where there is more to come. */
  private End round(Node node) {
    Prices prices = master.solve(clock.secondsLeft());
    if (prices == null) {
      return End.STOPPED;
    }
    rounds++;
    price = prices.pricePerUnit();
    mixed = prices.mixed();
    believed = prices.couplingCost();
    provenAtPrice = prices.intercept() + respondents.answer(price);
    keepBest(prices);
    node.raiseBound(provenAtPrice, price);
    consider(prices.leading(), node);
    double bound = Math.min(elsewhere, node.bound());
    listener.step("prices", rounds, incumbent.objective(), bound, prices.fractional());
    double worth = COLUMNS_SHARE * incumbent.allowance() / Math.max(1, respondents.size());
    boolean more = master.offerWhereBetter(respondents.profiles(), price, worth);
    more |= askCouplings(prices, node);
    relaxed = prices.objective() + underestimated;
    boolean raises = more && relaxed - node.bound() > COLUMNS_SHARE * incumbent.allowance();
    return raises || raiseMissCost(node, desiredMiss, incumbent.allowance())
        ? End.SLOW
        : End.EXHAUSTED;
  }

  /** Where the master would rather miss limits than pay for keeping them, that gets dearer. */
  private boolean raiseMissCost(Node node, double missed, double allowance) {
    if (!(couplings.missCost() * missed > COLUMNS_SHARE * allowance)
        || !couplings.raiseMissCost()) {
      return false;
    }
    cuts.addKnown(problem.couplings());
    Plan plan = incumbent.cheapest();
    incumbent.forgetCheapest();
    if (plan != null) {
      consider(plan.profiles(), node);
    }
    return true;
  }

  /** Costs a plan truly and keeps it where it is the best. */
  private void consider(Profile[] profiles, Node node) {
    Plan plan = new Plan(problem, profiles);
    latest = plan;
    Answer[] answers = couplings.ask(plan, node.regions());
    for (int c = 0; c < answers.length; c++) {
      cuts.add(c, answers[c].cut(), plan.amounts());
    }
    cuts.addKnown(problem.couplings());
    master.readCuts();
    incumbent.keep(plan);
  }

  /** Asks couplings at the amounts the master would like; whether it believed too little. */
  private boolean askCouplings(Prices prices, Node node) {
    return askCouplings(prices, node, COLUMNS_SHARE * incumbent.allowance());
  }

  /**
   * The same.
   *
   * @param much a coupling that costs its part of this more than is believed teaches a cut
   */
  private boolean askCouplings(Prices prices, Node node, double much) {
    double worth = much / problem.couplings().size();
    desired = couplings.ask(couplings.every(), prices.amounts(), node.regions());
    desiredMiss = 0;
    knownMiss = 0;
    underestimated = 0;
    boolean learnt = false;
    for (int c = 0; c < desired.length; c++) {
      double[] amounts = Problem.gather(problem.couplings().get(c), prices.amounts());
      double more = desired[c].cut().at(amounts) - prices.couplingCost()[c];
      underestimated += Math.max(0, more);
      if (more <= COLUMNS_SHARE * couplings.missCost() * desired[c].missed()) {
        knownMiss += desired[c].missed();
      }
      if (desired[c].split() == null) {
        desiredMiss = Math.max(desiredMiss, desired[c].missed());
      }
      if (more > worth) {
        cuts.add(c, desired[c].cut(), prices.amounts());
        learnt = true;
      }
    }
    cuts.addKnown(problem.couplings());
    master.readCuts();
    return learnt;
  }

  /**
   * Learns what couplings cost at amounts that are not the master's. Missing limits gets dearer
   * where that is believed to pay.
   */
  Relaxation.Teacher teacher(Node node) {
    return new Relaxation.Teacher() {
      @Override
      public double teach(Prices prices) {
        return learnFrom(node, prices);
      }

      @Override
      public double missed() {
        return desiredMiss;
      }
    };
  }

  private double learnFrom(Node node, Prices prices) {
    askCouplings(prices, node, 0);
    learnBeyond(node, prices.amounts());
    boolean isKnown = couplings.missCost() * knownMiss > underestimated;
    if (isKnown && raiseMissCost(node, knownMiss, incumbent.leastAllowance())) {
      askCouplings(prices, node, 0);
    }
    return underestimated;
  }

  /**
   * Where amounts go on as they did last: what couplings say there will be asked for next, and to
   * ask costs little beside a step of who asks.
   */
  private void learnBeyond(Node node, double[] amounts) {
    double[] before = learntAt;
    learntAt = amounts.clone();
    if (before.length == 0) {
      addUpReach();
      return;
    }
    double[] beyond = amounts.clone();
    for (int row = 0; row < beyond.length; row++) {
      double further = amounts[row] + BEYOND * (amounts[row] - before[row]);
      beyond[row] = Math.clamp(further, least[row], most[row]);
    }
    Answer[] answers = couplings.ask(couplings.every(), beyond, node.regions());
    for (int c = 0; c < answers.length; c++) {
      cuts.add(c, answers[c].cut(), beyond);
    }
  }

  private void addUpReach() {
    least = new double[price.length];
    most = new double[price.length];
    problem.addUpReach(least, most);
  }

  /** Lets resources answer to prices that are not the master's, and offers it what they do. */
  void tryPrices(Node node, Prices prices) {
    rounds++;
    price = prices.pricePerUnit();
    mixed = prices.mixed();
    believed = prices.couplingCost();
    provenAtPrice = prices.intercept() + respondents.answer(price);
    keepBest(prices);
    node.raiseBound(provenAtPrice, price);
    master.offer(respondents.profiles());
    listener.step("relaxation", rounds, incumbent.objective(), node.bound(), 0);
  }

  /**
   * Asks couplings at the amounts behind prices.
   *
   * @return whether they cost more than was believed by so much, and teach cuts
   */
  boolean askBehind(Node node, Prices prices, double much) {
    return askCouplings(prices, node) && underestimated >= much;
  }

  /** The part of the couplings whose limits the last plan misses. */
  double missedShare() {
    Plan plan = latest;
    if (plan == null) {
      return 0;
    }
    int couplingsMissed = 0;
    for (int c = 0; c < problem.couplings().size(); c++) {
      couplingsMissed += plan.missed(c) > Answer.WHOLE ? 1 : 0;
    }
    return (double) couplingsMissed / problem.couplings().size();
  }

  /** Says what bound all nodes but the next have. */
  void besides(double bound) {
    elsewhere = bound;
  }

  /** Prices the resources answered to last, by row. */
  double[] price() {
    return price;
  }

  /** The bound that the last prices prove of their node. */
  double provenAtPrice() {
    return provenAtPrice;
  }

  /** The couplings' last answers to what the master would like. */
  Answer[] desired() {
    return desired;
  }

  /** For each resource the master's last mixture of its profiles; empty before any. */
  Profile[] mixed() {
    return mixed;
  }

  /** How many there were. */
  int count() {
    return rounds;
  }

  /** What the master believes each coupling costs, at its last solution. */
  double[] believed() {
    return believed;
  }

  /** The master's last plan, once. */
  @Nullable Plan takeLatest() {
    Plan plan = latest;
    latest = null;
    return plan;
  }
}
