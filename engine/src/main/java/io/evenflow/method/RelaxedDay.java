package io.evenflow.method;

import io.evenflow.coordination.Coupling;
import io.evenflow.coordination.Plan;
import io.evenflow.coordination.Problem;
import io.evenflow.coordination.Resource;
import io.evenflow.coordination.Rows;
import io.evenflow.fleet.PowerRange;
import io.evenflow.formulation.PerUnit;
import io.evenflow.network.RelaxedCoupling;
import io.evenflow.resource.StorageResource;
import io.evenflow.resource.WeighedStorage;
import io.evenflow.scenario.Cost;
import io.evenflow.scenario.Dispatch;
import io.evenflow.scenario.Scenario;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A scenario as sessions and the convex relaxation of each period's grid, as the paper has it, and
 * a plan of these as a schedule. One row more than those of the stations' powers is what the
 * sessions' binaries weigh.
 */
final class RelaxedDay {
  private final Scenario scenario;
  private final SessionRows rows;
  private final int weightRow;
  private final int[] place;
  private final int[] period;
  private final double[] price;
  private final List<WeighedStorage> sessions = new ArrayList<>();
  private final List<RelaxedCoupling> grids = new ArrayList<>();

  RelaxedDay(Scenario scenario) {
    this.scenario = scenario;
    rows = new SessionRows(scenario);
    PerUnit grid = new PerUnit(scenario.feeder());
    int stations = scenario.stations().size();
    int periods = scenario.periods();
    weightRow = stations * periods;
    place = new int[weightRow + 1];
    period = new int[place.length];
    price = new double[place.length];
    for (int t = 0; t < periods; t++) {
      int now = t;
      int[] own = IntStream.range(0, stations).map(k -> rows.row(k, now)).toArray();
      for (int k = 0; k < stations; k++) {
        place[own[k]] = k;
        period[own[k]] = t;
        price[own[k]] = rows.price(t);
      }
      grids.add(new RelaxedCoupling(scenario, grid, t, own));
    }
    place[weightRow] = stations;
    for (Resource session : rows.resources()) {
      sessions.add(new WeighedStorage((StorageResource) session, weightRow));
    }
  }

  /** The sessions, whose binaries can be weighed. */
  List<WeighedStorage> sessions() {
    return sessions;
  }

  /** Row of what binaries weigh. */
  int weightRow() {
    return weightRow;
  }

  /** Where a unit of weight costs one unit of currency. */
  Problem problemOfWeights() {
    double[] prices = price.clone();
    prices[weightRow] = 1;
    return new Problem(
        new Rows(place, period, prices), List.<Resource>copyOf(sessions), List.copyOf(grids));
  }

  /** Where sessions count what is turned, and more than r must not be. */
  Problem problemWithin(int radius) {
    List<Coupling> couplings = new ArrayList<>(grids);
    couplings.add(new TurnLimit(weightRow, radius, mostKw()));
    return new Problem(new Rows(place, period, price), List.<Resource>copyOf(sessions), couplings);
  }

  private double mostKw() {
    double most = 1;
    for (WeighedStorage session : sessions) {
      for (var step : session.storage().steps()) {
        PowerRange discharge = step.charger().discharge();
        most = Math.max(most, step.charger().charge().maxKw());
        most = Math.max(most, discharge == null ? 0 : discharge.maxKw());
      }
    }
    return most;
  }

  /** A plan as a schedule with its cost: the relaxation is asked what it does with the powers. */
  ScheduledDispatch dispatch(Plan plan) {
    Dispatch dispatch = rows.powers(plan);
    double generation = 0;
    for (int t = 0; t < scenario.periods(); t++) {
      RelaxedCoupling grid = grids.get(t);
      double[] kw = new double[scenario.stations().size()];
      for (int k = 0; k < kw.length; k++) {
        kw[k] = plan.amounts()[rows.row(k, t)];
      }
      generation += grid.ask(kw, null).value();
      for (int g = 0; g < scenario.feeder().generators().size(); g++) {
        dispatch.generatorKw()[g][t] = grid.generatorKw(g);
        dispatch.generatorKvar()[g][t] = grid.generatorKvar(g);
      }
      dispatch.substationVoltagePu()[t] = grid.substationVoltagePu();
    }
    Cost cost = new Cost(generation, rows.charging(plan), rows.shortfall(plan));
    return new ScheduledDispatch(dispatch, cost);
  }
}
