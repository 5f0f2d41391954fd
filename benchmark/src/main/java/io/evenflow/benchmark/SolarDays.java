package io.evenflow.benchmark;

import io.evenflow.grid.Feeder;
import io.evenflow.grid.Network;
import io.evenflow.io.BuiltInDays;
import io.evenflow.scenario.Limits;
import io.evenflow.scenario.Loads;
import io.evenflow.scenario.Scenario;
import java.util.ArrayList;
import java.util.List;

/**
 * Days with solar power at the far ends of a feeder, where vehicles charge too, against an upper
 * voltage limit: prices of the built-in day, 60 sessions, 24 hours.
 */
final class SolarDays {
  private static final int PLACES = 3;
  private static final int SESSIONS = 60;
  private static final double VOLTAGE_MIN_PU = 0.85;

  private SolarDays() {}

  /**
   * One day.
   *
   * @param share peak of the solar power as a part of the feeder's load as its file has it
   */
  static Scenario day(String feederCase, double share, double voltageMaxPu) {
    Scenario base = BuiltInDays.read("case69-day");
    Network network = Cases.read(feederCase);
    Feeder feeder = Feeder.of(network);
    List<Integer> ends = FarEnds.of(feeder, PLACES);
    double peakKw = 0;
    for (int i = 0; i < feeder.busCount(); i++) {
      peakKw += 1000 * feeder.bus(i).activeLoadMw();
    }
    int periods = base.periods();
    double[] load = new double[periods];
    double[] sun = new double[periods];
    for (int t = 0; t < periods; t++) {
      load[t] = 0.6 + 0.25 * Math.sin(2 * Math.PI * (t / (double) periods - 0.3));
      sun[t] = -share * peakKw / PLACES * Math.max(0, Math.sin(Math.PI * (t - 6) / 14.0));
    }
    List<Loads.Adjustment> fields = new ArrayList<>();
    for (int bus : ends) {
      fields.add(new Loads.Adjustment(bus, sun, new double[periods]));
    }
    MixedFleet fleet = new MixedFleet(ends);
    return new Scenario(
        "%s-pv%.0f-v%s".formatted(network.name(), 100 * share, voltageMaxPu),
        base.currency(),
        feederCase,
        network,
        base.horizon(),
        base.prices(),
        new Loads(load, fields),
        List.of(),
        new Limits(VOLTAGE_MIN_PU, voltageMaxPu, 3 * peakKw / 1000, List.of()),
        null,
        fleet.stations(),
        fleet.sessions(SESSIONS, periods, 1, Math.round(100 * share)));
  }
}
