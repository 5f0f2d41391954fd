package io.evenflow.formulation;

import io.evenflow.fleet.Charger;
import io.evenflow.fleet.Solar;
import io.evenflow.fleet.Vehicle;
import io.evenflow.scenario.Scenario;

/**
 * The size σⱼ of the flow to expect in branch j. Variables are P/σ, Q/σ and l/σ², so that the cone
 * P² + Q² ≤ v·l keeps its form with all its parts near 1: 10 kW on 10 MVA is 0.001 p.u. and its
 * current squared 1e-6, the size of common feasibility tolerances. Unit: p.u.
 */
final class FlowScale {
  private static final double LEAST = 1e-4;

  /** A charger counts where it is far larger than all load behind the branch. */
  private static final double PART_OF_CHARGER = 0.1;

  private final Scenario scenario;

  /** By bus. Unit: MW. */
  private final double[] greatestCharger;

  private FlowScale(Scenario scenario) {
    this.scenario = scenario;
    greatestCharger = new double[scenario.feeder().busCount()];
    for (int s = 0; s < scenario.sessions().size(); s++) {
      add(scenario.busOf(scenario.stationOf(s)), scenario.sessions().get(s).charger());
    }
    for (Vehicle vehicle : scenario.vehicles()) {
      for (Vehicle.Stay stay : vehicle.stays()) {
        add(scenario.busOf(scenario.stationIndex(stay.station())), stay.charger());
      }
    }
    scenario.batteries().forEach(b -> add(scenario.busIndexOf(b.location()), b.charger()));
  }

  private void add(int bus, Charger charger) {
    double out = charger.discharge() == null ? 0 : charger.discharge().maxKw();
    double most = Math.max(out, charger.charge().maxKw()) / 1000;
    greatestCharger[bus] = Math.max(greatestCharger[bus], most);
  }

  static double[] of(Scenario scenario, PerUnit perUnit) {
    return new FlowScale(scenario).scale(perUnit);
  }

  private double[] scale(PerUnit perUnit) {
    int n = scenario.feeder().busCount();
    double[] active = new double[n];
    double[] reactive = new double[n];
    for (int j = 0; j < n; j++) {
      for (int t = 0; t < scenario.periods(); t++) {
        active[j] = Math.max(active[j], Math.abs(scenario.activeLoadMw(j, t)));
        reactive[j] = Math.max(reactive[j], Math.abs(scenario.reactiveLoadMvar(j, t)));
      }
      active[j] += sunMw(j);
      reactive[j] += Math.abs(perUnit.shuntSusceptance[j]) * perUnit.baseMva;
    }
    double[] scale = new double[n];
    for (int j = n - 1; j >= 0; j--) {
      double load = Math.hypot(active[j], reactive[j]);
      double size = Math.max(load, PART_OF_CHARGER * greatestCharger[j]);
      scale[j] = Math.max(LEAST, size / perUnit.baseMva);
      int parent = scenario.feeder().parent(j);
      if (parent >= 0) {
        active[parent] += active[j];
        reactive[parent] += reactive[j];
        greatestCharger[parent] = Math.max(greatestCharger[parent], greatestCharger[j]);
      }
    }
    return scale;
  }

  /** The most that PV at a bus feeds in. */
  private double sunMw(int bus) {
    double sum = 0;
    for (Solar plant : scenario.solar()) {
      if (scenario.busIndexOf(plant.location()) == bus) {
        sum += plant.availableKw().greatest() / 1000;
      }
    }
    return sum;
  }
}
