package io.evenflow.io;

import io.evenflow.fleet.Charger;
import io.evenflow.fleet.Session;
import io.evenflow.fleet.Station;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads a scenario's {@code sessions}. */
final class SessionReader {
  private static final String[] FIELDS = {
    "id",
    "station",
    "arrival",
    "departure",
    "batteryKwh",
    "minEnergyKwh",
    "arrivalEnergyKwh",
    "targetEnergyKwh",
    "shortfallCostPerKwh",
    "chargePowerKw",
    "chargeEfficiency",
    "dischargePowerKw",
    "dischargeEfficiency"
  };

  private final JsonObject root;
  private final Map<String, Charger> chargers = new HashMap<>();

  SessionReader(JsonObject root, List<Station> stations) {
    this.root = root;
    for (Station station : stations) {
      chargers.put(station.id(), station.charger());
    }
  }

  List<Session> read() {
    List<Session> sessions = new ArrayList<>();
    for (JsonObject entry : root.objects("sessions")) {
      String id = entry.text("id");
      sessions.add(session(id, entry.named("session '" + id + "'")));
    }
    return sessions;
  }

  private Session session(String id, JsonObject session) {
    session.requireOnly(FIELDS);
    String station = session.text("station");
    Charger charger = ChargerReader.ofSession(session, charger(session, station));
    return session.build(
        "Maybe two of its fields are swapped, or the stay reaches over the horizon's end;"
            + " arrival and departure count periods, energies are kWh.",
        () ->
            new Session(
                id,
                station,
                session.wholeNumber("arrival"),
                session.wholeNumber("departure"),
                session.number("batteryKwh"),
                session.numberOr(0, "minEnergyKwh"),
                session.number("arrivalEnergyKwh"),
                session.number("targetEnergyKwh"),
                shortfallCost(session),
                charger));
  }

  private Charger charger(JsonObject session, String station) {
    Charger charger = chargers.get(station);
    if (charger == null) {
      throw session.error(
          "station '" + station + "' does not exist",
          chargers.isEmpty()
              ? "Maybe the scenario's stations were left out."
              : Suggestion.of(station, chargers.keySet().stream().sorted().toArray(String[]::new)));
    }
    return charger;
  }

  /** {@code null} in the file is a hard target; an absent field is the default cost. */
  private static @Nullable Double shortfallCost(JsonObject session) {
    return session.has("shortfallCostPerKwh")
        ? session.numberOrNull("shortfallCostPerKwh")
        : Double.valueOf(Session.DEFAULT_SHORTFALL_COST_PER_KWH);
  }
}
