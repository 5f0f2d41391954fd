package io.evenflow.time;

import java.time.OffsetDateTime;

/**
 * The planned stretch of time: {@code periods} periods of {@code stepMinutes} each, counted from
 * {@code start}.
 *
 * @param start start of period 0
 * @param periods number of periods T; at least 1
 * @param stepMinutes length of a period. Unit: minutes; 1 to 1440
 */
public record Horizon(OffsetDateTime start, int periods, int stepMinutes) {
  public Horizon {
    if (periods < 1) {
      throw new IllegalArgumentException("periods (" + periods + ") must be at least 1");
    }
    if (stepMinutes < 1 || stepMinutes > 1440) {
      throw new IllegalArgumentException(
          "stepMinutes (" + stepMinutes + ") must be between 1 and 1440");
    }
  }

  /** Length of a period Δt. Unit: hours. */
  public double stepHours() {
    return stepMinutes / 60.0;
  }

  /** Start of a period; elapsed time, so the offset stays that of {@link #start} all day. */
  public OffsetDateTime startOf(int period) {
    return start.plusMinutes((long) period * stepMinutes);
  }
}
