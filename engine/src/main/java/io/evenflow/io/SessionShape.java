package io.evenflow.io;

import static io.evenflow.io.Field.number;
import static io.evenflow.io.Field.text;
import static io.evenflow.io.Field.wholeNumber;

import io.evenflow.fleet.Charger;
import io.evenflow.fleet.Session;
import io.evenflow.scenario.Scenario;
import java.util.List;
import java.util.stream.IntStream;

/** An entry of a scenario's {@code sessions}. */
final class SessionShape {
  private static final Field<String> ID = text("id").says("its name, no two the same");
  private static final Field<String> STATION = text("station").says("id of its station");
  private static final Field<Integer> ARRIVAL =
      wholeNumber("arrival").unit("period").from(0).says("first period of the stay, 0 or more");
  private static final Field<Integer> DEPARTURE =
      wholeNumber("departure")
          .unit("period")
          .from(1)
          .says("first period after it; more than `arrival`, at most T");
  private static final Field<Double> BATTERY =
      number("batteryKwh").unit("kWh").above(0).says("greatest energy the battery holds, above 0");
  private static final Field<Double> MIN_ENERGY =
      number("minEnergyKwh")
          .or(0.0, "0")
          .unit("kWh")
          .from(0)
          .says(
              "least energy it may hold, at most `batteryKwh`; where it arrives with less, what can"
                  + " be reached");
  private static final Field<Double> ARRIVAL_ENERGY =
      number("arrivalEnergyKwh")
          .unit("kWh")
          .from(0)
          .says("energy on arrival, at most `batteryKwh`");
  private static final Field<Double> TARGET_ENERGY =
      number("targetEnergyKwh")
          .unit("kWh")
          .from(0)
          .says("energy wanted on departure, at most `batteryKwh`");
  private static final Field<Double> SHORTFALL_COST =
      number("shortfallCostPerKwh")
          .orNull(Session.DEFAULT_SHORTFALL_COST_PER_KWH, "10")
          .unit("per kWh")
          .from(0)
          .says("what a missing kWh costs, 0 or more; `null` makes the target hard");

  static final Shape<Fitted<Session>> SHAPE =
      SessionDetailsFields.with(
          ChargerFields.withOwn(
              Shape.of(
                      "Maybe two of its fields are swapped, or the stay reaches over the horizon's"
                          + " end; arrival and departure count periods, energies are kWh.",
                      SessionShape::read)
                  .named("session")
                  .with(ID, Fitted::id)
                  .with(STATION, fitted -> fitted.what().station())
                  .with(ARRIVAL, fitted -> fitted.what().arrival())
                  .with(DEPARTURE, fitted -> fitted.what().departure())
                  .with(BATTERY, fitted -> fitted.what().batteryKwh())
                  .with(MIN_ENERGY, fitted -> fitted.what().minEnergyKwh())
                  .with(ARRIVAL_ENERGY, fitted -> fitted.what().arrivalEnergyKwh())
                  .with(TARGET_ENERGY, fitted -> fitted.what().targetEnergyKwh())
                  .with(SHORTFALL_COST, fitted -> fitted.what().shortfallCostPerKwh())),
          fitted -> fitted.what().details());

  private SessionShape() {}

  private static Fitted<Session> read(JsonObject session) {
    Charger station = session.reading().charger(session, session.get(STATION));
    return fitted(
        new Session(
            session.get(ID),
            session.get(STATION),
            session.get(ARRIVAL),
            session.get(DEPARTURE),
            session.get(BATTERY),
            session.get(MIN_ENERGY),
            session.get(ARRIVAL_ENERGY),
            session.get(TARGET_ENERGY),
            session.orNull(SHORTFALL_COST),
            ChargerFields.readOwn(session, station),
            SessionDetailsFields.read(session)),
        station);
  }

  private static Fitted<Session> fitted(Session session, Charger station) {
    return new Fitted<>(session.id(), session, List.of(session.charger()), List.of(station));
  }

  /** The sessions of a scenario beside their stations' chargers. */
  static List<Fitted<Session>> of(Scenario scenario) {
    return IntStream.range(0, scenario.sessions().size())
        .mapToObj(
            s ->
                fitted(
                    scenario.sessions().get(s),
                    scenario.stations().get(scenario.stationOf(s)).charger()))
        .toList();
  }
}
