package io.evenflow.service.site;

import io.evenflow.fleet.Charger;
import io.evenflow.fleet.PowerRange;
import io.evenflow.io.JsonObject;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** What a car and its charger can do together, in a word of a site. Unit: kW */
final class ChargerJson {
  private static final String FIELD = "charger";

  private ChargerJson() {}

  static void write(@Nullable Charger charger, ObjectNode word) {
    if (charger == null) {
      return;
    }
    ObjectNode json = word.putObject(FIELD);
    write("charge", charger.charge(), charger.chargeEfficiency(), json);
    PowerRange discharge = charger.discharge();
    if (discharge != null) {
      write("discharge", discharge, charger.dischargeEfficiency(), json);
    }
  }

  private static void write(String way, PowerRange kw, double efficiency, ObjectNode json) {
    json.putObject(way)
        .put("minKw", kw.minKw())
        .put("maxKw", kw.maxKw())
        .put("efficiency", efficiency);
  }

  /** Null where the word has none: then it is the station's. */
  static @Nullable Charger read(JsonObject word) {
    if (!word.has(FIELD)) {
      return null;
    }
    JsonObject json = word.object(FIELD);
    JsonObject charge = json.object("charge");
    JsonObject discharge = json.has("discharge") ? json.object("discharge") : null;
    return new Charger(
        range(charge),
        charge.number("efficiency"),
        discharge == null ? null : range(discharge),
        discharge == null ? 1 : discharge.number("efficiency"));
  }

  private static PowerRange range(JsonObject json) {
    return new PowerRange(json.number("minKw"), json.number("maxKw"));
  }
}
