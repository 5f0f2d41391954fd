package io.evenflow.method;

import io.evenflow.coordination.Coupling;
import io.evenflow.coordination.Plan;
import io.evenflow.coordination.Problem;
import io.evenflow.coordination.Resource;
import io.evenflow.coordination.Rows;
import io.evenflow.fleet.Session;
import io.evenflow.formulation.PerUnit;
import io.evenflow.network.GridCoupling;
import io.evenflow.network.StationTree;
import io.evenflow.resource.SessionResource;
import io.evenflow.scenario.Cost;
import io.evenflow.scenario.Dispatch;
import io.evenflow.scenario.Scenario;
import java.util.ArrayList;
import java.util.List;

/**
 * A scenario as resources, couplings and the rows between them, and a plan of these as a schedule:
 * the one place where the one becomes the other.
 *
 * <p>A row is the net power of a station in a period, in kW.
 */
final class DayProblem {
  private final Scenario scenario;
  private final Problem problem;
  private final List<GridCoupling> grids = new ArrayList<>();

  private DayProblem(Scenario scenario, boolean relaxed) {
    this.scenario = scenario;
    PerUnit grid = new PerUnit(scenario.feeder());
    StationTree tree = new StationTree(scenario);
    for (int t = 0; t < scenario.periods(); t++) {
      int[] rows = new int[scenario.stations().size()];
      for (int k = 0; k < rows.length; k++) {
        rows[k] = row(k, t);
      }
      grids.add(new GridCoupling(scenario, grid, tree, t, rows, relaxed));
    }
    problem = new Problem(rows(), sessions(), List.<Coupling>copyOf(grids));
  }

  /** With the grid's AC power flow. */
  static DayProblem of(Scenario scenario) {
    return new DayProblem(scenario, false);
  }

  /** With the grid's convex relaxation, as the paper has it. */
  static DayProblem relaxed(Scenario scenario) {
    return new DayProblem(scenario, true);
  }

  private int row(int station, int period) {
    return station * scenario.periods() + period;
  }

  private Rows rows() {
    int size = scenario.stations().size() * scenario.periods();
    int[] place = new int[size];
    int[] period = new int[size];
    double[] price = new double[size];
    for (int k = 0; k < scenario.stations().size(); k++) {
      for (int t = 0; t < scenario.periods(); t++) {
        place[row(k, t)] = k;
        period[row(k, t)] = t;
        price[row(k, t)] = scenario.horizon().stepHours() * scenario.prices().perKwh(t);
      }
    }
    return new Rows(place, period, price);
  }

  private List<Resource> sessions() {
    List<Resource> resources = new ArrayList<>();
    for (int s = 0; s < scenario.sessions().size(); s++) {
      Session session = scenario.sessions().get(s);
      int[] rows = new int[session.periods()];
      for (int k = 0; k < rows.length; k++) {
        rows[k] = row(scenario.stationOf(s), session.arrival() + k);
      }
      resources.add(new SessionResource(session, scenario.horizon().stepHours(), rows));
    }
    return resources;
  }

  Problem problem() {
    return problem;
  }

  /** Stations' powers by row. */
  double[] amounts(double[][] kwByPeriodAndStation) {
    double[] amounts = new double[problem.rows().size()];
    for (int t = 0; t < kwByPeriodAndStation.length; t++) {
      for (int k = 0; k < kwByPeriodAndStation[t].length; k++) {
        amounts[row(k, t)] = kwByPeriodAndStation[t][k];
      }
    }
    return amounts;
  }

  /** A plan as a schedule with its cost: the grid is asked what it does with the powers. */
  ScheduledDispatch dispatch(Plan plan) {
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
    double shortfall = 0;
    for (int s = 0; s < sessions; s++) {
      double[] netKw = plan.profile(s).amounts();
      int arrival = scenario.sessions().get(s).arrival();
      for (int k = 0; k < netKw.length; k++) {
        dispatch.chargeKw()[s][arrival + k] = Math.max(0, netKw[k]);
        dispatch.dischargeKw()[s][arrival + k] = Math.max(0, -netKw[k]);
      }
      shortfall += plan.profile(s).ownCost();
    }
    double generation = 0;
    for (int t = 0; t < periods; t++) {
      generation += operate(grids.get(t), t, plan, dispatch);
    }
    double charging = 0;
    for (int row = 0; row < plan.amounts().length; row++) {
      charging += problem.rows().price()[row] * plan.amounts()[row];
    }
    return new ScheduledDispatch(dispatch, new Cost(generation, charging, shortfall));
  }

  private double operate(GridCoupling grid, int period, Plan plan, Dispatch dispatch) {
    double[] kw = new double[scenario.stations().size()];
    for (int k = 0; k < kw.length; k++) {
      kw[k] = plan.amounts()[row(k, period)];
    }
    double value = grid.ask(kw, grid.whole(kw, kw)).value();
    for (int g = 0; g < scenario.feeder().generators().size(); g++) {
      dispatch.generatorKw()[g][period] = grid.generatorKw(g);
      dispatch.generatorKvar()[g][period] = grid.generatorKvar(g);
    }
    dispatch.substationVoltagePu()[period] = grid.substationVoltagePu();
    return value;
  }
}
