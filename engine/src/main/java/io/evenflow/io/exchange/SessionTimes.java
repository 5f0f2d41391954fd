package io.evenflow.io.exchange;

import io.evenflow.io.CsvTable;
import io.evenflow.io.CsvTable.Row;
import io.evenflow.io.InputException;
import io.evenflow.io.NumberColumn;
import io.evenflow.io.Quantity;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** When the sessions of a table came and left. */
final class SessionTimes {
  private final CsvTable table;
  private final SessionColumns columns;
  private final @Nullable Integer countedMinutes;
  private final List<@Nullable Double> stays;
  private final double stayMinutes;

  SessionTimes(CsvTable table, SessionColumns columns, @Nullable Integer countedMinutes) {
    this.table = table;
    this.columns = columns;
    this.countedMinutes = countedMinutes;
    boolean byStay = !columns.has(SessionField.DEPARTURE);
    stays =
        byStay
            ? NumberColumn.read(
                table, columns.column(SessionField.STAY), Quantity.NUMBER, Measured::isMissing)
            : List.of();
    stayMinutes = byStay ? stayMinutes() : 0;
    if (countedMinutes == null && !table.rows().isEmpty()) {
      requireTimes();
    }
  }

  private double stayMinutes() {
    String unit = ColumnName.of(columns.name(SessionField.STAY)).unit();
    boolean isOcpi = ColumnName.of(columns.name(SessionField.STAY)).words().equals("totaltime");
    return switch (unit == null ? "" : unit) {
      case "min", "minutes" -> 1;
      case "h", "hours" -> 60;
      default -> {
        if (isOcpi) {
          yield 60;
        }
        throw new InputException(
            "%s: column '%s' says no unit of time"
                .formatted(table.file(), columns.name(SessionField.STAY)),
            "Maybe name it 'stay (min)' or 'stay (h)'.");
      }
    };
  }

  private void requireTimes() {
    Row first = table.rows().getFirst();
    String text = columns.cell(first, SessionField.ARRIVAL);
    if (text.matches("\\d{1,6}")) {
      throw table.error(
          first,
          columns.column(SessionField.ARRIVAL),
          "is a number and no time",
          "Maybe it counts steps: say how long they are, --counted 15.");
    }
    if (text.matches("\\d{1,2}/.*")) {
      throw table.error(
          first,
          columns.column(SessionField.ARRIVAL),
          "can have the day or the month first",
          "Maybe write it as 2024-04-09 08:15.");
    }
    if (table.rows().stream().allMatch(row -> written(row, SessionField.ARRIVAL) == null)) {
      throw table.error(
          first,
          columns.column(SessionField.ARRIVAL),
          "is no time, nor is any in its column",
          "Maybe another column is meant: --column arrival=NAME.");
    }
  }

  private @Nullable WrittenMoment written(Row row, SessionField field) {
    return WrittenMoment.parse(columns.cell(row, field));
  }

  private List<WrittenMoment> arrivals() {
    return table.rows().stream()
        .map(row -> written(row, SessionField.ARRIVAL))
        .filter(Objects::nonNull)
        .toList();
  }

  /**
   * The zone of the place: what is wanted, else the offset of the times.
   *
   * @throws InputException where times have none, naming the flag that settles it
   */
  ZoneId zone(@Nullable ZoneId wanted, @Nullable LocalDate date, Notes notes) {
    if (wanted != null) {
      return wanted;
    }
    List<WrittenMoment> arrivals = countedMinutes == null ? arrivals() : List.of();
    if (isOcpi()) {
      notes.say(Notes.name(table.file()) + ": days are UTC's; --zone says otherwise");
      return ZoneOffset.UTC;
    }
    WrittenMoment sample =
        arrivals.stream()
            .filter(time -> date == null || time.local().toLocalDate().equals(date))
            .findFirst()
            .orElse(arrivals.isEmpty() ? null : arrivals.getFirst());
    ZoneOffset offset = sample == null ? null : sample.offset();
    if (offset == null) {
      throw new InputException(
          table.file() + ": its times have no offset from UTC",
          "Maybe say where it is: --zone Europe/Berlin.");
    }
    notes.say(
        "%s: days are those of UTC%s; --zone says otherwise"
            .formatted(
                Notes.name(table.file()), offset.equals(ZoneOffset.UTC) ? "" : offset.getId()));
    return offset;
  }

  /** OCPI writes times in UTC, with or without saying so. */
  private boolean isOcpi() {
    return ColumnName.of(columns.name(SessionField.ARRIVAL)).words().equals("startdatetime");
  }

  /** The day of the earliest arrival. */
  LocalDate firstDay(ZoneId zone) {
    if (countedMinutes != null) {
      throw new InputException(
          table.file() + ": its times count from the start of a day that it does not say",
          "Maybe say which: --date 2024-04-09.");
    }
    return arrivals().stream()
        .map(time -> time.in(clock(zone)).atZone(zone).toLocalDate())
        .min(LocalDate::compareTo)
        .orElseThrow(
            () ->
                new InputException(
                    table.file() + ": has no sessions", "Maybe the download was empty."));
  }

  private ZoneId clock(ZoneId zone) {
    return isOcpi() ? ZoneOffset.UTC : zone;
  }

  /** When a session came, null where the cell is no time. */
  @Nullable Instant arrival(Row row, ZoneId zone, Instant zero) {
    return instant(row, SessionField.ARRIVAL, zone, zero);
  }

  /**
   * When it left, null where the cell is no time. In the hour that comes twice when clocks go back
   * it is the second pass if the first would be before it came.
   */
  @Nullable Instant departure(int index, Row row, Instant arrival, ZoneId zone, Instant zero) {
    if (!columns.has(SessionField.DEPARTURE)) {
      Double stay = stays.get(index);
      return stay == null ? null : arrival.plusMillis(Math.round(stay * stayMinutes * 60_000));
    }
    Instant departure = instant(row, SessionField.DEPARTURE, zone, zero);
    if (departure == null || departure.isAfter(arrival)) {
      return departure;
    }
    WrittenMoment written = written(row, SessionField.DEPARTURE);
    return written == null ? departure : written.laterIn(clock(zone));
  }

  /** When its driver said it leaves, null where the table does not say. */
  @Nullable Instant announced(Row row, ZoneId zone, Instant zero) {
    return columns.has(SessionField.ANNOUNCED_DEPARTURE)
        ? instant(row, SessionField.ANNOUNCED_DEPARTURE, zone, zero)
        : null;
  }

  /** Whether times say their offset from UTC, so that they need no zone. */
  boolean haveOffsets() {
    return countedMinutes == null
        && (isOcpi() || arrivals().stream().anyMatch(time -> time.offset() != null));
  }

  private @Nullable Instant instant(Row row, SessionField field, ZoneId zone, Instant zero) {
    if (countedMinutes != null) {
      String text = columns.cell(row, field);
      return text.matches("-?\\d{1,7}(\\.0*)?")
          ? zero.plus(Duration.ofMinutes((long) Double.parseDouble(text) * countedMinutes))
          : null;
    }
    WrittenMoment written = written(row, field);
    return written == null ? null : written.in(clock(zone));
  }
}
