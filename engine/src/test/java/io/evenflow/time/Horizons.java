package io.evenflow.time;

import java.time.OffsetDateTime;

/** Horizons for tests that care about the length of periods alone. */
public final class Horizons {
  private Horizons() {}

  /** Ten thousand periods of so many hours. */
  public static Horizon ofSteps(double hours) {
    OffsetDateTime start = OffsetDateTime.parse("2026-01-01T00:00:00Z");
    return new Horizon(start, 10_000, (int) Math.round(60 * hours));
  }
}
