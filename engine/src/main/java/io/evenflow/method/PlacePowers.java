package io.evenflow.method;

import io.evenflow.fleet.Storage;
import io.evenflow.scenario.Dispatch;
import io.evenflow.scenario.Scenario;
import io.evenflow.scenario.Storages;

/** What a schedule draws at places. */
final class PlacePowers {
  private PlacePowers() {}

  /** Net power by place and period; what nobody decides is no part of it. Unit: kW. */
  static double[][] kw(Scenario scenario, Dispatch dispatch) {
    double[][] kw = new double[scenario.places().size()][scenario.periods()];
    Storages storages = Storages.of(scenario);
    for (int i = 0; i < storages.size(); i++) {
      double[] charge = storages.chargeKw(dispatch, i);
      double[] discharge = storages.dischargeKw(dispatch, i);
      Storage storage = storages.get(i);
      for (int k = 0; k < storage.steps().size(); k++) {
        int t = storage.steps().get(k).period();
        kw[storages.place(i, k)][t] += charge[t] - discharge[t];
      }
    }
    addSun(scenario, dispatch, kw);
    return kw;
  }

  private static void addSun(Scenario scenario, Dispatch dispatch, double[][] kw) {
    for (int i = 0; i < scenario.solar().size(); i++) {
      if (scenario.solar().get(i).curtailable()) {
        int place = scenario.places().of(scenario.solar().get(i).location());
        for (int t = 0; t < scenario.periods(); t++) {
          kw[place][t] -= dispatch.assets().solarKw()[i][t];
        }
      }
    }
  }
}
