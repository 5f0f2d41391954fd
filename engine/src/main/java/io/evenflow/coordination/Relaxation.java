package io.evenflow.coordination;

import io.evenflow.interior.ChainProgram;
import io.evenflow.interior.ChainSolution;
import io.evenflow.interior.InteriorPoint;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The whole problem as a linear program: every resource as its picture, couplings as curves or as
 * cuts, which are found on the way: a point half-way to the optimum tells as much of couplings as
 * one at it, takes fewer steps, and is a better place to begin anew, as in primal–dual column
 * generation (Gondzio, González-Brevis, Munari 2013). Its prices are near the best there are:
 * resources that answer to them prove a bound at once that price rounds take long to reach.
 */
final class Relaxation {
  /** The first point is as near as this part of the bound, but for few resources. */
  private static final double FIRST_GAP = 10;

  private static final double FIRST_GAP_HELD = 0.01;

  private static final double FIRST_GAP_AFTER_PART = 0.1;

  /** Of an objective. Unit: currency */
  private static final double UNKNOWN_SIZE = 1e4;

  /** Nearer by this factor at most where couplings still have much to say. */
  private static final double NEARER = 0.1;

  /** The same where they have not, or where resources are held: nearly all cuts are known. */
  private static final double MUCH_NEARER = 0.01;

  /** A point need not be nearer than this part of what couplings cost more than believed. */
  private static final double GAP_SHARE = 0.3;

  /** Points farther away than this part of the objective need not keep rows. */
  private static final double FAR = 1e-3;

  /** Of rows in the units of {@link InteriorPoint#solve}. */
  private static final double MISS = 1e-5;

  /** Where resources are held: a watt or two cost next to nothing. Unit: of the rows */
  private static final double MARGIN = 2 * Answer.WHOLE;

  /** The same until a point of a plan lies within the limits. Unit: of the rows */
  private static final double FIRST_MARGIN = 1000 * Answer.WHOLE;

  /** Nearest gap as a part of the objective: doubles hold no more. */
  private static final double NEAREST = 1e-6;

  /** Its cost stands where a round raises it by less than this part of what is worth it. */
  private static final double STANDING_SHARE = 0.3;

  private static final int MOST_ROUNDS = 60;

  /** A careful figure for two cores of a slow machine. */
  private static final double MULTIPLICATIONS_PER_SECOND = 5e9;

  /** Nor does it begin what would take more; that also keeps its factors small. Unit: s */
  private static final double MOST_SECONDS = 60;

  private final Problem problem;
  private final Pictures pictures;
  private final ChosenCuts chosen;
  private final Node node;
  private final boolean isHeld;

  /** Of the first point, as a part of the bound. */
  private final double firstGap;

  private final BooleanSupplier stop;

  /** Asks couplings about amounts. */
  interface Teacher {
    /**
     * @param prices whose amounts couplings answer to
     * @return what they cost more than was believed. Unit: currency
     */
    double teach(Prices prices);

    /** By how much a limit was missed there at most, in one coupling. Unit: of the rows */
    double missed();
  }

  private Relaxation(
      Problem problem,
      Pictures pictures,
      ChosenCuts chosen,
      Node node,
      boolean isHeld,
      double firstGap,
      BooleanSupplier stop) {
    this.problem = problem;
    this.pictures = pictures;
    this.chosen = chosen;
    this.node = node;
    this.isHeld = isHeld;
    this.firstGap = firstGap;
    this.stop = stop;
  }

  /**
   * The relaxation of a problem; null where some resource has no linear picture.
   *
   * @param node of which it shall prove a bound: only cuts that hold in its regions count
   */
  static @Nullable Relaxation of(Problem problem, Cuts cuts, Node node, BooleanSupplier stop) {
    return of(Pictures.relaxed(problem), problem, cuts, node, null, FIRST_GAP, stop);
  }

  /** The same, from the cuts that a part of it has ended with. */
  static @Nullable Relaxation after(
      Relaxation part, Problem problem, Cuts cuts, Node node, BooleanSupplier stop) {
    Pictures pictures = Pictures.relaxed(problem);
    return of(pictures, problem, cuts, node, part.chosen, FIRST_GAP_AFTER_PART, stop);
  }

  /**
   * The same of a part of the resources, each for {@code every} of them: what couplings say of its
   * amounts is most of what the whole needs to know, and a step takes a part of the time.
   */
  static @Nullable Relaxation ofPart(
      Problem problem, Cuts cuts, Node node, int every, BooleanSupplier stop) {
    return of(Pictures.part(problem, every), problem, cuts, node, null, FIRST_GAP, stop);
  }

  private static @Nullable Relaxation of(
      @Nullable Pictures pictures,
      Problem problem,
      Cuts cuts,
      Node node,
      @Nullable ChosenCuts before,
      double far,
      BooleanSupplier stop) {
    if (pictures == null) {
      return null;
    }
    boolean isSmall = problem.resources().size() < FirstColumns.MANY;
    ChosenCuts chosen = new ChosenCuts(problem, cuts, node, before);
    return new Relaxation(problem, pictures, chosen, node, false, isSmall ? NEAREST : far, stop);
  }

  /**
   * Resources are held to when they draw and feed in in a plan, but for those that are open.
   *
   * @param before whose cuts are the first ones
   */
  static Relaxation held(
      Problem problem,
      Cuts cuts,
      Node node,
      Profile[] plan,
      List<Integer> open,
      Relaxation before,
      BooleanSupplier stop) {
    ChosenCuts chosen = new ChosenCuts(problem, cuts, node, before.chosen);
    boolean isSmall = problem.resources().size() < FirstColumns.MANY;
    Pictures held = Pictures.held(problem, plan, open);
    double far = isSmall ? NEAREST : FIRST_GAP_HELD;
    return new Relaxation(problem, held, chosen, node, true, far, stop);
  }

  /**
   * Prices near its optimum.
   *
   * @param seconds that may be left: it does not begin what would take all of them
   * @param worth couplings are believed that cost more than is believed by less; where no plan is
   *     asked for, it ends as soon as its cost rises by less. Unit: currency
   * @param most for a plan that keeps limits and costs no more: it ends where there is none. +∞
   *     where none is asked for. Unit: currency
   * @return null where it had to end early or could not be solved; nobody leads
   */
  @Nullable Prices solve(double seconds, double worth, double most, Teacher teacher) {
    boolean isPlan = most < Double.POSITIVE_INFINITY;
    ChainProgram program = pictures.program(blocks());
    List<Coupling> couplings = problem.couplings();
    int[] curve = new int[couplings.size()];
    int[] epigraph = new int[couplings.size()];
    for (int c = 0; c < curve.length; c++) {
      Curve own = couplings.get(c).curve();
      int[] rows = couplings.get(c).rows();
      curve[c] = own == null ? -1 : program.addCurve(rows, own.ends(), own.slopes());
      epigraph[c] = own == null ? program.addEpigraph() : -1;
    }
    double margin = isPlan ? FIRST_MARGIN : isHeld ? MARGIN : 0;
    if (!chosen.addTo(program, epigraph, null, 0, margin)) {
      return null;
    }
    InteriorPoint method = new InteriorPoint(program, stop);
    if (method.multiplications() > MULTIPLICATIONS_PER_SECOND * Math.min(seconds, MOST_SECONDS)) {
      return null;
    }
    Prices best = null;
    double gap = Math.max(firstGap * size(null), 0.1 * worth);
    double before = Double.NEGATIVE_INFINITY;
    boolean isLast = false;
    for (int round = 0; round < MOST_ROUNDS; round++) {
      boolean isFar = gap > FAR * size(best);
      ChainSolution solution = method.solve(gap, isFar ? Double.POSITIVE_INFINITY : MISS);
      if (!solution.isNear()) {
        return best;
      }
      best = prices(solution, curve, epigraph);
      double more = teacher.teach(best);
      double nearest = Math.max(NEAREST * size(best), 0.1 * worth);
      boolean stands =
          !isPlan && gap <= 4 * worth && best.objective() - before <= STANDING_SHARE * worth;
      boolean isInside = isPlan && margin == MARGIN;
      boolean isKept = !isPlan || (isInside && teacher.missed() <= Answer.WHOLE);
      boolean isHopeless = isInside && best.objective() - gap > most;
      if (isLast
          || isHopeless
          || (gap <= nearest && more <= worth && isKept)
          || (stands && gap <= 2 * nearest)) {
        return best;
      }
      before = best.objective();
      isLast = stands;
      double nearer = Math.max(nearest, (isHeld || more <= worth ? MUCH_NEARER : NEARER) * gap);
      if (isPlan && !isInside) {
        margin = teacher.missed() <= Answer.WHOLE ? MARGIN : margin;
        nearer = margin == MARGIN ? nearer : gap;
      }
      gap = stands ? nearest : Math.min(gap, Math.max(nearer, GAP_SHARE * more));
      chosen.addTo(program, epigraph, solution, isFar ? Double.POSITIVE_INFINITY : more, margin);
      if (chosen.hasChanged()) {
        method = method.next(program, chosen.former());
      }
    }
    return best;
  }

  private double size(@Nullable Prices known) {
    double size = 1 + Math.abs(known == null ? node.bound() : known.objective());
    return Double.isFinite(size) ? size : UNKNOWN_SIZE;
  }

  /** Rows of a place make a block. */
  private int[] blocks() {
    int[] place = problem.rows().place();
    int[] places = IntStream.of(place).distinct().sorted().toArray();
    return IntStream.of(place).map(each -> Arrays.binarySearch(places, each)).toArray();
  }

  private Prices prices(ChainSolution solution, int[] curve, int[] epigraph) {
    double[] price = problem.rows().price().clone();
    double[] cost = new double[curve.length];
    double intercept = 0;
    double objective = solution.objective();
    List<Prices.Weight> weights = new ArrayList<>();
    for (int c = 0; c < curve.length; c++) {
      Coupling coupling = problem.couplings().get(c);
      Curve own = coupling.curve();
      if (own == null) {
        intercept += chosen.weigh(c, solution, price, weights);
        cost[c] = solution.epigraph()[epigraph[c]];
      } else {
        double slope = own.slopeNear(solution.slope()[curve[c]]);
        weights.add(new Prices.Weight(c, null, slope));
        for (int row : coupling.rows()) {
          price[row] += slope;
        }
        intercept += own.intercept(slope);
        cost[c] = own.at(Arrays.stream(Problem.gather(coupling, solution.nodes())).sum());
        objective += own.costAtFirst();
      }
    }
    Profile[] mixed = pictures.mixed(solution);
    // nodes that tie chains of several places follow those of the rows
    double[] amounts = Arrays.copyOf(solution.nodes(), price.length);
    return new Prices(
        price, intercept, amounts, new Profile[0], mixed, 0, cost, objective, weights);
  }

  /**
   * The plan of its solution, where resources are held: of open ones it has what is mixed.
   *
   * @param before the plan that they are held to
   */
  Profile[] profiles(Prices prices, Profile[] before) {
    return pictures.profiles(prices.mixed(), before);
  }
}
