package io.evenflow.city.plan;

import io.evenflow.check.Tolerances;
import io.evenflow.city.portfolio.Portfolio;
import io.evenflow.city.portfolio.SharedLimit;
import io.evenflow.market.PeakCharge;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Shared limits as limits of single feeders: some may draw what is expected of them and a part of
 * what that leaves, by how much they could use, while all others draw what is expected. The sums
 * keep every shared limit, whatever feeders make of theirs.
 */
final class Allotment {
  /**
   * A feeder's day keeps a limit of its import within half of what the check allows, and several
   * feeders together would miss a shared limit by as much each. Unit: kW
   */
  private static final double KEPT_WITHIN_KW = Tolerances.GENERATION_KW / 2;

  private final int periods;

  /** By feeder and period; empty for those that take no part. Unit: kW. */
  private final double[][] expected;

  /** The least and most that feeders ever wanted. Unit: kW. */
  private final double[][] least;

  private final double[][] most;

  /** Limits of each feeder, infinite where nothing is shared. */
  private final double[][] mostKw;

  private final double[][] leastKw;

  /**
   * @param expected by feeder; empty for those that take no part. Unit: kW
   * @param takers those whose limits are wanted
   * @param least of each feeder's answers. Unit: kW
   * @param most of each feeder's answers. Unit: kW
   * @param substationOf each feeder
   */
  Allotment(
      Portfolio portfolio,
      double[][] expected,
      List<Integer> takers,
      double[][] least,
      double[][] most,
      int[] substationOf) {
    this.expected = expected;
    this.least = least;
    this.most = most;
    periods = portfolio.horizon().periods();
    mostKw = filled(expected.length, Double.POSITIVE_INFINITY);
    leastKw = filled(expected.length, Double.NEGATIVE_INFINITY);
    SharedCouplings couplings = new SharedCouplings(portfolio);
    for (SharedLimit limit : portfolio.limits()) {
      int[] members = couplings.members(limit);
      List<Integer> own = new ArrayList<>(takers);
      own.removeIf(f -> Arrays.binarySearch(members, substationOf[f]) < 0);
      for (int t = 0; t < periods && !own.isEmpty(); t++) {
        double sum = sum(members, substationOf, t);
        shareMost(own, t, limit.mostKw(t) - sum);
        shareLeast(own, t, sum - limit.leastKw(t));
      }
    }
    PeakCharge charge = portfolio.peakCharge();
    if (charge != null && charge.perKw() > 0 && !takers.isEmpty()) {
      sharePeak(takers, charge.soFarKw(), portfolio.substations().size(), substationOf);
    }
  }

  private double[][] filled(int feeders, double number) {
    double[][] rows = new double[feeders][periods];
    for (double[] row : rows) {
      Arrays.fill(row, number);
    }
    return rows;
  }

  private double sum(int[] members, int[] substationOf, int t) {
    double sum = 0;
    for (int f = 0; f < expected.length; f++) {
      if (expected[f].length > 0 && Arrays.binarySearch(members, substationOf[f]) >= 0) {
        sum += expected[f][t];
      }
    }
    return sum;
  }

  private void sharePeak(List<Integer> takers, double soFarKw, int substations, int[] above) {
    int[] every = IntStream.range(0, substations).toArray();
    double[] sums = IntStream.range(0, periods).mapToDouble(t -> sum(every, above, t)).toArray();
    double level = Math.max(soFarKw, Arrays.stream(sums).max().orElse(0));
    for (int t = 0; t < periods; t++) {
      shareMost(takers, t, level - sums[t]);
    }
  }

  /** Shares what is left of a limit, or what is too much where that is below 0. */
  private void shareMost(List<Integer> takers, int t, double left) {
    double leftKw = Math.abs(left) < KEPT_WITHIN_KW ? 0 : left;
    double room = 0;
    for (int f : takers) {
      room += more(f, t, leftKw < 0);
    }
    for (int f : takers) {
      double own = expected[f][t];
      if (leftKw < 0) {
        own += room > 0 ? leftKw * more(f, t, true) / room : 0;
        own -= more(f, t, true) > 0 ? KEPT_WITHIN_KW : 0;
      } else if (room > leftKw) {
        own += leftKw * more(f, t, false) / room;
      } else {
        // More than they ever wanted; what they want now may be more than ever.
        own += more(f, t, false) + (leftKw - room) / takers.size();
      }
      own = leftKw < 0 ? own : Math.max(expected[f][t], own - KEPT_WITHIN_KW);
      mostKw[f][t] = Math.min(mostKw[f][t], own);
    }
  }

  /** The same for what may be drawn less, down to a limit of the export. */
  private void shareLeast(List<Integer> takers, int t, double left) {
    double leftKw = Math.abs(left) < KEPT_WITHIN_KW ? 0 : left;
    double room = 0;
    for (int f : takers) {
      room += more(f, t, leftKw >= 0);
    }
    for (int f : takers) {
      double own = expected[f][t];
      if (leftKw < 0) {
        own -= room > 0 ? leftKw * more(f, t, false) / room : 0;
        own += more(f, t, false) > 0 ? KEPT_WITHIN_KW : 0;
      } else if (room > leftKw) {
        own -= leftKw * more(f, t, true) / room;
      } else {
        own -= more(f, t, true) + (leftKw - room) / takers.size();
      }
      own = leftKw < 0 ? own : Math.min(expected[f][t], own + KEPT_WITHIN_KW);
      leastKw[f][t] = Math.max(leastKw[f][t], own);
    }
  }

  /** By how much a feeder drew more in some answer than expected, or less. Unit: kW. */
  private double more(int f, int t, boolean less) {
    double more = less ? expected[f][t] - least[f][t] : most[f][t] - expected[f][t];
    return Math.max(0, more);
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
