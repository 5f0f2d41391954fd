package io.evenflow.io.exchange;

import io.evenflow.fleet.Charger;
import io.evenflow.fleet.Connection;
import io.evenflow.fleet.PowerRange;
import io.evenflow.fleet.Station;
import io.evenflow.io.JsonObject;
import io.evenflow.market.Tariff;
import io.evenflow.time.Series;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A grid connector of a SpiceEV scenario: what energy costs there and what it carries. */
final class SpiceEvMeter {
  private final String id;
  private final double[] perMwh;
  private final double[] mostKw;
  private final double[] loadKw;
  private final Notes notes;

  SpiceEvMeter(String id, JsonObject connector, SpiceEvTime time, Notes notes) {
    this.id = id;
    this.notes = notes;
    int periods = time.horizon().periods();
    perMwh = new double[periods];
    mostKw = new double[periods];
    loadKw = new double[periods];
    Double power = connector.numberOrNull("max_power");
    Arrays.fill(mostKw, power == null ? Double.POSITIVE_INFINITY : power);
    Double price = price(connector);
    if (price == null) {
      notes.say(id + ": says no cost; energy is free until a signal says otherwise");
    }
    Arrays.fill(perMwh, price == null ? 0 : price);
  }

  private @Nullable Double price(JsonObject object) {
    if (!object.has("cost") || object.isNull("cost")) {
      return null;
    }
    JsonObject cost = object.object("cost");
    if (cost.node().isEmpty()) {
      return null;
    }
    if (!cost.text("type").equals("fixed")) {
      notes.say(
          "%s: a cost of type '%s' cannot be used; only 'fixed' can"
              .formatted(id, cost.text("type")));
      return null;
    }
    return Rounded.fine(1000 * cost.number("value"));
  }

  /** What a signal changes holds from its time on. */
  void signal(JsonObject signal, SpiceEvTime time) {
    int from = time.period(SpiceEvTime.time(signal, "start_time").toInstant());
    Double price = price(signal);
    if (price != null) {
      Arrays.fill(perMwh, from, perMwh.length, price);
    }
    Double power = signal.numberOrNull("max_power");
    if (power != null) {
      Arrays.fill(mostKw, from, mostKw.length, power);
    }
    for (String field : List.of("target", "window", "capacity")) {
      if (signal.has(field) && !signal.isNull(field)) {
        notes.say("%s: %s of signals has no counterpart and is not used".formatted(id, field));
      }
    }
  }

  void addLoad(double[] kw) {
    for (int t = 0; t < loadKw.length; t++) {
      loadKw[t] += kw[t];
    }
  }

  double dearestPerKwh() {
    return Arrays.stream(perMwh).max().orElse(0) / 1000;
  }

  /**
   * The station that stands for it.
   *
   * @param greatestKw of its chargers
   */
  Station station(int bus, double greatestKw) {
    double[] fed = Arrays.stream(perMwh).map(price -> Math.min(0, price)).toArray();
    notes.say(id + ": what is fed in earns nothing");
    Tariff tariff = new Tariff(Series.of(perMwh), Series.of(fed));
    boolean isLimited = Arrays.stream(mostKw).allMatch(Double::isFinite);
    Series most = isLimited ? Series.of(mostKw) : null;
    if (isLimited) {
      notes.say(id + ": max_power holds both ways");
    }
    boolean hasLoad = Arrays.stream(loadKw).anyMatch(kw -> kw != 0);
    return new Station(
        id,
        bus,
        new Charger(new PowerRange(0, greatestKw), SpiceEvFleet.USUAL_EFFICIENCY, null, 1),
        new Station.Site(
            tariff, hasLoad ? Series.of(loadKw) : null, new Connection(most, most), null, null));
  }
}
