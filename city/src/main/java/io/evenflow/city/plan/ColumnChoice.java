package io.evenflow.city.plan;

import io.evenflow.city.portfolio.Portfolio;
import io.evenflow.city.portfolio.SharedBudget;
import io.evenflow.city.portfolio.SharedLimit;
import io.evenflow.market.PeakCharge;
import io.evenflow.mip.AffineBuilder;
import io.evenflow.mip.MixedIntegerProgram;
import io.evenflow.solver.HighsModel;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One of the answers each feeder gave, so that together they cost least within what is shared: a
 * mixed-integer program, for few feeders, or for the few that are left.
 *
 * <pre>
 * min Σ cost·z + peak + miss   s.t. Σ_answers z = 1 per feeder, sums of imports within limits
 * </pre>
 */
final class ColumnChoice {
  private static final double SECONDS = 10;
  private final Portfolio portfolio;
  private final SharedCouplings couplings;
  private final int[] substationOf;
  private final double missCostPerKwh;

  ColumnChoice(Portfolio portfolio, double missCostPerKwh) {
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
    int[] first = new int[settled.length];
    for (int f = 0; f < settled.length; f++) {
      first[f] = -1;
      if (settled[f].length == 0 && !answers.get(f).isEmpty()) {
        AffineBuilder sum = new AffineBuilder();
        for (FeederAnswer answer : answers.get(f)) {
          int z = builder.binary(answer.profile().ownCost());
          first[f] = first[f] < 0 ? z : first[f];
          sum.add(1, z);
        }
        builder.equality(sum.build(), 1);
      }
    }
    for (SharedLimit limit : portfolio.limits()) {
      limit(builder, limit, settled, answers, first);
    }
    for (SharedBudget budget : portfolio.budgets()) {
      budget(builder, budget, settled, answers, first);
    }
    peak(builder, settled, answers, first);
    return chosen(builder.build(), answers, first);
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
        builder.row(limit.leastKw(t), sum.build(), limit.mostKw(t));
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
    return sum;
  }

  private static @Nullable FeederAnswer[] chosen(
      MixedIntegerProgram program, List<List<FeederAnswer>> answers, int[] first) {
    @Nullable FeederAnswer[] choice = new @Nullable FeederAnswer[first.length];
    try (HighsModel model = new HighsModel(program)) {
      model.timeLimit(SECONDS);
      model.solve();
      if (!model.hasPoint()) {
        return choice;
      }
      double[] x = model.x();
      for (int f = 0; f < first.length; f++) {
        int best = 0;
        for (int i = 1; first[f] >= 0 && i < answers.get(f).size(); i++) {
          best = x[first[f] + i] > x[first[f] + best] ? i : best;
        }
        choice[f] = first[f] < 0 ? null : answers.get(f).get(best);
      }
      return choice;
    }
  }
}
