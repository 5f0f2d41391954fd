package io.evenflow.method;

import org.jspecify.annotations.Nullable;

/**
 * What is asked of a method, and every knob of the paper (arXiv 2409.19962).
 *
 * @param gap a schedule counts as optimal when its cost is within this part of the vehicles' cost
 *     of a proven bound; above 0
 * @param timeLimitSeconds wall time, +∞ for none. Unit: s
 * @param seed seed of whatever an engine randomises
 * @param penaltyWeight μ of (19), null to take it from the instance's prices and powers. Unit:
 *     currency
 * @param penaltyGrowth factor on μ from one iteration to the next; at least 1
 * @param tolerance ε: stage 1 ends when objective and penalty move less. Unit: currency
 * @param iterations most iterations of stage 1
 * @param threshold δ of (22): z ≤ δ counts as 0, z ≥ 1 − δ as 1; below 0.5
 * @param radius r of (24): how many of those binaries stage 2 may turn
 * @param engine of stage 2 and of direct, by its name; null for the method's default
 * @param bestEffort whether the best effort found is handed out where no schedule keeps all limits
 */
public record Settings(
    double gap,
    double timeLimitSeconds,
    int seed,
    @Nullable Double penaltyWeight,
    double penaltyGrowth,
    double tolerance,
    int iterations,
    double threshold,
    int radius,
    @Nullable String engine,
    boolean bestEffort) {
  public Settings {
    require(gap > 0, "gap (" + gap + ") must be above 0");
    require(timeLimitSeconds > 0, "time limit (" + timeLimitSeconds + " s) must be above 0");
    require(
        penaltyWeight == null || penaltyWeight > 0,
        "penalty weight (" + penaltyWeight + ") must be above 0");
    require(penaltyGrowth >= 1, "penalty growth (" + penaltyGrowth + ") must be at least 1");
    require(tolerance > 0, "tolerance (" + tolerance + ") must be above 0");
    require(iterations >= 0, "iterations (" + iterations + ") must be at least 0");
    require(
        threshold >= 0 && threshold < 0.5,
        "threshold (" + threshold + ") must be at least 0 and below 0.5");
    require(radius >= 0, "radius (" + radius + ") must be at least 0");
  }

  private static void require(boolean holds, String sentence) {
    if (!holds) {
      throw new IllegalArgumentException(sentence);
    }
  }

  public static Settings defaults() {
    return new Settings(
        1e-4, Double.POSITIVE_INFINITY, 1, null, 1.2, 1e-4, 100, 0.01, 5, null, true);
  }

  public Settings withGap(double value) {
    return new Settings(
        value,
        timeLimitSeconds,
        seed,
        penaltyWeight,
        penaltyGrowth,
        tolerance,
        iterations,
        threshold,
        radius,
        engine,
        bestEffort);
  }

  public Settings withTimeLimitSeconds(double value) {
    return new Settings(
        gap,
        value,
        seed,
        penaltyWeight,
        penaltyGrowth,
        tolerance,
        iterations,
        threshold,
        radius,
        engine,
        bestEffort);
  }

  public Settings withRadius(int value) {
    return new Settings(
        gap,
        timeLimitSeconds,
        seed,
        penaltyWeight,
        penaltyGrowth,
        tolerance,
        iterations,
        threshold,
        value,
        engine,
        bestEffort);
  }

  public Settings withEngine(@Nullable String value) {
    return new Settings(
        gap,
        timeLimitSeconds,
        seed,
        penaltyWeight,
        penaltyGrowth,
        tolerance,
        iterations,
        threshold,
        radius,
        value,
        bestEffort);
  }

  public Settings withBestEffort(boolean value) {
    return new Settings(
        gap,
        timeLimitSeconds,
        seed,
        penaltyWeight,
        penaltyGrowth,
        tolerance,
        iterations,
        threshold,
        radius,
        engine,
        value);
  }
}
