package io.evenflow.coordination;

import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/**
 * Closes what couplings leave open that are not convex: a node whose cuts lie below the couplings'
 * true costs is cut in two where they do most, and each half has sharper cuts. The node of the
 * least bound comes first, so the bound of all is that of the first.
 */
final class RegionSearch {
  /** Errors of cuts that make up less than this part of what is allowed are not worth a split. */
  private static final double WORTH_SHARE = 0.2;

  /** Regions are narrowed as long as that leaves no more than this part of the cuts' errors. */
  private static final double NARROWED_SHARE = 0.7;

  private static final int MOST_NARROWINGS = 8;

  /** What is cut off costs no less than the best plan but for this part of what is allowed. */
  private static final double TARGET_SHARE = 0.5;

  /** Up to so many resources a node is also solved as a whole by mixed-integer programs. */
  private static final int FEW = 40;

  /** Limit of one such program. Unit: s */
  private static final double MOST_SECONDS = 20;

  /** Best responses that better nothing before they get rarer, and the most turns without any. */
  private static final int PATIENCE = 2;

  private static final int MOST_PAUSE = 16;

  private final Problem problem;
  private final Respondents respondents;
  private final Couplings couplings;
  private final Cuts cuts;
  private final PriceRounds rounds;
  private final Incumbent incumbent;
  private final Clock clock;
  private final Listener listener;
  private final BooleanSupplier raiseMissCost;
  private final Ties ties;
  private final PriorityQueue<Node> open =
      new PriorityQueue<>(Comparator.comparingDouble(Node::bound));

  /** How many times best responses in a row have bettered nothing, and when they are due again. */
  private int fruitless;

  private int pause;

  /** Least bound of the nodes that are done with. */
  private double done = Double.POSITIVE_INFINITY;

  /**
   * @param raiseMissCost makes missing limits dearer, and says whether that was possible
   */
  RegionSearch(
      Problem problem,
      Respondents respondents,
      Couplings couplings,
      Cuts cuts,
      PriceRounds rounds,
      Incumbent incumbent,
      Clock clock,
      Listener listener,
      BooleanSupplier raiseMissCost) {
    this.problem = problem;
    this.respondents = respondents;
    this.couplings = couplings;
    this.cuts = cuts;
    this.rounds = rounds;
    this.incumbent = incumbent;
    this.clock = clock;
    this.listener = listener;
    this.raiseMissCost = raiseMissCost;
    ties = new Ties(problem, Node.root(problem));
  }

  /** Searches below a node until its best plan is proven, or nothing is left to split. */
  void run(Node root) {
    open.add(root);
    for (int step = 1; !open.isEmpty() && !clock.mustStop(); step++) {
      incumbent.raiseBound(Math.min(done, open.peek().bound()));
      if (incumbent.isClosed()) {
        return;
      }
      Node node = open.poll();
      rounds.besides(bound());
      process(node);
      listener.step("regions", step, incumbent.objective(), bound(), open.size());
    }
    incumbent.raiseBound(bound());
  }

  private double bound() {
    return open.isEmpty() ? done : Math.min(done, open.peek().bound());
  }

  private void process(Node unsplit) {
    Node node = unsplit;
    PriceRounds.End end = rounds.run(node, () -> false);
    if (looksCheapBeyondLimits() && raiseMissCost.getAsBoolean()) {
      end = rounds.run(node, () -> false);
    }
    for (int i = 0; i < MOST_NARROWINGS && end == PriceRounds.End.EXHAUSTED; i++) {
      double before = error();
      Plan latest = rounds.takeLatest();
      if (latest != null) {
        respond(latest, node);
      }
      if (incumbent.isBeatenBy(node.bound())) {
        end = PriceRounds.End.BEATEN;
        break;
      }
      node = narrowed(node);
      end = rounds.run(node, () -> false);
      if (error() > NARROWED_SHARE * before) {
        break;
      }
    }
    if (end == PriceRounds.End.BEATEN) {
      leave(node);
      return;
    }
    if (end == PriceRounds.End.STOPPED) {
      open.add(node);
      return;
    }
    Answer[] answers = rounds.desired();
    if (!incumbent.isBeatenBy(node.bound()) && problem.resources().size() <= FEW) {
      answers = solveWhole(node, answers);
    }
    if (incumbent.isBeatenBy(node.bound())) {
      leave(node);
    } else if (!split(node, answers)) {
      if (missesTooCheaply()) {
        open.add(node);
      } else {
        leave(node);
      }
    }
  }

  private double error() {
    double sum = 0;
    for (Answer answer : rounds.desired()) {
      sum += answer.split() == null ? 0 : answer.error();
    }
    return sum;
  }

  /** The part of a node that a better plan can use. */
  private Node narrowed(Node node) {
    Plan whole = incumbent.whole();
    if (whole == null) {
      return node;
    }
    boolean[] loose = new boolean[problem.couplings().size()];
    for (int c = 0; c < loose.length; c++) {
      loose[c] = rounds.desired()[c].split() != null;
    }
    double target = whole.objective() - TARGET_SHARE * incumbent.allowance();
    done = Math.min(done, target);
    Node narrowed =
        new Tightening(problem)
            .narrow(
                node, rounds.price(), respondents.least(), rounds.provenAtPrice(), target, loose);
    Node tied = ties.spread(narrowed);
    if (tied == null) {
      narrowed.raiseBound(target);
    }
    return tied == null ? narrowed : tied;
  }

  /**
   * Whether a plan that misses limits costs less than one that keeps them by more than is asked.
   */
  private boolean looksCheapBeyondLimits() {
    Plan cheapest = incumbent.cheapest();
    Plan whole = incumbent.whole();
    return cheapest != null
        && !cheapest.isWhole()
        && (whole == null || whole.objective() - cheapest.objective() > incumbent.allowance());
  }

  /** Whether the node may look cheap only because limits are missed too cheaply; that is mended. */
  private boolean missesTooCheaply() {
    Plan cheapest = incumbent.cheapest();
    return cheapest != null && !cheapest.isWhole() && raiseMissCost.getAsBoolean();
  }

  private void leave(Node node) {
    done = Math.min(done, node.bound());
  }

  /** The longer best responses better nothing, the rarer they are: a node's bound needs none. */
  private void respond(Plan from, Node node) {
    if (pause-- > 0) {
      return;
    }
    Double before = incumbent.objective();
    List<Integer> all = IntStream.range(0, problem.resources().size()).boxed().toList();
    BestResponses responses =
        new BestResponses(problem, respondents, couplings, cuts, node, clock::mustStop);
    Plan answered = responses.descend(from, all, 1e-3 * incumbent.allowance());
    incumbent.keep(answered);
    SmallRegions small = new SmallRegions(problem, couplings, cuts, clock::mustStop);
    if (small.isUseful()) {
      incumbent.keep(small.improve(answered, node, 1e-2 * incumbent.allowance()));
    }
    Double after = incumbent.objective();
    boolean better =
        after != null && (before == null || after < before - 0.1 * incumbent.allowance());
    fruitless = better ? 0 : fruitless + 1;
    pause = fruitless < PATIENCE ? 0 : Math.min(fruitless, MOST_PAUSE);
  }

  /** The node's best plan by its cuts; returns what couplings say of it. */
  private Answer[] solveWhole(Node node, Answer[] otherwise) {
    Plan start = incumbent.cheapest();
    if (start == null) {
      return otherwise;
    }
    List<Integer> all = IntStream.range(0, problem.resources().size()).boxed().toList();
    Neighbourhood.Outcome outcome =
        new Neighbourhood(problem, couplings, cuts, node, clock::mustStop)
            .improve(
                start,
                all,
                0.1 * incumbent.allowance(),
                Math.min(MOST_SECONDS, clock.secondsLeft()));
    node.raiseBound(outcome.bound());
    incumbent.keep(outcome.plan());
    return outcome.answers() == null ? otherwise : outcome.answers();
  }

  /** Cuts a node in two where its cuts are most wrong; false where they are right. */
  private boolean split(Node node, Answer[] answers) {
    int worst = -1;
    double most = 0;
    double all = 0;
    for (int c = 0; c < answers.length; c++) {
      double error = answers[c].split() == null ? 0 : answers[c].error();
      all += error;
      if (error > most) {
        most = error;
        worst = c;
      }
    }
    Region region = worst < 0 ? null : node.regions()[worst];
    Split where = worst < 0 ? null : answers[worst].split();
    if (region == null || where == null || all < WORTH_SHARE * incumbent.allowance()) {
      return false;
    }
    double free = Double.POSITIVE_INFINITY;
    add(node.within(worst, region.part(where.direction(), -free, where.at())));
    add(node.within(worst, region.part(where.direction(), where.at(), free)));
    return true;
  }

  /** Looks at a node later; one that allows a tied amount nothing holds no plan. */
  private void add(Node node) {
    Node tied = ties.spread(node);
    if (tied != null) {
      open.add(tied);
    }
  }
}
