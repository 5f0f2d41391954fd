package io.evenflow.method;

import io.evenflow.coordination.Coupling;
import io.evenflow.coordination.Cut;
import io.evenflow.coordination.MissesAsCost;
import io.evenflow.coordination.Plan;
import io.evenflow.coordination.Problem;
import io.evenflow.coordination.Reach;
import io.evenflow.coordination.Region;
import io.evenflow.coordination.Resource;
import io.evenflow.network.GridCoupling;
import io.evenflow.scenario.Dispatch;
import io.evenflow.scenario.Scenario;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A scenario as resources ({@link DayResources}), couplings ({@link DayCouplings}) and the rows
 * between them ({@link DayRows}), and a plan of these as a schedule ({@link DayDispatch}): the one
 * place where the one becomes the other.
 */
final class DayProblem {
  private final Scenario scenario;
  private final DayResources resources;
  private final DayCouplings couplings;
  private final DayDispatch schedules;
  private final Problem problem;

  private final DayRows rows;

  private DayProblem(Scenario scenario, @Nullable Visitors visitors) {
    this.scenario = scenario;
    rows = new DayRows(scenario);
    resources = new DayResources(scenario, rows);
    couplings = new DayCouplings(scenario, rows);
    schedules = new DayDispatch(scenario, rows, resources, couplings.grids());
    Reach beside = visitors == null ? Reach.NONE : visitors.reach(scenario, this::stationRow);
    problem = new Problem(rows.rows(), resources.all(), couplings.all(), beside);
  }

  static DayProblem of(Scenario scenario) {
    return new DayProblem(scenario, null);
  }

  /** The day of a feeder with visitors, whose powers are part of the scenario's loads already. */
  static DayProblem of(Scenario scenario, Visitors visitors) {
    return new DayProblem(scenario, visitors);
  }

  /** Row of what is drawn at a station in a period. */
  int stationRow(int station, int period) {
    return rows.input(scenario.places().ofStation(station), period);
  }

  Problem problem() {
    return problem;
  }

  /** By coupling a word for what it is, see {@link DayCouplings#words}. */
  List<String> couplingWords(int firstPeriod) {
    return couplings.words(firstPeriod);
  }

  /** A period without anything that stores energy, alone. */
  Problem problemOf(int period) {
    List<Resource> others =
        problem.resources().stream()
            .skip(resources.storages())
            .filter(resource -> problem.rows().period()[resource.rows()[0]] == period)
            .toList();
    return new Problem(problem.rows(), others, couplings.of(period));
  }

  /** Whether without anything that stores energy each period is a problem of its own. */
  boolean fallsApart() {
    return scenario.limits().isSubstationVoltageFree() && couplings.areOfSinglePeriods();
  }

  /** The same with missed limits as nothing but a cost. */
  Problem problemOfMisses() {
    List<Coupling> costs = new ArrayList<>();
    problem.couplings().forEach(coupling -> costs.add(new MissesAsCost(coupling)));
    return new Problem(problem.rows(), problem.resources(), costs);
  }

  /**
   * A lower bound on what any plan costs, for next to no time: what couplings say without a power
   * flow makes prices, and resources answer to them without their dynamic programs. Unit: currency.
   */
  double quickBound() {
    List<Cut> cuts = couplings.quickCuts();
    double[] price = problem.rows().price().clone();
    double bound = 0;
    for (int c = 0; c < cuts.size(); c++) {
      int[] rows = problem.couplings().get(c).rows();
      bound += cuts.get(c).intercept();
      for (int i = 0; i < rows.length; i++) {
        price[rows[i]] += cuts.get(c).gradient()[i];
      }
    }
    for (int r = 0; r < problem.resources().size(); r++) {
      bound += resources.quickLeast(r, price);
    }
    return bound;
  }

  /** What a resource costs at least at prices, as in {@link #quickBound}. Unit: currency. */
  double quickLeast(int r, double[] pricePerUnit) {
    return resources.quickLeast(r, pricePerUnit);
  }

  /** Whether anything but what stores energy can be decided. */
  boolean hasOtherChoices() {
    return problem.resources().size() > resources.storages();
  }

  /** What the load alone costs, null where it misses limits. Unit: currency. */
  @Nullable Double costOfLoadAlone() {
    return couplings.cost(new double[problem.rows().size()]);
  }

  /**
   * What couplings cost at amounts by row, null where they miss limits; what tolerances leave to be
   * missed costs nothing. Unit: currency.
   */
  @Nullable Double costOfCouplings(double[] amounts) {
    return couplings.cost(amounts);
  }

  /** The periods whose load no feeder carries, whatever is done; proven. */
  List<Integer> periodsWithoutPowerFlow() {
    Region[] whole = problem.wholeRegions();
    List<GridCoupling> grids = couplings.grids();
    return IntStream.range(0, grids.size())
        .filter(t -> grids.get(t).hasNoPowerFlow(whole[t]))
        .boxed()
        .toList();
  }

  /** What each resource does in a schedule. */
  double[][] amounts(Dispatch dispatch) {
    return schedules.amounts(dispatch);
  }

  /** A plan as a schedule with its cost: the grid is asked what it does with the powers. */
  ScheduledDispatch dispatch(Plan plan) {
    Dispatch dispatch = schedules.of(plan);
    return new ScheduledDispatch(dispatch, DayCost.of(scenario, dispatch));
  }
}
