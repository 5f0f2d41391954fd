package io.evenflow.replay;

import io.evenflow.scenario.Scenario;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * A day as it came.
 *
 * @param date of its first period
 * @param realised what came: stays as they were, and as target and battery what each vehicle took
 *     in the end or could have taken
 * @param said by session, what its driver said on arrival
 */
public record ReplayDay(LocalDate date, Scenario realised, List<Said> said) {
  public ReplayDay {
    said = List.copyOf(said);
  }

  /**
   * What a driver said.
   *
   * @param departure when it leaves
   * @param batteryKwh what its battery holds
   * @param targetKwh energy it wants in the battery
   */
  public record Said(Instant departure, double batteryKwh, double targetKwh) {}
}
