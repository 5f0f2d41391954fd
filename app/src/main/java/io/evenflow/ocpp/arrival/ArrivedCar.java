package io.evenflow.ocpp.arrival;

import io.evenflow.fleet.Charger;
import io.evenflow.fleet.PowerRange;
import io.evenflow.fleet.Session;
import io.evenflow.ocpp.OcppException;
import io.evenflow.time.Horizon;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A car at an EVSE, of what it asked for and what happened since: a session of a scenario.
 *
 * @param transactionId id of the session
 * @param arrived when its transaction began
 * @param needs what it asked for
 * @param chargedKwh energy into the battery since then, less what came out of it. Unit: kWh
 */
public record ArrivedCar(
    String transactionId, Instant arrived, ChargingNeeds needs, double chargedKwh) {

  /**
   * The rest of its stay as a session: the periods of which it is there all the time, with what its
   * battery holds now. Powers are what both car and charger can do.
   *
   * @param station id of the station
   * @param charger what the station can do
   * @param otherwiseLeaves when it leaves where it does not say
   * @param shortfallCostPerKwh cost of energy missing on departure, null for a hard target
   * @throws OcppException where nothing of the stay lies in the horizon, or car and charger have no
   *     power in common
   */
  public Session session(
      Horizon horizon,
      String station,
      Charger charger,
      Instant otherwiseLeaves,
      @Nullable Double shortfallCostPerKwh) {
    Instant leaves = needs.departure() == null ? otherwiseLeaves : needs.departure();
    int arrival = Math.max(0, (int) Math.ceil(period(horizon, arrived)));
    int departure = (int) Math.floor(period(horizon, leaves));
    if (departure <= arrival) {
      throw new OcppException(
          "transaction '%s': the stay from %s to %s has no whole period in the horizon from %s to %s"
              .formatted(
                  transactionId,
                  arrived,
                  leaves,
                  horizon.startOf(0).toInstant(),
                  horizon.startOf(horizon.periods()).toInstant()),
          "Maybe the departure is wrong, or the car stays for less than a period.");
    }
    BatteryNeeds battery = needs.energies();
    double now = Math.clamp(battery.arrivalKwh() + chargedKwh, 0, battery.capacityKwh());
    return new Session(
        transactionId,
        station,
        arrival,
        departure,
        battery.capacityKwh(),
        battery.leastKwh(),
        now,
        battery.targetKwh(),
        shortfallCostPerKwh,
        charger(charger));
  }

  /** Periods from the horizon's start to an instant, parts of them too; from -1 to T. */
  private static double period(Horizon horizon, Instant instant) {
    Duration from = Duration.between(horizon.startOf(0).toInstant(), instant);
    double minutes = from.toMillis() / 60000.0;
    double first = horizon.firstPeriodMinutes();
    double periods =
        minutes < first ? minutes / first : 1 + (minutes - first) / horizon.stepMinutes();
    return Math.clamp(periods, -1, horizon.periods());
  }

  /**
   * What both car and charger can do.
   *
   * @throws OcppException where they have no power in common
   */
  public Charger charger(Charger charger) {
    PowerRange charge = common("charge", charger.charge(), needs.charge());
    PowerRange out = charger.discharge();
    PowerRange car = needs.discharge();
    PowerRange discharge = out == null || car == null ? null : common("discharge", out, car);
    return new Charger(
        charge, charger.chargeEfficiency(), discharge, charger.dischargeEfficiency());
  }

  private PowerRange common(String what, PowerRange charger, @Nullable PowerRange car) {
    if (car == null) {
      return charger;
    }
    double least = Math.max(charger.minKw(), car.minKw());
    double most = Math.min(charger.maxKw(), car.maxKw());
    if (least > most) {
      throw new OcppException(
          "transaction '%s': the car can %s with %s to %s kW, the charger with %s to %s kW"
              .formatted(
                  transactionId, what, car.minKw(), car.maxKw(), charger.minKw(), charger.maxKw()),
          "Maybe phases or voltage of the EVSE are not what was stated.");
    }
    return new PowerRange(least, most);
  }
}
