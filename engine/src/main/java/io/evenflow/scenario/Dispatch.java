package io.evenflow.scenario;

import io.evenflow.fleet.Session;
import io.evenflow.time.Horizon;

/**
 * The decided powers. Vehicles' powers are the decision; generators' powers and the substation's
 * voltage are what the optimiser believes the grid does with them.
 *
 * @param chargeKw by session and period of the horizon, 0 while absent. Unit: kW, grid side
 * @param dischargeKw by session and period of the horizon, 0 while absent. Unit: kW, grid side
 * @param generatorKw active powers by in-service generator (file order) and period. Unit: kW
 * @param generatorKvar reactive powers likewise. Unit: kvar
 * @param substationVoltagePu voltage of the substation by period. Unit: p.u.
 * @param assets powers of what else can move
 */
public record Dispatch(
    double[][] chargeKw,
    double[][] dischargeKw,
    double[][] generatorKw,
    double[][] generatorKvar,
    double[] substationVoltagePu,
    Assets assets) {

  /**
   * Powers of vehicles with several stays, batteries and PV, in the order of the scenario, by
   * period of the horizon. Unit: kW or kvar, grid side
   *
   * @param vehicleChargeKw 0 while on the road
   * @param vehicleDischargeKw 0 while on the road
   * @param batteryChargeKw drawn
   * @param batteryDischargeKw fed in
   * @param solarKw fed in
   * @param solarKvar fed in
   */
  public record Assets(
      double[][] vehicleChargeKw,
      double[][] vehicleDischargeKw,
      double[][] batteryChargeKw,
      double[][] batteryDischargeKw,
      double[][] solarKw,
      double[][] solarKvar) {
    /** Nothing, as in a scenario that has none of these. */
    public static final Assets NONE =
        new Assets(
            new double[0][],
            new double[0][],
            new double[0][],
            new double[0][],
            new double[0][],
            new double[0][]);

    /** All idle, PV that cannot be curtailed too. */
    public static Assets idle(Scenario scenario) {
      int periods = scenario.periods();
      int vehicles = scenario.vehicles().size();
      int batteries = scenario.batteries().size();
      int solar = scenario.solar().size();
      return new Assets(
          new double[vehicles][periods],
          new double[vehicles][periods],
          new double[batteries][periods],
          new double[batteries][periods],
          new double[solar][periods],
          new double[solar][periods]);
    }
  }

  /** The powers of a day that has sessions and generators alone. */
  public Dispatch(
      double[][] chargeKw,
      double[][] dischargeKw,
      double[][] generatorKw,
      double[][] generatorKvar,
      double[] substationVoltagePu) {
    this(chargeKw, dischargeKw, generatorKw, generatorKvar, substationVoltagePu, Assets.NONE);
  }

  /** Energy of a session at the start of each period of its stay and at its end. Unit: kWh. */
  public double[] energyKwh(int index, Session session, Horizon horizon) {
    double[] energy = new double[session.periods() + 1];
    energy[0] = session.arrivalEnergyKwh();
    for (int k = 0; k < session.periods(); k++) {
      int period = session.arrival() + k;
      energy[k + 1] =
          session.energyAfter(
              energy[k],
              chargeKw[index][period],
              dischargeKw[index][period],
              horizon.hours(period));
    }
    return energy;
  }

  /** Energy missing on departure, 0 or more. Unit: kWh. */
  public double shortfallKwh(int index, Session session, Horizon horizon) {
    double[] energy = energyKwh(index, session, horizon);
    return Math.max(0, session.targetEnergyKwh() - energy[energy.length - 1]);
  }
}
