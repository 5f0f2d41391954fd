package io.evenflow.resource;

/**
 * Energies as whole numbers of 1e-12 kWh, kept in doubles. Sums of them are exact, so breakpoints
 * that coincide do so to the last bit and piecewise linear functions do not fill with slivers.
 *
 * <p>What is no whole number is rounded outwards: steps grow, limits give way. A bound stays a
 * bound. What misses a whole number by no more than the noise of a double is that number.
 */
final class EnergyUnit {
  private static final double PER_KWH = 1e12;
  private static final double NOISE = 0.1;

  /** Beyond it doubles are not all whole numbers apart; no battery reaches it. */
  private static final double MOST = 0x1p51;

  private EnergyUnit() {}

  static double up(double kwh) {
    // adding 0 makes a 0 of −0, which is less to Math.clamp
    return Math.min(MOST, Math.ceil(kwh * PER_KWH - NOISE)) + 0.0;
  }

  static double down(double kwh) {
    return Math.max(-MOST, Math.floor(kwh * PER_KWH + NOISE)) + 0.0;
  }

  static double kwh(double units) {
    return units / PER_KWH;
  }
}
