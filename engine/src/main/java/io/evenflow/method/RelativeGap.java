package io.evenflow.method;

import org.jspecify.annotations.Nullable;

/** Translates a gap of the vehicles' cost to the gap of the objective that engines know. */
final class RelativeGap {
  private RelativeGap() {}

  /**
   * @param gap part of the vehicles' cost
   * @param objective an estimate of the objective
   * @param withoutVehicles optimum without vehicles, null where unknown: then gap is the
   *     objective's
   */
  static double of(double gap, double objective, @Nullable Double withoutVehicles) {
    if (withoutVehicles == null) {
      return gap;
    }
    double vehicleCost = Math.max(1, Math.abs(objective - withoutVehicles));
    return gap * vehicleCost / Math.max(1, Math.abs(objective));
  }
}
