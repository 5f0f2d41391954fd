package io.evenflow.ocpp.arrival;

import io.evenflow.io.JsonObject;

/**
 * A sampled value: a number in 2.x, a text in 1.6.
 *
 * @param measurand what was measured
 * @param phase where, empty for all
 * @param value unit: kWh, kW or per cent; others as they are
 */
record Sample(String measurand, String phase, double value) {
  static Sample of(JsonObject sampled) {
    String measurand = sampled.textOr("Energy.Active.Import.Register", "measurand");
    double factor = 1;
    String unit = sampled.textOr("", "unit");
    if (sampled.has("unitOfMeasure")) {
      JsonObject measure = sampled.object("unitOfMeasure");
      unit = measure.textOr("", "unit");
      factor = Math.pow(10, measure.numberOr(0, "multiplier"));
    }
    return new Sample(
        measurand,
        sampled.textOr("", "phase"),
        number(sampled) * factor * inKilo(sampled, measurand, unit));
  }

  private static double number(JsonObject sampled) {
    if (!sampled.has("value") || !sampled.node().get("value").isString()) {
      return sampled.number("value");
    }
    String text = sampled.text("value");
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException noNumber) {
      throw sampled.error(
          "value ('" + text + "') must be a number", "Maybe it is signed data, which is not read.");
    }
  }

  /** Energies are in Wh and powers in W unless they say otherwise. */
  private static double inKilo(JsonObject sampled, String measurand, String unit) {
    boolean isEnergy = measurand.startsWith("Energy.Active");
    if (!isEnergy && !measurand.startsWith("Power.Active")) {
      return 1;
    }
    return switch (unit) {
      case "", "Wh", "W" -> 0.001;
      case "kWh", "kW" -> 1;
      default ->
          throw sampled.error(
              "unit ('%s') of %s must be %s"
                  .formatted(unit, measurand, isEnergy ? "Wh or kWh" : "W or kW"),
              "Maybe another measurand is meant.");
    };
  }
}
