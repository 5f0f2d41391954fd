package io.evenflow.check;

import io.evenflow.grid.Feeder;
import io.evenflow.market.Tariff;
import io.evenflow.scenario.Dispatch;
import io.evenflow.scenario.Scenario;

/** Generation of one period as the schedule claims it and as the power flow needs it. */
final class Generation {
  private final Scenario scenario;
  private final Dispatch dispatch;
  private final int period;

  Generation(Scenario scenario, Dispatch dispatch, int period) {
    this.scenario = scenario;
    this.dispatch = dispatch;
    this.period = period;
  }

  /** Import the schedule claims. Unit: kW. */
  double claimedImportKw() {
    return atSubstation(dispatch.generatorKw());
  }

  /** Reactive import the schedule claims. Unit: kvar. */
  double claimedImportKvar() {
    return atSubstation(dispatch.generatorKvar());
  }

  private double atSubstation(double[][] powers) {
    double sum = 0;
    for (int g = 0; g < feeder().generators().size(); g++) {
      if (feeder().generatorBus(g) == 0) {
        sum += powers[g][period];
      }
    }
    return sum;
  }

  /**
   * Cost without emissions, $/h, where the substation gives what the power flow needs; of several
   * generators there the first makes up the difference to the claim.
   */
  double costPerHourWithImport(double importKw) {
    return costPerHour(importKw - claimedImportKw());
  }

  private double costPerHour(double moreKw) {
    double perHour = 0;
    double left = moreKw;
    for (int g = 0; g < feeder().generators().size(); g++) {
      double powerKw = dispatch.generatorKw()[g][period];
      if (feeder().generatorBus(g) == 0) {
        powerKw += left;
        left = 0;
      }
      perHour += costPerHour(g, powerKw);
    }
    return perHour;
  }

  /** At the substation a tariff or another price may stand in place of the case's cost. */
  private double costPerHour(int g, double powerKw) {
    if (feeder().generatorBus(g) == 0) {
      Tariff tariff = scenario.substation().tariff();
      double[] perMwh = scenario.substationCostPerMwh();
      if (tariff != null) {
        return tariff.cost(period, powerKw);
      }
      if (perMwh != null) {
        return perMwh[period] * powerKw / 1000;
      }
    }
    return feeder().generators().get(g).cost().perHour(powerKw / 1000);
  }

  private Feeder feeder() {
    return scenario.feeder();
  }
}
