package io.evenflow.io;

import static io.evenflow.io.Field.series;
import static io.evenflow.io.Field.text;
import static io.evenflow.io.Field.wholeNumber;

import io.evenflow.fleet.Station;
import io.evenflow.time.Series;
import org.jspecify.annotations.Nullable;

/** An entry of a scenario's {@code stations}. */
final class StationShape {
  private static final Field<String> ID = text("id").says("its name, no two the same");
  private static final Field<Integer> BUS =
      wholeNumber("bus").says("number of its bus in the case");
  private static final Field<Series> LOAD_KW =
      series("loadKw")
          .optional("none")
          .unit("kW")
          .second()
          .says("a number or T numbers: the building's load behind the same meter");
  private static final Field<Integer> PLUGS =
      wholeNumber("plugs")
          .optional("any number")
          .from(0)
          .second()
          .says("how many sessions and vehicles may draw or feed in at once, 0 or more");

  static final Shape<Station> SHAPE =
      TariffFields.with(
              ChargerFields.with(
                  Shape.of("Maybe a number of another field stands there.", StationShape::read)
                      .named("station")
                      .with(ID, Station::id)
                      .with(BUS, Station::bus),
                  Station::charger),
              "`prices`, for its sessions and vehicles",
              station -> station.site().tariff())
          .with(LOAD_KW, StationShape::load)
          .with(ConnectionShape.FIELD, station -> station.site().connection())
          .with(PLUGS, station -> station.site().plugs())
          .with(PeakChargeShape.FIELD, station -> station.site().peakCharge());

  private StationShape() {}

  private static @Nullable Series load(Station station) {
    return station.site().loadKw();
  }

  private static Station read(JsonObject station) {
    Station.Site site =
        new Station.Site(
            TariffFields.read(station),
            station.orNull(LOAD_KW),
            station.get(ConnectionShape.FIELD),
            station.orNull(PLUGS),
            station.orNull(PeakChargeShape.FIELD));
    return new Station(station.get(ID), station.get(BUS), ChargerFields.read(station), site);
  }
}
