package io.evenflow.service.queue;

import java.time.Instant;
import java.time.InstantSource;

/** A clock that a test moves. */
final class TestClock implements InstantSource {
  private long millis = 1_700_000_000_000L;

  void pass(long milliseconds) {
    millis += milliseconds;
  }

  @Override
  public Instant instant() {
    return Instant.ofEpochMilli(millis);
  }
}
