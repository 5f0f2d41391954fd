package io.evenflow.io.exchange;

import io.evenflow.io.CsvTable;
import io.evenflow.io.CsvTable.Row;
import io.evenflow.io.InputException;
import io.evenflow.time.Horizon;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** When the rows of a table of loads or PV hold. */
final class ProfileTimes {
  private static final int DAY_SECONDS = 24 * 3600;

  private final CsvTable table;
  private final int column;
  private final boolean isDaily;
  private final List<Integer> seconds = new ArrayList<>();
  private final List<WrittenMoment> moments = new ArrayList<>();
  private final long stepSeconds;

  private ProfileTimes(CsvTable table, int column) {
    this.table = table;
    this.column = column;
    isDaily = secondOfDay(table.rows().getFirst().at(column)) != null;
    table.rows().forEach(this::add);
    stepSeconds = step();
  }

  static ProfileTimes of(CsvTable table, int column) {
    return new ProfileTimes(table, column);
  }

  /**
   * Whether a cell under a name is a time; a bare number is an hour only where the name says so.
   */
  static boolean isTime(String name, String cell) {
    boolean isNumber = cell.matches("\\d+");
    return isNumber
        ? ColumnName.of(name).words().equals("hour") && secondOfDay(cell) != null
        : secondOfDay(cell) != null || WrittenMoment.parse(cell) != null;
  }

  private static @Nullable Integer secondOfDay(String text) {
    if (text.matches("\\d{1,2}")) {
      int hour = Integer.parseInt(text);
      return hour < 24 ? (Integer) (hour * 3600) : null;
    }
    try {
      return LocalTime.parse(text.length() < 5 ? "0" + text : text).toSecondOfDay();
    } catch (DateTimeParseException noClock) {
      return null;
    }
  }

  private void add(Row row) {
    String text = row.at(column);
    Integer second = isDaily ? secondOfDay(text) : null;
    WrittenMoment moment = isDaily ? null : WrittenMoment.parse(text);
    if (second != null) {
      seconds.add(second);
    } else if (moment != null) {
      moments.add(moment);
    } else {
      throw table.error(
          row, column, "is no time", "Maybe it is written in another way than those before it.");
    }
  }

  /** The least distance between rows; an hour where there is one row. */
  private long step() {
    int count = table.rows().size();
    long least =
        IntStream.range(1, count)
            .mapToLong(
                i ->
                    isDaily
                        ? seconds.get(i) - seconds.get(i - 1)
                        : Duration.between(moments.get(i - 1).local(), moments.get(i).local())
                            .toSeconds())
            .filter(distance -> distance > 0)
            .min()
            .orElse(3600);
    return isDaily && count == 1 ? DAY_SECONDS : least;
  }

  long stepSeconds() {
    return stepSeconds;
  }

  double[] over(Horizon horizon, double[] numbers, ZoneId zone, Notes notes) {
    if (isDaily) {
      return means(horizon, now -> daily(now, numbers, zone));
    }
    NavigableMap<Instant, Double> values = values(numbers, zone);
    boolean isApart =
        !values.firstKey().isBefore(horizon.startOf(horizon.periods()).toInstant())
            || !values.lastKey().plusSeconds(stepSeconds).isAfter(horizon.startOf(0).toInstant());
    if (!isApart) {
      return means(horizon, now -> held(now, values, horizon));
    }
    return PricesOnHorizon.moved(
        horizon,
        values.firstKey().atZone(zone).toLocalDate(),
        values.lastKey().atZone(zone).toLocalDate(),
        zone,
        like -> means(like, now -> held(now, values, like)),
        day ->
            notes.say(
                "%s has nothing of %s; %s is taken, the nearest day of the same month and weekday"
                    .formatted(Notes.name(table.file()), horizon.startOf(0).toLocalDate(), day)));
  }

  private NavigableMap<Instant, Double> values(double[] numbers, ZoneId zone) {
    NavigableMap<Instant, Double> values = new TreeMap<>();
    for (int i = 0; i < numbers.length; i++) {
      if (!moments.get(i).isShownIn(zone)) {
        // Some write the hour that clocks leave out.
        continue;
      }
      Instant start = moments.get(i).in(zone);
      if (values.containsKey(start)) {
        start = moments.get(i).laterIn(zone);
      }
      if (values.put(start, numbers[i]) != null) {
        Row row = table.rows().get(i);
        throw table.error(
            row, column, "appears twice", "Maybe one of the two lines is left from another file.");
      }
    }
    return values;
  }

  /** A number and until when it holds. */
  private record Held(double number, Instant until) {}

  private interface Source {
    Held at(Instant now);
  }

  private static double[] means(Horizon horizon, Source source) {
    double[] means = new double[horizon.periods()];
    for (int t = 0; t < means.length; t++) {
      Instant now = horizon.startOf(t).toInstant();
      Instant end = horizon.startOf(t + 1).toInstant();
      double length = Duration.between(now, end).toMillis();
      while (now.isBefore(end)) {
        Held held = source.at(now);
        Instant until = held.until().isBefore(end) ? held.until() : end;
        means[t] += held.number() * (Duration.between(now, until).toMillis() / length);
        now = until;
      }
    }
    return means;
  }

  private Held daily(Instant now, double[] numbers, ZoneId zone) {
    int second = now.atZone(zone).toLocalTime().toSecondOfDay();
    int row = numbers.length - 1;
    int next = DAY_SECONDS;
    for (int i = 0; i < numbers.length; i++) {
      if (seconds.get(i) <= second) {
        row = i;
        next = i + 1 < numbers.length ? seconds.get(i + 1) : DAY_SECONDS;
      }
    }
    return new Held(numbers[row], now.plusSeconds(Math.max(1, next - second)));
  }

  private Held held(Instant now, NavigableMap<Instant, Double> values, Horizon horizon) {
    var entry = values.floorEntry(now);
    Instant until = entry == null ? now : entry.getKey().plusSeconds(stepSeconds);
    if (entry == null || !now.isBefore(until)) {
      throw new InputException(
          "%s: has nothing for %s; the horizon goes from %s to %s"
              .formatted(
                  table.file(),
                  horizon.at(now),
                  horizon.startOf(0),
                  horizon.startOf(horizon.periods())),
          "Maybe a line is missing, or the file is of another day: it goes from %s to %s."
              .formatted(
                  horizon.at(values.firstKey()),
                  horizon.at(values.lastKey().plusSeconds(stepSeconds))));
    }
    return new Held(entry.getValue(), until);
  }
}
