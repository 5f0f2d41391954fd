package io.evenflow.io.exchange;

import io.evenflow.io.CsvTable;
import io.evenflow.io.CsvTable.Row;
import io.evenflow.io.InputException;
import io.evenflow.io.NumberColumn;
import io.evenflow.io.Quantity;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a session's battery holds: by energies on arrival and departure; else by states of charge
 * and the battery; else by the energy at the meter, with a battery that is full on departure, or
 * that holds just this where it is not known.
 */
final class SessionEnergy {
  private final CsvTable table;
  private final SessionColumns columns;
  private final SessionOptions options;
  private final Map<SessionField, List<@Nullable Double>> numbers =
      new EnumMap<>(SessionField.class);

  SessionEnergy(CsvTable table, SessionColumns columns, SessionOptions options, Notes notes) {
    this.table = table;
    this.columns = columns;
    this.options = options;
    boolean hasStates = hasBoth(SessionField.ARRIVAL_SOC, SessionField.DEPARTURE_SOC);
    boolean hasBattery = columns.has(SessionField.BATTERY) || options.batteryKwh() != null;
    boolean hasEnergies = hasBoth(SessionField.ARRIVAL_ENERGY, SessionField.TARGET_ENERGY);
    if (hasStates && !hasBattery && !columns.has(SessionField.ENERGY) && !hasEnergies) {
      throw new InputException(
          table.file() + ": states of charge say no energy without the batteries",
          "Maybe say what they hold: --column battery=NAME or --battery 60.");
    }
    measure(SessionField.ENERGY, notes);
    measure(SessionField.BATTERY, notes);
    measure(SessionField.ARRIVAL_ENERGY, notes);
    measure(SessionField.TARGET_ENERGY, notes);
    share(SessionField.ARRIVAL_SOC, notes);
    share(SessionField.DEPARTURE_SOC, notes);
    explain(hasStates && hasBattery, hasEnergies, notes);
  }

  private boolean hasBoth(SessionField one, SessionField other) {
    return columns.has(one) && columns.has(other);
  }

  private void measure(SessionField field, Notes notes) {
    if (columns.has(field)) {
      numbers.put(
          field, Measured.ENERGY.read(table, columns.column(field), options.energyUnit(), notes));
    }
  }

  /** States of charge as shares; numbers above 1 are percentages. */
  private void share(SessionField field, Notes notes) {
    if (!columns.has(field)) {
      return;
    }
    List<@Nullable Double> raw =
        NumberColumn.read(table, columns.column(field), Quantity.NUMBER, Measured::isMissing);
    double most = raw.stream().filter(Objects::nonNull).mapToDouble(d -> d).max().orElse(0);
    boolean isPercent = most > 1 || "%".equals(ColumnName.of(columns.name(field)).unit());
    if (!isPercent) {
      notes.say(
          "%s: %s is a share, as it is at most %s"
              .formatted(Notes.name(table.file()), columns.name(field), Rounded.text(most)));
    }
    double factor = isPercent ? 0.01 : 1;
    numbers.put(field, raw.stream().map(d -> d == null ? null : (Double) (d * factor)).toList());
  }

  private void explain(boolean byCharge, boolean byEnergies, Notes notes) {
    if (byEnergies) {
      notes.say(
          "%s: energies are those in the battery, %s and %s"
              .formatted(
                  Notes.name(table.file()),
                  columns.name(SessionField.ARRIVAL_ENERGY),
                  columns.name(SessionField.TARGET_ENERGY)));
    } else if (byCharge) {
      notes.say(
          "%s: energies follow from states of charge and batteries%s"
              .formatted(
                  Notes.name(table.file()),
                  columns.has(SessionField.ENERGY)
                      ? "; %s counts only where one of them is missing"
                          .formatted(columns.name(SessionField.ENERGY))
                      : ""));
    } else {
      notes.say(
          "%s: each session wants its %s, the meter's, times the efficiency of %s"
              .formatted(
                  Notes.name(table.file()),
                  columns.name(SessionField.ENERGY),
                  Rounded.text(options.efficiency())));
      notes.say(
          columns.has(SessionField.BATTERY) || options.batteryKwh() != null
              ? Notes.name(table.file())
                  + ": batteries are full on departure, as nothing else is known of them"
              : Notes.name(table.file())
                  + ": batteries are not known; each holds just what it is given");
    }
  }

  private @Nullable Double at(SessionField field, int index) {
    List<@Nullable Double> column = numbers.get(field);
    return column == null ? null : column.get(index);
  }

  /**
   * @param batteryKwh what the battery holds
   * @param arrivalKwh energy on arrival
   * @param departureKwh energy wanted on departure
   */
  record Content(double batteryKwh, double arrivalKwh, double departureKwh) {}

  /** The battery of a row, null where the row does not say what was charged. */
  @Nullable Content of(int index) {
    Double battery = at(SessionField.BATTERY, index);
    if (battery == null || battery <= 0) {
      battery = options.batteryKwh();
    }
    Double arrivalKwh = at(SessionField.ARRIVAL_ENERGY, index);
    Double targetKwh = at(SessionField.TARGET_ENERGY, index);
    if (arrivalKwh != null && targetKwh != null) {
      double holds = Math.max(battery == null ? 0 : battery, Math.max(arrivalKwh, targetKwh));
      return new Content(holds, arrivalKwh, targetKwh);
    }
    Double arrivalSoc = at(SessionField.ARRIVAL_SOC, index);
    Double departureSoc = at(SessionField.DEPARTURE_SOC, index);
    if (battery != null && arrivalSoc != null && departureSoc != null) {
      return new Content(
          battery * Math.max(1, Math.max(arrivalSoc, departureSoc)),
          battery * arrivalSoc,
          battery * departureSoc);
    }
    Double energy = at(SessionField.ENERGY, index);
    return energy == null ? null : ofMeter(energy * options.efficiency(), battery);
  }

  private static Content ofMeter(double charged, @Nullable Double battery) {
    double holds = battery == null ? charged : Math.max(battery, charged);
    return new Content(holds, holds - charged, holds);
  }

  /** What a row says of its energy, for sentences. */
  String cell(Row row) {
    SessionField field =
        columns.has(SessionField.ENERGY)
            ? SessionField.ENERGY
            : columns.has(SessionField.TARGET_ENERGY)
                ? SessionField.TARGET_ENERGY
                : SessionField.DEPARTURE_SOC;
    return "%s ('%s')".formatted(columns.name(field), columns.cell(row, field));
  }
}
