package io.evenflow.method;

import io.evenflow.coordination.Answer;
import io.evenflow.coordination.Coupling;
import io.evenflow.coordination.Cut;
import io.evenflow.fleet.Connection;
import io.evenflow.fleet.Group;
import io.evenflow.fleet.Station;
import io.evenflow.formulation.PerUnit;
import io.evenflow.market.PeakCharge;
import io.evenflow.market.Tariff;
import io.evenflow.network.GridCoupling;
import io.evenflow.network.ImportPeakCoupling;
import io.evenflow.network.InputTrees;
import io.evenflow.scenario.Scenario;
import io.evenflow.settlement.MeterCoupling;
import io.evenflow.settlement.PeakCoupling;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What ties the resources of a scenario together: the grid of each period first, then meters,
 * groups, plugs and peaks.
 */
final class DayCouplings {
  private final Scenario scenario;
  private final DayRows rows;
  private final List<GridCoupling> grids = new ArrayList<>();
  private final List<Coupling> all = new ArrayList<>();

  /** Of each coupling the period it is about, −1 where it is about all. */
  private final List<Integer> periodOf = new ArrayList<>();

  /** Of each coupling what it is: those of one thing in several periods have the same. */
  private final List<String> thingOf = new ArrayList<>();

  DayCouplings(Scenario scenario, DayRows rows) {
    this.scenario = scenario;
    this.rows = rows;
    PerUnit perUnit = new PerUnit(scenario.feeder());
    InputTrees trees = new InputTrees(scenario.feeder(), perUnit, rows.inputs());
    for (int t = 0; t < scenario.periods(); t++) {
      GridCoupling grid = new GridCoupling(scenario, trees, t, rows.allInputs(t));
      grids.add(grid);
      add(grid, t, "grid");
    }
    for (int k = 0; k < scenario.stations().size(); k++) {
      addStation(k);
    }
    scenario.groups().forEach(this::addGroup);
    PeakCharge ofSubstation = scenario.substation().peakCharge();
    if (ofSubstation != null) {
      int[][] ofPeriods =
          IntStream.range(0, scenario.periods()).mapToObj(rows::allInputs).toArray(int[][]::new);
      add(
          new ImportPeakCoupling(
              OnlyLimit.none(scenario, ImportPeakCoupling.PER_MWH), trees, ofPeriods, ofSubstation),
          -1,
          "substation: peak");
    }
  }

  private void add(Coupling coupling, int period, String thing) {
    all.add(coupling);
    thingOf.add(thing);
    periodOf.add(period);
  }

  /** The grid of each period. */
  List<GridCoupling> grids() {
    return grids;
  }

  List<Coupling> all() {
    return all;
  }

  /**
   * By coupling a word for what it is.
   *
   * @param firstPeriod number of period 0 in a longer day
   */
  List<String> words(int firstPeriod) {
    return IntStream.range(0, all.size())
        .mapToObj(c -> word(thingOf.get(c), periodOf.get(c), firstPeriod))
        .toList();
  }

  private static String word(String thing, int period, int firstPeriod) {
    return period < 0 ? thing : thing + " " + (firstPeriod + period);
  }

  /** A cut of each that holds everywhere and takes no power flow. */
  List<Cut> quickCuts() {
    List<Cut> cuts = new ArrayList<>();
    for (Coupling coupling : all) {
      double[] nothing = new double[coupling.rows().length];
      cuts.add(
          switch (coupling) {
            case GridCoupling grid -> grid.lossless();
            // a peak of the feeder costs something, and how much is a power flow in each period
            case ImportPeakCoupling peak -> new Cut(0, nothing, null);
            default -> coupling.ask(nothing, null).cut();
          });
    }
    return cuts;
  }

  /** Those of one period. */
  List<Coupling> of(int period) {
    return IntStream.range(0, all.size())
        .filter(c -> periodOf.get(c) == period)
        .mapToObj(all::get)
        .toList();
  }

  /** Whether none is about more than one period. */
  boolean areOfSinglePeriods() {
    return !periodOf.contains(-1);
  }

  private void addStation(int k) {
    Station station = scenario.stations().get(k);
    Station.Site site = station.site();
    String name = "station '" + station.id() + "'";
    boolean isMetered = site.tariff() != null || !site.connection().isUnlimited();
    for (int t = 0; t < scenario.periods() && isMetered; t++) {
      int[] behind = rows.behind(k, t);
      double fixedKw = scenario.fixedStationKw(k, t);
      add(meter(name, behind, fixedKw, prices(site.tariff(), t), site.connection(), t), t, name);
    }
    Integer plugs = site.plugs();
    for (int t = 0; t < scenario.periods() && plugs != null; t++) {
      int[] row = {rows.plugs(k, t)};
      double kw = DayRows.plugKw(scenario, k);
      add(
          new MeterCoupling(
              name + ": plugs in period " + t,
              row,
              0,
              MeterCoupling.Prices.NONE,
              Double.NEGATIVE_INFINITY,
              plugs,
              kw),
          t,
          name + ": plugs");
    }
    addPeak(name, new int[] {k}, site.peakCharge());
  }

  private MeterCoupling.Prices prices(@Nullable Tariff tariff, int period) {
    if (tariff == null) {
      return MeterCoupling.Prices.NONE;
    }
    double hours = scenario.horizon().hours(period);
    return new MeterCoupling.Prices(
        hours * tariff.importPerMwh().at(period) / 1000,
        hours * tariff.exportPerMwh().at(period) / 1000);
  }

  private static MeterCoupling meter(
      String name,
      int[] rows,
      double fixedKw,
      MeterCoupling.Prices prices,
      Connection connection,
      int period) {
    return new MeterCoupling(
        name + " in period " + period,
        rows,
        fixedKw,
        prices,
        connection.leastKw(period),
        connection.mostKw(period),
        1);
  }

  private void addGroup(Group group) {
    String name = "group '" + group.id() + "'";
    int[] stations = group.stations().stream().mapToInt(scenario::stationIndex).toArray();
    for (int t = 0; t < scenario.periods() && !group.connection().isUnlimited(); t++) {
      int period = t;
      int[] behind = behind(stations, t);
      double fixedKw =
          IntStream.of(stations).mapToDouble(k -> scenario.fixedStationKw(k, period)).sum();
      add(meter(name, behind, fixedKw, MeterCoupling.Prices.NONE, group.connection(), t), t, name);
    }
    addPeak(name, stations, group.peakCharge());
  }

  private int[] behind(int[] stations, int period) {
    return IntStream.of(stations)
        .flatMap(k -> IntStream.of(rows.behind(k, period)))
        .sorted()
        .toArray();
  }

  private void addPeak(String name, int[] stations, @Nullable PeakCharge charge) {
    if (charge == null) {
      return;
    }
    List<int[]> rowAndPeriod = new ArrayList<>();
    double[] fixedKw = new double[scenario.periods()];
    for (int t = 0; t < fixedKw.length; t++) {
      for (int row : behind(stations, t)) {
        rowAndPeriod.add(new int[] {row, t});
      }
      for (int k : stations) {
        fixedKw[t] += scenario.fixedStationKw(k, t);
      }
    }
    rowAndPeriod.sort(Comparator.comparingInt(pair -> pair[0]));
    int[] own = rowAndPeriod.stream().mapToInt(pair -> pair[0]).toArray();
    int[] period = rowAndPeriod.stream().mapToInt(pair -> pair[1]).toArray();
    add(new PeakCoupling(name + ": peak", own, period, fixedKw, charge), -1, name + ": peak");
  }

  /**
   * What all cost at amounts by row, null where a limit is missed. Limits missed by less than is
   * tolerated cost nothing. Unit: currency.
   */
  @Nullable Double cost(double[] amounts) {
    double sum = 0;
    for (GridCoupling grid : grids) {
      sum += grid.operate(at(amounts, grid)) - grid.costOfMisses();
      if (!(grid.missedKw() <= Answer.WHOLE)) {
        return null;
      }
    }
    for (Coupling coupling : all.subList(grids.size(), all.size())) {
      // whoever plans with it says anew what missing a limit costs
      coupling.missCost(0);
      Answer answer = coupling.ask(at(amounts, coupling), null);
      if (!answer.isWhole()) {
        return null;
      }
      sum += answer.value();
    }
    return sum;
  }

  private static double[] at(double[] amounts, Coupling coupling) {
    return Arrays.stream(coupling.rows()).mapToDouble(row -> amounts[row]).toArray();
  }
}
