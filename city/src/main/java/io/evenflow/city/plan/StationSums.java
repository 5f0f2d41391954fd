package io.evenflow.city.plan;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** A number by feeder, station and period; feeders ascending, stations as they came. */
final class StationSums {
  private final int periods;
  private final Map<Integer, Map<String, double[]>> ofFeeder = new TreeMap<>();

  StationSums(int periods) {
    this.periods = periods;
  }

  /** Takes each. */
  interface Taker {
    void take(int feeder, String station, double[] byPeriod);
  }

  /** Those of a station, zeros at first; the object's own. */
  double[] of(int feeder, String station) {
    return ofFeeder(feeder).computeIfAbsent(station, s -> new double[periods]);
  }

  /** Those of a feeder's stations; the object's own. */
  Map<String, double[]> ofFeeder(int feeder) {
    return ofFeeder.computeIfAbsent(feeder, f -> new LinkedHashMap<>());
  }

  void forEach(Taker taker) {
    ofFeeder.forEach(
        (feeder, stations) -> stations.forEach((station, kw) -> taker.take(feeder, station, kw)));
  }
}
