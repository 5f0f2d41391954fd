package io.evenflow.solver;

/**
 * How the outer approximation works.
 *
 * @param acceptedViolation largest {@link io.evenflow.mip.Violation} of a point that is returned
 * @param linearRounds most rounds of separation before the first mixed-integer solve
 * @param slackKept cuts that are slack by more than this after those rounds are dropped
 */
public record OuterApproximationSettings(
    double acceptedViolation, int linearRounds, double slackKept) {
  public static OuterApproximationSettings defaults() {
    return new OuterApproximationSettings(1e-7, 12, 1e-2);
  }
}
