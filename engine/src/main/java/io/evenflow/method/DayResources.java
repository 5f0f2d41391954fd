package io.evenflow.method;

import io.evenflow.coordination.Resource;
import io.evenflow.fleet.Battery;
import io.evenflow.fleet.Session;
import io.evenflow.fleet.Solar;
import io.evenflow.fleet.Storage;
import io.evenflow.fleet.Vehicle;
import io.evenflow.grid.GenerationCost;
import io.evenflow.network.GridInputs;
import io.evenflow.network.GridInputs.Input;
import io.evenflow.network.GridInputs.Quantity;
import io.evenflow.resource.IntervalResource;
import io.evenflow.resource.SolarResource;
import io.evenflow.resource.StepRows;
import io.evenflow.resource.StorageResource;
import io.evenflow.scenario.Dispatch;
import io.evenflow.scenario.Scenario;
import io.evenflow.time.Horizon;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What can move in a scenario: sessions, vehicles, batteries, in this order; then all that has no
 * memory of what it did before: PV, generators along the feeder, the substation's voltage.
 */
final class DayResources {
  private final Scenario scenario;
  private final DayRows rows;
  private final List<Resource> all = new ArrayList<>();
  private final int storages;
  private final int inputs;

  /** By storage: the rows of its steps' powers and of their plugs. */
  private final List<int[]> powerRows = new ArrayList<>();

  private final List<int[]> plugRows = new ArrayList<>();

  /** By plant and period: index of its resource, −1 where nothing is decided. */
  private final int[][] solar;

  DayResources(Scenario scenario, DayRows rows) {
    this.scenario = scenario;
    this.rows = rows;
    Horizon horizon = scenario.horizon();
    for (Session session : scenario.sessions()) {
      int[] stations = {scenario.stationIndex(session.station())};
      add(Storage.of(session, horizon), session.unavoidableShortfallCost(horizon), stations);
    }
    for (Vehicle vehicle : scenario.vehicles()) {
      int[] stations =
          vehicle.stays().stream()
              .mapToInt(stay -> scenario.stationIndex(stay.station()))
              .toArray();
      add(Storage.of(vehicle, horizon), 0, stations);
    }
    scenario.batteries().forEach(this::addBattery);
    storages = all.size();
    solar = new int[scenario.solar().size()][scenario.periods()];
    for (int i = 0; i < solar.length; i++) {
      for (int t = 0; t < scenario.periods(); t++) {
        solar[i][t] = addSolar(scenario.solar().get(i), i, t);
      }
    }
    inputs = all.size();
    for (int i = rows.inputs().places(); i < rows.inputs().size(); i++) {
      if (rows.inputs().get(i).plant() < 0) {
        addInput(i);
      }
    }
  }

  List<Resource> all() {
    return all;
  }

  /** Number of those that store energy, the first ones. */
  int storages() {
    return storages;
  }

  /** Index of the first that is a generator or the voltage. */
  int inputs() {
    return inputs;
  }

  /** Where a schedule keeps what a storage charges with, by period of the horizon. */
  double[] charge(Dispatch dispatch, int storage) {
    int vehicle = storage - scenario.sessions().size();
    int battery = vehicle - scenario.vehicles().size();
    if (vehicle < 0) {
      return dispatch.chargeKw()[storage];
    }
    return battery < 0
        ? dispatch.assets().vehicleChargeKw()[vehicle]
        : dispatch.assets().batteryChargeKw()[battery];
  }

  /** Where it keeps what a storage discharges with. */
  double[] discharge(Dispatch dispatch, int storage) {
    int vehicle = storage - scenario.sessions().size();
    int battery = vehicle - scenario.vehicles().size();
    if (vehicle < 0) {
      return dispatch.dischargeKw()[storage];
    }
    return battery < 0
        ? dispatch.assets().vehicleDischargeKw()[vehicle]
        : dispatch.assets().batteryDischargeKw()[battery];
  }

  /** Index of a plant's resource in a period, −1 where nothing is decided. */
  int ofSolar(int plant, int period) {
    return solar[plant][period];
  }

  /**
   * @param stations of each of its places
   */
  private void add(Storage storage, double unavoidableCost, int[] stations) {
    int[] power =
        storage.steps().stream()
            .mapToInt(
                step ->
                    rows.input(scenario.places().ofStation(stations[step.place()]), step.period()))
            .toArray();
    boolean hasPlugs = IntStream.of(stations).anyMatch(rows::hasPlugs);
    int[] plugs =
        storage.steps().stream()
            .filter(step -> hasPlugs)
            .mapToInt(
                step ->
                    rows.hasPlugs(stations[step.place()])
                        ? rows.plugs(stations[step.place()], step.period())
                        : StepRows.NONE)
            .toArray();
    add(storage, unavoidableCost, power, plugs);
  }

  private void addBattery(Battery battery) {
    Storage storage = Storage.of(battery, scenario.horizon());
    int[] power = rows.allPeriods(scenario.places().of(battery.location()));
    add(storage, 0, power, new int[0]);
  }

  private void add(Storage storage, double unavoidableCost, int[] power, int[] plugs) {
    powerRows.add(power);
    plugRows.add(plugs);
    all.add(new StorageResource(storage, unavoidableCost, new StepRows(power, plugs)));
  }

  /**
   * What a resource costs at least at prices, without the dynamic program of what stores energy.
   * Unit: currency.
   */
  double quickLeast(int r, double[] pricePerUnit) {
    return r < storages
        ? AtOnePrice.least(storage(r).storage(), powerRows.get(r), plugRows.get(r), pricePerUnit)
        : all.get(r).answer(pricePerUnit);
  }

  /** One of those that store energy. */
  StorageResource storage(int r) {
    return (StorageResource) all.get(r);
  }

  private int reactiveInput(int plant) {
    GridInputs inputs = rows.inputs();
    return IntStream.range(0, inputs.size())
        .filter(i -> inputs.get(i).plant() == plant)
        .findFirst()
        .orElse(-1);
  }

  /** Where only one of the powers is decided that is an interval. */
  private int addSolar(Solar plant, int index, int period) {
    double most = plant.mostKw(period);
    int reactive = reactiveInput(index);
    if (!plant.isDecided() || (most == 0 && plant.reactive() != Solar.Reactive.FREE)) {
      return -1;
    }
    String id = "solar '" + plant.id() + "' in period " + period;
    int reactiveRow = reactive < 0 ? -1 : rows.input(reactive, period);
    if (!plant.curtailable()) {
      double kvar = freeKvar(plant, most);
      all.add(interval(id, reactiveRow, -kvar, kvar, 0));
    } else {
      int row = rows.input(scenario.places().of(plant.location()), period);
      all.add(
          reactive < 0
              ? interval(id, row, -most, 0, -most)
              : new SolarResource(plant, period, row, reactiveRow));
    }
    return all.size() - 1;
  }

  static double freeKvar(Solar plant, double kw) {
    Double rating = plant.ratingKva();
    return rating == null ? 0 : Math.sqrt(Math.max(0, rating * rating - kw * kw));
  }

  private static Resource interval(String id, int row, double least, double most, double resting) {
    IntervalResource.OwnCost none = IntervalResource.OwnCost.NONE;
    return new IntervalResource(id, new int[] {row}, least, most, resting, none);
  }

  /** By period, but for a voltage that is held: one for the day. */
  private void addInput(int i) {
    Input input = rows.inputs().get(i);
    boolean isVoltage = input.quantity() == Quantity.VOLTAGE_SQUARED;
    if (isVoltage && !scenario.limits().isSubstationVoltageFree()) {
      all.add(interval("voltage", input, rows.allPeriods(i), IntervalResource.OwnCost.NONE));
    } else {
      for (int t = 0; t < scenario.periods(); t++) {
        all.add(interval(name(input, t), input, new int[] {rows.input(i, t)}, ownCost(input, t)));
      }
    }
  }

  private static String name(Input input, int period) {
    return input.quantity() + " of generator " + input.generator() + " in period " + period;
  }

  private static IntervalResource interval(
      String id, Input input, int[] rows, IntervalResource.OwnCost cost) {
    double resting =
        switch (input.quantity()) {
          case VOLTAGE_SQUARED -> Math.clamp(GridInputs.VOLTAGE_PARTS, input.least(), input.most());
          case ACTIVE_POWER, REACTIVE_POWER -> Math.clamp(0, input.least(), input.most());
        };
    return new IntervalResource(id, rows, input.least(), input.most(), resting, cost);
  }

  private IntervalResource.OwnCost ownCost(Input input, int period) {
    boolean active = input.isGenerator() && input.quantity() == Quantity.ACTIVE_POWER;
    GenerationCost cost =
        active ? scenario.generationCost(input.generator(), period) : GenerationCost.ZERO;
    double hours = active ? scenario.horizon().hours(period) : 0;
    return new IntervalResource.OwnCost(hours, cost);
  }
}
