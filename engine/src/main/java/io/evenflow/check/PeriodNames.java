package io.evenflow.check;

import io.evenflow.time.Horizon;
import java.time.format.DateTimeFormatter;

/** Names periods by their starts, as sentences for people do. */
record PeriodNames(Horizon horizon) {
  String of(int period) {
    return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(horizon.startOf(period));
  }
}
