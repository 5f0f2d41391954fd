package io.evenflow.io;

import io.evenflow.scenario.Scenario;

/** A small valid scenario file, and ways to change it. */
final class Scenarios {
  static final String VALID =
      """
      {
        "format": "evenflow-scenario/1", "name": "evening", "currency": "EUR",
        "feeder": {"case": "case33bw"},
        "horizon": {"start": "2024-04-09T00:00:00+02:00", "periods": 2, "stepMinutes": 60},
        "prices": {"perMwh": [78.21, -3]},
        "stations": [{"id": "bus6", "bus": 6, "chargePowerKw": {"min": 12.5, "max": 25.0},
                      "chargeEfficiency": 0.8,
                      "dischargePowerKw": {"min": 8.0, "max": 16.0}, "dischargeEfficiency": 0.8}],
        "sessions": [{"id": "ev1", "station": "bus6", "arrival": 0, "departure": 2,
                      "batteryKwh": 100.0, "arrivalEnergyKwh": 31.2, "targetEnergyKwh": 60.0}]
      }
      """;

  private Scenarios() {}

  static Scenario read(String json) {
    return ScenarioReader.read("evening.json", json);
  }

  /** The valid file with one piece of its text replaced, which must be there. */
  static String with(String piece, String replacement) {
    if (!VALID.contains(piece)) {
      throw new IllegalArgumentException("not in the valid scenario: " + piece);
    }
    return VALID.replace(piece, replacement);
  }

  /** The valid file in the second format, its local time that of a zone. */
  static String inZone(String zone) {
    return with("evenflow-scenario/1", "evenflow-scenario/2")
        .replace("\"periods\"", "\"zone\": \"" + zone + "\", \"periods\"");
  }

  /** The valid file in the second format with a part more. */
  static String withSecondPart(String part) {
    return withRootPart(part).replace("evenflow-scenario/1", "evenflow-scenario/2");
  }

  static String withRootPart(String part) {
    return with("\"prices\"", part + "\"prices\"");
  }

  static String withSessionPart(String part) {
    return with("\"arrival\"", part + "\"arrival\"");
  }
}
