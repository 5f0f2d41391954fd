package io.evenflow.check;

import io.evenflow.grid.Branch;
import io.evenflow.grid.Bus;
import io.evenflow.grid.Feeder;
import io.evenflow.grid.Generator;
import io.evenflow.scenario.Dispatch;
import io.evenflow.scenario.GridState;
import io.evenflow.scenario.Scenario;
import io.evenflow.scenario.Verification.PeriodFlow;

/** AC power flow of each period under a schedule, and the grid's limits (6)–(9) in it. */
final class GridCheck {
  private final Scenario scenario;
  private final Dispatch dispatch;
  private final Feeder feeder;
  private final PeriodNames periods;
  private final PowerFlow flow;
  private final Violations limits;
  private double maxVoltageViolationPu;
  private double maxBranchOverloadMva;
  private final GridState.Builder state = new GridState.Builder();

  GridCheck(Scenario scenario, Dispatch dispatch, PeriodNames periods, Violations limits) {
    this.scenario = scenario;
    this.dispatch = dispatch;
    this.feeder = scenario.feeder();
    this.periods = periods;
    this.flow = new PowerFlow(feeder);
    this.limits = limits;
  }

  /** Checks a period; {@link PeriodFlow#NONE} where its power flow does not converge. */
  PeriodFlow check(int period) {
    PeriodFlow found = flow(period);
    if (found.converged()) {
      keepState();
    } else {
      state.addNoFlow();
    }
    return found;
  }

  private PeriodFlow flow(int period) {
    generatorBoxes(period);
    NetLoads loads = NetLoads.of(scenario, dispatch, period);
    double voltage = dispatch.substationVoltagePu()[period];
    if (!(voltage > 0 && voltage < Double.POSITIVE_INFINITY)) {
      limits.add(
          "substation, %s: voltage %s p.u. must be a number above 0"
              .formatted(periods.of(period), voltage));
      return PeriodFlow.NONE;
    }
    PowerFlowStatus status = flow.solve(voltage, loads.activeMw(), loads.reactiveMvar());
    if (status != PowerFlowStatus.CONVERGED) {
      limits.add(
          "%s: AC power flow does not converge (%s); most likely the feeder cannot carry this load"
              .formatted(periods.of(period), words(status)));
      return PeriodFlow.NONE;
    }
    voltages(period);
    ratings(period);
    substation(period);
    return result();
  }

  private static String words(PowerFlowStatus status) {
    return status == PowerFlowStatus.DIVERGED ? "voltages collapse" : "no standstill of voltages";
  }

  /** Every bus of the file against its own limits; several may be one bus of the feeder. */
  private void voltages(int period) {
    for (int i = 0; i < feeder.busCount(); i++) {
      double voltage = flow.voltageMagnitudePu(i);
      for (Bus bus : feeder.fileBuses(i)) {
        double outside =
            limits.requireWithin(
                () -> "bus " + bus.number() + ", " + periods.of(period) + ": voltage",
                voltage,
                bus.voltageMinPu(),
                bus.voltageMaxPu(),
                " p.u.",
                Tolerances.VOLTAGE_PU);
        maxVoltageViolationPu = Math.max(maxVoltageViolationPu, outside);
      }
    }
  }

  private void ratings(int period) {
    for (int j = 1; j < feeder.busCount(); j++) {
      Branch branch = feeder.branch(j);
      double overload =
          limits.requireWithin(
              () -> "branch " + branch.label() + ", " + periods.of(period) + ": apparent power",
              flow.apparentPowerMva(j),
              0,
              branch.ratingMva(),
              " MVA",
              Tolerances.RATING_RELATIVE * branch.ratingMva());
      maxBranchOverloadMva = Math.max(maxBranchOverloadMva, overload);
    }
  }

  /** Generators away from the substation give what the schedule says; that must be in their box. */
  private void generatorBoxes(int period) {
    for (int g = 0; g < feeder.generators().size(); g++) {
      if (feeder.generatorBus(g) != 0) {
        Generator generator = feeder.generators().get(g);
        box(
            "generator at bus " + generator.bus() + ", " + periods.of(period),
            dispatch.generatorKw()[g][period],
            dispatch.generatorKvar()[g][period],
            box(g, period));
      }
    }
  }

  /** What the power flow needs from the grid above must be what that may give or take. */
  private void substation(int period) {
    Box box = new Box(0, 0, 0, 0);
    for (int g = 0; g < feeder.generators().size(); g++) {
      if (feeder.generatorBus(g) == 0) {
        box = box.plus(box(g, period));
      }
    }
    box(
        "substation, " + periods.of(period),
        1000 * flow.substationActiveMw(),
        1000 * flow.substationReactiveMvar(),
        box);
  }

  private void box(String object, double activeKw, double reactiveKvar, Box box) {
    double tolerance = Tolerances.GENERATION_KW;
    limits.requireWithin(
        object + ": active power", activeKw, box.minKw, box.maxKw, " kW", tolerance);
    limits.requireWithin(
        object + ": reactive power", reactiveKvar, box.minKvar, box.maxKvar, " kvar", tolerance);
  }

  /** One tap for the day is one voltage in all periods. */
  void checkDay() {
    if (scenario.limits().isSubstationVoltageFree()) {
      return;
    }
    double[] voltage = dispatch.substationVoltagePu();
    int lowest = 0;
    int highest = 0;
    for (int t = 1; t < voltage.length; t++) {
      lowest = voltage[t] < voltage[lowest] ? t : lowest;
      highest = voltage[t] > voltage[highest] ? t : highest;
    }
    if (!(voltage[highest] - voltage[lowest] <= Tolerances.VOLTAGE_PU)) {
      limits.add(
          "substation: voltage is %s p.u. in %s and %s p.u. in %s, and must be the same all day"
              .formatted(
                  Violations.text(voltage[lowest]),
                  periods.of(lowest),
                  Violations.text(voltage[highest]),
                  periods.of(highest)));
    }
  }

  /** What a generator can give, at the substation within limits from outside. */
  private Box box(int g, int period) {
    Generator generator = feeder.generators().get(g);
    return new Box(
        1000 * scenario.activeMinMw(g, period),
        1000 * scenario.activeMaxMw(g, period),
        1000 * generator.reactiveMinMvar(),
        1000 * generator.reactiveMaxMvar());
  }

  private record Box(double minKw, double maxKw, double minKvar, double maxKvar) {
    Box plus(Box other) {
      return new Box(
          minKw + other.minKw,
          maxKw + other.maxKw,
          minKvar + other.minKvar,
          maxKvar + other.maxKvar);
    }
  }

  private PeriodFlow result() {
    int lowest = flow.lowestVoltageBus();
    int highest = flow.highestVoltageBus();
    double shuntMw = 0;
    for (int i = 0; i < feeder.busCount(); i++) {
      shuntMw += feeder.bus(i).shuntConductanceMw() * Math.pow(flow.voltageMagnitudePu(i), 2);
    }
    return new PeriodFlow(
        1000 * flow.substationActiveMw(),
        1000 * (flow.totalLossMw() + shuntMw),
        flow.voltageMagnitudePu(lowest),
        feeder.bus(lowest).number(),
        flow.voltageMagnitudePu(highest),
        feeder.bus(highest).number());
  }

  /** Reactive power from the substation in the period checked last. Unit: kvar. */
  double importKvar() {
    return 1000 * flow.substationReactiveMvar();
  }

  /** Voltage of a bus, by index, in the period checked last. Unit: p.u. */
  double voltagePu(int bus) {
    return flow.voltageMagnitudePu(bus);
  }

  private void keepState() {
    double[] voltagePu = new double[feeder.busCount()];
    double[] apparentMva = new double[voltagePu.length];
    for (int i = 0; i < voltagePu.length; i++) {
      voltagePu[i] = flow.voltageMagnitudePu(i);
      apparentMva[i] = i == 0 ? 0 : flow.apparentPowerMva(i);
    }
    state.add(voltagePu, apparentMva);
  }

  /** The grid in all periods checked so far, in the order of the checks. */
  GridState state() {
    return state.build();
  }

  double maxVoltageViolationPu() {
    return maxVoltageViolationPu;
  }

  double maxBranchOverloadMva() {
    return maxBranchOverloadMva;
  }
}
