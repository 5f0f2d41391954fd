package io.evenflow.method;

import io.evenflow.fleet.Storage;
import io.evenflow.resource.PowerCleaning;
import io.evenflow.scenario.Dispatch;
import io.evenflow.scenario.Scenario;
import io.evenflow.scenario.Storages;

/** Rids the powers of all that stores energy in a schedule of a solver's tolerance. */
final class CleanPowers {
  private CleanPowers() {}

  /** Works on the dispatch in place. */
  static void in(Scenario scenario, Dispatch dispatch) {
    Storages storages = Storages.of(scenario);
    for (int i = 0; i < storages.size(); i++) {
      Storage storage = storages.get(i);
      double[] charge = storages.chargeKw(dispatch, i);
      double[] discharge = storages.dischargeKw(dispatch, i);
      for (int k = 0; k < storage.steps().size(); k++) {
        int t = storage.steps().get(k).period();
        charge[t] = PowerCleaning.chargeKw(storage, k, charge[t]);
        discharge[t] = PowerCleaning.dischargeKw(storage, k, discharge[t]);
      }
    }
  }
}
