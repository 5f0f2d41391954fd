package io.evenflow.study;

import io.evenflow.io.BuiltInDays;
import io.evenflow.scenario.Scenario;
import io.evenflow.time.Horizon;
import java.time.OffsetDateTime;

/** Hourly figures of the built-in day, 9 April 2024, spread over other horizons. */
final class DaySeries {
  private static final int MINUTES_PER_HOUR = 60;

  private DaySeries() {}

  static OffsetDateTime start() {
    return day().horizon().start();
  }

  /** Day-ahead prices as traded, without noise. Unit: EUR per MWh. */
  static double[] prices(Horizon horizon) {
    return over(horizon, day().prices().toArray());
  }

  /** The hour's figure in each period of it; a longer horizon sees the day again. */
  static double[] over(Horizon horizon, double[] hourly) {
    double[] figures = new double[horizon.periods()];
    for (int t = 0; t < figures.length; t++) {
      figures[t] = hourly[t * horizon.stepMinutes() / MINUTES_PER_HOUR % hourly.length];
    }
    return figures;
  }

  private static Scenario day() {
    return BuiltInDays.read("case69-day");
  }
}
