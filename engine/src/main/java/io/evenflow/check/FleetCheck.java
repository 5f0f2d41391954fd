package io.evenflow.check;

import io.evenflow.scenario.Claims;
import io.evenflow.scenario.Dispatch;
import io.evenflow.scenario.Scenario;
import java.util.List;
import java.util.stream.IntStream;

/** All that moves: sessions, vehicles, batteries, PV, each with its own limits and costs. */
final class FleetCheck {
  private final List<SessionCheck> sessions;
  private final List<VehicleCheck> vehicles;
  private final List<BatteryCheck> batteries;
  private final List<SolarCheck> solar;

  FleetCheck(Scenario scenario, Dispatch dispatch, PeriodNames names, Violations limits) {
    sessions =
        IntStream.range(0, scenario.sessions().size())
            .mapToObj(s -> new SessionCheck(scenario, dispatch, s, names, limits))
            .toList();
    vehicles =
        IntStream.range(0, scenario.vehicles().size())
            .mapToObj(v -> new VehicleCheck(scenario, dispatch, v, names, limits))
            .toList();
    batteries =
        IntStream.range(0, scenario.batteries().size())
            .mapToObj(b -> new BatteryCheck(scenario, dispatch, b, names, limits))
            .toList();
    solar =
        IntStream.range(0, scenario.solar().size())
            .mapToObj(i -> new SolarCheck(scenario, dispatch, i, names, limits))
            .toList();
  }

  void checkLimits() {
    sessions.forEach(SessionCheck::checkLimits);
    vehicles.forEach(VehicleCheck::checkLimits);
    batteries.forEach(BatteryCheck::checkLimits);
    solar.forEach(SolarCheck::checkLimits);
  }

  void checkClaims(Claims claims, Violations untrue) {
    sessions.forEach(session -> session.checkClaims(claims, untrue));
    vehicles.forEach(vehicle -> vehicle.checkClaims(claims, untrue));
  }

  /** Unit: currency. */
  double shortfallCost() {
    return sessions.stream().mapToDouble(SessionCheck::shortfallCost).sum()
        + vehicles.stream().mapToDouble(VehicleCheck::shortfallCost).sum();
  }

  /** What throughput and starts cost. Unit: currency. */
  double wearCost() {
    return sessions.stream().mapToDouble(SessionCheck::wearCost).sum()
        + batteries.stream().mapToDouble(BatteryCheck::wearCost).sum();
  }

  /** Cost of what is left in batteries: minus its value. Unit: currency. */
  double storedCost() {
    double value =
        sessions.stream().mapToDouble(SessionCheck::value).sum()
            + batteries.stream().mapToDouble(BatteryCheck::value).sum();
    return value == 0 ? 0 : -value;
  }

  /** Worst distance of an energy from its limits. Unit: kWh. */
  double energyErrorKwh() {
    double ofSessions = sessions.stream().mapToDouble(SessionCheck::energyErrorKwh).max().orElse(0);
    double ofVehicles = vehicles.stream().mapToDouble(VehicleCheck::energyErrorKwh).max().orElse(0);
    double ofBatteries =
        batteries.stream().mapToDouble(BatteryCheck::energyErrorKwh).max().orElse(0);
    return Math.max(ofSessions, Math.max(ofVehicles, ofBatteries));
  }

  /** Worst distance of an energy from its claim. Unit: kWh. */
  double claimErrorKwh() {
    return sessions.stream().mapToDouble(SessionCheck::claimErrorKwh).max().orElse(0);
  }
}
