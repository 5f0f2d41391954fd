package io.evenflow.ocpp;

import io.evenflow.fleet.PowerRange;
import io.evenflow.time.Horizon;
import org.jspecify.annotations.Nullable;

/**
 * A stay's powers in whole steps of a unit.
 *
 * <p>Watts: to the nearest, what is lost in one period made up for in the next, so that energies
 * stay within half a watt over a period of the plan and powers within a watt; a run of equal powers
 * becomes at most two runs. Amperes: steps are coarse (69 W on three phases), so towards zero: no
 * charger draws or feeds in more than was planned. Always within what the charger can hold, so
 * where no step lies between its least power and the planned one, the next step above.
 */
final class RoundedRates {
  /** Powers closer than this are the same to a solver. Unit: kW */
  private static final double SAME_KW = 1e-6;

  /** Of a step: what division leaves of a whole number. */
  private static final double WHOLE = 1e-6;

  private final PlannedStay stay;
  private final RateUnit unit;
  private final Horizon horizon;
  private final long[] steps;

  /** What the steps so far are short of the plan. Unit: steps over an hour */
  private double owed;

  private RoundedRates(PlannedStay stay, RateUnit unit, Horizon horizon) {
    this.stay = stay;
    this.unit = unit;
    this.horizon = horizon;
    steps = new long[stay.netKw().length];
  }

  /** Steps by period of the stay; negative where it feeds in. */
  static long[] of(PlannedStay stay, RateUnit unit, Horizon horizon) {
    RoundedRates rates = new RoundedRates(stay, unit, horizon);
    rates.fill();
    return rates.steps;
  }

  private void fill() {
    double[] net = stay.netKw();
    int from = 0;
    while (from < net.length) {
      int to = from + 1;
      while (to < net.length && isSame(from, to)) {
        to++;
      }
      if (unit.isCurrent() || Math.abs(net[from]) < unit.stepKw() / 2) {
        fill(from, to, towardsZero(net[from]));
      } else {
        nearest(from, to);
      }
      from = to;
    }
  }

  /** The first period of a horizon may be shorter than the others. */
  private boolean isSame(int from, int to) {
    return Math.abs(stay.netKw()[from] - stay.netKw()[to]) < SAME_KW && hours(from) == hours(to);
  }

  private double hours(int k) {
    return horizon.hours(stay.arrival() + k);
  }

  private long towardsZero(double kw) {
    double exact = kw / unit.stepKw();
    long whole = (long) Math.floor(Math.abs(exact) + WHOLE);
    return holdable(exact < 0 ? -whole : whole, kw);
  }

  private void nearest(int from, int to) {
    double hours = hours(from);
    double exact = stay.netKw()[from] / unit.stepKw();
    int count = to - from;
    long total = Math.round(exact * count + owed / hours);
    long low = Math.floorDiv(total, count);
    int higher = (int) (total - low * count);
    fill(from, from + higher, holdable(low + 1, stay.netKw()[from]));
    fill(from + higher, to, holdable(low, stay.netKw()[from]));
    for (int k = from; k < to; k++) {
      owed += hours * (exact - steps[k]);
    }
    // What a charger cannot hold is lost: made up for later, it would be more than was planned.
    owed = Math.clamp(owed, -hours / 2, hours / 2);
  }

  private void fill(int from, int to, long value) {
    for (int k = from; k < to; k++) {
      steps[k] = value;
    }
  }

  private long holdable(long wanted, double kw) {
    if (Math.abs(kw) < SAME_KW) {
      return 0;
    }
    PowerRange range = kw > 0 ? stay.charger().charge() : stay.charger().discharge();
    return kw > 0 ? within(wanted, range) : -within(-wanted, range);
  }

  private long within(long wanted, @Nullable PowerRange range) {
    if (range == null) {
      return Math.max(0, wanted);
    }
    long least = (long) Math.ceil(range.minKw() / unit.stepKw() - WHOLE);
    long most = (long) Math.floor(range.maxKw() / unit.stepKw() + WHOLE);
    return Math.max(least, Math.min(most, wanted));
  }
}
