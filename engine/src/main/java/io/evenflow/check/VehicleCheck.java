package io.evenflow.check;

import io.evenflow.fleet.Vehicle;
import io.evenflow.fleet.Vehicle.Stay;
import io.evenflow.scenario.Claims;
import io.evenflow.scenario.Dispatch;
import io.evenflow.scenario.Scenario;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Limits of a vehicle with several stays: those of its battery at each stay, no power elsewhere,
 * enough for each trip, on each departure and at the end.
 */
final class VehicleCheck {
  private final Vehicle vehicle;
  private final double[] chargeKw;
  private final double[] dischargeKw;
  private final PeriodNames periods;
  private final Violations limits;
  private final List<StorageCheck> batteries = new ArrayList<>();

  /** What is missing where and when. */
  private record Missing(double kwh, String sentence) {}

  private final List<Missing> missing = new ArrayList<>();

  VehicleCheck(
      Scenario scenario, Dispatch dispatch, int index, PeriodNames periods, Violations limits) {
    vehicle = scenario.vehicles().get(index);
    chargeKw = dispatch.assets().vehicleChargeKw()[index];
    dischargeKw = dispatch.assets().vehicleDischargeKw()[index];
    this.periods = periods;
    this.limits = limits;
    double energyKwh = vehicle.startEnergyKwh();
    for (Stay stay : vehicle.stays()) {
      StorageCheck battery =
          new StorageCheck(
              "vehicle '" + vehicle.id() + "'",
              Storage.of(vehicle, stay, afterTrip(stay, energyKwh)),
              chargeKw,
              dischargeKw,
              scenario.horizon(),
              periods,
              limits);
      batteries.add(battery);
      energyKwh = battery.lastKwh();
      require(stay.departure(), energyKwh, "on departure", stay.departEnergyKwh());
    }
    int end = vehicle.stays().getLast().departure();
    require(end, energyKwh, "at the end of its last stay", vehicle.endEnergyKwh());
  }

  /** A trip that needs more than there is uses what there is. */
  private double afterTrip(Stay stay, double energyKwh) {
    double lacking = stay.usedKwh() - energyKwh;
    if (lacking > 0) {
      missing.add(
          new Missing(
              lacking,
              "%s: energy %s kWh before the trip to '%s' is below the %s kWh it uses"
                  .formatted(
                      at(stay.arrival()),
                      Violations.text(energyKwh),
                      stay.station(),
                      Violations.text(stay.usedKwh()))));
    }
    return Math.max(0, -lacking);
  }

  private void require(int period, double energyKwh, String when, double wantedKwh) {
    double lacking = wantedKwh - energyKwh;
    if (!(lacking <= 0)) {
      missing.add(
          new Missing(
              lacking,
              "%s: energy %s kWh %s is below its hard target %s kWh"
                  .formatted(
                      at(period), Violations.text(energyKwh), when, Violations.text(wantedKwh))));
    }
  }

  private String at(int period) {
    return "vehicle '" + vehicle.id() + "', " + periods.of(period);
  }

  void checkLimits() {
    for (int period = 0; period < chargeKw.length; period++) {
      if (!isAtStay(period)) {
        onTheRoad(period);
      }
    }
    batteries.forEach(StorageCheck::checkLimits);
    if (vehicle.hasHardTargets()) {
      missing.stream()
          .filter(each -> !(each.kwh() <= Tolerances.ENERGY_KWH))
          .forEach(each -> limits.add(each.sentence()));
    }
  }

  private boolean isAtStay(int period) {
    return vehicle.stays().stream()
        .anyMatch(stay -> stay.arrival() <= period && period < stay.departure());
  }

  private void onTheRoad(int period) {
    if (StorageCheck.isOn(chargeKw[period]) || StorageCheck.isOn(dischargeKw[period])) {
      limits.add(
          "%s: charges %s kW and discharges %s kW while it stays nowhere"
              .formatted(
                  at(period),
                  Violations.text(chargeKw[period]),
                  Violations.text(dischargeKw[period])));
    }
  }

  /** Holds the energy that the schedule says is missing against what its powers leave. */
  void checkClaims(Claims claims, Violations untrue) {
    untrue.requireClaim(
        "vehicle '" + vehicle.id() + "': shortfall",
        claims.shortfallKwh().get(vehicle.id()),
        "its powers leave",
        missingKwh(),
        " kWh",
        Tolerances.ENERGY_KWH);
  }

  private double missingKwh() {
    return missing.stream().mapToDouble(Missing::kwh).sum();
  }

  /** What is missing costs on trips, departures and at the end. Unit: currency. */
  double shortfallCost() {
    @Nullable Double perKwh = vehicle.shortfallCostPerKwh();
    return perKwh == null ? 0 : perKwh * missingKwh();
  }

  /** Worst distance of an energy from its limits. Unit: kWh. */
  double energyErrorKwh() {
    return batteries.stream().mapToDouble(StorageCheck::energyErrorKwh).max().orElse(0);
  }
}
