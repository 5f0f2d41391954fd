package io.evenflow.method;

import io.evenflow.coordination.Coordinator;
import io.evenflow.coordination.Plan;
import io.evenflow.coordination.Terms;
import io.evenflow.fleet.Session;
import io.evenflow.fleet.Vehicle;
import io.evenflow.scenario.Equipment;
import io.evenflow.scenario.Scenario;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The schedule to run where none keeps all limits: it misses them, and hard targets that nobody can
 * reach, by as little as is found in time, and costs little among those. That none misses less is
 * not proven.
 */
final class BestEffort {
  private static final double GAP = 1e-3;

  /** Missing a limit costs this many times what keeping one could be worth at most. */
  private static final double DEARER = 10;

  private BestEffort() {}

  /** Null where there is none in time. */
  static @Nullable ScheduledDispatch of(Scenario scenario, double seconds, BooleanSupplier stop) {
    double dear = DEARER * MissCost.most(scenario);
    double perKwh = dear / scenario.horizon().stepHours();
    List<Session> soft = scenario.sessions().stream().map(s -> soft(s, perKwh)).toList();
    List<Vehicle> softVehicles =
        scenario.vehicles().stream()
            .map(v -> v.hasHardTargets() ? v.withShortfallCost(perKwh) : v)
            .toList();
    Equipment equipment = scenario.equipment().withVehicles(softVehicles);
    DayProblem day = DayProblem.of(scenario.withSessions(soft).withEquipment(equipment));
    Terms terms = new Terms(GAP, seconds, dear, dear, null);
    Coordinator coordinator =
        new Coordinator(
            day.problemOfMisses(), terms, stop, (stage, round, cost, bound, resources) -> {});
    coordinator.run();
    Plan plan = coordinator.plan();
    return plan == null ? null : day.dispatch(plan);
  }

  private static Session soft(Session session, double perKwh) {
    boolean isHard = session.details().minDepartureEnergyKwh() > 0 || session.hasHardTarget();
    return isHard
        ? session.withDetails(session.details().withMinDepartureEnergy(0)).withShortfallCost(perKwh)
        : session;
  }
}
