package io.evenflow.check;

import io.evenflow.fleet.Charger;
import io.evenflow.fleet.PowerRange;
import io.evenflow.fleet.Session;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The energies a session can have, period by period, with the grid out of the picture: a union of
 * intervals, since a least power leaves gaps. Exact: each period an energy stays, rises by
 * Δt·η·[min, max] or falls by Δt/η·[min, max], within the battery.
 */
final class ReachableEnergy {
  private record Interval(double lowKwh, double highKwh) {}

  private final Session session;
  private final double stepHours;

  ReachableEnergy(Session session, double stepHours) {
    this.session = session;
    this.stepHours = stepHours;
  }

  /** The most energy on departure. Unit: kWh. */
  double mostOnDepartureKwh() {
    double arrival = session.arrivalEnergyKwh();
    List<Interval> reachable = List.of(new Interval(arrival, arrival));
    for (int k = 0; k < session.periods(); k++) {
      reachable = after(reachable);
    }
    return reachable.getLast().highKwh();
  }

  private List<Interval> after(List<Interval> before) {
    Charger charger = session.charger();
    List<Interval> after = new ArrayList<>(before);
    for (Interval interval : before) {
      shift(after, interval, charger.charge(), stepHours * charger.chargeEfficiency());
      shift(after, interval, charger.discharge(), -stepHours / charger.dischargeEfficiency());
    }
    return merged(after);
  }

  private void shift(
      List<Interval> intervals, Interval interval, @Nullable PowerRange powers, double kwhPerKw) {
    if (powers == null) {
      return;
    }
    double one = powers.minKw() * kwhPerKw;
    double other = powers.maxKw() * kwhPerKw;
    double low = Math.max(session.minEnergyKwh(), interval.lowKwh() + Math.min(one, other));
    double high = Math.min(session.batteryKwh(), interval.highKwh() + Math.max(one, other));
    if (low <= high) {
      intervals.add(new Interval(low, high));
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
