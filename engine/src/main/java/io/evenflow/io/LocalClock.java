package io.evenflow.io;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Turns local times of a zone into instants, in the order of a file: of the hour that comes twice
 * when clocks go back, what comes first is summer time.
 */
final class LocalClock {
  private final ZoneId zone;
  private @Nullable Instant last;

  LocalClock(ZoneId zone) {
    this.zone = zone;
  }

  ZoneId zone() {
    return zone;
  }

  /**
   * The instant of the next row's start; never before that of the row before unless its local time
   * is. Null where the zone's clocks never show the time: in the hour they leave out, or in another
   * time of the year than is written behind it.
   */
  @Nullable Instant next(WrittenTime time) {
    List<ZoneOffset> offsets =
        zone.getRules().getValidOffsets(time.local()).stream()
            .filter(offset -> fits(time, offset))
            .toList();
    if (offsets.isEmpty()) {
      return null;
    }
    Instant first = time.local().toInstant(offsets.getFirst());
    boolean isOver = last != null && !first.isAfter(last);
    last = isOver ? time.local().toInstant(offsets.getLast()) : first;
    return last;
  }

  private boolean fits(WrittenTime time, ZoneOffset offset) {
    Boolean summer = time.isSummer();
    return summer == null
        || summer == zone.getRules().isDaylightSavings(time.local().toInstant(offset));
  }

  /** The first instant after a start at which clocks show a time; null where that was before. */
  @Nullable Instant after(Instant start, LocalDateTime local) {
    Instant end = local.atZone(zone).withEarlierOffsetAtOverlap().toInstant();
    if (!end.isAfter(start)) {
      end = local.atZone(zone).withLaterOffsetAtOverlap().toInstant();
    }
    return end.isAfter(start) ? end : null;
  }
}
