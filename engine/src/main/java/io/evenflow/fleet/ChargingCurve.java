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
}
