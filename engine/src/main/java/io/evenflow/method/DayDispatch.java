package io.evenflow.method;

import io.evenflow.coordination.Plan;
import io.evenflow.fleet.Solar;
import io.evenflow.fleet.Storage;
import io.evenflow.network.GridCoupling;
import io.evenflow.network.GridInputs;
import io.evenflow.network.GridInputs.Input;
import io.evenflow.network.GridInputs.Quantity;
import io.evenflow.resource.StorageResource;
import io.evenflow.scenario.Dispatch;
import io.evenflow.scenario.Scenario;
import java.util.Arrays;
import java.util.List;

/** A plan of a day's resources as a schedule, and back. */
final class DayDispatch {
  private final Scenario scenario;
  private final DayRows rows;
  private final DayResources resources;
  private final List<GridCoupling> grids;

  /** By generator: the input of its active and of its reactive power, −1 where that is fixed. */
  private final int[] activeInput;

  private final int[] reactiveInput;

  DayDispatch(Scenario scenario, DayRows rows, DayResources resources, List<GridCoupling> grids) {
    this.scenario = scenario;
    this.rows = rows;
    this.resources = resources;
    this.grids = grids;
    activeInput = inputsOf(Quantity.ACTIVE_POWER);
    reactiveInput = inputsOf(Quantity.REACTIVE_POWER);
  }

  private int[] inputsOf(Quantity quantity) {
    int[] of = new int[scenario.feeder().generators().size()];
    Arrays.fill(of, -1);
    for (int i = 0; i < rows.inputs().size(); i++) {
      Input input = rows.inputs().get(i);
      if (input.isGenerator() && input.quantity() == quantity) {
        of[input.generator()] = i;
      }
    }
    return of;
  }

  /** The schedule of a plan; the grid is asked what it does with the powers. */
  Dispatch of(Plan plan) {
    int generators = scenario.feeder().generators().size();
    int periods = scenario.periods();
    Dispatch dispatch =
        new Dispatch(
            new double[scenario.sessions().size()][periods],
            new double[scenario.sessions().size()][periods],
            new double[generators][periods],
            new double[generators][periods],
            new double[periods],
            Dispatch.Assets.idle(scenario));
    storages(plan, dispatch);
    solar(plan, dispatch.assets());
    for (int t = 0; t < periods; t++) {
      operate(t, plan, dispatch);
    }
    return dispatch;
  }

  private void storages(Plan plan, Dispatch dispatch) {
    for (int r = 0; r < resources.storages(); r++) {
      StorageResource resource = resources.storage(r);
      double[] netKw = resource.netKw(plan.profile(r));
      List<Storage.Step> steps = resource.storage().steps();
      for (int k = 0; k < netKw.length; k++) {
        int t = steps.get(k).period();
        resources.charge(dispatch, r)[t] = Math.max(0, netKw[k]);
        resources.discharge(dispatch, r)[t] = Math.max(0, -netKw[k]);
      }
    }
  }

  private void solar(Plan plan, Dispatch.Assets assets) {
    for (int i = 0; i < scenario.solar().size(); i++) {
      Solar plant = scenario.solar().get(i);
      for (int t = 0; t < scenario.periods(); t++) {
        int r = resources.ofSolar(i, t);
        double kw = plant.curtailable() ? 0 : plant.availableKw().at(t);
        double kvar = -plant.drawnKvarPerKw() * kw;
        if (r >= 0) {
          double[] amounts = plan.profile(r).amounts();
          kw = plant.curtailable() ? -amounts[0] : kw;
          boolean isReactive = amounts.length > 1 || !plant.curtailable();
          kvar = isReactive ? -amounts[amounts.length - 1] : 0;
        }
        assets.solarKw()[i][t] = kw;
        assets.solarKvar()[i][t] = kvar + 0.0;
      }
    }
  }

  /** What each resource does in a schedule. */
  double[][] amounts(Dispatch dispatch) {
    double[][] amounts = new double[resources.all().size()][];
    for (int r = 0; r < amounts.length; r++) {
      amounts[r] = new double[resources.all().get(r).rows().length];
    }
    for (int r = 0; r < resources.storages(); r++) {
      double[] charge = resources.charge(dispatch, r);
      double[] discharge = resources.discharge(dispatch, r);
      StorageResource resource = resources.storage(r);
      double[] netKw =
          resource.storage().steps().stream()
              .mapToDouble(step -> charge[step.period()] - discharge[step.period()])
              .toArray();
      amounts[r] = resource.amounts(netKw);
    }
    for (int i = 0; i < scenario.solar().size(); i++) {
      for (int t = 0; t < scenario.periods(); t++) {
        int r = resources.ofSolar(i, t);
        if (r >= 0) {
          boolean isActive = scenario.solar().get(i).curtailable();
          double kvar = -dispatch.assets().solarKvar()[i][t];
          amounts[r][amounts[r].length - 1] = kvar;
          amounts[r][0] = isActive ? -dispatch.assets().solarKw()[i][t] : kvar;
        }
      }
    }
    for (int r = 0; r < amounts.length; r++) {
      int row = amounts[r].length == 0 ? -1 : resources.all().get(r).rows()[0];
      if (row >= 0 && r >= resources.inputs()) {
        Arrays.setAll(amounts[r], i -> given(row, dispatch));
      }
    }
    return amounts;
  }

  /** What a schedule says of an input that is neither a place's nor PV's, within its range. */
  private double given(int row, Dispatch dispatch) {
    int period = row % scenario.periods();
    Input input = rows.inputs().get(row / scenario.periods());
    double amount =
        switch (input.quantity()) {
          case ACTIVE_POWER -> -dispatch.generatorKw()[input.generator()][period];
          case REACTIVE_POWER -> -dispatch.generatorKvar()[input.generator()][period];
          case VOLTAGE_SQUARED ->
              Math.pow(dispatch.substationVoltagePu()[period], 2) * GridInputs.VOLTAGE_PARTS;
        };
    return Math.clamp(amount, input.least(), input.most());
  }

  private void operate(int period, Plan plan, Dispatch dispatch) {
    double[] amounts = new double[rows.inputs().size()];
    for (int i = 0; i < amounts.length; i++) {
      amounts[i] = plan.amounts()[rows.input(i, period)];
    }
    GridCoupling grid = grids.get(period);
    grid.operate(amounts);
    for (int g = 0; g < scenario.feeder().generators().size(); g++) {
      var generator = scenario.feeder().generators().get(g);
      int p = activeInput[g];
      int q = reactiveInput[g];
      dispatch.generatorKw()[g][period] = p < 0 ? 1000 * generator.activeMaxMw() : -amounts[p];
      dispatch.generatorKvar()[g][period] =
          q < 0 ? 1000 * generator.reactiveMaxMvar() : -amounts[q];
    }
    dispatch.generatorKw()[rows.inputs().slack()][period] = grid.generatorKw();
    dispatch.generatorKvar()[rows.inputs().slack()][period] = grid.generatorKvar();
    dispatch.substationVoltagePu()[period] = grid.substationVoltagePu();
  }
}
