package io.evenflow.formulation;

import io.evenflow.fleet.Storage.OwnCost;
import io.evenflow.mip.AffineBuilder;
import io.evenflow.mip.MixedIntegerProgram;
import io.evenflow.scenario.Cost;
import io.evenflow.scenario.Dispatch;
import io.evenflow.scenario.Dispatch.Assets;
import io.evenflow.scenario.Scenario;
import io.evenflow.scenario.Storages;
import java.util.List;

/**
 * The whole coordination problem of a scenario, (1)–(16) of arXiv 2409.19962 and what assets add: a
 * branch flow per period, a model of each storage and plant of PV, the net powers at places that
 * tie them together, and what meters make of these.
 */
public final class DayProgram {
  private final Scenario scenario;
  private final PerUnit perUnit;
  private final MixedIntegerProgram program;
  final BranchFlow[] flows;
  private final Storages storages;
  private final StorageModel[] models;
  private final SolarModel[] solar;
  private final List<MeterModel> meters;
  private final int[] binaries;

  public DayProgram(Scenario scenario) {
    this.scenario = scenario;
    perUnit = new PerUnit(scenario.feeder());
    double[] scale = FlowScale.of(scenario, perUnit);
    MixedIntegerProgram.Builder builder = new MixedIntegerProgram.Builder();
    flows = new BranchFlow[scenario.periods()];
    for (int t = 0; t < flows.length; t++) {
      flows[t] = new BranchFlow(scenario, perUnit, scale, builder, t);
    }
    storages = Storages.of(scenario);
    models = new StorageModel[storages.size()];
    for (int i = 0; i < models.length; i++) {
      models[i] = new StorageModel(storages.get(i), builder);
    }
    new Plugs(scenario, storages, models).addTo(builder);
    solar = new SolarModel[scenario.solar().size()];
    for (int i = 0; i < solar.length; i++) {
      solar[i] = new SolarModel(scenario.solar().get(i), i, flows, builder);
    }
    addPlaces(builder);
    addDayAheadPrices(builder);
    meters = new Meters(scenario, flows, builder).all();
    holdVoltage(builder);
    program = builder.build();
    binaries = indicesOfIntegers();
  }

  /** The net power at a place is the sum over what moves there. */
  private void addPlaces(MixedIntegerProgram.Builder builder) {
    AffineBuilder[][] sums = new AffineBuilder[scenario.places().size()][flows.length];
    for (int k = 0; k < sums.length; k++) {
      for (int t = 0; t < flows.length; t++) {
        sums[k][t] = new AffineBuilder().add(-1, flows[t].placeKw[k]);
      }
    }
    for (int i = 0; i < models.length; i++) {
      for (int k = 0; k < models[i].steps(); k++) {
        int period = storages.get(i).steps().get(k).period();
        models[i].addNetPower(sums[storages.place(i, k)][period], 1, k);
      }
    }
    for (int i = 0; i < solar.length; i++) {
      for (int t = 0; t < flows.length && solar[i].isCurtailable(); t++) {
        int place = scenario.places().of(scenario.solar().get(i).location());
        solar[i].addNetPower(sums[place][t], t);
      }
    }
    for (AffineBuilder[] place : sums) {
      for (AffineBuilder sum : place) {
        builder.equality(sum.build(), 0);
      }
    }
  }

  /** Sessions and vehicles at stations without a tariff buy and sell at the day's prices. */
  private void addDayAheadPrices(MixedIntegerProgram.Builder builder) {
    for (int k = 0; k < scenario.places().size(); k++) {
      for (int t = 0; t < flows.length && paysDayAhead(k); t++) {
        builder.addCost(flows[t].placeKw[k], dayAheadPerKw(t));
      }
    }
  }

  private boolean paysDayAhead(int place) {
    return scenario.places().paysDayAhead(place, scenario.stations());
  }

  private double dayAheadPerKw(int period) {
    return scenario.horizon().hours(period) * scenario.prices().perKwh(period);
  }

  /** Where the substation's voltage is not free it is the same in all periods. */
  private void holdVoltage(MixedIntegerProgram.Builder builder) {
    for (int t = 1; t < flows.length && !scenario.limits().isSubstationVoltageFree(); t++) {
      AffineBuilder step =
          new AffineBuilder()
              .add(1, flows[t].voltageSquared[0])
              .add(-1, flows[0].voltageSquared[0]);
      builder.equality(step.build(), 0);
    }
  }

  private int[] indicesOfIntegers() {
    int[] indices = new int[program.integers()];
    int count = 0;
    for (int j = 0; j < program.variables(); j++) {
      if (program.integer()[j]) {
        indices[count++] = j;
      }
    }
    return indices;
  }

  public Scenario scenario() {
    return scenario;
  }

  /** The program; its optimum is the scenario's. */
  public MixedIntegerProgram program() {
    return program;
  }

  /** All integers: α and β of all that stores energy, and what more of them needs a choice. */
  public int[] binaries() {
    return binaries.clone();
  }

  /** Adds the net power of a storage in its k-th step to a sum. Unit: kW. */
  void addNetPower(AffineBuilder sum, int storage, int k) {
    models[storage].addNetPower(sum, 1, k);
  }

  /** Variable of the net power drawn at a place in a period. Unit: kW. */
  public int placeKw(int place, int period) {
    return flows[period].placeKw[place];
  }

  /** The powers at a point of the program. */
  public Dispatch dispatch(double[] x) {
    int periods = flows.length;
    int sessions = scenario.sessions().size();
    int generators = scenario.feeder().generators().size();
    Dispatch dispatch =
        new Dispatch(
            new double[sessions][periods],
            new double[sessions][periods],
            new double[generators][periods],
            new double[generators][periods],
            new double[periods],
            Assets.idle(scenario));
    for (int i = 0; i < models.length; i++) {
      for (int k = 0; k < models[i].steps(); k++) {
        int t = storages.get(i).steps().get(k).period();
        storages.chargeKw(dispatch, i)[t] = models[i].chargeKw(x, k);
        storages.dischargeKw(dispatch, i)[t] = models[i].dischargeKw(x, k);
      }
    }
    for (int t = 0; t < periods; t++) {
      for (int g = 0; g < generators; g++) {
        dispatch.generatorKw()[g][t] = perUnit.kwOf(x[flows[t].generatorActive[g]]);
        dispatch.generatorKvar()[g][t] = perUnit.kwOf(x[flows[t].generatorReactive[g]]);
      }
      for (int i = 0; i < solar.length; i++) {
        dispatch.assets().solarKw()[i][t] = solar[i].kw(x, t);
        dispatch.assets().solarKvar()[i][t] = solar[i].kvar(x, t);
      }
      dispatch.substationVoltagePu()[t] = Math.sqrt(x[flows[t].voltageSquared[0]]);
    }
    return dispatch;
  }

  /** The objective's parts at a point of the program. */
  public Cost cost(double[] x) {
    double generation = 0;
    double emissions = 0;
    for (BranchFlow flow : flows) {
      emissions += flow.emissionsCost(x);
      generation += flow.generationCost(x) - flow.emissionsCost(x);
    }
    double charging = dayAheadCost(x);
    double peaks = 0;
    for (MeterModel meter : meters) {
      charging += meter.energyCost(x);
      peaks += meter.peakCost(x);
    }
    double shortfall = 0;
    double wear = 0;
    double stored = 0;
    for (StorageModel model : models) {
      OwnCost own = model.ownCost(x);
      shortfall += own.shortfall();
      wear += own.wear();
      stored += own.stored();
    }
    return new Cost(generation, charging, shortfall, peaks, emissions, wear, stored);
  }

  private double dayAheadCost(double[] x) {
    double sum = 0;
    for (int k = 0; k < scenario.places().size(); k++) {
      for (int t = 0; t < flows.length && paysDayAhead(k); t++) {
        sum += dayAheadPerKw(t) * x[flows[t].placeKw[k]];
      }
    }
    return sum;
  }

  /** Loss over the horizon that only the relaxation of (4) to (5) has. Unit: kWh. */
  public double phantomLossKwh(double[] x) {
    double sum = 0;
    for (int t = 0; t < flows.length; t++) {
      sum += scenario.horizon().hours(t) * flows[t].phantomLossKw(x);
    }
    return sum;
  }
}
