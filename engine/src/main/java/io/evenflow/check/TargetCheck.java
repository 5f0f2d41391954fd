package io.evenflow.check;

import io.evenflow.fleet.Session;
import io.evenflow.scenario.Scenario;
import io.evenflow.time.Horizon;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds, before anything is solved, the sessions whose own limits keep them from their target: a
 * warning where a shortfall has a price, the reason for infeasibility where the target is hard.
 */
public final class TargetCheck {
  private TargetCheck() {}

  /** The sessions that cannot reach their targets, in the scenario's order. */
  public static List<UnreachableTarget> unreachable(Scenario scenario) {
    Horizon horizon = scenario.horizon();
    List<UnreachableTarget> unreachable = new ArrayList<>();
    for (Session session : scenario.sessions()) {
      double most = new ReachableEnergy(Storage.of(session), horizon).mostAtEndKwh();
      double missing = session.targetEnergyKwh() - most;
      if (missing > Tolerances.ENERGY_KWH) {
        String sentence = sentence(session, most, missing, horizon);
        unreachable.add(new UnreachableTarget(session, missing, sentence));
      }
    }
    return List.copyOf(unreachable);
  }

  private static String sentence(Session session, double most, double missing, Horizon horizon) {
    String consequence =
        session.hasHardTarget()
            ? "; the target is hard (shortfallCostPerKwh null), so no schedule exists"
            : "";
    return "session '%s': targetEnergyKwh %s cannot be reached, %s kWh are missing at best: %s%s"
        .formatted(
            session.id(),
            Violations.text(session.targetEnergyKwh()),
            Violations.text(missing),
            reason(session, most, horizon),
            consequence);
  }

  private static String reason(Session session, double most, Horizon horizon) {
    double atFullPower = session.reachableEnergyKwh(horizon);
    if (atFullPower - most > Tolerances.ENERGY_KWH) {
      return "charging at its least power of %s kW over whole periods ends at most at %s kWh"
          .formatted(Violations.text(session.charger().charge().minKw()), Violations.text(most));
    }
    return "%s kWh on arrival and %s of %s h at %s kW and efficiency %s give %s kWh"
        .formatted(
            Violations.text(session.arrivalEnergyKwh()),
            session.periods() == 1 ? "1 period" : session.periods() + " periods",
            Violations.text(horizon.stepHours()),
            Violations.text(session.charger().charge().maxKw()),
            Violations.text(session.charger().chargeEfficiency()),
            Violations.text(most));
  }
}
