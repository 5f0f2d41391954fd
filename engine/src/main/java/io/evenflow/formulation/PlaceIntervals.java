package io.evenflow.formulation;

import io.evenflow.fleet.Charger;
import io.evenflow.fleet.Solar;
import io.evenflow.fleet.Storage;
import io.evenflow.scenario.Scenario;
import io.evenflow.scenario.Storages;
import java.util.Arrays;

/** What chargers and PV can draw or feed in at all, whatever anybody decides. */
final class PlaceIntervals {
  private final Scenario scenario;

  /** By period and place. Unit: kW. */
  private final Interval[][] kw;

  PlaceIntervals(Scenario scenario) {
    this.scenario = scenario;
    kw = new Interval[scenario.periods()][scenario.places().size()];
    for (Interval[] places : kw) {
      Arrays.fill(places, Interval.ZERO);
    }
    addStorages();
    scenario.solar().stream().filter(Solar::curtailable).forEach(this::addSun);
  }

  private void addStorages() {
    Storages storages = Storages.of(scenario);
    for (int i = 0; i < storages.size(); i++) {
      for (int k = 0; k < storages.get(i).steps().size(); k++) {
        Storage.Step step = storages.get(i).steps().get(k);
        add(step.period(), storages.place(i, k), powers(step.charger()));
      }
    }
  }

  private static Interval powers(Charger charger) {
    double least = charger.discharge() == null ? 0 : -charger.discharge().maxKw();
    return new Interval(least, charger.charge().maxKw());
  }

  private void addSun(Solar plant) {
    for (int t = 0; t < scenario.periods(); t++) {
      add(t, scenario.places().of(plant.location()), new Interval(-plant.mostKw(t), 0));
    }
  }

  private void add(int period, int place, Interval powers) {
    kw[period][place] = kw[period][place].plus(powers);
  }

  /** Net power drawn by place. Unit: kW. */
  Interval[] kw(int period) {
    return kw[period];
  }

  /** Reactive power that PV feeds in beyond what is given, by plant. Unit: kvar. */
  Interval[] kvar(int period) {
    return scenario.solar().stream().map(plant -> kvar(plant, period)).toArray(Interval[]::new);
  }

  private static Interval kvar(Solar plant, int period) {
    Double rating = plant.ratingKva();
    double most = plant.curtailable() ? Math.abs(plant.drawnKvarPerKw()) * plant.mostKw(period) : 0;
    if (plant.reactive() == Solar.Reactive.FREE && rating != null) {
      most = rating;
    }
    return new Interval(-most, most);
  }
}
