package io.evenflow.io;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The stretch of time over which a row's price holds.
 *
 * @param end when it ends; the start of the next row where none is missing between them
 */
record PriceSpan(PriceRow row, Instant end) {
  private static final Duration HOUR = Duration.ofHours(1);

  /**
   * The spans of rows in the order of time. A row holds until its own end, else until the next row
   * if that comes when it should: after as long as the rows before and behind, or after an hour
   * where hours give way to shorter periods or follow on them. An hour is the longest a row holds
   * that states no end.
   */
  static List<PriceSpan> of(List<PriceRow> rows) {
    List<PriceSpan> spans = new ArrayList<>();
    Duration before = null;
    for (int i = 0; i < rows.size(); i++) {
      PriceRow row = rows.get(i);
      Duration length = length(rows, i, before);
      spans.add(new PriceSpan(row, row.start().plus(length)));
      before = length;
    }
    return spans;
  }

  private static Duration length(List<PriceRow> rows, int i, @Nullable Duration before) {
    PriceRow row = rows.get(i);
    Duration next = distance(rows, i);
    if (row.end() != null) {
      Duration stated = Duration.between(row.start(), row.end());
      return next != null && next.compareTo(stated) < 0 ? next : stated;
    }
    if (next == null) {
      return before == null ? HOUR : shorter(before, HOUR);
    }
    Duration behind = distance(rows, i + 1);
    boolean isHour = next.equals(HOUR) && row.start().getEpochSecond() % 3600 == 0;
    return isWhole(before, next, behind, isHour) ? next : step(before, next, behind);
  }

  /** From one row to the next, null where there is none. */
  private static @Nullable Duration distance(List<PriceRow> rows, int i) {
    return i + 1 < rows.size()
        ? Duration.between(rows.get(i).start(), rows.get(i + 1).start())
        : null;
  }

  /** Whether no row is missing before the next one. */
  private static boolean isWhole(
      @Nullable Duration before, Duration next, @Nullable Duration behind, boolean isHour) {
    if (next.compareTo(HOUR) > 0) {
      return false;
    }
    if (next.equals(before)) {
      return true;
    }
    boolean behindIsShorter = behind != null && behind.compareTo(next) < 0;
    boolean isLongerThanBefore = before != null && next.compareTo(before) > 0;
    return isLongerThanBefore ? isHour && !behindIsShorter : isHour || !behindIsShorter;
  }

  /** How long a row holds that has no neighbour behind it. */
  private static Duration step(
      @Nullable Duration before, Duration next, @Nullable Duration behind) {
    if (before != null && before.compareTo(next) <= 0) {
      return shorter(before, HOUR);
    }
    return behind == null ? HOUR : shorter(behind, HOUR);
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }
}
