package io.evenflow.method;

import io.evenflow.fleet.Group;
import io.evenflow.fleet.Session;
import io.evenflow.fleet.Station;
import io.evenflow.market.PeakCharge;
import io.evenflow.market.Tariff;
import io.evenflow.scenario.Cost;
import io.evenflow.scenario.Dispatch;
import io.evenflow.scenario.Scenario;
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
    StoredCost stored = StoredCost.of(scenario, dispatch);
    return new Cost(
        generation,
        charging,
        stored.shortfall(),
        peaks(),
        emissions,
        stored.wear(),
        stored.value());
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

  /**
   * What storages cost apart from the energy they move.
   *
   * @param shortfall of missing energy
   * @param wear of throughput and starts
   * @param value of what is in them, as a negative cost
   */
  record StoredCost(double shortfall, double wear, double value) {
    static StoredCost of(Scenario scenario, Dispatch dispatch) {
      double shortfall = 0;
      for (int s = 0; s < scenario.sessions().size(); s++) {
        Session session = scenario.sessions().get(s);
        Double perKwh = session.shortfallCostPerKwh();
        if (perKwh != null) {
          shortfall += perKwh * dispatch.shortfallKwh(s, session, scenario.horizon());
        }
      }
      return new StoredCost(shortfall, 0, 0);
    }
  }
}
