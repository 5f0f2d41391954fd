package io.evenflow.method;

import io.evenflow.coordination.Rows;
import io.evenflow.fleet.Station;
import io.evenflow.network.GridInputs;
import io.evenflow.scenario.Scenario;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The rows of a scenario: each of the grid's {@link GridInputs} in each period, one input's periods
 * after the other's; then plugs in use in each period, of each station that has fewer than comes.
 */
final class DayRows {
  private final Scenario scenario;
  private final GridInputs inputs;
  private final int periods;

  /** By station: which of the stations with limited plugs it is, −1 for none. */
  private final int[] plugPlace;

  private final int plugPlaces;

  DayRows(Scenario scenario) {
    this.scenario = scenario;
    inputs = new GridInputs(scenario);
    periods = scenario.periods();
    plugPlace = new int[scenario.stations().size()];
    int count = 0;
    for (int k = 0; k < plugPlace.length; k++) {
      plugPlace[k] = scenario.stations().get(k).site().plugs() == null ? -1 : count++;
    }
    plugPlaces = count;
  }

  GridInputs inputs() {
    return inputs;
  }

  /** Row of a grid's input in a period. */
  int input(int input, int period) {
    return input * periods + period;
  }

  /** Rows of a grid's input in all periods. */
  int[] allPeriods(int input) {
    return IntStream.range(0, periods).map(t -> input(input, t)).toArray();
  }

  /** Rows of all of a grid's inputs in a period. */
  int[] allInputs(int period) {
    return IntStream.range(0, inputs.size()).map(i -> input(i, period)).toArray();
  }

  boolean hasPlugs(int station) {
    return plugPlace[station] >= 0;
  }

  /** Row of the plugs in use at a station in a period. */
  int plugs(int station, int period) {
    return (inputs.size() + plugPlace[station]) * periods + period;
  }

  /** Rows of what is behind a station's meter in a period, ascending. */
  int[] behind(int station, int period) {
    return IntStream.of(scenario.places().behind(station)).map(i -> input(i, period)).toArray();
  }

  /** What 1 kW held for a period costs at a place that pays the day's prices. Unit: currency. */
  private double price(int place, int period) {
    return scenario.places().paysDayAhead(place, scenario.stations())
        ? scenario.horizon().hours(period) * scenario.prices().perKwh(period)
        : 0;
  }

  Rows rows() {
    int size = (inputs.size() + plugPlaces) * periods;
    int[] place = new int[size];
    int[] period = new int[size];
    double[] price = new double[size];
    Arrays.setAll(place, row -> row / periods);
    Arrays.setAll(period, row -> row % periods);
    for (int i = 0; i < inputs.places(); i++) {
      for (int t = 0; t < periods; t++) {
        price[input(i, t)] = price(i, t);
      }
    }
    return new Rows(place, period, price);
  }

  /** Of the chargers at a station, the greatest power one plug can be used for. Unit: kW. */
  static double plugKw(Scenario scenario, int station) {
    Station at = scenario.stations().get(station);
    double most = at.charger().charge().maxKw();
    for (int s = 0; s < scenario.sessions().size(); s++) {
      if (scenario.stationOf(s) == station) {
        var charger = scenario.sessions().get(s).charger();
        var discharge = charger.discharge();
        most = Math.max(most, charger.charge().maxKw());
        most = discharge == null ? most : Math.max(most, discharge.maxKw());
      }
    }
    return most;
  }
}
