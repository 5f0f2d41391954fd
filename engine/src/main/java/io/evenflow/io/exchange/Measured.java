package io.evenflow.io.exchange;

import io.evenflow.io.CsvTable;
import io.evenflow.io.InputException;
import io.evenflow.io.NumberColumn;
import io.evenflow.io.Quantity;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Energies in kWh or powers in kW from a column whose unit is named, told on the command line, or
 * clear from the size of its numbers; else it is asked for.
 */
enum Measured {
  /** A session's energy or a vehicle's battery: 1 Wh is none, 1 MWh neither. */
  ENERGY(Quantity.ENERGY_KWH, "kWh", "Wh", "--energy-unit", 400, 1000),
  /** What a vehicle charges with. */
  POWER(Quantity.POWER_KW, "kW", "W", "--power-unit", 600, 1000);

  private static final Set<String> MISSING = Set.of("", "-", "nan", "null", "none", "n/a", "na");

  private final Quantity quantity;
  private final String unit;
  private final String small;
  private final String flag;
  private final double most;
  private final double leastSmall;

  Measured(
      Quantity quantity, String unit, String small, String flag, double most, double leastSmall) {
    this.quantity = quantity;
    this.unit = unit;
    this.small = small;
    this.flag = flag;
    this.most = most;
    this.leastSmall = leastSmall;
  }

  /** Whether it is one of its units. */
  boolean knows(String named) {
    return Double.isFinite(factorOf(named));
  }

  /** Its units, in words. */
  String units() {
    return "%s, %s or M%s".formatted(unit, small, small);
  }

  static boolean isMissing(String cell) {
    return MISSING.contains(cell.toLowerCase(Locale.ROOT));
  }

  /**
   * The numbers by row, null where one is missing.
   *
   * @param told the unit that was told, null for none
   * @throws InputException where the unit is not clear, naming the flag that settles it
   */
  List<@Nullable Double> read(CsvTable table, int column, @Nullable String told, Notes notes) {
    List<@Nullable Double> numbers =
        NumberColumn.read(table, column, Quantity.NUMBER, Measured::isMissing);
    double factor = factor(table, column, told, typical(numbers), notes);
    List<@Nullable Double> scaled = new ArrayList<>();
    for (int i = 0; i < numbers.size(); i++) {
      Double number = numbers.get(i);
      scaled.add(number == null ? null : (Double) scaled(table, i, column, number * factor));
    }
    return scaled;
  }

  private double scaled(CsvTable table, int index, int column, double value) {
    if (!quantity.allows(value)) {
      throw table.error(table.rows().get(index), column, quantity.bound(value), quantity.maybe());
    }
    return value;
  }

  /** The median of what is above 0; NaN where nothing is. */
  private static double typical(List<@Nullable Double> numbers) {
    double[] sorted =
        numbers.stream()
            .filter(Objects::nonNull)
            .mapToDouble(Double::doubleValue)
            .filter(number -> number > 0)
            .sorted()
            .toArray();
    return sorted.length == 0 ? Double.NaN : sorted[sorted.length / 2];
  }

  private double factor(
      CsvTable table, int column, @Nullable String told, double typical, Notes notes) {
    if (told != null) {
      return factorOf(told);
    }
    String name = table.header().get(column);
    String named = ColumnName.of(name).unit();
    double factor = named == null ? Double.NaN : factorOf(named);
    if (!Double.isNaN(factor)) {
      if (typical * factor > leastSmall) {
        throw unclear(table, name, typical, "is far too much in " + (factor == 1 ? unit : named));
      }
      return factor;
    }
    if (Double.isNaN(typical) || typical <= most) {
      notes.say("%s: %s is read as %s".formatted(Notes.name(table.file()), name, unit));
      return 1;
    }
    if (typical >= leastSmall) {
      notes.say(
          "%s: %s is read as %s, as its median is %s"
              .formatted(Notes.name(table.file()), name, small, Rounded.text(typical)));
      return 0.001;
    }
    throw unclear(table, name, typical, "can be %s or %s".formatted(unit, small));
  }

  private double factorOf(String named) {
    if (named.equalsIgnoreCase(unit)) {
      return 1;
    }
    if (named.equalsIgnoreCase(small)) {
      return 0.001;
    }
    return named.equalsIgnoreCase("m" + small) ? 1000 : Double.NaN;
  }

  private InputException unclear(CsvTable table, String name, double typical, String why) {
    return new InputException(
        "%s: %s, with a median of %s, %s".formatted(table.file(), name, Rounded.text(typical), why),
        "Maybe say which it is: %s %s or %s %s.".formatted(flag, unit, flag, small));
  }
}
