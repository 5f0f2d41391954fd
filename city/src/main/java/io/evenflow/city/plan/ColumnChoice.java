package io.evenflow.city.plan;

import io.evenflow.city.portfolio.Portfolio;
import io.evenflow.city.portfolio.SharedLimit;
import io.evenflow.coordination.Profile;
import io.evenflow.market.PeakCharge;
import io.evenflow.mip.AffineBuilder;
import io.evenflow.mip.MixedIntegerProgram;
import io.evenflow.solver.HighsModel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

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
   * @return imports by feeder, those that are settled among them; empty where there is no answer
   */
  double[][] choose(double[][] settled, List<List<Profile>> answers) {
    MixedIntegerProgram.Builder builder = new MixedIntegerProgram.Builder();
    int[] first = new int[settled.length];
    for (int f = 0; f < settled.length; f++) {
      first[f] = -1;
      if (settled[f].length == 0 && !answers.get(f).isEmpty()) {
        AffineBuilder sum = new AffineBuilder();
        for (Profile answer : answers.get(f)) {
          int z = builder.binary(answer.ownCost());
          first[f] = first[f] < 0 ? z : first[f];
          sum.add(1, z);
        }
        builder.equality(sum.build(), 1);
      }
    }
    for (SharedLimit limit : portfolio.limits()) {
      limit(builder, limit, settled, answers, first);
    }
    peak(builder, settled, answers, first);
    return chosen(builder.build(), settled, answers, first);
  }

  private void limit(
      MixedIntegerProgram.Builder builder,
      SharedLimit limit,
      double[][] settled,
      List<List<Profile>> answers,
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

  private void peak(
      MixedIntegerProgram.Builder builder,
      double[][] settled,
      List<List<Profile>> answers,
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
      int[] members, int t, double[][] settled, List<List<Profile>> answers, int[] first) {
    AffineBuilder sum = new AffineBuilder();
    for (int f = 0; f < settled.length; f++) {
      if (Arrays.binarySearch(members, substationOf[f]) < 0) {
        continue;
      }
      if (settled[f].length > 0) {
        sum.add(settled[f][t]);
      } else if (first[f] >= 0) {
        for (int i = 0; i < answers.get(f).size(); i++) {
          sum.add(answers.get(f).get(i).amounts()[t], first[f] + i);
        }
      }
    }
    return sum;
  }

  private static double[][] chosen(
      MixedIntegerProgram program, double[][] settled, List<List<Profile>> answers, int[] first) {
    double[][] imports = settled.clone();
    try (HighsModel model = new HighsModel(program)) {
      model.timeLimit(SECONDS);
      model.solve();
      if (!model.hasPoint()) {
        return imports;
      }
      double[] x = model.x();
      List<Integer> open = new ArrayList<>();
      for (int f = 0; f < first.length; f++) {
        if (first[f] >= 0) {
          open.add(f);
        }
      }
      for (int f : open) {
        int best = 0;
        for (int i = 1; i < answers.get(f).size(); i++) {
          best = x[first[f] + i] > x[first[f] + best] ? i : best;
        }
        imports[f] = answers.get(f).get(best).amounts();
      }
      return imports;
    }
  }
}
