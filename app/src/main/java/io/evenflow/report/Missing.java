package io.evenflow.report;

import io.evenflow.fleet.Session;
import io.evenflow.fleet.SessionDetails;
import io.evenflow.scenario.Dispatch;
import io.evenflow.scenario.Scenario;
import io.evenflow.scenario.Tour;

/** Energy that is wanted and not there: on departures, at targets before, on trips. Unit: kWh. */
final class Missing {
  private Missing() {}

  static double ofSession(Scenario scenario, Dispatch dispatch, int index) {
    Session session = scenario.sessions().get(index);
    double[] energy = dispatch.energyKwh(index, session, scenario.horizon());
    double missing = dispatch.shortfallKwh(index, session, scenario.horizon());
    for (SessionDetails.Target target : session.details().targets()) {
      missing += atTarget(session, target, energy);
    }
    return missing;
  }

  /**
   * What is missing at a target before departure.
   *
   * @param energyKwh over the stay
   */
  static double atTarget(Session session, SessionDetails.Target target, double[] energyKwh) {
    return Math.max(0, target.energyKwh() - energyKwh[target.period() - session.arrival()]);
  }

  /** Of all sessions and vehicles together. */
  static double ofAll(Scenario scenario, Dispatch dispatch) {
    double missing = 0;
    for (int s = 0; s < scenario.sessions().size(); s++) {
      missing += ofSession(scenario, dispatch, s);
    }
    for (int v = 0; v < dispatch.assets().vehicleChargeKw().length; v++) {
      missing += Tour.of(scenario, dispatch, v).missingKwh();
    }
    return missing;
  }
}
