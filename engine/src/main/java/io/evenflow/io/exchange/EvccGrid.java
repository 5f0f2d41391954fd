package io.evenflow.io.exchange;

import io.evenflow.fleet.Connection;
import io.evenflow.io.JsonObject;
import io.evenflow.market.Tariff;
import io.evenflow.time.Series;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Prices and limits of the meter in a request of evcc's optimizer. */
final class EvccGrid {
  /** A price per kWh that nobody pays. */
  private static final double IMPLAUSIBLE_PER_MWH = 10_000;

  private final @Nullable JsonObject grid;
  private final Notes notes;

  EvccGrid(@Nullable JsonObject grid, Notes notes) {
    this.grid = grid;
    this.notes = notes;
  }

  boolean limitsExport() {
    return grid != null && grid.has("p_max_exp");
  }

  /** What is drawn costs p_N, what is fed in earns p_E, or p_N where that is less. */
  Tariff tariff(EvccSteps steps) {
    double[] drawn = steps.perMwh("p_N");
    double[] fed = steps.perMwh("p_E");
    int dearer = 0;
    int first = -1;
    for (int t = 0; t < drawn.length; t++) {
      if (fed[t] > drawn[t]) {
        first = dearer == 0 ? t : first;
        dearer++;
        fed[t] = drawn[t];
      }
    }
    if (dearer > 0) {
      notes.say(
          ("time_series.p_E is above p_N in %d of %d steps, the first %d: export earns p_N there, so the"
                  + " money a step can earn is less than evcc's")
              .formatted(dearer, drawn.length, first));
    }
    double dearest = Arrays.stream(drawn).max().orElse(0);
    if (dearest > IMPLAUSIBLE_PER_MWH) {
      notes.say(
          "time_series.p_N is taken per Wh, as the format says, so energy costs up to %s per MWh"
              .formatted(Rounded.text(dearest)));
    }
    return new Tariff(Series.of(drawn), Series.of(fed));
  }

  /** The limits; import may always be what the load draws beyond PV. */
  Connection connection(Series loadKw, Series solarKw) {
    if (grid == null) {
      return Connection.UNLIMITED;
    }
    if (grid.has("prc_p_exc_imp")) {
      notes.say(
          "grid.prc_p_exc_imp (%s) has no counterpart: the import limit is hard"
              .formatted(grid.number("prc_p_exc_imp")));
    }
    Double imported = grid.numberOrNull("p_max_imp");
    Double exported = grid.numberOrNull("p_max_exp");
    return new Connection(
        imported == null ? null : raised(imported / 1000, loadKw, solarKw),
        exported == null ? null : Series.constant(loadKw.periods(), exported / 1000));
  }

  private Series raised(double limitKw, Series loadKw, Series solarKw) {
    double[] limits = new double[loadKw.periods()];
    int raised = 0;
    int first = -1;
    for (int t = 0; t < limits.length; t++) {
      double needed = loadKw.at(t) - solarKw.at(t);
      limits[t] = Math.max(limitKw, needed);
      if (needed > limitKw) {
        first = raised == 0 ? t : first;
        raised++;
      }
    }
    if (raised > 0) {
      notes.say(
          ("grid.p_max_imp (%s kW) is less than the load in %d of %d steps, the first %d: the limit is the"
                  + " load there, as no schedule could keep it")
              .formatted(Rounded.text(limitKw), raised, limits.length, first));
    }
    return Series.of(limits);
  }
}
