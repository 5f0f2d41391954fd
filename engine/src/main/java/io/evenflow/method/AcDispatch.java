package io.evenflow.method;

import io.evenflow.check.PowerFlow;
import io.evenflow.check.PowerFlowStatus;
import io.evenflow.fleet.Session;
import io.evenflow.grid.Feeder;
import io.evenflow.grid.Generator;
import io.evenflow.resource.PowerCleaning;
import io.evenflow.scenario.Dispatch;
import io.evenflow.scenario.Scenario;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * A solver's dispatch made exact: vehicles' powers rid of its tolerance, generators' within their
 * limits, and at the substation what an AC power flow finds that the rest needs. Several generators
 * there share what is missing to it as far as their limits allow; the first takes what is left.
 */
final class AcDispatch {
  private static final Kind ACTIVE = new Kind(Generator::activeMinMw, Generator::activeMaxMw);
  private static final Kind REACTIVE =
      new Kind(Generator::reactiveMinMvar, Generator::reactiveMaxMvar);

  private final Scenario scenario;
  private final Feeder feeder;
  private final Dispatch dispatch;

  private AcDispatch(Scenario scenario, Dispatch dispatch) {
    this.scenario = scenario;
    this.feeder = scenario.feeder();
    this.dispatch = dispatch;
  }

  /** Active or reactive power, by its limits. Unit: MW, Mvar. */
  private record Kind(ToDoubleFunction<Generator> least, ToDoubleFunction<Generator> most) {}

  /** Works on the dispatch in place; without a power flow the substation's powers stay. */
  static Dispatch of(Scenario scenario, Dispatch dispatch) {
    new AcDispatch(scenario, dispatch).makeExact();
    return dispatch;
  }

  private void makeExact() {
    for (int s = 0; s < scenario.sessions().size(); s++) {
      clean(scenario.sessions().get(s), dispatch.chargeKw()[s], dispatch.dischargeKw()[s]);
    }
    PowerFlow flow = new PowerFlow(feeder);
    for (int t = 0; t < scenario.periods(); t++) {
      limit(t);
      if (solve(flow, t) == PowerFlowStatus.CONVERGED) {
        supply(t, flow);
      }
    }
  }

  private static void clean(Session session, double[] chargeKw, double[] dischargeKw) {
    for (int t = session.arrival(); t < session.departure(); t++) {
      chargeKw[t] = PowerCleaning.chargeKw(session, chargeKw[t]);
      dischargeKw[t] = PowerCleaning.dischargeKw(session, dischargeKw[t]);
    }
  }

  private void limit(int period) {
    for (int g = 0; g < feeder.generators().size(); g++) {
      Generator generator = feeder.generators().get(g);
      addWithin(ACTIVE, generator, dispatch.generatorKw()[g], period, 0);
      addWithin(REACTIVE, generator, dispatch.generatorKvar()[g], period, 0);
    }
    dispatch.substationVoltagePu()[period] =
        Math.clamp(
            dispatch.substationVoltagePu()[period],
            feeder.bus(0).voltageMinPu(),
            feeder.bus(0).voltageMaxPu());
  }

  private PowerFlowStatus solve(PowerFlow flow, int period) {
    double[] active = new double[feeder.busCount()];
    double[] reactive = new double[feeder.busCount()];
    for (int i = 0; i < active.length; i++) {
      active[i] = scenario.activeLoadMw(i, period);
      reactive[i] = scenario.reactiveLoadMvar(i, period);
    }
    for (int s = 0; s < scenario.sessions().size(); s++) {
      double kw = dispatch.chargeKw()[s][period] - dispatch.dischargeKw()[s][period];
      active[scenario.busOf(scenario.stationOf(s))] += kw / 1000;
    }
    for (int g = 0; g < feeder.generators().size(); g++) {
      if (feeder.generatorBus(g) != 0) {
        active[feeder.generatorBus(g)] -= dispatch.generatorKw()[g][period] / 1000;
        reactive[feeder.generatorBus(g)] -= dispatch.generatorKvar()[g][period] / 1000;
      }
    }
    return flow.solve(dispatch.substationVoltagePu()[period], active, reactive);
  }

  private void supply(int period, PowerFlow flow) {
    share(ACTIVE, dispatch.generatorKw(), period, 1000 * flow.substationActiveMw());
    share(REACTIVE, dispatch.generatorKvar(), period, 1000 * flow.substationReactiveMvar());
  }

  private void share(Kind kind, double[][] power, int period, double needed) {
    int[] there =
        IntStream.range(0, power.length).filter(g -> feeder.generatorBus(g) == 0).toArray();
    double left = needed;
    for (int g : there) {
      left -= power[g][period];
    }
    for (int g : there) {
      left = addWithin(kind, feeder.generators().get(g), power[g], period, left);
    }
    if (there.length > 0) {
      power[there[0]][period] += left;
    }
  }

  /** Adds to a generator's power as far as its limits allow. Returns what is left. */
  private static double addWithin(
      Kind kind, Generator generator, double[] power, int period, double more) {
    double wanted = power[period] + more;
    power[period] =
        Math.clamp(
            wanted,
            1000 * kind.least().applyAsDouble(generator),
            1000 * kind.most().applyAsDouble(generator));
    return wanted - power[period];
  }
}
