package io.evenflow.resource;

import io.evenflow.fleet.PowerRange;
import io.evenflow.fleet.SessionDetails;
import io.evenflow.fleet.Storage;
import io.evenflow.fleet.Storage.Step;
import io.evenflow.fleet.Storage.Wanted;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What a session that only charges does at prices, exactly and without {@link StorageOracle}'s
 * recursion: where all steps are alike and only the energy in the end counts, the same powers in
 * another order bring the same energy, so the greater power goes to the cheaper step, and of all
 * ways to charge in m steps the m cheapest are the best. In these each draws the least power; the
 * cheapest are raised one after the other while that pays. Sums over the steps in order of price
 * give the cost of every m at once: n·log n in all, where the recursion's functions grow with every
 * step that the least power leaves gaps in.
 *
 * <p>Not safe for threads; nothing is allocated by an answer.
 */
final class CheapestSteps {
  /** A limit that is met but for this part of the energies is met: the noise of their sums. */
  private static final double SAME = 1e-13;

  private final int n;
  private final double leastKw;
  private final double mostKw;
  private final double kwhPerKw;
  private final double wearPerKw;

  /** From the energy at the start on. Unit: kWh. */
  private final double roomKwh;

  private final double wantedKwh;

  /** Cost of energy that is missing in the end, +∞ where none may be. Unit: currency per kWh. */
  private final double missingCostPerKwh;

  private final double sameKwh;

  /** The steps in order of price; what it was is a good beginning for what it will be. */
  private final int[] order;

  private final double[] sorted;

  /** Σ of the first prices in that order. */
  private final double[] sum;

  private final double[] netKw;

  private CheapestSteps(Storage storage) {
    n = storage.steps().size();
    Step step = storage.steps().getFirst();
    PowerRange powers = step.charger().charge();
    leastKw = powers.minKw();
    mostKw = powers.maxKw();
    kwhPerKw = step.kwhPerKw();
    wearPerKw = storage.details().throughputCostPerKwh() * step.hours();
    roomKwh = storage.capacityKwh() - storage.startKwh();
    Wanted wanted = storage.wanted().getFirst();
    wantedKwh = Math.max(0, wanted.kwh() - storage.startKwh());
    Double missing = storage.missingCostPerKwh();
    missingCostPerKwh = missing == null || wanted.isHard() ? Double.POSITIVE_INFINITY : missing;
    sameKwh = SAME * (n + 8) * (storage.capacityKwh() + wantedKwh);
    order = StepRows.upTo(n);
    sorted = new double[n];
    sum = new double[n + 1];
    netKw = new double[n];
  }

  /** That of a storage; null where its steps differ or more counts than the energy in the end. */
  static @Nullable CheapestSteps of(Storage storage) {
    SessionDetails details = storage.details();
    boolean isSimple =
        details.valueAboveTargetPerKwh() == 0
            && details.valueAtEndPerKwh() == 0
            && !storage.hasRuns()
            && details.powerStepsKw().isEmpty()
            && details.chargingCurve() == null
            && storage.wanted().size() == 1
            && storage.wanted().getFirst().afterSteps() == storage.steps().size()
            && storage.startKwh() >= storage.minimumKwh()
            && storage.startKwh() <= storage.capacityKwh();
    return isSimple && areAlike(storage) ? new CheapestSteps(storage) : null;
  }

  private static boolean areAlike(Storage storage) {
    Step first = storage.steps().getFirst();
    PowerRange discharge = first.charger().discharge();
    boolean onlyCharges = discharge == null || discharge.maxKw() == 0;
    return onlyCharges
        && first.charger().charge().maxKw() > 0
        && storage.steps().stream()
            .allMatch(
                step ->
                    step.hours() == first.hours()
                        && step.usedKwh() == 0
                        && step.charger().equals(first.charger()));
  }

  /**
   * Finds the powers that cost least.
   *
   * @param pricePerUnit by row of the problem. Unit: currency per kW held for the step
   * @param rows row of each step
   * @return a lower bound on the least cost, met up to rounding; +∞ where what may not be missing
   *     is out of reach
   */
  double solve(double[] pricePerUnit, int[] rows) {
    sort(pricePerUnit, rows);
    double best = Double.POSITIVE_INFINITY;
    int chosen = 0;
    for (int m = leastKw > 0 ? 0 : n; m <= n; m++) {
      double cost = cost(m);
      if (cost < best) {
        best = cost;
        chosen = m;
      }
    }
    Arrays.fill(netKw, 0);
    if (Double.isInfinite(best)) {
      return best;
    }
    draw(chosen);
    return best - roundingError();
  }

  /** By insertion: from one answer to the next few steps change places. Of two alike the later. */
  private void sort(double[] pricePerUnit, int[] rows) {
    for (int i = 0; i < n; i++) {
      int step = order[i];
      double price = pricePerUnit[rows[step]] + wearPerKw;
      int j = i;
      while (j > 0 && (sorted[j - 1] > price || (sorted[j - 1] == price && order[j - 1] < step))) {
        sorted[j] = sorted[j - 1];
        order[j] = order[j - 1];
        j--;
      }
      sorted[j] = price;
      order[j] = step;
    }
    for (int i = 0; i < n; i++) {
      sum[i + 1] = sum[i] + sorted[i];
    }
  }

  /** The least cost of charging in m steps, +∞ where that cannot be. Unit: currency. */
  private double cost(int m) {
    double least = m * leastKw * kwhPerKw;
    if (least > roomKwh + sameKwh) {
      return Double.POSITIVE_INFINITY;
    }
    double raised = raisedKwh(m);
    double missing = wantedKwh - least - raised;
    if (missing > sameKwh && Double.isInfinite(missingCostPerKwh)) {
      return Double.POSITIVE_INFINITY;
    }
    double raisedKw = raised / kwhPerKw;
    int full = full(m, raisedKw);
    double cost = leastKw * sum[m] + (mostKw - leastKw) * sum[full];
    if (full < m) {
      cost += (raisedKw - full * (mostKw - leastKw)) * sorted[full];
    }
    return missing > 0 && Double.isFinite(missingCostPerKwh)
        ? cost + missingCostPerKwh * missing
        : cost;
  }

  /** What m steps bring beyond their least powers, where that pays. Unit: kWh. */
  private double raisedKwh(int m) {
    double each = (mostKw - leastKw) * kwhPerKw;
    double least = m * leastKw * kwhPerKw;
    double room = Math.max(0, roomKwh - least);
    double missing = Math.clamp(wantedKwh - least, 0, room);
    double worth = Math.min(missing, each * below(missingCostPerKwh * kwhPerKw, m));
    double paid = Math.min(room, each * below(0, m));
    return Math.max(worth, paid);
  }

  /** How many of the first m steps cost less. */
  private int below(double price, int m) {
    int count = 0;
    while (count < m && sorted[count] < price) {
      count++;
    }
    return count;
  }

  /** How many of m steps are raised in full. */
  private int full(int m, double raisedKw) {
    double each = mostKw - leastKw;
    int full = each == 0 ? m : (int) Math.min(m, raisedKw / each);
    // a division that comes out too high must not leave less than nothing for the next
    return full > 0 && each > 0 && full * each > raisedKw ? full - 1 : full;
  }

  private void draw(int m) {
    double raisedKw = raisedKwh(m) / kwhPerKw;
    int full = full(m, raisedKw);
    for (int i = 0; i < m; i++) {
      netKw[order[i]] = i < full ? mostKw : leastKw;
    }
    if (full < m) {
      double kw = leastKw + raisedKw - full * (mostKw - leastKw);
      netKw[order[full]] = Math.clamp(kw, leastKw, mostKw);
    }
  }

  private double roundingError() {
    double size = 1 + Math.abs(sum[n]);
    for (double price : sorted) {
      size += Math.abs(price) * mostKw;
    }
    size += Double.isFinite(missingCostPerKwh) ? missingCostPerKwh * wantedKwh : 0;
    return size * (n + 8) * Math.ulp(1.0);
  }

  /** Powers of the last answer by step. Unit: kW. The object's own array. */
  double[] netKw() {
    return netKw;
  }
}
