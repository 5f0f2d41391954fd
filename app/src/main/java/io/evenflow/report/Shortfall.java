package io.evenflow.report;

import io.evenflow.fleet.Session;
import io.evenflow.fleet.SessionDetails.Target;
import io.evenflow.fleet.Vehicle;
import io.evenflow.scenario.Scenario;

/**
 * A session or vehicle that has less energy than it wants at some time, and what keeps it from it.
 *
 * @param who its id
 * @param station id of the station where it lacks the energy, or that a trip too long leads to
 * @param period at whose start the energy is wanted
 * @param targetKwh energy wanted, for a trip what it uses. Unit: kWh
 * @param missingKwh energy missing. Unit: kWh
 * @param outOfReachKwh the part of it that no grid could give: the stay is too short at full power,
 *     or its least power too coarse. Unit: kWh
 * @param reachesAtFullPower whether full power would do, so that its least power is what is coarse
 * @param isCongested whether a limit that keeps vehicles from charging binds before
 */
record Shortfall(
    String who,
    String station,
    int period,
    double targetKwh,
    double missingKwh,
    double outOfReachKwh,
    boolean reachesAtFullPower,
    boolean isCongested) {
  /** Below this it is a solver's tolerance, not a shortfall. Unit: kWh. */
  static final double LEAST_KWH = 0.01;

  static Shortfall onDeparture(
      Scenario scenario, Session session, double missing, double never, boolean isCongested) {
    double reach = session.reachableEnergyKwh(scenario.horizon());
    return new Shortfall(
        session.id(),
        session.station(),
        session.departure(),
        session.targetEnergyKwh(),
        missing,
        Math.min(missing, never),
        reach >= session.targetEnergyKwh() - LEAST_KWH,
        isCongested);
  }

  static Shortfall atTarget(
      Scenario scenario, Session session, Target target, double missing, boolean isCongested) {
    double hours = scenario.horizon().hours(session.arrival(), target.period());
    double gained =
        hours * session.charger().chargeEfficiency() * session.charger().charge().maxKw();
    double never = Math.max(0, target.energyKwh() - session.arrivalEnergyKwh() - gained);
    return new Shortfall(
        session.id(),
        session.station(),
        target.period(),
        target.energyKwh(),
        missing,
        Math.min(missing, never),
        never < LEAST_KWH,
        isCongested);
  }

  /** On the trip to a stay of a vehicle. */
  static Shortfall onTrip(
      Scenario scenario, Vehicle vehicle, int stay, double missing, boolean isCongested) {
    Vehicle.Stay to = vehicle.stays().get(stay);
    double never = mostBeforeTrip(scenario, vehicle, stay);
    return of(vehicle, to, to.arrival(), to.usedKwh(), missing, never, isCongested);
  }

  /** On departure from a stay of a vehicle, or at the end of its last. */
  static Shortfall onDeparture(
      Scenario scenario,
      Vehicle vehicle,
      int stay,
      double wantedKwh,
      double missing,
      boolean isCongested) {
    Vehicle.Stay from = vehicle.stays().get(stay);
    double most = mostOnDeparture(scenario, vehicle, stay);
    return of(vehicle, from, from.departure(), wantedKwh, missing, most, isCongested);
  }

  private static Shortfall of(
      Vehicle vehicle,
      Vehicle.Stay stay,
      int period,
      double wantedKwh,
      double missing,
      double mostKwh,
      boolean isCongested) {
    double never = Math.max(0, wantedKwh - mostKwh);
    return new Shortfall(
        vehicle.id(),
        stay.station(),
        period,
        wantedKwh,
        missing,
        Math.min(missing, never),
        never < LEAST_KWH,
        isCongested);
  }

  private static double mostBeforeTrip(Scenario scenario, Vehicle vehicle, int stay) {
    return stay == 0 ? vehicle.startEnergyKwh() : mostOnDeparture(scenario, vehicle, stay - 1);
  }

  /** At full power in all periods of all stays until then. */
  private static double mostOnDeparture(Scenario scenario, Vehicle vehicle, int stay) {
    Vehicle.Stay from = vehicle.stays().get(stay);
    double arrival = Math.max(0, mostBeforeTrip(scenario, vehicle, stay) - from.usedKwh());
    double hours = scenario.horizon().hours(from.arrival(), from.departure());
    double gained = hours * from.charger().chargeEfficiency() * from.charger().charge().maxKw();
    return Math.min(vehicle.batteryKwh(), arrival + gained);
  }

  /** What the stay could have had at full power. Unit: kWh. */
  double avoidableKwh() {
    return missingKwh - outOfReachKwh;
  }

  /** Why, in a few words. */
  String why() {
    if (avoidableKwh() < LEAST_KWH) {
      return reachesAtFullPower
          ? "out of reach with its least power"
          : "out of reach at full power";
    }
    String rest = isCongested ? "congestion" : "no limit binds";
    return outOfReachKwh < LEAST_KWH ? rest : rest + " + out of reach";
  }
}
