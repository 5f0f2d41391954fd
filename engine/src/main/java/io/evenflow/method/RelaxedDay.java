package io.evenflow.method;

import io.evenflow.coordination.Coupling;
import io.evenflow.coordination.Plan;
import io.evenflow.coordination.Problem;
import io.evenflow.coordination.Rows;
import io.evenflow.formulation.PerUnit;
import io.evenflow.network.RelaxedCoupling;
import io.evenflow.scenario.Cost;
import io.evenflow.scenario.Dispatch;
import io.evenflow.scenario.Scenario;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A scenario as sessions and the convex relaxation of each period's grid, as the paper has it, and
 * a plan of these as a schedule.
 */
final class RelaxedDay {
  private final Scenario scenario;
  private final SessionRows sessions;
  private final Problem problem;
  private final List<RelaxedCoupling> grids = new ArrayList<>();

  RelaxedDay(Scenario scenario) {
    this.scenario = scenario;
    sessions = new SessionRows(scenario);
    PerUnit grid = new PerUnit(scenario.feeder());
    int stations = scenario.stations().size();
    int periods = scenario.periods();
    int[] place = new int[stations * periods];
    int[] period = new int[place.length];
    double[] price = new double[place.length];
    for (int t = 0; t < periods; t++) {
      int now = t;
      int[] rows = IntStream.range(0, stations).map(k -> sessions.row(k, now)).toArray();
      for (int k = 0; k < stations; k++) {
        place[rows[k]] = k;
        period[rows[k]] = t;
        price[rows[k]] = sessions.price(t);
      }
      grids.add(new RelaxedCoupling(scenario, grid, t, rows));
    }
    Rows rows = new Rows(place, period, price);
    problem = new Problem(rows, sessions.resources(), List.<Coupling>copyOf(grids));
  }

  Problem problem() {
    return problem;
  }

  /** Stations' powers by row. */
  double[] amounts(double[][] kwByPeriodAndStation) {
    double[] amounts = new double[problem.rows().size()];
    for (int t = 0; t < kwByPeriodAndStation.length; t++) {
      for (int k = 0; k < kwByPeriodAndStation[t].length; k++) {
        amounts[sessions.row(k, t)] = kwByPeriodAndStation[t][k];
      }
    }
    return amounts;
  }

  /** A plan as a schedule with its cost: the relaxation is asked what it does with the powers. */
  ScheduledDispatch dispatch(Plan plan) {
    Dispatch dispatch = sessions.powers(plan);
    double generation = 0;
    for (int t = 0; t < scenario.periods(); t++) {
      RelaxedCoupling grid = grids.get(t);
      double[] kw = new double[scenario.stations().size()];
      for (int k = 0; k < kw.length; k++) {
        kw[k] = plan.amounts()[sessions.row(k, t)];
      }
      generation += grid.ask(kw, null).value();
      for (int g = 0; g < scenario.feeder().generators().size(); g++) {
        dispatch.generatorKw()[g][t] = grid.generatorKw(g);
        dispatch.generatorKvar()[g][t] = grid.generatorKvar(g);
      }
      dispatch.substationVoltagePu()[t] = grid.substationVoltagePu();
    }
    Cost cost = new Cost(generation, sessions.charging(plan), sessions.shortfall(plan));
    return new ScheduledDispatch(dispatch, cost);
  }
}
