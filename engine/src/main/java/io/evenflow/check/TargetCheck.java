package io.evenflow.check;

import io.evenflow.fleet.Session;
import io.evenflow.fleet.SessionDetails;
import io.evenflow.fleet.Vehicle;
import io.evenflow.scenario.Scenario;
import io.evenflow.time.Horizon;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds, before anything is solved, the sessions and vehicles whose own limits keep them from what
 * they want: a warning where a shortfall has a price, the reason for infeasibility where the target
 * is hard.
 */
public final class TargetCheck {
  private final Horizon horizon;
  private final List<UnreachableTarget> unreachable = new ArrayList<>();

  private TargetCheck(Scenario scenario) {
    this.horizon = scenario.horizon();
  }

  /** Those that cannot reach their targets: sessions, then vehicles, in the scenario's order. */
  public static List<UnreachableTarget> unreachable(Scenario scenario) {
    TargetCheck check = new TargetCheck(scenario);
    scenario.sessions().forEach(check::session);
    scenario.vehicles().forEach(check::vehicle);
    return List.copyOf(check.unreachable);
  }

  private void session(Session session) {
    double[] most = new ReachableEnergy(Storage.of(session), horizon).mostKwh();
    for (SessionDetails.Target target : session.details().targets()) {
      double reached = most[target.period() - session.arrival()];
      String when = " at the start of period " + target.period();
      add(session, "targets: energyKwh", when, target.energyKwh(), reached, byThen(reached));
    }
    double reached = most[session.periods()];
    String reason = reason(session, reached);
    add(session, "targetEnergyKwh", "", session.targetEnergyKwh(), reached, reason);
    double must = session.details().minDepartureEnergyKwh();
    String what =
        "session '%s': minDepartureEnergyKwh %s".formatted(session.id(), Violations.text(must));
    add(session.id(), true, what, must - reached, reason, "it is a minimum");
  }

  private void add(
      Session session, String field, String when, double wantedKwh, double mostKwh, String reason) {
    String what =
        "session '%s': %s %s%s".formatted(session.id(), field, Violations.text(wantedKwh), when);
    add(session.id(), session.hasHardTarget(), what, wantedKwh - mostKwh, reason);
  }

  private static String byThen(double mostKwh) {
    return Violations.text(mostKwh) + " kWh can be reached by then";
  }

  /** At full power from the start on, whatever else it needs: an upper bound. */
  private void vehicle(Vehicle vehicle) {
    double energy = vehicle.startEnergyKwh();
    for (int i = 0; i < vehicle.stays().size(); i++) {
      Vehicle.Stay stay = vehicle.stays().get(i);
      add(vehicle, "stays[" + i + "].usedKwh", stay.usedKwh(), energy);
      double hours = horizon.hours(stay.arrival(), stay.departure());
      double gain = hours * stay.charger().chargeEfficiency() * stay.charger().charge().maxKw();
      energy = Math.min(vehicle.batteryKwh(), Math.max(0, energy - stay.usedKwh()) + gain);
      add(vehicle, "stays[" + i + "].departEnergyKwh", stay.departEnergyKwh(), energy);
    }
    add(vehicle, "endEnergyKwh", vehicle.endEnergyKwh(), energy);
  }

  private void add(Vehicle vehicle, String field, double wantedKwh, double mostKwh) {
    String what = "vehicle '%s': %s %s".formatted(vehicle.id(), field, Violations.text(wantedKwh));
    add(vehicle.id(), vehicle.hasHardTargets(), what, wantedKwh - mostKwh, byThen(mostKwh));
  }

  private void add(String id, boolean isHard, String what, double missingKwh, String reason) {
    add(id, isHard, what, missingKwh, reason, "the target is hard (shortfallCostPerKwh null)");
  }

  private void add(
      String id, boolean isHard, String what, double missingKwh, String reason, String why) {
    if (missingKwh > Tolerances.ENERGY_KWH) {
      String consequence = isHard ? "; " + why + ", so no schedule exists" : "";
      String sentence =
          "%s cannot be reached, %s kWh are missing at best: %s%s"
              .formatted(what, Violations.text(missingKwh), reason, consequence);
      unreachable.add(new UnreachableTarget(id, isHard, missingKwh, sentence));
    }
  }

  private String reason(Session session, double most) {
    if (!session.details().powerStepsKw().isEmpty()) {
      return byThen(most);
    }
    double atFullPower = session.reachableEnergyKwh(horizon);
    if (atFullPower - most > Tolerances.ENERGY_KWH) {
      return "charging at its least power of %s kW over whole periods ends at most at %s kWh"
          .formatted(Violations.text(session.charger().charge().minKw()), Violations.text(most));
    }
    return "%s kWh on arrival and %s at %s kW and efficiency %s give %s kWh"
        .formatted(
            Violations.text(session.arrivalEnergyKwh()),
            stay(session),
            Violations.text(session.charger().charge().maxKw()),
            Violations.text(session.charger().chargeEfficiency()),
            Violations.text(most));
  }

  /** How long it stays; the first period may be shorter than the others. */
  private String stay(Session session) {
    double hours = horizon.hours(session.arrival(), session.departure());
    int periods = session.periods();
    String count = periods == 1 ? "1 period" : periods + " periods";
    return hours == periods * horizon.stepHours()
        ? count + " of " + Violations.text(horizon.stepHours()) + " h"
        : count + " of " + Violations.text(hours) + " h together";
  }
}
