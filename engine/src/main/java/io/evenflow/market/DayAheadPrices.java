package io.evenflow.market;

import java.util.Arrays;

/** One price of energy per period; may be negative. Unit: currency per MWh. */
public final class DayAheadPrices {
  private final double[] perMwh;

  private DayAheadPrices(double[] perMwh) {
    this.perMwh = perMwh;
  }

  /** Prices of the periods in order; every number must be finite. */
  public static DayAheadPrices of(double... perMwh) {
    for (int period = 0; period < perMwh.length; period++) {
      if (!Double.isFinite(perMwh[period])) {
        throw new IllegalArgumentException(
            "price of period " + period + " (" + perMwh[period] + ") must be a finite number");
      }
    }
    return new DayAheadPrices(perMwh.clone());
  }

  public int periods() {
    return perMwh.length;
  }

  /** Price in a period. Unit: currency per MWh. */
  public double perMwh(int period) {
    return perMwh[period];
  }

  /** Price in a period. Unit: currency per kWh. */
  public double perKwh(int period) {
    return perMwh[period] / 1000;
  }

  public double[] toArray() {
    return perMwh.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof DayAheadPrices prices && Arrays.equals(perMwh, prices.perMwh);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(perMwh);
  }
}
