package io.evenflow.coordination;

import java.util.function.BooleanSupplier;

/** When to end: at a time, or when somebody asks for it. */
final class Clock {
  private final double endSeconds;
  private final double seconds;
  private final BooleanSupplier stopRequested;

  /**
   * @param seconds wall time from now, +∞ for none
   */
  Clock(double seconds, BooleanSupplier stopRequested) {
    this.seconds = seconds;
    this.stopRequested = stopRequested;
    endSeconds = now() + seconds;
  }

  /** Ends after a part of the time that is left, and when this one does. */
  Clock part(double share) {
    return new Clock(share * secondsLeft(), this::mustStop);
  }

  /** Ends so much earlier. Unit: s */
  Clock sparing(double seconds) {
    return new Clock(secondsLeft() - seconds, this::mustStop);
  }

  private static double now() {
    return System.nanoTime() / 1e9;
  }

  boolean mustStop() {
    return stopRequested.getAsBoolean() || now() > endSeconds;
  }

  double secondsLeft() {
    return Math.max(0, endSeconds - now());
  }

  /** The part of the time that is left, 1 where there is no limit. */
  double shareLeft() {
    return Double.isInfinite(seconds) ? 1 : secondsLeft() / seconds;
  }
}
