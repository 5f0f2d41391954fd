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
    return grid != null && grid.numberOrNull("p_max_exp") != null;
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

  /** The import limit, null for none. Unit: kW */
  @Nullable Double importLimitKw() {
    Double imported = grid == null ? null : grid.numberOrNull("p_max_imp");
    return imported == null ? null : imported / 1000;
  }

  /** The limits; import may be what the load draws beyond PV where batteries are too empty. */
  Connection connection(Series loadKw, Series solarKw, EvccImportLimit limit) {
    if (grid == null) {
      return Connection.UNLIMITED;
    }
    Double excess = grid.numberOrNull("prc_p_exc_imp");
    if (excess != null) {
      notes.say(
          "grid.prc_p_exc_imp (%s) has no counterpart: the import limit is hard".formatted(excess));
    }
    Double imported = importLimitKw();
    Double exported = grid.numberOrNull("p_max_exp");
    return new Connection(
        imported == null ? null : raised(imported, limit.kw(imported, loadKw, solarKw)),
        exported == null ? null : Series.constant(loadKw.periods(), exported / 1000));
  }

  private Series raised(double limitKw, double[] limits) {
    int raised = 0;
    int first = -1;
    for (int t = 0; t < limits.length; t++) {
      if (limits[t] > limitKw) {
        first = raised == 0 ? t : first;
        raised++;
      }
    }
    if (raised > 0) {
      notes.say(
          ("grid.p_max_imp (%s kW) is less than the load in %d of %d steps, the first %d, also where"
                  + " batteries help as long as they can: the limit is what is left there")
              .formatted(Rounded.text(limitKw), raised, limits.length, first));
    }
    return Series.of(limits);
  }
}
