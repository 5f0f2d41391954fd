package io.evenflow.method;

import io.evenflow.check.TrueImport;
import io.evenflow.check.Verifier;
import io.evenflow.conic.ConicStatus;
import io.evenflow.fleet.LeastEnergy;
import io.evenflow.fleet.PowerRange;
import io.evenflow.fleet.Session;
import io.evenflow.grid.Generator;
import io.evenflow.scenario.Cost;
import io.evenflow.scenario.Dispatch;
import io.evenflow.scenario.Result;
import io.evenflow.scenario.Scenario;
import io.evenflow.scenario.SolvedProblem;
import java.util.List;

/**
 * What happens without coordination: each vehicle charges at full power from its arrival until its
 * target and its least energy are reached. The grid is run as well as it can be around that; in
 * hours in which no operation keeps all limits, generators stand at the powers of the case file,
 * the substation gives what the AC power flow needs, and the check counts what breaks.
 */
public final class Uncontrolled implements Method {
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
    Dispatch dispatch = dispatch(scenario);
    TrueImport.setIn(scenario, dispatch);
    Cost cost = Verifier.verify(scenario, dispatch).cost();
    run.book("uncontrolled");
    return assembly.schedule(dispatch, cost, null, withoutVehicles);
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
            new double[periods]);
    double[][] stationKw = new double[periods][scenario.stations().size()];
    for (int s = 0; s < sessions; s++) {
      charge(scenario.sessions().get(s), scenario.horizon().stepHours(), dispatch.chargeKw()[s]);
      for (int t = 0; t < periods; t++) {
        stationKw[t][scenario.stationOf(s)] += dispatch.chargeKw()[s][t];
      }
    }
    for (int t = 0; t < periods; t++) {
      operateGrid(scenario, t, stationKw[t], dispatch);
    }
    return dispatch;
  }

  /**
   * Full power until the target, or the least energy if that is more. Where the last period would
   * need less than the minimum power, the one before gives up what is missing to it, as far as the
   * least energy lets it.
   */
  static void charge(Session session, double stepHours, double[] chargeKw) {
    PowerRange range = session.charger().charge();
    double kwhPerKw = stepHours * session.charger().chargeEfficiency();
    double goal = Math.max(session.targetEnergyKwh(), session.minEnergyKwh());
    LeastEnergy least = session.leastEnergy(stepHours);
    double energy = session.arrivalEnergyKwh();
    for (int t = session.arrival(); t < session.departure(); t++) {
      double wanted = (goal - energy) / kwhPerKw;
      double room = (session.batteryKwh() - energy) / kwhPerKw;
      if (wanted <= 1e-9) {
        return;
      }
      if (wanted < range.minKw() && t > session.arrival()) {
        double spare = (energy - least.kwh(t - session.arrival())) / kwhPerKw;
        double most = Math.min(spare, chargeKw[t - 1] - range.minKw());
        double given = Math.clamp(range.minKw() - wanted, 0, Math.max(0, most));
        chargeKw[t - 1] -= given;
        energy -= kwhPerKw * given;
        wanted += given;
        room += given;
      }
      double power = Math.clamp(wanted, range.minKw(), range.maxKw());
      if (power > room + 1e-9) {
        return;
      }
      chargeKw[t] = power;
      energy += kwhPerKw * power;
    }
  }

  private static void operateGrid(
      Scenario scenario, int period, double[] stationKw, Dispatch dispatch) {
    OptimalPowerFlow.Outcome flow = OptimalPowerFlow.solve(scenario, period, stationKw);
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
        solved ? flow.substationVoltagePu() : setpoint(scenario);
  }

  /** Voltage the case's generator at the substation holds, 1 where there is none. */
  private static double setpoint(Scenario scenario) {
    for (int g = 0; g < scenario.feeder().generators().size(); g++) {
      if (scenario.feeder().generatorBus(g) == 0) {
        return scenario.feeder().generators().get(g).voltageSetpointPu();
      }
    }
    return 1;
  }
}
