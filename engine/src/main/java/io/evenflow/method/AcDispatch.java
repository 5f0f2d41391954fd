package io.evenflow.method;

import io.evenflow.check.PowerFlow;
import io.evenflow.check.PowerFlowStatus;
import io.evenflow.grid.Feeder;
import io.evenflow.grid.Generator;
import io.evenflow.scenario.Dispatch;
import io.evenflow.scenario.Scenario;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * A solver's dispatch made exact: powers of what moves rid of its tolerance, generators' within
 * their limits, and at the substation what an AC power flow finds that the rest needs. Several
 * generators there share what is missing to it as far as their limits allow; the first takes what
 * is left.
 */
final class AcDispatch {
  private final Scenario scenario;
  private final Feeder feeder;
  private final Dispatch dispatch;

  private AcDispatch(Scenario scenario, Dispatch dispatch) {
    this.scenario = scenario;
    this.feeder = scenario.feeder();
    this.dispatch = dispatch;
  }

  /** Works on the dispatch in place; without a power flow the substation's powers stay. */
  static Dispatch of(Scenario scenario, Dispatch dispatch) {
    new AcDispatch(scenario, dispatch).makeExact();
    return dispatch;
  }

  private void makeExact() {
    CleanPowers.in(scenario, dispatch);
    double[][] placeKw = PlacePowers.kw(scenario, dispatch);
    PowerFlow flow = new PowerFlow(feeder);
    for (int t = 0; t < scenario.periods(); t++) {
      limit(t);
      if (solve(flow, t, placeKw) == PowerFlowStatus.CONVERGED) {
        int period = t;
        share(
            dispatch.generatorKw(), t, 1000 * flow.substationActiveMw(), g -> activeKw(g, period));
        share(
            dispatch.generatorKvar(), t, 1000 * flow.substationReactiveMvar(), this::reactiveKvar);
      }
    }
  }

  /** What a generator can give. Unit: kW, kvar. */
  private record Range(double least, double most) {}

  private Range activeKw(int g, int period) {
    return new Range(
        1000 * scenario.activeMinMw(g, period), 1000 * scenario.activeMaxMw(g, period));
  }

  private Range reactiveKvar(int g) {
    Generator generator = feeder.generators().get(g);
    return new Range(1000 * generator.reactiveMinMvar(), 1000 * generator.reactiveMaxMvar());
  }

  private void limit(int period) {
    for (int g = 0; g < feeder.generators().size(); g++) {
      addWithin(activeKw(g, period), dispatch.generatorKw()[g], period, 0);
      addWithin(reactiveKvar(g), dispatch.generatorKvar()[g], period, 0);
    }
    dispatch.substationVoltagePu()[period] =
        Math.clamp(
            dispatch.substationVoltagePu()[period],
            feeder.bus(0).voltageMinPu(),
            feeder.bus(0).voltageMaxPu());
  }

  private PowerFlowStatus solve(PowerFlow flow, int period, double[][] placeKw) {
    double[] active = new double[feeder.busCount()];
    double[] reactive = new double[feeder.busCount()];
    for (int i = 0; i < active.length; i++) {
      active[i] = scenario.fixedActiveMw(i, period);
      reactive[i] = scenario.reactiveLoadMvar(i, period);
    }
    for (int k = 0; k < placeKw.length; k++) {
      active[scenario.places().bus(k)] += placeKw[k][period] / 1000;
    }
    for (int i = 0; i < scenario.solar().size(); i++) {
      int bus = scenario.busIndexOf(scenario.solar().get(i).location());
      reactive[bus] -= dispatch.assets().solarKvar()[i][period] / 1000;
    }
    for (int g = 0; g < feeder.generators().size(); g++) {
      if (feeder.generatorBus(g) != 0) {
        active[feeder.generatorBus(g)] -= dispatch.generatorKw()[g][period] / 1000;
        reactive[feeder.generatorBus(g)] -= dispatch.generatorKvar()[g][period] / 1000;
      }
    }
    return flow.solve(dispatch.substationVoltagePu()[period], active, reactive);
  }

  private void share(double[][] power, int period, double needed, IntFunction<Range> ranges) {
    int[] there =
        IntStream.range(0, power.length).filter(g -> feeder.generatorBus(g) == 0).toArray();
    double left = needed;
    for (int g : there) {
      left -= power[g][period];
    }
    for (int g : there) {
      left = addWithin(ranges.apply(g), power[g], period, left);
    }
    if (there.length > 0) {
      power[there[0]][period] += left;
    }
  }

  /** Adds to a generator's power as far as its range allows. Returns what is left. */
  private static double addWithin(Range range, double[] power, int period, double more) {
    double wanted = power[period] + more;
    power[period] = Math.clamp(wanted, range.least(), range.most());
    return wanted - power[period];
  }
}
