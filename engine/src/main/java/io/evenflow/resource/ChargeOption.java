package io.evenflow.resource;

import org.jspecify.annotations.Nullable;

/**
 * A way to charge in a step.
 *
 * @param move how the energy moves
 * @param least energy from which it may begin. Unit: {@link EnergyUnit}
 * @param most likewise
 * @param reach what the charging curve leaves of it, null for all
 */
record ChargeOption(EnergyMove move, double least, double most, @Nullable CurveReach reach) {
  static ChargeOption always(EnergyMove move) {
    return new ChargeOption(move, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, null);
  }
}
