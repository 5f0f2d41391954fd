package io.evenflow.city.plan;

/**
 * Wall time for steps of about the same length, the first of which is taken if there is any time.
 */
final class TimeLeft {
  private final double seconds;
  private final long start = System.nanoTime();
  private int steps;

  /**
   * @param seconds for all steps, +∞ for no limit
   */
  TimeLeft(double seconds) {
    this.seconds = seconds;
  }

  /** Whether a step as long as the mean of those before ends in time; counts it. */
  boolean isEnoughForAnother() {
    double passed = (System.nanoTime() - start) / 1e9;
    boolean enough = seconds > 0 && (steps == 0 || passed + passed / steps <= seconds);
    steps++;
    return enough;
  }
}
