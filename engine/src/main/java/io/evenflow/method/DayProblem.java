package io.evenflow.method;

import io.evenflow.coordination.Answer;
import io.evenflow.coordination.Coupling;
import io.evenflow.coordination.MissesAsCost;
import io.evenflow.coordination.Plan;
import io.evenflow.coordination.Problem;
import io.evenflow.coordination.Region;
import io.evenflow.coordination.Resource;
import io.evenflow.coordination.Rows;
import io.evenflow.formulation.PerUnit;
import io.evenflow.grid.GenerationCost;
import io.evenflow.network.GridCoupling;
import io.evenflow.network.GridInputs;
import io.evenflow.network.GridInputs.Input;
import io.evenflow.network.GridInputs.Quantity;
import io.evenflow.network.InputTrees;
import io.evenflow.resource.IntervalResource;
import io.evenflow.scenario.Cost;
import io.evenflow.scenario.Dispatch;
import io.evenflow.scenario.Scenario;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A scenario as resources, couplings and the rows between them, and a plan of these as a schedule:
 * the one place where the one becomes the other.
 *
 * <p>A row is one of the grid's {@link GridInputs} in a period: the net power of a station, what a
 * generator along the feeder draws, the substation's voltage.
 */
final class DayProblem {
  private final Scenario scenario;
  private final SessionRows sessions;
  private final GridInputs inputs;
  private final Problem problem;
  private final List<GridCoupling> grids = new ArrayList<>();

  /** By generator: the input of its active and of its reactive power, −1 where that is fixed. */
  private final int[] activeInput;

  private final int[] reactiveInput;

  private DayProblem(Scenario scenario) {
    this.scenario = scenario;
    sessions = new SessionRows(scenario);
    PerUnit perUnit = new PerUnit(scenario.feeder());
    inputs = new GridInputs(scenario);
    activeInput = inputsOf(Quantity.ACTIVE_POWER);
    reactiveInput = inputsOf(Quantity.REACTIVE_POWER);
    InputTrees trees = new InputTrees(scenario.feeder(), perUnit, inputs);
    for (int t = 0; t < scenario.periods(); t++) {
      int period = t;
      int[] rows = IntStream.range(0, inputs.size()).map(i -> row(i, period)).toArray();
      grids.add(new GridCoupling(scenario, trees, t, rows));
    }
    List<Resource> resources = new ArrayList<>(sessions.resources());
    resources.addAll(intervals());
    problem = new Problem(rows(), resources, List.copyOf(grids));
  }

  static DayProblem of(Scenario scenario) {
    return new DayProblem(scenario);
  }

  private int[] inputsOf(Quantity quantity) {
    int[] of = new int[scenario.feeder().generators().size()];
    Arrays.fill(of, -1);
    for (int i = 0; i < inputs.size(); i++) {
      if (inputs.get(i).isGenerator() && inputs.get(i).quantity() == quantity) {
        of[inputs.get(i).generator()] = i;
      }
    }
    return of;
  }

  private int row(int input, int period) {
    return input * scenario.periods() + period;
  }

  private Rows rows() {
    int size = inputs.size() * scenario.periods();
    int[] place = new int[size];
    int[] period = new int[size];
    double[] price = new double[size];
    for (int i = 0; i < inputs.size(); i++) {
      for (int t = 0; t < scenario.periods(); t++) {
        place[row(i, t)] = i;
        period[row(i, t)] = t;
        boolean station = i < scenario.stations().size();
        price[row(i, t)] = station ? sessions.price(t) : 0;
      }
    }
    return new Rows(place, period, price);
  }

  /** Generators along the feeder by period, and the substation's voltage by period or for all. */
  private List<Resource> intervals() {
    List<Resource> resources = new ArrayList<>();
    for (int i = scenario.stations().size(); i < inputs.size(); i++) {
      Input input = inputs.get(i);
      boolean voltage = input.quantity() == Quantity.VOLTAGE_SQUARED;
      if (voltage && !scenario.limits().isSubstationVoltageFree()) {
        int tap = i;
        int[] all = IntStream.range(0, scenario.periods()).map(t -> row(tap, t)).toArray();
        resources.add(interval("voltage", input, all, IntervalResource.OwnCost.NONE));
        continue;
      }
      for (int t = 0; t < scenario.periods(); t++) {
        resources.add(interval(name(input, t), input, new int[] {row(i, t)}, ownCost(input, t)));
      }
    }
    return resources;
  }

  private static String name(Input input, int period) {
    return input.quantity() + " of generator " + input.generator() + " in period " + period;
  }

  private IntervalResource interval(
      String id, Input input, int[] rows, IntervalResource.OwnCost cost) {
    double resting =
        input.quantity() == Quantity.VOLTAGE_SQUARED
            ? Math.clamp(GridInputs.VOLTAGE_PARTS, input.least(), input.most())
            : Math.clamp(0, input.least(), input.most());
    return new IntervalResource(id, rows, input.least(), input.most(), resting, cost);
  }

  private IntervalResource.OwnCost ownCost(Input input, int period) {
    boolean active = input.isGenerator() && input.quantity() == Quantity.ACTIVE_POWER;
    GenerationCost cost =
        active ? scenario.generationCost(input.generator(), period) : GenerationCost.ZERO;
    double hours = active ? scenario.horizon().hours(period) : 0;
    return new IntervalResource.OwnCost(hours, cost);
  }

  Problem problem() {
    return problem;
  }

  /** A period without any vehicle: generators, voltage and grid of that period alone. */
  Problem problemOf(int period) {
    List<Resource> others =
        problem.resources().stream()
            .skip(scenario.sessions().size())
            .filter(resource -> problem.rows().period()[resource.rows()[0]] == period)
            .toList();
    return new Problem(problem.rows(), others, List.of(grids.get(period)));
  }

  /** The same with missed limits as nothing but a cost. */
  Problem problemOfMisses() {
    List<Coupling> couplings = new ArrayList<>();
    grids.forEach(grid -> couplings.add(new MissesAsCost(grid)));
    return new Problem(problem.rows(), problem.resources(), couplings);
  }

  /** Whether anything but vehicles can be decided. */
  boolean hasOtherChoices() {
    return problem.resources().size() > scenario.sessions().size();
  }

  /** What the load alone costs, null where it misses limits. Unit: currency. */
  @Nullable Double costOfLoadAlone() {
    double sum = 0;
    double[] none = new double[inputs.size()];
    for (GridCoupling grid : grids) {
      sum += grid.operate(none);
      if (!(grid.missedKw() <= Answer.WHOLE)) {
        return null;
      }
    }
    return sum;
  }

  /** The periods whose load no feeder carries, whatever is done; proven. */
  List<Integer> periodsWithoutPowerFlow() {
    Region[] whole = problem.wholeRegions();
    return IntStream.range(0, whole.length)
        .filter(t -> grids.get(t).hasNoPowerFlow(whole[t]))
        .boxed()
        .toList();
  }

  /** What each resource does in a schedule. */
  double[][] amounts(Dispatch dispatch) {
    double[][] amounts = new double[problem.resources().size()][];
    for (int r = 0; r < amounts.length; r++) {
      int[] rows = problem.resources().get(r).rows();
      amounts[r] = new double[rows.length];
      for (int i = 0; i < rows.length; i++) {
        int period = problem.rows().period()[rows[i]];
        amounts[r][i] =
            r < scenario.sessions().size()
                ? dispatch.chargeKw()[r][period] - dispatch.dischargeKw()[r][period]
                : given(inputs.get(problem.rows().place()[rows[i]]), period, dispatch);
      }
    }
    return amounts;
  }

  /** What a schedule says of an input that is no station's, within its range. */
  private static double given(Input input, int period, Dispatch dispatch) {
    double amount =
        switch (input.quantity()) {
          case ACTIVE_POWER -> -dispatch.generatorKw()[input.generator()][period];
          case REACTIVE_POWER -> -dispatch.generatorKvar()[input.generator()][period];
          case VOLTAGE_SQUARED ->
              Math.pow(dispatch.substationVoltagePu()[period], 2) * GridInputs.VOLTAGE_PARTS;
        };
    return Math.clamp(amount, input.least(), input.most());
  }

  /** A plan as a schedule with its cost: the grid is asked what it does with the powers. */
  ScheduledDispatch dispatch(Plan plan) {
    Dispatch dispatch = sessions.powers(plan);
    double generation = 0;
    for (int t = 0; t < scenario.periods(); t++) {
      operate(t, plan, dispatch);
      for (int g = 0; g < scenario.feeder().generators().size(); g++) {
        double mw = dispatch.generatorKw()[g][t] / 1000;
        generation += scenario.horizon().hours(t) * scenario.generationCost(g, t).perHour(mw);
      }
    }
    Cost cost = new Cost(generation, sessions.charging(plan), sessions.shortfall(plan));
    return new ScheduledDispatch(dispatch, cost);
  }

  private void operate(int period, Plan plan, Dispatch dispatch) {
    double[] amounts = new double[inputs.size()];
    for (int i = 0; i < amounts.length; i++) {
      amounts[i] = plan.amounts()[row(i, period)];
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
    dispatch.generatorKw()[inputs.slack()][period] = grid.generatorKw();
    dispatch.generatorKvar()[inputs.slack()][period] = grid.generatorKvar();
    dispatch.substationVoltagePu()[period] = grid.substationVoltagePu();
  }
}
