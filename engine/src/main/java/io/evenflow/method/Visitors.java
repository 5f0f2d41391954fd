package io.evenflow.method;

import io.evenflow.coordination.Reach;
import io.evenflow.fleet.Station;
import io.evenflow.scenario.Scenario;
import io.evenflow.scenario.ScenarioException;
import io.evenflow.time.Series;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntBinaryOperator;

/**
 * What vehicles draw at a day's stations that are planned elsewhere, because they stay at other
 * feeders, too. They pay what sessions there pay.
 *
 * @param stations ids, each once
 * @param kw by station and period what they draw together, below 0 where they feed in. Unit: kW
 * @param leastKw by station and period the least they could, at most kw. Unit: kW
 * @param mostKw by station and period the most they could, at least kw. Unit: kW
 */
public record Visitors(
    List<String> stations, double[][] kw, double[][] leastKw, double[][] mostKw) {
  public Visitors {
    stations = List.copyOf(stations);
  }

  /** Index of a station in a scenario. */
  private int stationOf(Scenario scenario, int visited) {
    int station = scenario.stationIndex(stations.get(visited));
    if (station < 0) {
      throw new ScenarioException(
          "station '" + stations.get(visited) + "' of visitors does not exist in this scenario",
          "Maybe it is misspelt, or of another feeder.");
    }
    return station;
  }

  /** The scenario with what they draw as a load behind the stations' meters. */
  public Scenario addedTo(Scenario scenario) {
    List<Station> all = new ArrayList<>(scenario.stations());
    for (int v = 0; v < stations.size(); v++) {
      int station = stationOf(scenario, v);
      double[] sum = kw[v].clone();
      Station.Site site = all.get(station).site();
      Arrays.setAll(sum, t -> sum[t] + site.loadKw(t));
      all.set(station, withLoad(all.get(station), Series.of(sum)));
    }
    return scenario.withStations(all);
  }

  private static Station withLoad(Station station, Series loadKw) {
    Station.Site site = station.site();
    return new Station(
        station.id(),
        station.bus(),
        station.charger(),
        new Station.Site(
            site.tariff(), loadKw, site.connection(), site.plugs(), site.peakCharge()));
  }

  /** What they could draw more or less than they do. */
  Reach reach(Scenario scenario, IntBinaryOperator rowOf) {
    int periods = scenario.periods();
    int size = stations.size() * periods;
    Reach reach = new Reach(new int[size], new double[size], new double[size]);
    for (int i = 0; i < size; i++) {
      int v = i / periods;
      int t = i % periods;
      reach.rows()[i] = rowOf.applyAsInt(stationOf(scenario, v), t);
      reach.least()[i] = Math.min(0, leastKw[v][t] - kw[v][t]);
      reach.most()[i] = Math.max(0, mostKw[v][t] - kw[v][t]);
    }
    return reach;
  }

  /** What they pay at stations without a tariff, where loads do not. Unit: currency. */
  double dayAheadCost(Scenario scenario) {
    double sum = 0;
    for (int v = 0; v < stations.size(); v++) {
      int place = scenario.places().ofStation(stationOf(scenario, v));
      if (scenario.places().paysDayAhead(place, scenario.stations())) {
        for (int t = 0; t < scenario.periods(); t++) {
          sum += scenario.horizon().hours(t) * scenario.prices().perKwh(t) * kw[v][t];
        }
      }
    }
    return sum;
  }

  /** Prices by row as prices by station and period. Unit: currency per kW. */
  double[][] pricePerKw(Scenario scenario, DayProblem day, double[] priceByRow) {
    double[][] price = new double[stations.size()][scenario.periods()];
    for (int v = 0; v < price.length; v++) {
      int station = stationOf(scenario, v);
      Arrays.setAll(price[v], t -> priceByRow[day.stationRow(station, t)]);
    }
    return price;
  }
}
