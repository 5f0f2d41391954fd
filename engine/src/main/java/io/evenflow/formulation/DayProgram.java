package io.evenflow.formulation;

import io.evenflow.fleet.Session;
import io.evenflow.mip.AffineBuilder;
import io.evenflow.mip.MixedIntegerProgram;
import io.evenflow.scenario.Cost;
import io.evenflow.scenario.Dispatch;
import io.evenflow.scenario.Dispatch.Assets;
import io.evenflow.scenario.Scenario;
import java.util.List;

/**
 * The whole coordination problem of a scenario, (1)–(16) of arXiv 2409.19962 and what assets add: a
 * branch flow per period, a model per session and plant of PV, the net powers at places that tie
 * them together, and what meters make of these.
 */
public final class DayProgram {
  private final Scenario scenario;
  private final PerUnit perUnit;
  private final MixedIntegerProgram program;
  final BranchFlow[] flows;
  private final SessionModel[] sessions;
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
    sessions = new SessionModel[scenario.sessions().size()];
    for (int s = 0; s < sessions.length; s++) {
      sessions[s] = new SessionModel(scenario.sessions().get(s), scenario.horizon(), builder);
    }
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
    for (int s = 0; s < sessions.length; s++) {
      Session session = scenario.sessions().get(s);
      int place = scenario.places().ofStation(scenario.stationOf(s));
      for (int k = 0; k < session.periods(); k++) {
        sessions[s].addNetPower(sums[place][session.arrival() + k], 1, k);
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

  /** Variables α and β of all sessions. */
  public int[] binaries() {
    return binaries.clone();
  }

  /** Variable of the net power drawn at a place in a period. Unit: kW. */
  public int placeKw(int place, int period) {
    return flows[period].placeKw[place];
  }

  /** The powers at a point of the program. */
  public Dispatch dispatch(double[] x) {
    int periods = flows.length;
    int generators = scenario.feeder().generators().size();
    double[][] charge = new double[sessions.length][periods];
    double[][] discharge = new double[sessions.length][periods];
    for (int s = 0; s < sessions.length; s++) {
      int arrival = scenario.sessions().get(s).arrival();
      for (int k = 0; k < sessions[s].chargeKw.length; k++) {
        charge[s][arrival + k] = value(x, sessions[s].chargeKw[k]);
        discharge[s][arrival + k] = value(x, sessions[s].dischargeKw[k]);
      }
    }
    double[][] active = new double[generators][periods];
    double[][] reactive = new double[generators][periods];
    double[] voltage = new double[periods];
    for (int t = 0; t < periods; t++) {
      for (int g = 0; g < generators; g++) {
        active[g][t] = perUnit.kwOf(x[flows[t].generatorActive[g]]);
        reactive[g][t] = perUnit.kwOf(x[flows[t].generatorReactive[g]]);
      }
      voltage[t] = Math.sqrt(x[flows[t].voltageSquared[0]]);
    }
    return new Dispatch(charge, discharge, active, reactive, voltage, assets(x));
  }

  private Assets assets(double[] x) {
    Assets assets = Assets.idle(scenario);
    for (int t = 0; t < flows.length; t++) {
      for (int i = 0; i < solar.length; i++) {
        assets.solarKw()[i][t] = solar[i].kw(x, t);
        assets.solarKvar()[i][t] = solar[i].kvar(x, t);
      }
    }
    return assets;
  }

  private static double value(double[] x, int variable) {
    return variable == SessionModel.NONE ? 0 : x[variable];
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
    for (SessionModel session : sessions) {
      if (session.shortfallKwh != SessionModel.NONE) {
        shortfall += program.cost()[session.shortfallKwh] * x[session.shortfallKwh];
      }
    }
    return new Cost(generation, charging, shortfall, peaks, emissions, 0, 0);
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
