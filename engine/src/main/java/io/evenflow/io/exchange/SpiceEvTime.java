package io.evenflow.io.exchange;

import io.evenflow.io.JsonObject;
import io.evenflow.time.Horizon;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;

/**
 * The horizon of a SpiceEV scenario. Its simulator takes what happens within a step at the next
 * one, so both ends of stays and changes of price do so here.
 */
final class SpiceEvTime {
  private final Horizon horizon;

  SpiceEvTime(JsonObject scenario) {
    OffsetDateTime start = time(scenario, "start_time");
    double minutes = scenario.number("interval");
    if (!(minutes >= 1) || minutes != Math.rint(minutes)) {
      throw scenario.error(
          "interval (" + minutes + ") must be whole minutes", "Maybe 15 is meant.");
    }
    int step = (int) minutes;
    int periods = periods(scenario, start, step);
    horizon =
        scenario.build(
            "Maybe stop_time lies before start_time.",
            () -> new Horizon(start, periods, step, null));
  }

  private static int periods(JsonObject scenario, OffsetDateTime start, int step) {
    if (scenario.has("n_intervals")) {
      return scenario.wholeNumber("n_intervals");
    }
    Duration length = Duration.between(start, time(scenario, "stop_time"));
    return (int) Math.ceilDiv(length.toMinutes(), step);
  }

  static OffsetDateTime time(JsonObject object, String field) {
    String text = object.text(field);
    try {
      return OffsetDateTime.parse(text);
    } catch (DateTimeException noTime) {
      throw object.error(
          field + " ('" + text + "') must be a time with its offset",
          "Maybe the offset from UTC is missing.");
    }
  }

  Horizon horizon() {
    return horizon;
  }

  Instant end() {
    return horizon.startOf(horizon.periods()).toInstant();
  }

  /** The period whose step first sees what happens at a time; 0 to T. */
  int period(Instant time) {
    Duration since = Duration.between(horizon.startOf(0).toInstant(), time);
    long period = Math.ceilDiv(since.toSeconds(), horizon.stepMinutes() * 60L);
    return Math.clamp(period, 0, horizon.periods());
  }
}
