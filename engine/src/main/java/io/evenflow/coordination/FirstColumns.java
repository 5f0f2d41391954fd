package io.evenflow.coordination;

import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What price rounds begin with where prices alone would gather all who follow them in the same
 * cheap hours, as where meters and peaks tie resources together or where limits bind for hours: the
 * master would need many rounds to spread them again. First prices are those of the {@link
 * Relaxation}, whose amounts become a plan, too; with meters the first columns are those of
 * resources that have answered in turn, from nothing on.
 */
final class FirstColumns {
  /** Couplings are believed that cost more than is believed by less than this part of the gap. */
  private static final double BELIEVED_SHARE = 0.5;

  /** Part of the time. */
  private static final double RELAXATION_TIME = 0.4;

  /** All dives take about so many times as long as the relaxation at most. */
  private static final double SCARCE_SHARE = 3;

  /** So many times as long as to fill a plan is too short to find one first in another way. */
  private static final double SHORT = 2.5;

  /** How often the relaxation of few is solved at most. */
  private static final int MOST_RELAXATIONS = 8;

  /** Asks no coupling. */
  private static final Relaxation.Teacher NOBODY =
      new Relaxation.Teacher() {
        @Override
        public double teach(Prices prices) {
          return 0;
        }

        @Override
        public double missed() {
          return 0;
        }
      };

  /** From so many resources on all of them together are a linear program with small steps. */
  static final int MANY = 100;

  /** From so many on a part of them shows what couplings will say. */
  private static final int LARGE = 1500;

  /** One of so many. */
  private static final int PART = 16;

  /** The part need not be as near as the whole. */
  private static final double PART_WORTH = 10;

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
  static boolean hasMeters(Problem problem) {
    return problem.couplings().stream().anyMatch(coupling -> !coupling.cuts().isEmpty());
  }

  /** Prices of the relaxation alone: there is a plan that hardly anything betters. */
  void price(PriceRounds rounds, Master master) {
    if (respondents.size() < MANY) {
      relaxFew(rounds, master);
    } else {
      relax(rounds, false);
      master.readCuts();
    }
  }

  void offer(PriceRounds rounds, Master master) {
    if (hasMeters(problem)) {
      answerInTurn(rounds, master);
    }
    if (respondents.size() < MANY) {
      relaxFew(rounds, master);
    } else if (mayGoOn()) {
      relax(rounds, true);
      master.readCuts();
    }
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

  /**
   * Prices of the relaxation, which resources answer to, and the plan that its amounts become.
   *
   * @param isPlanned whether a plan is made of them
   */
  private void relax(PriceRounds rounds, boolean isPlanned) {
    Clock first = clock.part(RELAXATION_TIME);
    Relaxation.Teacher teacher = rounds.teacher(root);
    double worth = BELIEVED_SHARE * incumbent.leastAllowance();
    double free = Double.POSITIVE_INFINITY;
    double before = clock.secondsLeft();
    Relaxation part = isPlanned ? solvedPart(first, worth, teacher) : null;
    Relaxation relaxation =
        part == null
            ? Relaxation.of(problem, cuts, root, first::mustStop)
            : Relaxation.after(part, problem, cuts, root, first::mustStop);
    if (relaxation == null) {
      return;
    }
    Prices prices = relaxation.solve(first.secondsLeft(), worth, free, teacher);
    double took = Double.isInfinite(before) ? 0 : before - clock.secondsLeft();
    if (prices == null) {
      return;
    }
    rounds.tryPrices(root, prices);
    incumbent.raiseBound(root.bound());
    if (isPlanned && mayGoOn()) {
      boolean isScarce = clock.secondsLeft() < SCARCE_SHARE * took;
      if (clock.secondsLeft() < SHORT * plans.fillingSeconds()) {
        fill();
      }
      new Diving(problem, respondents, plans, couplings, cuts, root, incumbent, clock)
          .dive(prices, relaxation, took, isScarce, teacher);
      listener.step("rounding", 0, incumbent.objective(), incumbent.bound(), 0);
    }
  }

  /**
   * A part of many, whose steps take less, asks couplings first; null for few, and for meters:
   * where a station's sum turns around a price a part of its vehicles says little.
   */
  private @Nullable Relaxation solvedPart(Clock first, double worth, Relaxation.Teacher teacher) {
    long many = problem.resources().stream().filter(resource -> !resource.isConvex()).count();
    if (many < LARGE || hasMeters(problem)) {
      return null;
    }
    Relaxation part = Relaxation.ofPart(problem, cuts, root, PART, first::mustStop);
    if (part != null) {
      double free = Double.POSITIVE_INFINITY;
      part.solve(first.secondsLeft(), PART_WORTH * worth, free, teacher);
    }
    return part;
  }

  private void fill() {
    Plan plan = plans.filled(clock::mustStop);
    if (plan != null && plan.isWhole()) {
      incumbent.keep(plan);
    }
  }

  /**
   * The same for few: solving to the end takes less than to begin again and again, and what they
   * answer each time are columns worth having.
   */
  private void relaxFew(PriceRounds rounds, Master master) {
    Prices last = null;
    for (int i = 0; i < MOST_RELAXATIONS && mayGoOn(); i++) {
      Relaxation relaxation = Relaxation.of(problem, cuts, root, clock::mustStop);
      double free = Double.POSITIVE_INFINITY;
      Prices prices =
          relaxation == null ? null : relaxation.solve(clock.secondsLeft(), 0, free, NOBODY);
      if (prices == null) {
        break;
      }
      last = prices;
      rounds.tryPrices(root, prices);
      incumbent.raiseBound(root.bound());
      if (!rounds.askBehind(root, prices, BELIEVED_SHARE * incumbent.allowance())) {
        break;
      }
    }
    if (last != null && mayGoOn()) {
      round(last, master);
    }
  }

  /** A few resources answer one after the other sooner than they dive. */
  private void round(Prices prices, Master master) {
    Regrets regrets = new Regrets(problem, respondents, prices.pricePerUnit());
    regrets.rank(respondents.profiles());
    double worth = 1e-3 * incumbent.allowance();
    Leveling leveling =
        new Leveling(problem, respondents, cuts, couplings.missCost(), clock::mustStop);
    Plan plan = plans.of(leveling.level(prices.mixed(), prices.couplingCost(), regrets, worth, 0));
    incumbent.keep(plan);
    listener.step("rounding", 0, incumbent.objective(), incumbent.bound(), 0);
    master.readCuts();
    master.offer(plan.profiles());
  }

  private boolean mayGoOn() {
    return !incumbent.isClosed() && !clock.mustStop();
  }
}
