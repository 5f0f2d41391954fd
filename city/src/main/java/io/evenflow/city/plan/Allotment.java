package io.evenflow.city.plan;

import io.evenflow.city.portfolio.Portfolio;
import io.evenflow.city.portfolio.SharedLimit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Shared limits as limits of single feeders: each may draw what it would in the mean of its answers
 * to prices, and a part of what that leaves, by how much it could use. The sums keep every shared
 * limit, whatever feeders make of theirs.
 */
final class Allotment {
  private final int periods;

  /** By feeder and period: what it would draw, and the least and most it ever wanted to. */
  private final double[][] mean;

  private final double[][] least;
  private final double[][] most;

  /** Limits of each feeder, infinite where nothing binds. */
  private final double[][] mostKw;

  private final double[][] leastKw;

  /**
   * @param mean by feeder; empty for those that take no part. Unit: kW
   * @param least of its answers. Unit: kW
   * @param most of its answers. Unit: kW
   * @param substationOf each feeder
   */
  Allotment(
      Portfolio portfolio, double[][] mean, double[][] least, double[][] most, int[] substationOf) {
    this.mean = mean;
    this.least = least;
    this.most = most;
    periods = portfolio.horizon().periods();
    mostKw = filled(mean.length, Double.POSITIVE_INFINITY);
    leastKw = filled(mean.length, Double.NEGATIVE_INFINITY);
    SharedCouplings couplings = new SharedCouplings(portfolio);
    for (SharedLimit limit : portfolio.limits()) {
      int[] members = couplings.members(limit);
      List<Integer> own = new ArrayList<>();
      for (int f = 0; f < mean.length; f++) {
        if (mean[f].length > 0 && Arrays.binarySearch(members, substationOf[f]) >= 0) {
          own.add(f);
        }
      }
      for (int t = 0; t < periods; t++) {
        shareMost(own, t, limit.mostKw(t));
        shareLeast(own, t, limit.leastKw(t));
      }
    }
    sharePeak(portfolio.peakCharge());
  }

  private double[][] filled(int feeders, double number) {
    double[][] rows = new double[feeders][periods];
    for (double[] row : rows) {
      Arrays.fill(row, number);
    }
    return rows;
  }

  private void sharePeak(io.evenflow.market.@org.jspecify.annotations.Nullable PeakCharge charge) {
    if (charge == null || charge.perKw() == 0) {
      return;
    }
    List<Integer> all = new ArrayList<>();
    for (int f = 0; f < mean.length; f++) {
      if (mean[f].length > 0) {
        all.add(f);
      }
    }
    double level = charge.soFarKw();
    for (int t = 0; t < periods; t++) {
      int period = t;
      level = Math.max(level, all.stream().mapToDouble(f -> mean[f][period]).sum());
    }
    for (int t = 0; t < periods; t++) {
      shareMost(all, t, level);
    }
  }

  private void shareMost(List<Integer> feeders, int t, double limit) {
    double sum = 0;
    double room = 0;
    double less = 0;
    for (int f : feeders) {
      sum += mean[f][t];
      room += Math.max(0, most[f][t] - mean[f][t]);
      less += Math.max(0, mean[f][t] - least[f][t]);
    }
    if (sum + room <= limit) {
      return;
    }
    double part = limit > sum ? (limit - sum) / room : less > 0 ? (sum - limit) / less : 0;
    for (int f : feeders) {
      double own =
          limit > sum
              ? mean[f][t] + part * Math.max(0, most[f][t] - mean[f][t])
              : mean[f][t] - part * Math.max(0, mean[f][t] - least[f][t]);
      mostKw[f][t] = Math.min(mostKw[f][t], own);
    }
  }

  private void shareLeast(List<Integer> feeders, int t, double limit) {
    double sum = 0;
    double room = 0;
    for (int f : feeders) {
      sum += mean[f][t];
      room += Math.max(0, mean[f][t] - least[f][t]);
    }
    if (sum - room >= limit) {
      return;
    }
    double part = room > 0 ? Math.max(0, sum - limit) / room : 0;
    for (int f : feeders) {
      double own = mean[f][t] - part * Math.max(0, mean[f][t] - least[f][t]);
      leastKw[f][t] = Math.max(leastKw[f][t], own);
    }
  }

  /** What a feeder may draw at most, by period, +∞ for any. Unit: kW. */
  double[] mostKw(int feeder) {
    return mostKw[feeder];
  }

  /** What a feeder must draw at least, below 0 where it may feed in, −∞ for any. Unit: kW. */
  double[] leastKw(int feeder) {
    return leastKw[feeder];
  }
}
