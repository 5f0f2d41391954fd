package io.evenflow.formulation;

/**
 * Whether the limits on voltages, ratings and generators may be missed, and at what cost. Slacks
 * are in kW: a power misses its limit by slack kW, v by what slack kW more through the path from
 * the substation would move it at most ({@link PerUnit#voltageSquaredPerPower}). So one cost per
 * kWh serves all limits; above every marginal value of power at a station, say the largest
 * shortfall cost, it leaves limits whole wherever they can be kept.
 *
 * <p>A substation's fixed voltage is no limit and stays what it is.
 *
 * @param costPerKwh +∞ where limits are hard. Unit: currency per kWh
 */
public record Elasticity(double costPerKwh) {
  /** Limits that hold. */
  public static final Elasticity HARD = new Elasticity(Double.POSITIVE_INFINITY);

  /** An elastic v stays within this many times its upper limit, so that dual bounds are finite. */
  public static final double WIDEST_VOLTAGE_SQUARED = 16;

  public Elasticity {
    if (!(costPerKwh > 0)) {
      throw new IllegalArgumentException("costPerKwh (" + costPerKwh + ") must be above 0");
    }
  }

  public boolean isHard() {
    return Double.isInfinite(costPerKwh);
  }
}
