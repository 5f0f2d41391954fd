package io.evenflow.scenario;

import io.evenflow.fleet.Session;

/**
 * The decided powers. Vehicles' powers are the decision; generators' powers and the substation's
 * voltage are what the optimiser believes the grid does with them.
 *
 * @param chargeKw by session and period of the horizon, 0 while absent. Unit: kW, grid side
 * @param dischargeKw by session and period of the horizon, 0 while absent. Unit: kW, grid side
 * @param generatorKw active powers by in-service generator (file order) and period. Unit: kW
 * @param generatorKvar reactive powers likewise. Unit: kvar
 * @param substationVoltagePu voltage of the substation by period. Unit: p.u.
 */
public record Dispatch(
    double[][] chargeKw,
    double[][] dischargeKw,
    double[][] generatorKw,
    double[][] generatorKvar,
    double[] substationVoltagePu) {

  /** Energy of a session at the start of each period of its stay and at its end. Unit: kWh. */
  public double[] energyKwh(int index, Session session, double stepHours) {
    double[] energy = new double[session.periods() + 1];
    energy[0] = session.arrivalEnergyKwh();
    for (int k = 0; k < session.periods(); k++) {
      int period = session.arrival() + k;
      energy[k + 1] =
          session.energyAfter(
              energy[k], chargeKw[index][period], dischargeKw[index][period], stepHours);
    }
    return energy;
  }

  /** Energy missing on departure, 0 or more. Unit: kWh. */
  public double shortfallKwh(int index, Session session, double stepHours) {
    double[] energy = energyKwh(index, session, stepHours);
    return Math.max(0, session.targetEnergyKwh() - energy[energy.length - 1]);
  }
}
