package io.evenflow.replay;

import io.evenflow.scenario.Scenario;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * A day as it came.
 *
 * @param date of its first period
 * @param realised what came: stays as they were, batteries by what they took in the end, and as
 *     target what was asked for as far as that
 * @param said by session, what its driver said on arrival
 * @param news of its prices
 * @param sun what is known of it
 */
public record ReplayDay(
    LocalDate date, Scenario realised, List<Said> said, PriceNews news, SolarNews sun) {
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
