package io.evenflow.resource;

import io.evenflow.fleet.ChargingCurve;
import java.util.ArrayList;
import java.util.List;

/**
 * A charging curve φ over whole numbers of energy, counted from the energy at the start.
 *
 * <p>What it leaves of a range of powers is exact where φ does not rise again once it has fallen.
 * Where it does, its least majorant that does not is taken: bounds stay bounds, and what follows
 * them keeps to φ itself.
 */
final class CurveInUnits {
  private final EnergyUnit unit;

  /** Points of φ, the ends of the battery included. Unit: {@link EnergyUnit}, kW. */
  private final List<double[]> points = new ArrayList<>();

  CurveInUnits(ChargingCurve curve, double capacityKwh, double startKwh, EnergyUnit unit) {
    this.unit = unit;
    addPoint(-startKwh, curve.maxKw(0));
    for (ChargingCurve.Point point : curve.points()) {
      if (point.stateOfCharge() > 0 && point.stateOfCharge() < 1) {
        addPoint(point.stateOfCharge() * capacityKwh - startKwh, point.maxKw());
      }
    }
    addPoint(capacityKwh - startKwh, curve.maxKw(1));
  }

  private void addPoint(double kwh, double kw) {
    points.add(new double[] {kwh * unit.perKwh(), kw});
  }

  /** The least curve above φ that falls nowhere before it rises. */
  private List<double[]> withoutValleys() {
    List<double[]> result = new ArrayList<>();
    int peak = 0;
    for (int i = 0; i < points.size(); i++) {
      peak = points.get(i)[1] > points.get(peak)[1] ? i : peak;
    }
    for (int i = 0; i <= peak; i++) {
      addRising(result, points.get(i));
    }
    List<double[]> falling = new ArrayList<>();
    for (int i = points.size() - 1; i > peak; i--) {
      addRising(falling, points.get(i));
    }
    if (!falling.isEmpty()) {
      addRising(falling, points.get(peak));
      falling.removeLast();
    }
    result.addAll(falling.reversed());
    return result;
  }

  /**
   * Adds the next point on a side of the peak; what is below the highest so far is lifted to it.
   */
  private static void addRising(List<double[]> side, double[] next) {
    if (!side.isEmpty()) {
      double[] last = side.getLast();
      if (next[1] < last[1]) {
        side.add(new double[] {next[0], last[1], next[1]});
        return;
      }
      double lowKw = last.length > 2 ? last[2] : last[1];
      if (lowKw < last[1]) {
        double share = (last[1] - lowKw) / (next[1] - lowKw);
        side.add(new double[] {last[0] + share * (next[0] - last[0]), last[1]});
      }
    }
    side.add(new double[] {next[0], next[1]});
  }

  /**
   * What φ leaves of moves up: y may be reached from E where y ≤ E + φ(E)·Δt·η as long as φ rises,
   * and where E ≥ y − φ(y)·Δt·η once it falls.
   *
   * @param kwhPerKw energy in the battery per power held for the step
   * @param steps of the storage
   */
  CurveReach reach(double kwhPerKw, int steps) {
    double perKw = kwhPerKw * unit.perKwh();
    List<double[]> hull = withoutValleys();
    List<double[]> rising = new ArrayList<>();
    List<double[]> falling = new ArrayList<>();
    double peakKw = hull.stream().mapToDouble(point -> point[1]).max().orElseThrow();
    for (double[] point : hull) {
      double brings = perKw * point[1];
      if (falling.isEmpty()) {
        rising.add(new double[] {point[0] + brings, point[0]});
      }
      if (!falling.isEmpty() || point[1] == peakKw) {
        falling.add(new double[] {point[0], point[0] - brings});
      }
    }
    return CurveReach.of(rising, falling, steps);
  }

  /** Adds charging with one power from the energies at which φ allows it at both ends. */
  void addOptions(List<ChargeOption> options, EnergyMove move, double kw, int steps) {
    List<double[]> allowed = allowing(kw);
    double slack = 2.0 + steps;
    for (double[] begin : allowed) {
      for (double[] end : allowed) {
        double least = Math.max(begin[0], end[0] - move.nearest());
        double most = Math.min(begin[1], end[1] - move.nearest());
        if (least - slack <= most + slack) {
          options.add(
              new ChargeOption(move, Math.floor(least - slack), Math.ceil(most + slack), null));
        }
      }
    }
  }

  /** Intervals of the energies at which φ is at least kw. */
  private List<double[]> allowing(double kw) {
    List<double[]> intervals = new ArrayList<>();
    double from = Double.NaN;
    for (int i = 0; i < points.size(); i++) {
      double[] at = points.get(i);
      boolean above = at[1] >= kw;
      if (i > 0 && above == Double.isNaN(from)) {
        double[] before = points.get(i - 1);
        double share = (kw - before[1]) / (at[1] - before[1]);
        double crossing = before[0] + share * (at[0] - before[0]);
        if (above) {
          from = crossing;
        } else {
          intervals.add(new double[] {from, crossing});
          from = Double.NaN;
        }
      } else if (i == 0 && above) {
        from = at[0];
      }
    }
    if (!Double.isNaN(from)) {
      intervals.add(new double[] {from, points.getLast()[0]});
    }
    return intervals;
  }
}
