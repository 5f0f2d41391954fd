package io.evenflow.resource;

import io.evenflow.fleet.Charger;
import io.evenflow.fleet.PowerRange;
import io.evenflow.fleet.Session;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * A session whose energies, targets and moves per period are whole multiples of a unit, and its
 * optimum by trying all of them. With signs of the powers chosen, the session is a linear program
 * in the energies whose rows are differences of neighbours: a totally unimodular matrix, so some
 * optimum sits on whole multiples.
 *
 * @param shortfallCost per unit, null where the target is hard
 */
record LatticeSession(
    int periods,
    int full,
    int empty,
    int onArrival,
    int target,
    int chargeMin,
    int chargeMax,
    int dischargeMin,
    int dischargeMax,
    @Nullable Double shortfallCost) {

  static LatticeSession random(RandomGenerator random, int mostPeriods) {
    int full = 4 + random.nextInt(36);
    int empty = random.nextInt(full / 2);
    int chargeMax = 1 + random.nextInt(9);
    int dischargeMax = random.nextInt(3) == 0 ? 0 : 1 + random.nextInt(9);
    return new LatticeSession(
        1 + random.nextInt(mostPeriods),
        full,
        empty,
        empty + random.nextInt(full - empty + 1),
        random.nextInt(full + 1),
        random.nextInt(chargeMax + 1),
        chargeMax,
        random.nextInt(dischargeMax + 1),
        dischargeMax,
        random.nextInt(3) == 0 ? null : 3 * random.nextDouble());
  }

  /** The same with less on arrival than the least energy, where there is room for that. */
  LatticeSession belowLeast(RandomGenerator random) {
    int least = Math.max(1, empty);
    return new LatticeSession(
        periods,
        full,
        least + random.nextInt(full - least + 1),
        random.nextInt(least),
        target,
        chargeMin,
        chargeMax,
        dischargeMin,
        dischargeMax,
        shortfallCost);
  }

  /** Least energy after some periods: charging from arrival on as much as the battery takes. */
  private int least(int after) {
    int reached = onArrival;
    for (int k = 0; k < after; k++) {
      int room = full - reached;
      reached += room >= chargeMax ? chargeMax : room >= chargeMin ? room : 0;
    }
    return Math.min(empty, reached);
  }

  Session session(
      double unitKwh, double stepHours, double chargeEfficiency, double feedEfficiency) {
    double charge = unitKwh / (stepHours * chargeEfficiency);
    double feed = unitKwh * feedEfficiency / stepHours;
    PowerRange discharge =
        dischargeMax == 0 ? null : new PowerRange(dischargeMin * feed, dischargeMax * feed);
    return new Session(
        "ev",
        "station",
        2,
        2 + periods,
        full * unitKwh,
        empty * unitKwh,
        onArrival * unitKwh,
        target * unitKwh,
        shortfallCost == null ? null : shortfallCost / unitKwh,
        new Charger(
            new PowerRange(chargeMin * charge, chargeMax * charge),
            chargeEfficiency,
            discharge,
            feedEfficiency));
  }

  /** Least cost where a unit charged and a unit discharged cost and earn this by period. */
  double optimum(double[] perUnitCharged, double[] perUnitDischarged) {
    return optimum(
        (k, units) -> units > 0 ? perUnitCharged[k] * units : perUnitDischarged[k] * units);
  }

  /** What a move of whole units, discharging with negative numbers, costs in a period. */
  @FunctionalInterface
  interface MoveCost {
    double of(int period, int units);
  }

  /** Least cost where moves cost this. */
  double optimum(MoveCost cost) {
    double[] value = new double[full + 1];
    for (int e = 0; e <= full; e++) {
      double missing = Math.max(0, target - e);
      value[e] = shortfallCost != null ? shortfallCost * missing : 0;
      if (e < least(periods) || (shortfallCost == null && missing > 0)) {
        value[e] = Double.POSITIVE_INFINITY;
      }
    }
    for (int k = periods - 1; k >= 0; k--) {
      double[] before = new double[full + 1];
      Arrays.fill(before, Double.POSITIVE_INFINITY);
      for (int e = least(k); e <= full; e++) {
        before[e] = value[e];
        for (int up = chargeMin; up <= chargeMax && e + up <= full; up++) {
          before[e] = Math.min(before[e], cost.of(k, up) + value[e + up]);
        }
        for (int down = dischargeMin; down <= dischargeMax && e - down >= 0; down++) {
          before[e] = Math.min(before[e], cost.of(k, -down) + value[e - down]);
        }
      }
      value = before;
    }
    return value[onArrival];
  }
}
