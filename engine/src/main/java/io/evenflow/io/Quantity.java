package io.evenflow.io;

import java.util.List;

/**
 * What a number in a file is, and how large it may be at most, whatever its sign. The bounds lie
 * far beyond all that is built or paid, yet near enough that no sum or product of the model leaves
 * the range of a computer's numbers. Fields of JSON files say in their names what they hold.
 */
public enum Quantity {
  /** Price of energy; a currency may be of little worth. */
  PRICE_PER_MWH(1e10, "per MWh", "perMwh", "PerMwh"),
  /** Price by the kilowatt-hour, kilowatt or tonne. */
  PRICE_PER_KWH(1e9, "", "PerKwh", "perKw", "PerTonne"),
  /** Active, reactive or apparent power. */
  POWER_KW(1e9, "kW", "Kw", "Kvar", "Kva"),
  /** Power in the tables of a case, shunts at 1 p.u. included. */
  POWER_MW(1e6, "MW", "Mw", "Mvar", "mva", "Mva"),
  /** Limits and ratings of a case; files write large numbers where there is none. */
  LIMIT_MW(1e10, "MW"),
  /** Energy. */
  ENERGY_KWH(1e9, "kWh", "Kwh"),
  /** Voltage. */
  VOLTAGE_PU(100, "p.u.", "Pu"),
  /** Factor on loads or impedances. */
  FACTOR(1e6, "", "scale", "resistance", "reactance"),
  /** Share of the energy that is left; bounded by 1 where it is used. */
  EFFICIENCY(1e3, "", "Efficiency"),
  /** Series impedance or charging susceptance of a branch. */
  IMPEDANCE_PU(1e6, "p.u."),
  /** Base voltage. */
  VOLTAGE_KV(1e5, "kV"),
  /** Angle. */
  ANGLE_DEGREES(1e5, "degrees"),
  /** Ratio of a transformer's turns. */
  TAP_RATIO(1e3, ""),
  /** Coefficient of a cost: per hour, of MW or of MW². */
  COST(1e16, "per hour"),
  /** Everything else, such as the figures of a result. */
  NUMBER(1e18, "");

  private final double greatest;
  private final String unit;
  private final List<String> endings;

  Quantity(double greatest, String unit, String... endings) {
    this.greatest = greatest;
    this.unit = unit;
    this.endings = List.of(endings);
  }

  /**
   * What a field holds.
   *
   * @param path the names of objects around it and its own, such as {@code chargePowerKw.min} or
   *     {@code activeKw[3]}; the last that says a unit counts
   */
  static Quantity of(String path) {
    int end = path.length();
    while (end > 0) {
      int start = path.lastIndexOf('.', end - 1) + 1;
      int index = path.indexOf('[', start);
      Quantity quantity = named(path.substring(start, index < 0 || index > end ? end : index));
      if (quantity != NUMBER) {
        return quantity;
      }
      end = start - 1;
    }
    return NUMBER;
  }

  private static Quantity named(String name) {
    for (Quantity quantity : values()) {
      for (String ending : quantity.endings) {
        if (name.endsWith(ending)) {
          return quantity;
        }
      }
    }
    return NUMBER;
  }

  /** Greatest size of a number, either sign. Unit: {@link #unit}. */
  public double greatest() {
    return greatest;
  }

  /** Its unit in words, empty where it has none. */
  public String unit() {
    return unit;
  }

  /** How the names of fields end that hold it. */
  List<String> endings() {
    return endings;
  }

  /** Whether a number is within the bound; no number is not. */
  public boolean allows(double value) {
    return Math.abs(value) <= greatest;
  }

  /** What an error says of a number that is not: "must be at most 1e9 kW". */
  public String bound(double value) {
    String side = value < 0 ? "must be at least -" : "must be at most ";
    return side + size() + (unit.isEmpty() ? "" : " " + unit);
  }

  /** The bound as people write it: 100, 1e9. */
  String size() {
    return greatest < 1e6
        ? Long.toString((long) greatest)
        : "1e" + Math.round(Math.log10(greatest));
  }

  /** A line that begins "Maybe". */
  public String maybe() {
    return unit.isEmpty()
        ? "Maybe its exponent is wrong."
        : "Maybe its exponent or its unit is wrong: it is " + unit + ".";
  }
}
