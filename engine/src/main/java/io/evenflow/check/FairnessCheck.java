package io.evenflow.check;

import io.evenflow.fleet.Session;
import io.evenflow.fleet.SessionDetails;
import io.evenflow.scenario.Dispatch;
import io.evenflow.scenario.Fairness;
import io.evenflow.scenario.Scenario;
import org.jspecify.annotations.Nullable;

/**
 * Holds the share that a result says all sessions have against their energies. Those whose reach is
 * known by a bound alone, with steps of power, runs or a charging curve, are not looked at.
 */
final class FairnessCheck {
  private FairnessCheck() {}

  static void check(
      Scenario scenario, Dispatch dispatch, @Nullable Fairness claimed, Violations untrue) {
    if (claimed == null) {
      return;
    }
    if (claimed.shareBound() < claimed.share()) {
      untrue.add(
          "fairness.shareBound: claims that no schedule gives more than %s to all, share is %s"
              .formatted(Violations.text(claimed.shareBound()), Violations.text(claimed.share())));
    }
    for (int s = 0; s < scenario.sessions().size(); s++) {
      Session session = scenario.sessions().get(s);
      if (hasKnownReach(session.details())) {
        double[] most = new ReachableEnergy(Storage.of(session), scenario.horizon()).mostKwh();
        double to = Math.min(session.targetEnergyKwh(), most[session.periods()]);
        double from = Math.min(session.arrivalEnergyKwh(), to);
        double[] energy = dispatch.energyKwh(s, session, scenario.horizon());
        double least = from + claimed.share() * (to - from);
        double leaves = energy[energy.length - 1];
        if (!(leaves >= least - Tolerances.ENERGY_KWH)) {
          untrue.add(
              "fairness.share: claims %s for all, session '%s' leaves with %s kWh and that is %s"
                  .formatted(
                      Violations.text(claimed.share()),
                      session.id(),
                      Violations.text(leaves),
                      Violations.text(least)));
        }
      }
    }
  }

  private static boolean hasKnownReach(SessionDetails details) {
    return details.powerStepsKw().isEmpty()
        && details.minimumRunPeriods() == 1
        && details.chargingCurve() == null;
  }
}
