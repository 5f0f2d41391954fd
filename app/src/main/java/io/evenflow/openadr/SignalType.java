package io.evenflow.openadr;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Payloads of events that mean something to a plan. Units are those of OpenADR's descriptors. */
public enum SignalType {
  /** Price of energy drawn. Unit here: currency per MWh */
  PRICE,
  /** What is paid for energy fed in. Unit here: currency per MWh */
  EXPORT_PRICE,
  /** CO₂ of energy drawn. Unit here: g per kWh */
  GHG,
  /** Most power that may be drawn. Unit here: kW */
  IMPORT_CAPACITY_LIMIT,
  /** Most power that may be fed in. Unit here: kW */
  EXPORT_CAPACITY_LIMIT;

  /** The type of a payload, null for one that a plan does not use. */
  static @Nullable SignalType named(String word) {
    return Arrays.stream(values())
        .filter(type -> type.name().equals(word))
        .findFirst()
        .orElse(null);
  }

  /** Whether the tightest of several counts, not their average over time. */
  boolean isLimit() {
    return this == IMPORT_CAPACITY_LIMIT || this == EXPORT_CAPACITY_LIMIT;
  }

  boolean mayBeNegative() {
    return this == PRICE || this == EXPORT_PRICE;
  }

  /** The unit of values whose descriptor says none. */
  String defaultUnit() {
    return switch (this) {
      case PRICE, EXPORT_PRICE -> "KWH";
      case GHG -> "G";
      case IMPORT_CAPACITY_LIMIT, EXPORT_CAPACITY_LIMIT -> "KW";
    };
  }

  /** What turns a value of a unit into ours, null where there is no such unit. */
  @Nullable Double factor(String unit) {
    int at = units().indexOf(unit);
    return at < 0 ? null : factors().get(at);
  }

  List<String> units() {
    return switch (this) {
      case PRICE, EXPORT_PRICE -> List.of("KWH", "MWH");
      case GHG -> List.of("G", "KG");
      case IMPORT_CAPACITY_LIMIT, EXPORT_CAPACITY_LIMIT -> List.of("W", "KW", "MW");
    };
  }

  private List<Double> factors() {
    return switch (this) {
      case PRICE, EXPORT_PRICE -> List.of(1000.0, 1.0);
      case GHG -> List.of(1.0, 1000.0);
      case IMPORT_CAPACITY_LIMIT, EXPORT_CAPACITY_LIMIT -> List.of(0.001, 1.0, 1000.0);
    };
  }
}
