package io.evenflow.method;

import io.evenflow.fleet.Solar;
import io.evenflow.scenario.Dispatch.Assets;
import io.evenflow.scenario.Scenario;

/** PV that feeds in all it can, with the reactive power that goes with it; all else is idle. */
final class Sunshine {
  private Sunshine() {}

  static Assets all(Scenario scenario) {
    Assets assets = Assets.idle(scenario);
    for (int i = 0; i < scenario.solar().size(); i++) {
      Solar plant = scenario.solar().get(i);
      for (int t = 0; t < scenario.periods(); t++) {
        double kw = plant.mostKw(t);
        assets.solarKw()[i][t] = kw;
        assets.solarKvar()[i][t] = 0 - plant.drawnKvarPerKw() * kw; // never −0
      }
    }
    return assets;
  }
}
