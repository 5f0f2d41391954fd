package io.evenflow.formulation;

import io.evenflow.fleet.Solar;
import io.evenflow.scenario.Scenario;

/**
 * The size σⱼ of the flow to expect in branch j. Variables are P/σ, Q/σ and l/σ², so that the cone
 * P² + Q² ≤ v·l keeps its form with all its parts near 1: 10 kW on 10 MVA is 0.001 p.u. and its
 * current squared 1e-6, the size of common feasibility tolerances. Unit: p.u.
 */
final class FlowScale {
  private static final double LEAST = 1e-4;

  private FlowScale() {}

  static double[] of(Scenario scenario, PerUnit perUnit) {
    int n = scenario.feeder().busCount();
    double[] active = new double[n];
    double[] reactive = new double[n];
    for (int j = 0; j < n; j++) {
      for (int t = 0; t < scenario.periods(); t++) {
        active[j] = Math.max(active[j], Math.abs(scenario.activeLoadMw(j, t)));
        reactive[j] = Math.max(reactive[j], Math.abs(scenario.reactiveLoadMvar(j, t)));
      }
      active[j] += sunMw(scenario, j);
      reactive[j] += Math.abs(perUnit.shuntSusceptance[j]) * perUnit.baseMva;
    }
    double[] scale = new double[n];
    for (int j = n - 1; j >= 0; j--) {
      scale[j] = Math.max(LEAST, Math.hypot(active[j], reactive[j]) / perUnit.baseMva);
      int parent = scenario.feeder().parent(j);
      if (parent >= 0) {
        active[parent] += active[j];
        reactive[parent] += reactive[j];
      }
    }
    return scale;
  }

  /** The most that PV at a bus feeds in. */
  private static double sunMw(Scenario scenario, int bus) {
    double sum = 0;
    for (Solar plant : scenario.solar()) {
      if (scenario.busIndexOf(plant.location()) == bus) {
        sum += plant.availableKw().greatest() / 1000;
      }
    }
    return sum;
  }
}
