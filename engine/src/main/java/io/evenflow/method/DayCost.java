package io.evenflow.method;

import io.evenflow.fleet.Group;
import io.evenflow.fleet.Station;
import io.evenflow.fleet.Storage;
import io.evenflow.market.PeakCharge;
import io.evenflow.market.Tariff;
import io.evenflow.scenario.Cost;
import io.evenflow.scenario.Dispatch;
import io.evenflow.scenario.Scenario;
import io.evenflow.time.Horizon;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The parts of a schedule's cost, from its powers. */
final class DayCost {
  private final Scenario scenario;
  private final Dispatch dispatch;

  /** By station and period: what sessions and vehicles draw, and what the meter shows. */
  private final double[][] chargedKw;

  private final double[][] netKw;

  private DayCost(Scenario scenario, Dispatch dispatch) {
    this.scenario = scenario;
    this.dispatch = dispatch;
    int stations = scenario.stations().size();
    chargedKw = new double[stations][scenario.periods()];
    netKw = new double[stations][scenario.periods()];
    for (int t = 0; t < scenario.periods(); t++) {
      meter(t);
    }
  }

  static Cost of(Scenario scenario, Dispatch dispatch) {
    return new DayCost(scenario, dispatch).cost();
  }

  private void meter(int t) {
    for (int s = 0; s < scenario.sessions().size(); s++) {
      chargedKw[scenario.stationOf(s)][t] +=
          dispatch.chargeKw()[s][t] - dispatch.dischargeKw()[s][t];
    }
    Dispatch.Assets assets = dispatch.assets();
    for (int v = 0; v < scenario.vehicles().size(); v++) {
      for (var stay : scenario.vehicles().get(v).stays()) {
        if (stay.arrival() <= t && t < stay.departure()) {
          chargedKw[scenario.stationIndex(stay.station())][t] +=
              assets.vehicleChargeKw()[v][t] - assets.vehicleDischargeKw()[v][t];
        }
      }
    }
    for (int k = 0; k < netKw.length; k++) {
      netKw[k][t] = scenario.stations().get(k).site().loadKw(t) + chargedKw[k][t];
    }
    for (int b = 0; b < scenario.batteries().size(); b++) {
      add(
          scenario.batteries().get(b).location().station(),
          t,
          assets.batteryChargeKw()[b][t] - assets.batteryDischargeKw()[b][t]);
    }
    for (int i = 0; i < scenario.solar().size(); i++) {
      add(scenario.solar().get(i).location().station(), t, -assets.solarKw()[i][t]);
    }
  }

  private void add(@Nullable String station, int t, double kw) {
    if (station != null) {
      netKw[scenario.stationIndex(station)][t] += kw;
    }
  }

  private Cost cost() {
    double generation = 0;
    double emissions = 0;
    double charging = 0;
    for (int t = 0; t < scenario.periods(); t++) {
      double hours = scenario.horizon().hours(t);
      for (int g = 0; g < scenario.feeder().generators().size(); g++) {
        double mw = dispatch.generatorKw()[g][t] / 1000;
        double ofEmissions =
            scenario.feeder().generatorBus(g) == 0 ? scenario.emissionsPerMwh(t) * mw : 0;
        emissions += hours * ofEmissions;
        generation += hours * (scenario.generationCost(g, t).perHour(mw) - ofEmissions);
      }
      for (int k = 0; k < netKw.length; k++) {
        Tariff tariff = scenario.stations().get(k).site().tariff();
        charging +=
            tariff == null
                ? hours * scenario.prices().perKwh(t) * chargedKw[k][t]
                : tariff.cost(t, hours * netKw[k][t]);
      }
    }
    Storage.OwnCost own = stored();
    return new Cost(
        generation, charging, own.shortfall(), peaks(), emissions, own.wear(), own.stored());
  }

  private double peaks() {
    double sum = 0;
    for (int k = 0; k < netKw.length; k++) {
      Station station = scenario.stations().get(k);
      sum += peak(station.site().peakCharge(), new int[] {k});
    }
    for (Group group : scenario.groups()) {
      int[] stations = group.stations().stream().mapToInt(scenario::stationIndex).toArray();
      sum += peak(group.peakCharge(), stations);
    }
    PeakCharge ofSubstation = scenario.substation().peakCharge();
    return ofSubstation == null ? sum : sum + ofSubstation.cost(highestImport());
  }

  private double peak(@Nullable PeakCharge charge, int[] stations) {
    double highest = 0;
    for (int t = 0; t < scenario.periods(); t++) {
      double kw = 0;
      for (int k : stations) {
        kw += netKw[k][t];
      }
      highest = Math.max(highest, kw);
    }
    return charge == null ? 0 : charge.cost(highest);
  }

  private double highestImport() {
    double highest = 0;
    for (int t = 0; t < scenario.periods(); t++) {
      double kw = 0;
      for (int g = 0; g < scenario.feeder().generators().size(); g++) {
        kw += scenario.feeder().generatorBus(g) == 0 ? dispatch.generatorKw()[g][t] : 0;
      }
      highest = Math.max(highest, kw);
    }
    return highest;
  }

  /** What storages cost apart from the energy they move. */
  private Storage.OwnCost stored() {
    double shortfall = 0;
    double wear = 0;
    double stored = 0;
    for (Storage.OwnCost own : ownCosts()) {
      shortfall += own.shortfall();
      wear += own.wear();
      stored += own.stored();
    }
    return new Storage.OwnCost(shortfall, wear, stored);
  }

  private List<Storage.OwnCost> ownCosts() {
    Horizon horizon = scenario.horizon();
    Dispatch.Assets assets = dispatch.assets();
    List<Storage.OwnCost> own = new ArrayList<>();
    for (int s = 0; s < scenario.sessions().size(); s++) {
      Storage storage = Storage.of(scenario.sessions().get(s), horizon);
      own.add(ownCost(storage, dispatch.chargeKw()[s], dispatch.dischargeKw()[s]));
    }
    for (int v = 0; v < scenario.vehicles().size(); v++) {
      Storage storage = Storage.of(scenario.vehicles().get(v), horizon);
      own.add(ownCost(storage, assets.vehicleChargeKw()[v], assets.vehicleDischargeKw()[v]));
    }
    for (int b = 0; b < scenario.batteries().size(); b++) {
      Storage storage = Storage.of(scenario.batteries().get(b), horizon);
      own.add(ownCost(storage, assets.batteryChargeKw()[b], assets.batteryDischargeKw()[b]));
    }
    return own;
  }

  private static Storage.OwnCost ownCost(Storage storage, double[] chargeKw, double[] dischargeKw) {
    double[] netKw =
        storage.steps().stream()
            .mapToDouble(step -> chargeKw[step.period()] - dischargeKw[step.period()])
            .toArray();
    return storage.ownCost(netKw);
  }
}
