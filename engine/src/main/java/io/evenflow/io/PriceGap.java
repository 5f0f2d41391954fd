package io.evenflow.io;

import io.evenflow.time.Horizon;
import java.time.Instant;
import java.util.Map;
import java.util.NavigableMap;

/** Says which time of a horizon a price file has no price for, and why as far as it shows. */
final class PriceGap {
  private PriceGap() {}

  /** The file has a row there whose price is missing. */
  static InputException empty(String file, Instant now, PriceSpan span, Horizon horizon) {
    return new InputException(
        file + sentence(now, horizon),
        "Maybe it was not published yet when the file was made: line %d has none."
            .formatted(span.row().line()));
  }

  /** The file has no row there. */
  static InputException between(
      String file, Instant now, NavigableMap<Instant, PriceSpan> spans, Horizon horizon) {
    Map.Entry<Instant, PriceSpan> before = spans.floorEntry(now);
    Map.Entry<Instant, PriceSpan> after = spans.higherEntry(now);
    String maybe =
        before != null && after != null
            ? "Maybe a line is missing in the file, between lines %d and %d."
                .formatted(before.getValue().row().line(), after.getValue().row().line())
            : outside(spans, horizon);
    return new InputException(file + sentence(now, horizon), maybe);
  }

  private static String sentence(Instant now, Horizon horizon) {
    return ": has no price for %s; the horizon goes from %s to %s"
        .formatted(
            Times.text(horizon.at(now)),
            Times.text(horizon.startOf(0)),
            Times.text(horizon.startOf(horizon.periods())));
  }

  private static String outside(NavigableMap<Instant, PriceSpan> spans, Horizon horizon) {
    Instant first = spans.firstKey();
    Instant last = spans.lastEntry().getValue().end();
    Instant start = horizon.startOf(0).toInstant();
    Instant end = horizon.startOf(horizon.periods()).toInstant();
    String why;
    if (!first.isBefore(end) || !last.isAfter(start)) {
      why = "is of another day";
    } else {
      why = first.isAfter(start) ? "begins too late" : "ends too early";
    }
    return "Maybe the file %s: its prices go from %s to %s."
        .formatted(why, Times.text(horizon.at(first)), Times.text(horizon.at(last)));
  }
}
