package io.evenflow.method;

import io.evenflow.coordination.Coordinator;
import io.evenflow.coordination.Futures;
import io.evenflow.coordination.Plan;
import io.evenflow.coordination.Problem;
import io.evenflow.coordination.Profile;
import io.evenflow.coordination.QuickLeast;
import io.evenflow.coordination.Resource;
import io.evenflow.coordination.Terms;
import io.evenflow.method.Watcher.Progress;
import io.evenflow.resource.StorageResource;
import io.evenflow.scenario.Dispatch;
import io.evenflow.scenario.Scenario;
import io.evenflow.scenario.ScenarioException;
import io.evenflow.scenario.Status;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A day of which several futures are possible: those who are here have one schedule whatever comes,
 * while sessions that come in one of the futures, PV and generators do what is best in it. What is
 * minimised is the expected cost, and plan and bound are those of {@link Certified}: a two-stage
 * stochastic program in its extensive form.
 */
public final class UncertainDay {
  private final List<Future> futures;
  private final int here;
  private final List<DayProblem> days;
  private final Futures whole;
  private @Nullable PlanMemory memory;

  /**
   * One of the futures.
   *
   * @param scenario the day as it would be
   * @param probability above 0; those of all futures sum to 1
   */
  public record Future(Scenario scenario, double probability) {}

  /**
   * What was found.
   *
   * @param status "optimal" where expected cost and bound agree within the gap asked for
   * @param objective expected cost, null where there is no plan. Unit: the scenarios' currency
   * @param bound proven lower bound of the expected cost of every plan. Unit: likewise
   * @param withoutVehicles expected cost without vehicles, null where unknown. Unit: likewise
   * @param unavoidable expected cost of energy missing that no plan avoids. Unit: likewise
   * @param dispatch by future, empty where there is no plan; the schedules of those who are here
   *     are the same in all. Whoever hands them out checks them
   * @param cost by future, likewise. Unit: currency
   */
  public record Outcome(
      Status status,
      @Nullable Double objective,
      double bound,
      @Nullable Double withoutVehicles,
      double unavoidable,
      List<Dispatch> dispatch,
      List<Double> cost) {
    /**
     * (objective − bound) / max(1, what vehicles cost beyond what nobody avoids), as that of a
     * {@link io.evenflow.scenario.Result}; null where there is no plan.
     */
    public @Nullable Double gap() {
      Double found = objective;
      if (found == null) {
        return null;
      }
      double size = withoutVehicles == null ? found : found - withoutVehicles - unavoidable;
      return (found - bound) / Math.max(1, Math.abs(size));
    }

    /** The same where somebody changed the plan, at another expected cost. */
    public Outcome withObjective(double other) {
      return new Outcome(status, other, bound, withoutVehicles, unavoidable, dispatch, cost);
    }
  }

  /**
   * @param futures of the same feeder, stations and periods
   * @param here the first so many sessions of each are here already, and the same in all; all
   *     vehicles and batteries are
   * @throws ScenarioException where the futures differ in what must be the same
   */
  public UncertainDay(List<Future> futures, int here) {
    this.futures = List.copyOf(futures);
    this.here = here;
    requireSame();
    days = futures.stream().map(future -> DayProblem.of(future.scenario())).toList();
    List<Problem> problems = days.stream().map(DayProblem::problem).toList();
    double[] probability = futures.stream().mapToDouble(Future::probability).toArray();
    int[][] shared = new int[days.size()][];
    for (int f = 0; f < shared.length; f++) {
      shared[f] = whoDecidesBefore(futures.get(f).scenario());
    }
    whole = new Futures(problems, probability, shared);
  }

  /** Sessions that are here, then vehicles and batteries, as {@link DayResources} has them. */
  private int[] whoDecidesBefore(Scenario scenario) {
    int sessions = scenario.sessions().size();
    int others = scenario.vehicles().size() + scenario.batteries().size();
    return IntStream.concat(IntStream.range(0, here), IntStream.range(sessions, sessions + others))
        .toArray();
  }

  private void requireSame() {
    double sum = 0;
    Scenario first = futures.getFirst().scenario();
    for (Future future : futures) {
      Scenario scenario = future.scenario();
      sum += future.probability();
      require(future.probability() > 0, scenario, "probability", "above 0");
      require(scenario.horizon().equals(first.horizon()), scenario, "horizon", "the same");
      require(scenario.network().equals(first.network()), scenario, "feeder", "the same");
      require(scenario.stations().equals(first.stations()), scenario, "stations", "the same");
      require(scenario.vehicles().equals(first.vehicles()), scenario, "vehicles", "the same");
      require(scenario.batteries().equals(first.batteries()), scenario, "batteries", "the same");
      boolean hasAll = scenario.sessions().size() >= here && first.sessions().size() >= here;
      require(
          hasAll && scenario.sessions().subList(0, here).equals(first.sessions().subList(0, here)),
          scenario,
          "sessions",
          "the same " + here + " at first");
    }
    require(Math.abs(sum - 1) < 1e-9, first, "probability", "1 in sum, not " + sum);
  }

  private static void require(boolean holds, Scenario scenario, String field, String bound) {
    if (!holds) {
      throw new ScenarioException(
          "scenario '%s': %s must be %s in all scenarios of an uncertain day"
              .formatted(scenario.name(), field, bound),
          "Maybe a scenario is of another day or of another site.");
    }
  }

  /** The plan that costs least to expect, anytime as {@link Certified} is. */
  public Outcome plan(Settings settings, Watcher watcher) {
    return plan(settings, watcher, null);
  }

  /**
   * The same, from powers that are known, such as those of the last plan.
   *
   * @param startKw net powers of the sessions that are here, by session and period; what comes, and
   *     all else, does as little as it can in it. Null for none. Unit: kW
   */
  public Outcome plan(Settings settings, Watcher watcher, double @Nullable [][] startKw) {
    return plan(settings, watcher, startKw, null, 0);
  }

  /**
   * The same, from what the last plan left.
   *
   * @param last null for none
   * @param firstPeriod number of period 0 in the site's day
   */
  public Outcome plan(
      Settings settings,
      Watcher watcher,
      double @Nullable [][] startKw,
      @Nullable PlanMemory last,
      int firstPeriod) {
    Run run = new Run(settings, watcher);
    Double withoutVehicles = withoutVehicles(run);
    Terms terms =
        new Terms(
            settings.gap(),
            run.remainingSeconds(),
            Math.max(mean(MissCost::first), last == null ? 0 : last.missCost()),
            scenarios().stream().mapToDouble(MissCost::evenForMinimumPowers).max().orElseThrow(),
            withoutVehicles);
    Coordinator coordinator =
        new Coordinator(
            whole.problem(),
            terms,
            run::stopRequested,
            (stage, round, objective, bound, resources) ->
                run.progress(new Progress(stage, round, objective, bound, resources)));
    double[][] start = startKw == null ? null : amounts(startKw);
    if (start == null) {
      coordinator.run();
    }
    List<String> words = words(firstPeriod);
    if (start != null && last != null) {
      last.run(coordinator, start, words, firstPeriod, QuickLeast.NONE);
    } else if (coordinator.plan() == null && !run.mustStop()) {
      coordinator.runOn(start);
    }
    memory = PlanMemory.of(coordinator, words, firstPeriod);
    Plan plan = coordinator.plan();
    if (plan == null) {
      boolean infeasible = coordinator.bound() == Double.POSITIVE_INFINITY;
      Status status = run.mustStop() ? Status.TIME_LIMIT : Status.FAILED;
      return new Outcome(
          infeasible ? Status.INFEASIBLE : status,
          null,
          coordinator.bound(),
          withoutVehicles,
          unavoidable(),
          List.of(),
          List.of());
    }
    return outcome(plan, coordinator.bound(), withoutVehicles, settings);
  }

  /** What the last plan leaves to the next one; null where nothing was proven. */
  public @Nullable PlanMemory memory() {
    return memory;
  }

  /** By coupling of the whole a word for what it is. */
  private List<String> words(int firstPeriod) {
    List<String> words = new ArrayList<>();
    for (int f = 0; f < days.size(); f++) {
      String future = f + ": ";
      days.get(f).couplingWords(firstPeriod).forEach(each -> words.add(future + each));
    }
    return words;
  }

  /** By resource of the whole; null where one must do something whatever it costs. */
  private double @Nullable [][] amounts(double[][] startKw) {
    List<Resource> resources = whole.problem().resources();
    double[][] amounts = new double[resources.size()][];
    for (int r = 0; r < amounts.length; r++) {
      Profile idle = resources.get(r).idle();
      if (idle == null) {
        return null;
      }
      amounts[r] = idle.amounts();
    }
    for (int s = 0; s < here; s++) {
      StorageResource session = (StorageResource) resources.get(s);
      double[] byPeriod = startKw[s];
      double[] bySteps =
          session.storage().steps().stream().mapToDouble(step -> byPeriod[step.period()]).toArray();
      amounts[s] = session.amounts(bySteps);
    }
    return amounts;
  }

  private Outcome outcome(
      Plan plan, double proven, @Nullable Double withoutVehicles, Settings settings) {
    List<Dispatch> dispatches = new ArrayList<>();
    List<Double> costs = new ArrayList<>();
    double expected = 0;
    for (int f = 0; f < days.size(); f++) {
      ScheduledDispatch found = days.get(f).dispatch(whole.planOf(f, plan));
      expected += futures.get(f).probability() * found.cost().total();
      dispatches.add(found.dispatch());
      costs.add(found.cost().total());
    }
    double bound = Math.min(proven, expected);
    double unavoidable = unavoidable();
    Outcome open =
        new Outcome(
            Status.FEASIBLE, expected, bound, withoutVehicles, unavoidable, dispatches, costs);
    Double gap = open.gap();
    return gap != null && gap <= settings.gap()
        ? new Outcome(
            Status.OPTIMAL, expected, bound, withoutVehicles, unavoidable, dispatches, costs)
        : open;
  }

  private List<Scenario> scenarios() {
    return futures.stream().map(Future::scenario).toList();
  }

  private double mean(ToDoubleFunction<Scenario> of) {
    return futures.stream()
        .mapToDouble(future -> future.probability() * of.applyAsDouble(future.scenario()))
        .sum();
  }

  private double unavoidable() {
    return mean(Scenario::unavoidableShortfallCost);
  }

  /** What the load costs is asked once where futures differ in who comes alone. */
  private @Nullable Double withoutVehicles(Run run) {
    Scenario first = futures.getFirst().scenario().withSessions(List.of());
    boolean isSame = scenarios().stream().allMatch(each -> isSameDay(each, first));
    if (isSame) {
      return WithoutVehicles.cost(
          futures.getFirst().scenario(),
          days.getFirst(),
          run.remainingSeconds(),
          run::stopRequested);
    }
    double sum = 0;
    for (int f = 0; f < days.size(); f++) {
      Double cost =
          WithoutVehicles.cost(
              futures.get(f).scenario(),
              days.get(f),
              run.remainingSeconds() / days.size(),
              run::stopRequested);
      if (cost == null) {
        return null;
      }
      sum += futures.get(f).probability() * cost;
    }
    return sum;
  }

  private static boolean isSameDay(Scenario one, Scenario other) {
    return one.network().equals(other.network())
        && one.prices().equals(other.prices())
        && one.loads().equals(other.loads())
        && one.limits().equals(other.limits())
        && one.branchScaling().equals(other.branchScaling())
        && Arrays.equals(one.substationCostPerMwh(), other.substationCostPerMwh())
        && one.equipment().equals(other.equipment());
  }
}
