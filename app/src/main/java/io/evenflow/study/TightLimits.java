package io.evenflow.study;

import io.evenflow.grid.BranchRating;
import io.evenflow.grid.Feeder;
import io.evenflow.method.Settings;
import io.evenflow.method.Uncontrolled;
import io.evenflow.method.Watcher;
import io.evenflow.scenario.Dispatch;
import io.evenflow.scenario.Limits;
import io.evenflow.scenario.Result;
import io.evenflow.scenario.Scenario;
import io.evenflow.scenario.Verification;
import io.evenflow.scenario.Verification.PeriodFlow;
import java.util.List;
import java.util.Objects;

/**
 * Limits that bind: the load without vehicles keeps them, vehicles that all want the cheap hours do
 * not. Both lie a little beyond the worst that the load alone brings about, so every such day has a
 * schedule; what cannot be charged is a priced shortfall.
 */
public final class TightLimits {
  /** Room left to vehicles at the hour that is worst without them, per unit of their mean power. */
  private static final double ROOM = 0.25;

  /** Least room of the voltage: solvers' tolerances must not make the empty day infeasible. */
  private static final double VOLTAGE_ROOM_PU = 2e-4;

  private TightLimits() {}

  /** Limits for a day that has the case's own. */
  public static Limits of(Scenario free) {
    Result empty =
        new Uncontrolled()
            .coordinate(free.withSessions(List.of()), Settings.defaults(), Watcher.NONE);
    Verification check = Objects.requireNonNull(empty.verification());
    double lowest =
        check.periods().stream().mapToDouble(PeriodFlow::minVoltagePu).min().orElseThrow();
    Feeder feeder = free.feeder();
    int head = feeder.children(0)[0];
    double peakMva = peakMva(Objects.requireNonNull(empty.dispatch())) + ROOM * meanMw(free);
    return new Limits(
        Draws.rounded(lowest - VOLTAGE_ROOM_PU, 5),
        null,
        null,
        List.of(
            new BranchRating(
                feeder.branch(head).from(), feeder.branch(head).to(), Draws.rounded(peakMva, 3))));
  }

  /** Greatest apparent power of the first generator, the substation's. Unit: MVA. */
  private static double peakMva(Dispatch dispatch) {
    double peak = 0;
    for (int t = 0; t < dispatch.generatorKw()[0].length; t++) {
      double kva = Math.hypot(dispatch.generatorKw()[0][t], dispatch.generatorKvar()[0][t]);
      peak = Math.max(peak, kva / 1000);
    }
    return peak;
  }

  /** Mean power of the fleet at the meter. Unit: MW. */
  private static double meanMw(Scenario scenario) {
    double kwh =
        scenario.sessions().stream()
            .mapToDouble(
                session ->
                    (session.targetEnergyKwh() - session.arrivalEnergyKwh())
                        / session.charger().chargeEfficiency())
            .sum();
    return kwh / (scenario.periods() * scenario.horizon().stepHours()) / 1000;
  }
}
