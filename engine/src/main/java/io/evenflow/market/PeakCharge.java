package io.evenflow.market;

/**
 * What the highest import of the horizon costs: perKw·max(soFar, import) − perKw·soFar, as what was
 * reached before is paid already.
 *
 * @param perKw cost of one kW more. Unit: currency per kW; at least 0
 * @param soFarKw the highest import before the horizon. Unit: kW; at least 0
 */
public record PeakCharge(double perKw, double soFarKw) {
  public PeakCharge {
    require("perKw", perKw);
    require("soFarKw", soFarKw);
  }

  private static void require(String field, double value) {
    if (!(value >= 0 && Double.isFinite(value))) {
      throw new IllegalArgumentException(field + " (" + value + ") must be a number of at least 0");
    }
  }

  /** What a highest import costs on top of what is paid already. Unit: currency. */
  public double cost(double highestKw) {
    return perKw * Math.max(0, highestKw - soFarKw);
  }
}
