package io.evenflow.live;

import io.evenflow.fleet.Charger;
import java.time.LocalDate;

/**
 * A stay of an earlier day, as a forecast knows it.
 *
 * @param day on which it came
 * @param station id of its station
 * @param arrivalMinute minutes from the start of its day
 * @param stayMinutes how long it stayed
 * @param saidMinutes how long it had said it would stay; the same where it said nothing
 * @param energyKwh in the battery on arrival. Unit: kWh
 * @param targetKwh what it wanted on departure. Unit: kWh
 */
public record PastStay(
    LocalDate day,
    String station,
    double arrivalMinute,
    double stayMinutes,
    double saidMinutes,
    double batteryKwh,
    double energyKwh,
    double targetKwh,
    Charger charger) {
  boolean isOfWeekend() {
    return day.getDayOfWeek().getValue() > 5;
  }
}
