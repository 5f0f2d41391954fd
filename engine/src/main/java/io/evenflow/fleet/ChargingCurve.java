package io.evenflow.fleet;

import java.util.List;

/**
 * The greatest charging power over the state of charge, linear between points and constant beyond
 * them. A power held for a period must be within the curve at the states of charge it begins and
 * ends with.
 *
 * @param points at least one, of rising states of charge
 */
public record ChargingCurve(List<Point> points) {
  /**
   * @param stateOfCharge energy as part of the battery, 0 to 1
   * @param maxKw unit: kW at the meter; at least 0
   */
  public record Point(double stateOfCharge, double maxKw) {
    public Point {
      require(
          stateOfCharge >= 0 && stateOfCharge <= 1,
          "chargingCurve: state of charge (" + stateOfCharge + ") must be between 0 and 1");
      require(
          maxKw >= 0 && Double.isFinite(maxKw),
          "chargingCurve: power (" + maxKw + " kW) must be a number of at least 0");
    }
  }

  public ChargingCurve {
    points = List.copyOf(points);
    require(!points.isEmpty(), "chargingCurve must have at least one point");
    for (int i = 1; i < points.size(); i++) {
      require(
          points.get(i).stateOfCharge() > points.get(i - 1).stateOfCharge(),
          "chargingCurve: state of charge (%s) must be above the one before (%s)"
              .formatted(points.get(i).stateOfCharge(), points.get(i - 1).stateOfCharge()));
    }
  }

  private static void require(boolean holds, String sentence) {
    if (!holds) {
      throw new IllegalArgumentException(sentence);
    }
  }

  /** Greatest power at a state of charge. Unit: kW. */
  public double maxKw(double stateOfCharge) {
    Point before = points.getFirst();
    if (stateOfCharge <= before.stateOfCharge()) {
      return before.maxKw();
    }
    for (Point point : points.subList(1, points.size())) {
      if (stateOfCharge <= point.stateOfCharge()) {
        double share =
            (stateOfCharge - before.stateOfCharge())
                / (point.stateOfCharge() - before.stateOfCharge());
        return before.maxKw() + share * (point.maxKw() - before.maxKw());
      }
      before = point;
    }
    return before.maxKw();
  }

  /**
   * The greatest power that can be held from an energy on, within the curve at both ends. Unit: kW.
   *
   * @param mostKw at most this
   * @param kwhPerKw energy in the battery after it per kW
   */
  double mostKw(double mostKw, double energyKwh, double kwhPerKw, double batteryKwh) {
    double high = Math.min(mostKw, maxKw(energyKwh / batteryKwh));
    double spare = spareKw(high, energyKwh, kwhPerKw, batteryKwh);
    for (int i = points.size() - 1; i >= 0 && spare < 0; i--) {
      double end = Math.max(energyKwh, points.get(i).stateOfCharge() * batteryKwh);
      double low = (end - energyKwh) / kwhPerKw;
      if (low < high) {
        double spareLow = spareKw(low, energyKwh, kwhPerKw, batteryKwh);
        high = spareLow < 0 ? low : low + spareLow / (spareLow - spare) * (high - low);
        spare = Math.min(0, spareLow);
      }
    }
    return spare < 0 ? Math.min(high, maxKw(0)) : high;
  }

  /** By how much a power held from an energy on is below the curve at its end. Unit: kW. */
  private double spareKw(double kw, double energyKwh, double kwhPerKw, double batteryKwh) {
    return maxKw((energyKwh + kwhPerKw * kw) / batteryKwh) - kw;
  }

  /** Whether no point of a battery's states of charge lies below the line between two others. */
  public boolean isConcave() {
    double slope = points.getFirst().stateOfCharge() > 0 ? 0 : Double.POSITIVE_INFINITY;
    for (int i = 1; i < points.size(); i++) {
      double next = slope(i);
      if (next > slope) {
        return false;
      }
      slope = next;
    }
    return points.getLast().stateOfCharge() >= 1 || slope >= 0;
  }

  /** Slope of the line to the i-th point from the one before. Unit: kW per state of charge. */
  private double slope(int i) {
    Point to = points.get(i);
    Point from = points.get(i - 1);
    return (to.maxKw() - from.maxKw()) / (to.stateOfCharge() - from.stateOfCharge());
  }
}
