package io.evenflow.check;

import io.evenflow.fleet.Charger;
import io.evenflow.fleet.PowerRange;
import io.evenflow.time.Horizon;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The energies a battery can have, period by period, with the grid out of the picture: a union of
 * intervals, since a least power leaves gaps. Exact: each period an energy stays, rises by
 * Δt·η·[min, max] or falls by Δt/η·[min, max], within the battery and not below {@link
 * LeastAllowed}. Of power steps it knows the least and the greatest, of a charging curve nothing:
 * there the most is a bound.
 */
final class ReachableEnergy {
  private record Interval(double lowKwh, double highKwh) {}

  /** Of the battery: sums of doubles must not lose the only energy that is allowed. */
  private static final double ROUNDING = 1e-12;

  private final Storage storage;
  private final Horizon horizon;

  ReachableEnergy(Storage storage, Horizon horizon) {
    this.storage = storage;
    this.horizon = horizon;
  }

  /** The most energy at the start of each of its periods and at its end. Unit: kWh. */
  double[] mostKwh() {
    double[] most = new double[storage.periods() + 1];
    most[0] = storage.firstKwh();
    List<Interval> reachable = List.of(new Interval(most[0], most[0]));
    double[] leastKwh = LeastAllowed.kwh(storage, horizon);
    for (int k = 0; k < storage.periods(); k++) {
      reachable = after(reachable, leastKwh[k + 1], horizon.hours(storage.from() + k));
      most[k + 1] = reachable.getLast().highKwh();
    }
    return most;
  }

  private List<Interval> after(List<Interval> before, double leastKwh, double hours) {
    Charger charger = storage.charger();
    List<Interval> after = new ArrayList<>();
    for (Interval interval : before) {
      addWithin(after, interval.lowKwh(), interval.highKwh(), leastKwh);
      shift(after, interval, chargePowers(), hours * charger.chargeEfficiency(), leastKwh);
      shift(after, interval, charger.discharge(), -hours / charger.dischargeEfficiency(), leastKwh);
    }
    return merged(after);
  }

  private PowerRange chargePowers() {
    List<Double> steps = storage.details().powerStepsKw();
    return steps.isEmpty()
        ? storage.charger().charge()
        : new PowerRange(steps.getFirst(), steps.getLast());
  }

  private void shift(
      List<Interval> intervals,
      Interval interval,
      @Nullable PowerRange powers,
      double kwhPerKw,
      double leastKwh) {
    if (powers == null) {
      return;
    }
    double one = powers.minKw() * kwhPerKw;
    double other = powers.maxKw() * kwhPerKw;
    double low = interval.lowKwh() + Math.min(one, other);
    double high = interval.highKwh() + Math.max(one, other);
    addWithin(intervals, low, high, leastKwh);
  }

  /** What is left of an interval within the battery's limits. */
  private void addWithin(List<Interval> intervals, double lowKwh, double highKwh, double leastKwh) {
    double low = Math.max(leastKwh, lowKwh);
    double high = Math.min(storage.capacityKwh(), highKwh);
    if (low <= high + ROUNDING * storage.capacityKwh()) {
      intervals.add(new Interval(Math.min(low, high), high));
    }
  }

  private static List<Interval> merged(List<Interval> intervals) {
    intervals.sort(Comparator.comparingDouble(Interval::lowKwh));
    List<Interval> merged = new ArrayList<>();
    for (Interval next : intervals) {
      if (!merged.isEmpty() && next.lowKwh() <= merged.getLast().highKwh()) {
        Interval last = merged.removeLast();
        merged.add(new Interval(last.lowKwh(), Math.max(last.highKwh(), next.highKwh())));
      } else {
        merged.add(next);
      }
    }
    return merged;
  }
}
