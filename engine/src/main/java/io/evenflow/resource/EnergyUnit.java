package io.evenflow.resource;

/**
 * Energies of one storage as whole numbers of a unit, kept in doubles. Sums of them are exact, so
 * breakpoints that coincide do so to the last bit and piecewise linear functions do not fill with
 * slivers.
 *
 * <p>The unit is a power of ten of a kWh, as data are decimals: the smallest of which 2⁴⁸ hold all
 * the energy that it can have, be it a ferry's or a toy's. What is no whole number is rounded
 * outwards: moves grow, limits give way. A bound stays a bound. What misses a whole number by no
 * more than the noise of a double is that number.
 *
 * @param perKwh units in a kWh
 */
record EnergyUnit(double perKwh) {
  private static final double LARGEST = 0x1p48;

  /** Two ulps of the largest: what a difference of given numbers can be off by. */
  private static final double NOISE_OF_LIMITS = 0x1p-4;

  /** Two ulps of the number itself: what a product of given numbers can be off by. */
  private static final double NOISE_OF_MOVES = 0x1p-51;

  /** What is beyond is cut to it: out of reach, but sums of it are still exact. */
  private static final double BEYOND = 0x1p50;

  /** The greatest power of ten that is a double. */
  private static final double FINEST = 1e22;

  /** The unit of a storage that has at most this energy. Unit: kWh. */
  static EnergyUnit of(double largestKwh) {
    double perKwh = 1;
    while (largestKwh * perKwh > LARGEST) {
      perKwh /= 10;
    }
    while (perKwh < FINEST && largestKwh * perKwh * 10 <= LARGEST) {
      perKwh *= 10;
    }
    return new EnergyUnit(perKwh);
  }

  /** A limit of the energy, rounded up. */
  double limitUp(double kwh) {
    return cut(Math.ceil(kwh * perKwh - NOISE_OF_LIMITS));
  }

  /** A limit of the energy, rounded down. */
  double limitDown(double kwh) {
    return cut(Math.floor(kwh * perKwh + NOISE_OF_LIMITS));
  }

  /** What is moved in a period, rounded up. */
  double moveUp(double kwh) {
    double units = kwh * perKwh;
    return cut(Math.ceil(units - NOISE_OF_MOVES * Math.abs(units)));
  }

  /** What is moved in a period, rounded down. */
  double moveDown(double kwh) {
    double units = kwh * perKwh;
    return cut(Math.floor(units + NOISE_OF_MOVES * Math.abs(units)));
  }

  /** What is moved by one power, or used on a trip, as the nearest whole number. */
  double nearest(double kwh) {
    return cut(Math.rint(kwh * perKwh));
  }

  private static double cut(double units) {
    // adding 0 makes a 0 of −0, which is less to Math.clamp
    return Math.clamp(units, -BEYOND, BEYOND) + 0.0;
  }

  double kwh(double units) {
    return units / perKwh;
  }

  /**
   * How far whole numbers can be on the inner side of what they stand for: so many limits, and
   * moves that sum up to this many units. Unit: kWh.
   */
  double inwardsKwh(int limits, double moved) {
    return kwh(limits * NOISE_OF_LIMITS + NOISE_OF_MOVES * moved);
  }
}
