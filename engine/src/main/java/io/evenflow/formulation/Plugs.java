package io.evenflow.formulation;

import io.evenflow.mip.AffineBuilder;
import io.evenflow.mip.MixedIntegerProgram;
import io.evenflow.scenario.Scenario;
import io.evenflow.scenario.Storages;

/** At a station of k plugs at most k sessions and vehicles draw or feed in at once. */
final class Plugs {
  private final Scenario scenario;
  private final Storages storages;
  private final StorageModel[] models;

  Plugs(Scenario scenario, Storages storages, StorageModel[] models) {
    this.scenario = scenario;
    this.storages = storages;
    this.models = models;
  }

  void addTo(MixedIntegerProgram.Builder program) {
    for (int station = 0; station < scenario.stations().size(); station++) {
      Integer plugs = scenario.stations().get(station).site().plugs();
      for (int t = 0; t < scenario.periods() && plugs != null; t++) {
        if (present(station, t) > plugs) {
          program.row(Double.NEGATIVE_INFINITY, inUse(station, t).build(), plugs);
        }
      }
    }
  }

  private int present(int station, int period) {
    int count = 0;
    for (int i = 0; i < models.length; i++) {
      count += step(i, station, period) >= 0 ? 1 : 0;
    }
    return count;
  }

  private AffineBuilder inUse(int station, int period) {
    AffineBuilder sum = new AffineBuilder();
    for (int i = 0; i < models.length; i++) {
      int k = step(i, station, period);
      if (k >= 0) {
        models[i].addInUse(sum, 1, k);
      }
    }
    return sum;
  }

  /** Step of a storage that needs a plug of a station in a period, −1 where there is none. */
  private int step(int i, int station, int period) {
    int place = scenario.places().ofStation(station);
    for (int k = 0; storages.needsPlug(i) && k < models[i].steps(); k++) {
      if (storages.get(i).steps().get(k).period() == period && storages.place(i, k) == place) {
        return k;
      }
    }
    return -1;
  }
}
