package io.evenflow.decomposition;

import io.evenflow.fleet.Session;
import io.evenflow.scenario.Scenario;

/** Puts a price on what a session's powers leave missing on departure. */
final class Shortfalls {
  private Shortfalls() {}

  /** A schedule of powers by period of the stay, in kW. */
  static Schedule priced(Scenario scenario, int s, double[] chargeKw, double[] dischargeKw) {
    Session session = scenario.sessions().get(s);
    double energy = session.arrivalEnergyKwh();
    for (int k = 0; k < chargeKw.length; k++) {
      energy =
          session.energyAfter(energy, chargeKw[k], dischargeKw[k], scenario.horizon().stepHours());
    }
    Double perKwh = session.shortfallCostPerKwh();
    double missing = Math.max(0, session.targetEnergyKwh() - energy);
    return new Schedule(chargeKw, dischargeKw, perKwh == null ? 0 : perKwh * missing);
  }
}
