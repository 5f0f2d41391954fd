package io.evenflow.method;

import io.evenflow.check.TrueImport;
import io.evenflow.check.Verifier;
import io.evenflow.conic.ConicStatus;
import io.evenflow.fleet.Session;
import io.evenflow.fleet.Storage;
import io.evenflow.grid.Bus;
import io.evenflow.grid.Feeder;
import io.evenflow.grid.Generator;
import io.evenflow.scenario.Dispatch;
import io.evenflow.scenario.Result;
import io.evenflow.scenario.Scenario;
import io.evenflow.scenario.SolvedProblem;
import io.evenflow.scenario.Storages;
import io.evenflow.scenario.SubstationVoltage;
import io.evenflow.scenario.Verification;
import io.evenflow.time.Horizon;
import java.util.Arrays;
import java.util.List;

/**
 * What happens without coordination: each vehicle charges at full power from its arrival until its
 * target and its least energy are reached ({@link FullPower}), batteries rest, PV feeds in all it
 * can, and nobody looks at connections and plugs: the check says which break. The grid is run as
 * well as it can be around that; in hours in which no operation keeps all limits, generators stand
 * at the powers of the case file, the substation gives what the AC power flow needs, and the check
 * counts what breaks. Of a tap that stands all day the position is taken, of a few, that breaks the
 * least, and costs the least then.
 */
public final class Uncontrolled implements Method {
  /** Positions of a tap that are tried where it stands all day. */
  private static final int TAP_POSITIONS = 5;

  @Override
  public String name() {
    return "uncontrolled";
  }

  @Override
  public Result coordinate(Scenario scenario, Settings settings, Watcher watcher) {
    Run run = new Run(settings, watcher);
    Assembly assembly = new Assembly(scenario, name(), SolvedProblem.AC, settings, run);
    Double withoutVehicles =
        WithoutVehicles.cost(
            scenario, DayProblem.of(scenario), run.remainingSeconds(), run::stopRequested);
    run.book("withoutVehicles");
    ScheduledDispatch found = best(scenario, run);
    run.book("uncontrolled");
    return assembly.schedule(found.dispatch(), found.cost(), null, withoutVehicles);
  }

  private static ScheduledDispatch best(Scenario scenario, Run run) {
    SubstationVoltage tap = scenario.limits().substationVoltage();
    if (tap == null || tap.perPeriod()) {
      return checked(scenario, scenario).schedule();
    }
    Checked best = checked(scenario, scenario.withSubstationVoltageHeld(tap.maxPu()));
    for (int i = 0; i < TAP_POSITIONS - 1 && !run.mustStop(); i++) {
      double share = (double) i / (TAP_POSITIONS - 1);
      double voltage = tap.minPu() + share * (tap.maxPu() - tap.minPu());
      Checked other = checked(scenario, scenario.withSubstationVoltageHeld(voltage));
      best = other.isBetterThan(best) ? other : best;
    }
    return best.schedule();
  }

  private record Checked(ScheduledDispatch schedule, int broken) {
    boolean isBetterThan(Checked other) {
      return broken < other.broken
          || (broken == other.broken && schedule.cost().total() < other.schedule().cost().total());
    }
  }

  /** The grid of a day run as another allows that differs in its substation's voltage alone. */
  private static Checked checked(Scenario scenario, Scenario held) {
    Dispatch dispatch = dispatch(held);
    TrueImport.setIn(scenario, dispatch);
    Verification verification = Verifier.verify(scenario, dispatch);
    return new Checked(
        new ScheduledDispatch(dispatch, verification.cost()), verification.violations().size());
  }

  private static Dispatch dispatch(Scenario scenario) {
    int periods = scenario.periods();
    int sessions = scenario.sessions().size();
    int generators = scenario.feeder().generators().size();
    Dispatch dispatch =
        new Dispatch(
            new double[sessions][periods],
            new double[sessions][periods],
            new double[generators][periods],
            new double[generators][periods],
            new double[periods],
            Sunshine.all(scenario));
    Storages storages = Storages.of(scenario);
    for (int i = 0; i < storages.size(); i++) {
      if (storages.needsPlug(i)) {
        FullPower.charge(storages.get(i), storages.chargeKw(dispatch, i));
      }
    }
    double[][] placeKw = PlacePowers.kw(scenario, dispatch);
    boolean decided = !DayProblem.of(scenario).hasOtherChoices();
    for (int t = 0; t < periods; t++) {
      if (decided) {
        standStill(scenario.feeder(), t, dispatch);
      } else {
        operateGrid(scenario, t, column(placeKw, t), dispatch);
      }
    }
    return dispatch;
  }

  /** One session alone. Unit of chargeKw: kW. */
  static void charge(Session session, Horizon horizon, double[] chargeKw) {
    FullPower.charge(Storage.of(session, horizon), chargeKw);
  }

  /** Where nothing but vehicles can be decided; what the substation gives is the power flow's. */
  private static void standStill(Feeder feeder, int period, Dispatch dispatch) {
    for (int g = 0; g < feeder.generators().size(); g++) {
      Generator generator = feeder.generators().get(g);
      boolean isFixed = generator.activeMinMw() == generator.activeMaxMw();
      dispatch.generatorKw()[g][period] = isFixed ? 1000 * generator.activeMaxMw() : 0;
      boolean isReactiveFixed = generator.reactiveMinMvar() == generator.reactiveMaxMvar();
      dispatch.generatorKvar()[g][period] =
          isReactiveFixed ? 1000 * generator.reactiveMaxMvar() : 0;
    }
    dispatch.substationVoltagePu()[period] = feeder.substation().voltageMinPu();
  }

  private static double[] column(double[][] byPeriod, int period) {
    return Arrays.stream(byPeriod).mapToDouble(row -> row[period]).toArray();
  }

  private static void operateGrid(
      Scenario scenario, int period, double[] placeKw, Dispatch dispatch) {
    double[] solarKvar = new double[scenario.solar().size()];
    for (int i = 0; i < solarKvar.length; i++) {
      solarKvar[i] = dispatch.assets().solarKvar()[i][period];
    }
    OptimalPowerFlow.Outcome flow = OptimalPowerFlow.solve(scenario, period, placeKw, solarKvar);
    boolean solved = flow.status() == ConicStatus.SOLVED;
    List<Generator> generators = scenario.feeder().generators();
    for (int g = 0; g < generators.size(); g++) {
      Generator generator = generators.get(g);
      dispatch.generatorKw()[g][period] =
          solved ? flow.generatorKw()[g] : 1000 * generator.activePowerMw();
      dispatch.generatorKvar()[g][period] =
          solved ? flow.generatorKvar()[g] : 1000 * generator.reactivePowerMvar();
    }
    dispatch.substationVoltagePu()[period] =
        solved ? flow.substationVoltagePu() : setpoint(scenario.feeder());
  }

  /** Voltage the case's generator at the substation holds, 1 where there is none, within limits. */
  private static double setpoint(Feeder feeder) {
    double setpoint = 1;
    for (int g = feeder.generators().size() - 1; g >= 0; g--) {
      if (feeder.generatorBus(g) == 0) {
        setpoint = feeder.generators().get(g).voltageSetpointPu();
      }
    }
    Bus substation = feeder.substation();
    return Math.clamp(setpoint, substation.voltageMinPu(), substation.voltageMaxPu());
  }
}
