package io.evenflow.city.plan;

import io.evenflow.city.portfolio.Portfolio;
import io.evenflow.city.portfolio.SharedBudget;
import io.evenflow.city.portfolio.SharedLimit;
import io.evenflow.coordination.Profile;
import io.evenflow.market.PeakCharge;
import io.evenflow.mip.AffineBuilder;
import io.evenflow.mip.MixedIntegerProgram;
import io.evenflow.solver.HighsModel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One of the answers each feeder gave, so that together they cost least within what is shared: a
 * mixed-integer program, for few feeders, or for the few that are left. The same for parts of the
 * vehicles that move between feeders.
 *
 * <pre>
 * min Σ cost·z + peak + miss   s.t. Σ_answers z = 1 per feeder, sums of imports within limits
 * </pre>
 */
final class ColumnChoice {
  private static final double SECONDS = 10;
  private static final double GAP = 1e-4;

  /** So well is known what commuters make of a feeder's import: a choice leaves that. Unit: kW */
  private static final double KEPT_KW = 0.05;

  /** One choice of many is nearly the best soon enough. */
  private static final double BRIEF_SECONDS = 1;

  private static final double BRIEF_GAP = 1e-3;
  private static final double ALIKE_KW = 0.01;

  /** In another choice an answer differs by more. Unit: kW */
  private static final double DIFFERING_KW = 0.5;

  /** One of so many answers is another in the next choice. */
  private static final int DIFFERING_PART = 3;

  private final Portfolio portfolio;
  private final SharedCouplings couplings;
  private final int[] substationOf;
  private final double missCostPerKwh;

  /** Of each part of commuters what it answered. */
  private final List<List<Profile>> parts;

  /** What is left of limits. Unit: kW. */
  private double keptKw;

  /** Variable of each part's first answer. */
  private final int[] firstOfPart;

  /** Of the program, each by its first variable and its size. */
  private final List<int[]> groups = new ArrayList<>();

  /** Whether one of each is chosen, and not a mean of several. */
  private boolean areWhole = true;

  /** Without commuters, or where they are settled. */
  ColumnChoice(Portfolio portfolio, double missCostPerKwh) {
    this(portfolio, missCostPerKwh, List.of());
  }

  ColumnChoice(Portfolio portfolio, double missCostPerKwh, List<List<Profile>> parts) {
    this.parts = parts;
    firstOfPart = new int[parts.size()];
    this.portfolio = portfolio;
    this.missCostPerKwh = missCostPerKwh;
    couplings = new SharedCouplings(portfolio);
    substationOf = couplings.substationOf();
  }

  /**
   * Chooses.
   *
   * @param settled imports by feeder that are no choice any more; empty for the others
   * @param answers of each feeder; none for those that take no part
   * @return by feeder; null for those that were no choice, and for all where none was found in time
   */
  @Nullable FeederAnswer[] choose(double[][] settled, List<List<FeederAnswer>> answers) {
    MixedIntegerProgram.Builder builder = new MixedIntegerProgram.Builder();
    int[] first = program(builder, settled, answers, true);
    @Nullable FeederAnswer[] choice = new @Nullable FeederAnswer[first.length];
    double[] x = solved(builder.build());
    for (int f = 0; f < first.length && x.length > 0; f++) {
      choice[f] = first[f] < 0 ? null : chosen(answers.get(f), x, first[f]);
    }
    return choice;
  }

  /**
   * One answer of each.
   *
   * @param feeders null for those that take no part
   * @param cost of all, what is missed of limits included. Unit: currency
   */
  record Choice(@Nullable FeederAnswer[] feeders, Profile[] parts, double cost) {}

  /**
   * Chooses for all, and otherwise than before.
   *
   * @param before each differs from the next one in a few answers at least
   * @return null where none was found in time
   */
  @Nullable Choice chooseAll(List<List<FeederAnswer>> answers, List<Choice> before) {
    MixedIntegerProgram.Builder builder = new MixedIntegerProgram.Builder();
    keptKw = parts.isEmpty() ? 0 : KEPT_KW;
    int[] first = program(builder, new double[answers.size()][0], answers, true);
    keptKw = 0;
    for (Choice old : before) {
      forbid(builder, answers, first, old);
    }
    MixedIntegerProgram program = builder.build();
    double[] x = brief(program);
    if (x.length == 0) {
      return null;
    }
    @Nullable FeederAnswer[] feeders = new @Nullable FeederAnswer[first.length];
    for (int f = 0; f < first.length; f++) {
      feeders[f] = first[f] < 0 ? null : chosen(answers.get(f), x, first[f]);
    }
    Profile[] ofParts = new Profile[parts.size()];
    Arrays.setAll(ofParts, p -> chosen(parts.get(p), x, firstOfPart[p]));
    return new Choice(feeders, ofParts, program.objective(x));
  }

  private void forbid(
      MixedIntegerProgram.Builder builder,
      List<List<FeederAnswer>> answers,
      int[] first,
      Choice old) {
    AffineBuilder same = new AffineBuilder();
    int count = 0;
    for (int f = 0; f < first.length; f++) {
      if (first[f] >= 0) {
        List<Profile> own = answers.get(f).stream().map(FeederAnswer::profile).toList();
        addAlike(same, own, Objects.requireNonNull(old.feeders[f]).profile(), first[f]);
        count++;
      }
    }
    for (int p = 0; p < firstOfPart.length; p++) {
      addAlike(same, parts.get(p), old.parts[p], firstOfPart[p]);
      count++;
    }
    int differing = Math.max(1, count / DIFFERING_PART);
    builder.row(Double.NEGATIVE_INFINITY, same.build(), count - differing);
  }

  private static void addAlike(AffineBuilder same, List<Profile> all, Profile old, int first) {
    for (int i = 0; i < all.size(); i++) {
      if (areWithin(DIFFERING_KW, all.get(i), old)) {
        same.add(1, first + i);
      }
    }
  }

  /** Whether two answers are the same but for rounding. */
  static boolean areAlike(Profile one, Profile other) {
    return areWithin(ALIKE_KW, one, other);
  }

  private static boolean areWithin(double kw, Profile one, Profile other) {
    for (int i = 0; i < one.amounts().length; i++) {
      if (Math.abs(one.amounts()[i] - other.amounts()[i]) > kw) {
        return false;
      }
    }
    return true;
  }

  /**
   * The cheapest mean of answers.
   *
   * @return imports by feeder, empty for those without answers; empty for all where none was found
   */
  double[][] mean(List<List<FeederAnswer>> answers) {
    MixedIntegerProgram.Builder builder = new MixedIntegerProgram.Builder();
    int[] first = program(builder, new double[answers.size()][0], answers, false);
    double[] x = solved(builder.build());
    double[][] mean = new double[x.length == 0 ? 0 : first.length][0];
    for (int f = 0; f < mean.length; f++) {
      for (int i = 0; first[f] >= 0 && i < answers.get(f).size(); i++) {
        double[] kw = answers.get(f).get(i).profile().amounts();
        double weight = x[first[f] + i];
        double[] sum = mean[f].length == 0 ? new double[kw.length] : mean[f];
        Arrays.setAll(sum, t -> sum[t] + weight * kw[t]);
        mean[f] = sum;
      }
    }
    return mean;
  }

  /**
   * Chooses for commuters, beside answers of feeders or means of them.
   *
   * @return by part; empty where nothing was found in time
   */
  Profile[] chooseParts(
      double[][] settled, List<List<FeederAnswer>> answers, boolean areFeedersWhole) {
    MixedIntegerProgram.Builder builder = new MixedIntegerProgram.Builder();
    program(builder, settled, answers, areFeedersWhole);
    double[] x = solved(builder.build());
    Profile[] choice = new Profile[x.length == 0 ? 0 : parts.size()];
    Arrays.setAll(choice, p -> chosen(parts.get(p), x, firstOfPart[p]));
    return choice;
  }

  /** Returns the variable of each feeder's first answer, −1 where there is none. */
  private int[] program(
      MixedIntegerProgram.Builder builder,
      double[][] settled,
      List<List<FeederAnswer>> answers,
      boolean isWhole) {
    groups.clear();
    areWhole = true;
    int[] first = new int[settled.length];
    for (int f = 0; f < settled.length; f++) {
      boolean isOpen = settled[f].length == 0 && !answers.get(f).isEmpty();
      List<Profile> own = answers.get(f).stream().map(FeederAnswer::profile).toList();
      first[f] = isOpen ? oneOf(builder, own, isWhole) : -1;
    }
    for (int p = 0; p < firstOfPart.length; p++) {
      firstOfPart[p] = oneOf(builder, parts.get(p), true);
    }
    for (SharedLimit limit : portfolio.limits()) {
      limit(builder, limit, settled, answers, first);
    }
    for (SharedBudget budget : portfolio.budgets()) {
      budget(builder, budget, settled, answers, first);
    }
    peak(builder, settled, answers, first);
    return first;
  }

  private int oneOf(MixedIntegerProgram.Builder builder, List<Profile> profiles, boolean isWhole) {
    AffineBuilder sum = new AffineBuilder();
    int first = -1;
    for (Profile profile : profiles) {
      double cost = profile.ownCost();
      int z = isWhole ? builder.binary(cost) : builder.variable(0, 1, cost);
      first = first < 0 ? z : first;
      sum.add(1, z);
    }
    builder.equality(sum.build(), 1);
    areWhole &= isWhole;
    groups.add(new int[] {first, profiles.size()});
    return first;
  }

  private void limit(
      MixedIntegerProgram.Builder builder,
      SharedLimit limit,
      double[][] settled,
      List<List<FeederAnswer>> answers,
      int[] first) {
    int[] members = couplings.members(limit);
    for (int t = 0; t < portfolio.horizon().periods(); t++) {
      if (Double.isFinite(limit.mostKw(t)) || Double.isFinite(limit.leastKw(t))) {
        double perKw = missCostPerKwh * portfolio.horizon().hours(t);
        AffineBuilder sum = imports(members, t, settled, answers, first);
        sum.add(-1, builder.variable(0, Double.POSITIVE_INFINITY, perKw));
        sum.add(1, builder.variable(0, Double.POSITIVE_INFINITY, perKw));
        builder.row(limit.leastKw(t) + keptKw, sum.build(), limit.mostKw(t) - keptKw);
      }
    }
  }

  private void budget(
      MixedIntegerProgram.Builder builder,
      SharedBudget budget,
      double[][] settled,
      List<List<FeederAnswer>> answers,
      int[] first) {
    int[] members = couplings.members(budget.substations());
    AffineBuilder sum = new AffineBuilder();
    sum.add(-1, builder.variable(0, Double.POSITIVE_INFINITY, missCostPerKwh));
    for (int f = 0; f < settled.length; f++) {
      if (Arrays.binarySearch(members, substationOf[f]) < 0) {
        continue;
      }
      if (settled[f].length > 0) {
        sum.add(used(budget, settled[f]));
      } else if (first[f] >= 0) {
        for (int i = 0; i < answers.get(f).size(); i++) {
          sum.add(used(budget, answers.get(f).get(i).profile().amounts()), first[f] + i);
        }
      }
    }
    for (int p = 0; p < firstOfPart.length; p++) {
      for (int i = 0; i < parts.get(p).size(); i++) {
        double used = 0;
        for (int s : members) {
          used += used(budget, kw(p, i, s));
        }
        sum.add(used, firstOfPart[p] + i);
      }
    }
    builder.row(Double.NEGATIVE_INFINITY, sum.build(), budget.most() * budget.kwhPerUnit());
  }

  /** In kWh, so that the solver's tolerance is small beside any budget. */
  private double used(SharedBudget budget, double[] importKw) {
    double used = 0;
    for (int t = 0; t < importKw.length; t++) {
      used += budget.perKwh()[t] * portfolio.horizon().hours(t) * importKw[t];
    }
    return used * budget.kwhPerUnit();
  }

  private void peak(
      MixedIntegerProgram.Builder builder,
      double[][] settled,
      List<List<FeederAnswer>> answers,
      int[] first) {
    PeakCharge charge = portfolio.peakCharge();
    if (charge == null || charge.perKw() == 0) {
      return;
    }
    int[] all = new int[portfolio.substations().size()];
    Arrays.setAll(all, s -> s);
    int highest = builder.variable(charge.soFarKw(), Double.POSITIVE_INFINITY, charge.perKw());
    for (int t = 0; t < portfolio.horizon().periods(); t++) {
      AffineBuilder sum = imports(all, t, settled, answers, first).add(-1, highest);
      builder.row(Double.NEGATIVE_INFINITY, sum.build(), 0);
    }
  }

  private AffineBuilder imports(
      int[] members, int t, double[][] settled, List<List<FeederAnswer>> answers, int[] first) {
    AffineBuilder sum = new AffineBuilder();
    for (int f = 0; f < settled.length; f++) {
      if (Arrays.binarySearch(members, substationOf[f]) < 0) {
        continue;
      }
      if (settled[f].length > 0) {
        sum.add(settled[f][t]);
      } else if (first[f] >= 0) {
        for (int i = 0; i < answers.get(f).size(); i++) {
          sum.add(answers.get(f).get(i).profile().amounts()[t], first[f] + i);
        }
      }
    }
    for (int p = 0; p < firstOfPart.length; p++) {
      for (int i = 0; i < parts.get(p).size(); i++) {
        double kw = 0;
        for (int s : members) {
          kw += parts.get(p).get(i).amounts()[couplings.row(s, t)];
        }
        if (kw != 0) {
          sum.add(kw, firstOfPart[p] + i);
        }
      }
    }
    return sum;
  }

  /** What an answer of a part moves at a substation, by period. */
  private double[] kw(int part, int answer, int substation) {
    int from = couplings.row(substation, 0);
    double[] all = parts.get(part).get(answer).amounts();
    return Arrays.copyOfRange(all, from, from + portfolio.horizon().periods());
  }

  /** The one of greatest weight. */
  private static <T> T chosen(List<T> answers, double[] x, int first) {
    int best = 0;
    for (int i = 1; i < answers.size(); i++) {
      best = x[first + i] > x[first + best] ? i : best;
    }
    return answers.get(best);
  }

  /** Empty where no point was found in time. */
  private double[] solved(MixedIntegerProgram program) {
    ChoiceSearch search = new ChoiceSearch(program, groups, GAP);
    boolean isFound = areWhole && search.isComplete();
    return isFound ? search.point() : solved(program, SECONDS, GAP, search.point());
  }

  /** The same, where one that is nearly the best is enough. */
  private double[] brief(MixedIntegerProgram program) {
    ChoiceSearch search = new ChoiceSearch(program, groups, BRIEF_GAP);
    boolean isExplored = missCostPerKwh < PlanOrders.MISS_COST_PER_KWH;
    boolean isFound = search.isComplete() || (isExplored && search.point().length > 0);
    return isFound ? search.point() : solved(program, BRIEF_SECONDS, BRIEF_GAP, search.point());
  }

  private static double[] solved(
      MixedIntegerProgram program, double seconds, double gap, double[] start) {
    try (HighsModel model = new HighsModel(program)) {
      model.timeLimit(seconds);
      model.gaps(gap, 1e-6);
      if (start.length > 0) {
        model.start(start);
      }
      model.solve();
      return model.hasPoint() ? model.x().clone() : new double[0];
    }
  }
}
