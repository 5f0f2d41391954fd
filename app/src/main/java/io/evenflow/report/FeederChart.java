package io.evenflow.report;

import io.evenflow.grid.Bus;
import io.evenflow.grid.Feeder;
import io.evenflow.scenario.GridState;
import io.evenflow.scenario.Scenario;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The feeder as a tree, and the voltage of every bus in every period.
 *
 * @param buses in feeder order
 * @param voltages by period and bus, null where the power flow does not converge. Unit: p.u.
 * @param farthest greatest distance of a voltage from 1. Unit: p.u.
 * @param first period to be shown first: that of the voltage farthest from 1
 */
record FeederChart(
    List<BusMark> buses,
    List<@Nullable List<@Nullable Double>> voltages,
    double farthest,
    int first) {

  /**
   * A bus in the picture.
   *
   * @param name number in the case file; all of them where closed switches join buses
   * @param x columns from the substation
   * @param y lane, rising downwards
   * @param parent place of the bus that feeds it in the list, −1 for the substation
   * @param least lower voltage limit. Unit: p.u.
   * @param greatest upper voltage limit. Unit: p.u.
   * @param stations ids of the stations here
   */
  record BusMark(
      String name,
      int x,
      int y,
      int parent,
      double least,
      double greatest,
      List<String> stations) {}

  static FeederChart of(Scenario scenario, GridState grid) {
    int periods = scenario.periods();
    List<@Nullable List<@Nullable Double>> byPeriod = new ArrayList<>();
    double farthest = 0;
    int first = 0;
    for (int t = 0; t < periods; t++) {
      byPeriod.add(grid.converged(t) ? Series.of(grid.voltagePu(t), 5) : null);
      double here = farthest(grid.voltagePu(t));
      if (here > farthest) {
        farthest = here;
        first = t;
      }
    }
    return new FeederChart(buses(scenario), byPeriod, farthest, first);
  }

  private static double farthest(double[] pu) {
    return Arrays.stream(pu).map(each -> Math.abs(each - 1)).max().orElse(0);
  }

  private static List<BusMark> buses(Scenario scenario) {
    Feeder feeder = scenario.feeder();
    FeederLayout layout = FeederLayout.of(feeder);
    List<BusMark> marks = new ArrayList<>();
    for (int i = 0; i < feeder.busCount(); i++) {
      Bus bus = feeder.bus(i);
      int here = i;
      List<String> stations =
          IntStream.range(0, scenario.stations().size())
              .filter(k -> scenario.busOf(k) == here)
              .mapToObj(k -> scenario.stations().get(k).id())
              .toList();
      marks.add(
          new BusMark(
              name(feeder, i),
              layout.column(i),
              layout.lane(i),
              feeder.parent(i),
              bus.voltageMinPu(),
              bus.voltageMaxPu(),
              stations));
    }
    return marks;
  }

  private static String name(Feeder feeder, int bus) {
    return feeder.fileBuses(bus).stream()
        .map(fileBus -> Integer.toString(fileBus.number()))
        .collect(Collectors.joining(" = "));
  }
}
