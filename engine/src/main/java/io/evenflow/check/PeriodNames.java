package io.evenflow.check;

import io.evenflow.time.Horizon;
import java.time.format.DateTimeFormatter;

/** Names periods by their starts, as sentences for people do. */
final class PeriodNames {
  private final String[] names;

  /** Formats all of them once: a check names a period for every bus, branch and session. */
  PeriodNames(Horizon horizon) {
    names = new String[horizon.periods() + 1];
    for (int period = 0; period < names.length; period++) {
      names[period] = DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(horizon.startOf(period));
    }
  }

  /** The name of a period; of the end of the horizon for the one after the last. */
  String of(int period) {
    return names[period];
  }
}
