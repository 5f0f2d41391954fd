package io.evenflow.resource;

import io.evenflow.fleet.PowerRange;
import io.evenflow.fleet.Storage.Step;

/**
 * Charging or discharging for one period as a move of the battery's energy from E to y: E + nearest
 * ≤ y ≤ E + farthest, at a cost of price·(y − E) with price = π·kwPerKwh for a cost π of 1 kW held
 * for the period. Energies in units of the storage, discharging with negative numbers.
 *
 * <p>A cost may hold for a part of the powers only; {@link #from} and {@link #to} are then the ends
 * of the move.
 *
 * @param nearest the least y − E, rounded down
 * @param farthest the greatest y − E, rounded up
 * @param kwPerKwh power at the meter per kWh more in the battery. Unit: kW/kWh
 * @param powers what a charger can hold. Unit: kW
 * @param unit of the energies
 */
record EnergyMove(
    double nearest, double farthest, double kwPerKwh, PowerRange powers, EnergyUnit unit) {
  static EnergyMove charging(Step step, EnergyUnit unit) {
    double kwhPerKw = step.kwhPerKw();
    PowerRange powers = step.charger().charge();
    return new EnergyMove(
        unit.moveDown(kwhPerKw * powers.minKw()),
        unit.moveUp(kwhPerKw * powers.maxKw()),
        1 / kwhPerKw,
        powers,
        unit);
  }

  /** Charging with one power only; the energy is the nearest whole number. */
  static EnergyMove charging(Step step, double kw, EnergyUnit unit) {
    double moved = unit.nearest(step.kwhPerKw() * kw);
    return new EnergyMove(moved, moved, 1 / step.kwhPerKw(), new PowerRange(kw, kw), unit);
  }

  static EnergyMove discharging(Step step, PowerRange powers, EnergyUnit unit) {
    double kwhPerKw = step.kwhPerKwOut();
    return new EnergyMove(
        -unit.moveUp(kwhPerKw * powers.maxKw()),
        -unit.moveDown(kwhPerKw * powers.minKw()),
        1 / kwhPerKw,
        powers,
        unit);
  }

  /** Least y − E of the net powers from fromKw on, +∞ where the charger holds none of them. */
  double from(double fromKw) {
    boolean up = farthest > 0;
    double least = up ? powers.minKw() : -powers.maxKw();
    double most = up ? powers.maxKw() : -powers.minKw();
    if (fromKw <= least) {
      return nearest;
    }
    return fromKw > most ? Double.POSITIVE_INFINITY : unit.moveDown(fromKw / kwPerKwh);
  }

  /** Greatest y − E of the net powers up to toKw, −∞ where the charger holds none of them. */
  double to(double toKw) {
    boolean up = farthest > 0;
    double least = up ? powers.minKw() : -powers.maxKw();
    double most = up ? powers.maxKw() : -powers.minKw();
    if (toKw >= most) {
      return farthest;
    }
    return toKw < least ? Double.NEGATIVE_INFINITY : unit.moveUp(toKw / kwPerKwh);
  }

  /** Price per unit of energy where 1 kW held for the period costs {@code pricePerKw}. */
  double price(double pricePerKw) {
    return pricePerKw * unit.kwh(kwPerKwh);
  }

  /** Power of a move, at least 0, rid of the rounding of energies. Unit: kW. */
  double powerKw(double moved) {
    double kw = Math.abs(unit.kwh(moved)) * kwPerKwh;
    return Math.clamp(kw, powers.minKw(), powers.maxKw());
  }
}
