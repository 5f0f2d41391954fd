package io.evenflow.io.exchange;

import io.evenflow.io.JsonObject;
import io.evenflow.time.Horizon;
import io.evenflow.time.Series;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** The steps of a request of evcc's optimizer, {@code time_series.dt}, and series over them. */
final class EvccSteps {
  /** When it begins where nobody says it; the request does not. */
  private static final OffsetDateTime ANY_DAY =
      OffsetDateTime.of(2024, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC);

  private final JsonObject series;
  private final Horizon horizon;

  /**
   * @param start of the first step, null for an hour of no meaning
   */
  EvccSteps(JsonObject series, @Nullable OffsetDateTime start, Notes notes) {
    this.series = series;
    double[] seconds = series.numbers("dt");
    if (seconds.length == 0) {
      throw series.error("dt has no numbers", "Maybe the request was cut off.");
    }
    double step = seconds[seconds.length > 1 ? 1 : 0];
    requireEqual(seconds, step);
    int stepMinutes = (int) (step / 60);
    int first = (int) Math.clamp(Math.round(seconds[0] / 60), 1, stepMinutes);
    if (first * 60 != seconds[0]) {
      notes.say(
          "time_series.dt: the first step of %s s is %d min; its energies stay"
              .formatted(Rounded.text(seconds[0]), first));
    }
    if (start == null) {
      notes.say(
          "the request names no time; it begins on %s; --start says otherwise"
              .formatted(ANY_DAY.toLocalDate()));
    }
    OffsetDateTime begin = start == null ? ANY_DAY.plusMinutes(stepMinutes - first) : start;
    horizon =
        series.build(
            "Maybe the steps are no seconds.",
            () -> new Horizon(begin, seconds.length, stepMinutes, first, null));
  }

  private void requireEqual(double[] seconds, double step) {
    for (int t = 0; t < seconds.length; t++) {
      boolean fits = t == 0 ? seconds[0] <= step && seconds[0] > 0 : seconds[t] == step;
      if (!fits || step % 60 != 0) {
        throw series.error(
            "dt[%d] (%s s) must be %s"
                .formatted(
                    t,
                    Rounded.text(seconds[t]),
                    step % 60 != 0
                        ? "whole minutes"
                        : "as long as the others (" + Rounded.text(step) + " s)"),
            "Maybe plan in equal steps; only the first may be shorter.");
      }
    }
  }

  Horizon horizon() {
    return horizon;
  }

  /** Numbers of each step. */
  double[] numbers(String field) {
    return numbersOf(series, field);
  }

  /** Numbers of each step that another object has. */
  double[] numbersOf(JsonObject object, String field) {
    double[] numbers = object.numbers(field);
    if (numbers.length != horizon.periods()) {
      throw object.error(
          "%s has %d numbers, time_series.dt has %d"
              .formatted(field, numbers.length, horizon.periods()),
          "Maybe the series is of another request.");
    }
    return numbers;
  }

  /** Energies of steps in Wh as powers in kW. */
  Series kw(String field) {
    double[] wh = numbers(field);
    for (int t = 0; t < wh.length; t++) {
      wh[t] = Rounded.fine(wh[t] / 1000 / horizon.hours(t));
    }
    return Series.of(wh);
  }

  /** Prices per Wh as prices per MWh. */
  double[] perMwh(String field) {
    double[] perWh = numbers(field);
    for (int t = 0; t < perWh.length; t++) {
      perWh[t] = Rounded.fine(1e6 * perWh[t]);
    }
    return perWh;
  }
}
