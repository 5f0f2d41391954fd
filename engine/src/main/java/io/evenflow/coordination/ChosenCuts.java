package io.evenflow.coordination;

import io.evenflow.interior.ChainProgram;
import io.evenflow.interior.ChainSolution;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The cuts of couplings that a relaxation looks at: all that carry weight, that nearly rise to the
 * cost or that rise above it where the solution is. Others are left out until they rise; one that
 * came back stays, and so do those of couplings that are known beforehand: a peak's next period may
 * be far below the cost now, and all of it at the next point.
 */
final class ChosenCuts {
  /** A cut of less weight carries none. */
  private static final double NO_WEIGHT = 1e-4;

  private final Problem problem;
  private final Cuts cuts;
  private final Node node;

  private final Set<Cut> ever = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Set<Cut> staying = Collections.newSetFromMap(new IdentityHashMap<>());

  /** By coupling, in the order of their numbers; empty before the first choice. */
  private List<List<Cut>> chosen = new ArrayList<>();

  private final Map<Cut, Integer> number = new IdentityHashMap<>();
  private int[] former = new int[0];
  private boolean hasChanged;
  private double margin;
  private final @Nullable ChosenCuts before;

  /**
   * @param node of which something is to be proven: only cuts that hold in its regions count
   * @param before whose choice is the first one, null for all
   */
  ChosenCuts(Problem problem, Cuts cuts, Node node, @Nullable ChosenCuts before) {
    this.problem = problem;
    this.cuts = cuts;
    this.node = node;
    this.before = before;
  }

  /**
   * Chooses and adds them to a program.
   *
   * @param epigraph by coupling, negative for one without cuts
   * @param solution of the program with the choice before, null for none
   * @param near cuts that are lower than the cost by less stay. Unit: currency
   * @param margin where a plan must keep limits, cuts are of what is so much further on: what
   *     couplings have not said yet does not miss limits then. Unit: of the rows
   * @return false where a coupling has none
   */
  boolean addTo(
      ChainProgram program,
      int[] epigraph,
      @Nullable ChainSolution solution,
      double near,
      double margin) {
    program.clearCuts();
    hasChanged = margin != this.margin;
    this.margin = margin;
    List<List<Cut>> next = new ArrayList<>();
    List<Integer> numbers = new ArrayList<>();
    for (int c = 0; c < epigraph.length; c++) {
      List<Cut> own = epigraph[c] < 0 ? List.of() : choose(c, epigraph[c], solution, near);
      if (epigraph[c] >= 0 && own.isEmpty()) {
        return false;
      }
      for (Cut cut : own) {
        program.addCut(
            epigraph[c], intercept(cut), problem.couplings().get(c).rows(), cut.gradient());
        numbers.add(number.getOrDefault(cut, -1));
      }
      next.add(own);
    }
    former = numbers.stream().mapToInt(Integer::intValue).toArray();
    boolean isSame = former.length == number.size();
    for (int i = 0; i < former.length; i++) {
      isSame &= former[i] == i;
    }
    hasChanged |= !isSame;
    chosen = next;
    number.clear();
    next.forEach(own -> own.forEach(cut -> number.put(cut, number.size())));
    return true;
  }

  private List<Cut> choose(int c, int epigraph, @Nullable ChainSolution solution, double near) {
    if (solution == null) {
      List<Cut> all = before == null ? cuts.of(c) : before.chosen.get(c);
      List<Cut> first = all.stream().filter(cut -> cut.holdsIn(node.regions()[c])).toList();
      ever.addAll(first);
      if (!problem.couplings().get(c).cuts().isEmpty()) {
        staying.addAll(first);
      }
      return first;
    }
    double[] amounts = Problem.gather(problem.couplings().get(c), solution.nodes());
    List<Cut> own = new ArrayList<>();
    double highest = Double.NEGATIVE_INFINITY;
    for (Cut cut : chosen.get(c)) {
      boolean carries = solution.weight()[number.getOrDefault(cut, -1)] > NO_WEIGHT;
      boolean isNear = !(solution.epigraph()[epigraph] - cut.at(amounts) > near);
      if (carries || isNear || staying.contains(cut)) {
        own.add(cut);
        highest = Math.max(highest, cut.at(amounts));
      }
    }
    Set<Cut> known = Collections.newSetFromMap(new IdentityHashMap<>());
    known.addAll(own);
    for (Cut cut : cuts.of(c)) {
      if (cut.at(amounts) > highest && cut.holdsIn(node.regions()[c]) && known.add(cut)) {
        own.add(cut);
        if (!ever.add(cut)) {
          staying.add(cut);
        }
      }
    }
    return own;
  }

  private double intercept(Cut cut) {
    double steepest = 0;
    for (double slope : cut.gradient()) {
      steepest = Math.max(steepest, Math.abs(slope));
    }
    return cut.intercept() + margin * steepest;
  }

  /** By cut its number in the choice before, -1 for one that is new. */
  int[] former() {
    return former;
  }

  /** Whether the last choice is another than the one before. */
  boolean hasChanged() {
    return hasChanged;
  }

  /**
   * Any weights that sum to 1 make a cut, see {@link CutRows#weigh}: adds its gradient to prices.
   *
   * @param weights what is made of what, to be added to
   * @return its intercept, −∞ where nothing carries weight
   */
  double weigh(int c, ChainSolution solution, double[] price, List<Prices.Weight> weights) {
    double sum = 0;
    for (Cut cut : chosen.get(c)) {
      sum += weight(cut, solution);
    }
    if (!(sum > 0)) {
      return Double.NEGATIVE_INFINITY;
    }
    int[] rows = problem.couplings().get(c).rows();
    double intercept = 0;
    for (Cut cut : chosen.get(c)) {
      double weight = weight(cut, solution) / sum;
      weights.add(new Prices.Weight(c, cut, weight));
      intercept += weight * cut.intercept();
      for (int k = 0; k < rows.length; k++) {
        price[rows[k]] += weight * cut.gradient()[k];
      }
    }
    return intercept;
  }

  private double weight(Cut cut, ChainSolution solution) {
    return Math.max(0, solution.weight()[number.getOrDefault(cut, -1)]);
  }
}
