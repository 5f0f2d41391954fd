package io.evenflow.coordination;

import org.jspecify.annotations.Nullable;

/**
 * What a coupling says of amounts.
 *
 * @param value its cost, that of missed limits included; +∞ where there is no operation at all.
 *     Unit: currency
 * @param missed by how much limits are missed. Unit: of the rows
 * @param cut a lower bound of the cost, as high as can be at these amounts
 * @param error by how much the cut lies below the cost at these amounts. Unit: currency
 * @param split where to cut a region in two so that cuts come nearer to the value, null where the
 *     cut meets the value
 */
public record Answer(double value, double missed, Cut cut, double error, @Nullable Split split) {
  /** Limits hold while they are missed by no more. Unit: of the rows, such as kW. */
  public static final double WHOLE = 1e-3;

  /** Whether all limits hold, but for what tolerances leave. */
  public boolean isWhole() {
    return missed <= WHOLE;
  }
}
