package io.evenflow.fleet;

import org.jspecify.annotations.Nullable;

/**
 * What a session can draw from and feed into the grid: powers as the meter sees them, efficiencies
 * between meter and battery.
 *
 * @param charge powers while charging. Unit: kW, grid side
 * @param chargeEfficiency energy into the battery per energy drawn; 0 &lt; η ≤ 1
 * @param discharge powers while discharging, null where the charger cannot. Unit: kW, grid side
 * @param dischargeEfficiency energy fed in per energy out of the battery; 0 &lt; η ≤ 1
 */
public record Charger(
    PowerRange charge,
    double chargeEfficiency,
    @Nullable PowerRange discharge,
    double dischargeEfficiency) {
  public Charger {
    requireEfficiency("chargeEfficiency", chargeEfficiency);
    requireEfficiency("dischargeEfficiency", dischargeEfficiency);
  }

  private static void requireEfficiency(String field, double value) {
    if (!(value > 0 && value <= 1)) {
      throw new IllegalArgumentException(field + " (" + value + ") must be above 0 and at most 1");
    }
  }

  /** One that draws no more than this, and otherwise does the same. Unit: kW, grid side */
  public Charger drawingAtMost(double kw) {
    PowerRange less = new PowerRange(Math.min(charge.minKw(), kw), kw);
    return new Charger(less, chargeEfficiency, discharge, dischargeEfficiency);
  }

  public boolean canDischarge() {
    return discharge != null;
  }
}
