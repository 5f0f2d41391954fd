package io.evenflow.formulation;

import io.evenflow.fleet.Session;
import io.evenflow.mip.AffineBuilder;
import io.evenflow.mip.MixedIntegerProgram;
import io.evenflow.scenario.Cost;
import io.evenflow.scenario.Dispatch;
import io.evenflow.scenario.Scenario;
import java.util.ArrayList;
import java.util.List;

/**
 * The whole coordination problem of a scenario, (1)–(16) of arXiv 2409.19962: a branch flow per
 * period, a model per session, and the stations' net powers that tie them together.
 */
public final class DayProgram {
  private final Scenario scenario;
  private final PerUnit perUnit;
  private final MixedIntegerProgram program;
  final BranchFlow[] flows;
  private final StorageModel[] sessions;
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
    sessions = new StorageModel[scenario.sessions().size()];
    for (int s = 0; s < sessions.length; s++) {
      sessions[s] = new StorageModel(scenario.sessions().get(s), scenario.horizon(), builder);
    }
    addStations(builder);
    holdVoltage(builder);
    program = builder.build();
    binaries = indicesOfIntegers();
  }

  /** A station's net power is the sum over its sessions; energy is bought and sold at the price. */
  private void addStations(MixedIntegerProgram.Builder builder) {
    List<List<AffineBuilder>> sums = new ArrayList<>();
    for (int k = 0; k < scenario.stations().size(); k++) {
      sums.add(new ArrayList<>());
      for (int t = 0; t < flows.length; t++) {
        double price = scenario.horizon().hours(t) * scenario.prices().perKwh(t);
        builder.addCost(flows[t].stationKw[k], price);
        sums.get(k).add(new AffineBuilder().add(-1, flows[t].stationKw[k]));
      }
    }
    for (int s = 0; s < sessions.length; s++) {
      Session session = scenario.sessions().get(s);
      for (int k = 0; k < session.periods(); k++) {
        AffineBuilder sum = sums.get(scenario.stationOf(s)).get(session.arrival() + k);
        sessions[s].addNetPower(sum, 1, k);
      }
    }
    sums.forEach(station -> station.forEach(sum -> builder.equality(sum.build(), 0)));
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

  /** Variable of a station's net power in a period. Unit: kW. */
  public int stationKw(int station, int period) {
    return flows[period].stationKw[station];
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
    return new Dispatch(charge, discharge, active, reactive, voltage);
  }

  private static double value(double[] x, int variable) {
    return variable == StorageModel.NONE ? 0 : x[variable];
  }

  /** The objective's parts at a point of the program. */
  public Cost cost(double[] x) {
    double generation = 0;
    double charging = 0;
    double shortfall = 0;
    for (int t = 0; t < flows.length; t++) {
      generation += flows[t].generationCost(x);
      for (int variable : flows[t].stationKw) {
        charging += program.cost()[variable] * x[variable];
      }
    }
    for (StorageModel session : sessions) {
      shortfall += session.ownCost(x).shortfall();
    }
    return new Cost(generation, charging, shortfall);
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
