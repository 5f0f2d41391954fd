package io.evenflow.fleet;

/**
 * Powers a charger can hold when it is on: {0} ∪ [minKw, maxKw] (semi-continuous), grid side.
 *
 * @param minKw least power when on. Unit: kW; 0 or more
 * @param maxKw greatest power. Unit: kW; at least minKw
 */
public record PowerRange(double minKw, double maxKw) {
  public PowerRange {
    if (!(minKw >= 0) || Double.isInfinite(minKw)) {
      throw new IllegalArgumentException("min (" + minKw + " kW) must be a number of at least 0");
    }
    if (!(maxKw >= minKw) || Double.isInfinite(maxKw)) {
      throw new IllegalArgumentException(
          "max (" + maxKw + " kW) must be a number of at least min (" + minKw + " kW)");
    }
  }
}
