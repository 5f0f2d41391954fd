package io.evenflow.check;

import io.evenflow.fleet.Connection;
import io.evenflow.fleet.Group;
import io.evenflow.fleet.Solar;
import io.evenflow.grid.Branch;
import io.evenflow.grid.Bus;
import io.evenflow.grid.Feeder;
import io.evenflow.grid.Generator;
import io.evenflow.scenario.Scenario;

/**
 * Whether grid and connections hold at the powers of one period, by the same AC power flow as the
 * check: for whoever tries many powers and needs no sentences. No limit may be exceeded by
 * anything, where the check lets tolerances pass.
 *
 * <p>Generators along the feeder stand at the powers of the case file, the substation at the
 * voltage its generator holds there, PV that may be curtailed gives all it can. Not for use by
 * several threads at once.
 */
public final class PeriodGrid {
  private final Scenario scenario;
  private final Feeder feeder;
  private final PowerFlow flow;
  private final double[] activeMw;
  private final double[] reactiveMvar;

  public PeriodGrid(Scenario scenario) {
    this.scenario = scenario;
    feeder = scenario.feeder();
    flow = new PowerFlow(feeder);
    activeMw = new double[feeder.busCount()];
    reactiveMvar = new double[feeder.busCount()];
  }

  /**
   * Whether every limit of grid, stations and groups holds.
   *
   * @param movingKw by station, what sessions draw less what they feed in. Unit: kW
   */
  public boolean holds(int period, double[] movingKw) {
    return holds(period, movingKw, 0);
  }

  /** The same with the tolerances of the check: for powers that have passed it. */
  public boolean passes(int period, double[] movingKw) {
    return holds(period, movingKw, 1);
  }

  /**
   * @param slack part of the tolerances
   */
  private boolean holds(int period, double[] movingKw, double slack) {
    if (!connectionsHold(period, movingKw, slack * Tolerances.CONNECTION_KW)) {
      return false;
    }
    load(period, movingKw);
    return flow.solve(substationVoltagePu(feeder), activeMw, reactiveMvar)
            == PowerFlowStatus.CONVERGED
        && voltagesHold(slack * Tolerances.VOLTAGE_PU)
        && ratingsHold(1 + slack * Tolerances.RATING_RELATIVE)
        && substationHolds(period, slack * Tolerances.GENERATION_KW / 1000);
  }

  private boolean connectionsHold(int period, double[] movingKw, double slackKw) {
    for (int k = 0; k < movingKw.length; k++) {
      Connection connection = scenario.stations().get(k).site().connection();
      double netKw = scenario.fixedStationKw(k, period) + movingKw[k];
      if (!isWithin(connection, period, netKw, slackKw)) {
        return false;
      }
    }
    for (Group group : scenario.groups()) {
      double netKw = 0;
      for (String station : group.stations()) {
        int k = scenario.stationIndex(station);
        netKw += scenario.fixedStationKw(k, period) + movingKw[k];
      }
      if (!isWithin(group.connection(), period, netKw, slackKw)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isWithin(Connection connection, int period, double netKw, double slackKw) {
    return netKw >= connection.leastKw(period) - slackKw
        && netKw <= connection.mostKw(period) + slackKw;
  }

  private void load(int period, double[] movingKw) {
    for (int i = 0; i < activeMw.length; i++) {
      activeMw[i] = scenario.fixedActiveMw(i, period);
      reactiveMvar[i] = scenario.fixedReactiveMvar(i, period);
    }
    for (int k = 0; k < movingKw.length; k++) {
      activeMw[scenario.busOf(k)] += movingKw[k] / 1000;
    }
    for (Solar plant : scenario.solar()) {
      if (plant.curtailable()) {
        int bus = scenario.busIndexOf(plant.location());
        activeMw[bus] -= plant.mostKw(period) / 1000;
        reactiveMvar[bus] += plant.drawnKvarPerKw() * plant.mostKw(period) / 1000;
      }
    }
    for (int g = 0; g < feeder.generators().size(); g++) {
      int bus = feeder.generatorBus(g);
      if (bus != 0) {
        activeMw[bus] -= feeder.generators().get(g).activePowerMw();
        reactiveMvar[bus] -= feeder.generators().get(g).reactivePowerMvar();
      }
    }
  }

  /** Voltage the case's generator at the substation holds, 1 where there is none, within limits. */
  public static double substationVoltagePu(Feeder feeder) {
    double setpoint = 1;
    for (int g = feeder.generators().size() - 1; g >= 0; g--) {
      if (feeder.generatorBus(g) == 0) {
        setpoint = feeder.generators().get(g).voltageSetpointPu();
      }
    }
    Bus substation = feeder.substation();
    return Math.clamp(setpoint, substation.voltageMinPu(), substation.voltageMaxPu());
  }

  private boolean voltagesHold(double slackPu) {
    for (int i = 0; i < feeder.busCount(); i++) {
      double voltage = flow.voltageMagnitudePu(i);
      for (Bus bus : feeder.fileBuses(i)) {
        // what is held at a bound is the bound but for rounding
        double rounding = i == 0 ? Tolerances.VOLTAGE_PU : slackPu;
        if (voltage < bus.voltageMinPu() - rounding || voltage > bus.voltageMaxPu() + rounding) {
          return false;
        }
      }
    }
    return true;
  }

  private boolean ratingsHold(double factor) {
    for (int j = 1; j < feeder.busCount(); j++) {
      Branch branch = feeder.branch(j);
      if (flow.apparentPowerMva(j) > branch.ratingMva() * factor) {
        return false;
      }
    }
    return true;
  }

  private boolean substationHolds(int period, double slackMw) {
    double minMw = 0;
    double maxMw = 0;
    double minMvar = 0;
    double maxMvar = 0;
    for (int g = 0; g < feeder.generators().size(); g++) {
      if (feeder.generatorBus(g) == 0) {
        Generator generator = feeder.generators().get(g);
        minMw += scenario.activeMinMw(g, period);
        maxMw += scenario.activeMaxMw(g, period);
        minMvar += generator.reactiveMinMvar();
        maxMvar += generator.reactiveMaxMvar();
      }
    }
    double mw = flow.substationActiveMw();
    double mvar = flow.substationReactiveMvar();
    return mw >= minMw - slackMw
        && mw <= maxMw + slackMw
        && mvar >= minMvar - slackMw
        && mvar <= maxMvar + slackMw;
  }
}
