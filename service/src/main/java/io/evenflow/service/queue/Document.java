package io.evenflow.service.queue;

import java.util.Locale;

/** A large text of a run. */
public enum Document {
  /** The scenario as it was sent. */
  SCENARIO,
  /** result.json. */
  RESULT,
  /** schedule.csv. */
  SCHEDULE,
  /** result.json of charging on arrival. */
  UNCONTROLLED;

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
