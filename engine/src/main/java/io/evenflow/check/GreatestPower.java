package io.evenflow.check;

import io.evenflow.fleet.ChargingCurve;
import io.evenflow.fleet.PowerRange;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The greatest power that charges a battery for a period and neither overfills it nor breaks its
 * power steps or its charging curve, at either end of the period; 0 where none does.
 */
final class GreatestPower {
  /** What a power may exceed a limit by, as part of it, for rounding. */
  private static final double ROUNDING = 1e-9;

  private final Storage storage;
  private final @Nullable ChargingCurve curve;
  private final double energyKwh;
  private final double kwhPerKw;

  /** What the battery's room and the curve at the start of the period leave. */
  private final double mostKw;

  private GreatestPower(Storage storage, double energyKwh, double hours) {
    this.storage = storage;
    this.energyKwh = energyKwh;
    curve = storage.details().chargingCurve();
    kwhPerKw = hours * storage.charger().chargeEfficiency();
    double room = (storage.capacityKwh() - energyKwh) / kwhPerKw;
    mostKw = curve == null ? room : Math.min(room, curve.maxKw(energyKwh / storage.capacityKwh()));
  }

  /** Unit: kW. */
  static double kw(Storage storage, double energyKwh, double hours) {
    GreatestPower power = new GreatestPower(storage, energyKwh, hours);
    return storage.details().powerStepsKw().isEmpty() ? power.ofRange() : power.ofSteps();
  }

  private double ofSteps() {
    return storage.details().powerStepsKw().reversed().stream()
        .filter(step -> fits(step) && endsWithinCurve(step))
        .findFirst()
        .orElse(0.0);
  }

  private double ofRange() {
    PowerRange range = storage.charger().charge();
    if (!fits(range.minKw())) {
      return 0;
    }
    double most = Math.max(range.minKw(), Math.min(range.maxKw(), mostKw));
    return curve == null ? most : withinCurve(curve, range.minKw(), most);
  }

  private boolean fits(double kw) {
    return kw <= mostKw * (1 + ROUNDING);
  }

  private boolean endsWithinCurve(double kw) {
    return excessKw(kw) <= ROUNDING * kw;
  }

  /** How far a power is above what the curve allows at the end of the period. */
  private double excessKw(double kw) {
    return curve == null
        ? Double.NEGATIVE_INFINITY
        : kw - curve.maxKw((energyKwh + kwhPerKw * kw) / storage.capacityKwh());
  }

  /** The excess is linear between its corners; from the highest down, the first that fits. */
  private double withinCurve(ChargingCurve curve, double leastKw, double mostKw) {
    List<Double> corners = corners(curve, leastKw, mostKw);
    for (int i = 0; i < corners.size(); i++) {
      double corner = corners.get(i);
      if (endsWithinCurve(corner)) {
        return i == 0 ? corner : crossing(corner, corners.get(i - 1));
      }
    }
    return 0;
  }

  private double crossing(double allowedKw, double aboveKw) {
    double spare = Math.max(0, -excessKw(allowedKw));
    return allowedKw + spare / (spare + excessKw(aboveKw)) * (aboveKw - allowedKw);
  }

  /** Powers at which the period ends at a point of the curve, between least and most; falling. */
  private List<Double> corners(ChargingCurve curve, double leastKw, double mostKw) {
    List<Double> corners = new ArrayList<>(List.of(leastKw, mostKw));
    for (ChargingCurve.Point point : curve.points()) {
      double kw = (point.stateOfCharge() * storage.capacityKwh() - energyKwh) / kwhPerKw;
      if (kw > leastKw && kw < mostKw) {
        corners.add(kw);
      }
    }
    corners.sort(Comparator.reverseOrder());
    return corners;
  }
}
