package io.evenflow.method;

import io.evenflow.coordination.Coordinator;
import io.evenflow.coordination.Coupling;
import io.evenflow.coordination.Plan;
import io.evenflow.coordination.Problem;
import io.evenflow.coordination.Resource;
import io.evenflow.coordination.Rows;
import io.evenflow.coordination.Terms;
import io.evenflow.fleet.Session;
import io.evenflow.fleet.SessionDetails;
import io.evenflow.resource.StorageResource;
import io.evenflow.scenario.Scenario;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A day of which it is known who is here, and of who still comes only what they may be like:
 * several scenarios of equal weight, in which those here have one schedule, and newcomers, the grid
 * and what else can be decided have one for each.
 *
 * <pre>
 * min  own cost and day's prices of those here + 1/S·Σₛ (everything else in scenario s)
 * </pre>
 *
 * It is one problem of the coordination: rows of those here come first, then those of each
 * scenario; the couplings of a scenario see the sum of both ({@link SharedCoupling}), so a session
 * that is here answers to the mean of the scenarios' prices, and the bound is proven as that of a
 * day is.
 */
public final class DayUnderScenarios {
  private final Scenario here;
  private final List<Scenario> scenarios;
  private final List<StorageResource> shared = new ArrayList<>();
  private final List<List<StorageResource>> newcomers = new ArrayList<>();
  private final Problem problem;

  /**
   * @param here the day with those who are here alone
   * @param newcomers of each scenario; sessions at the day's stations, of names that are not here
   */
  public DayUnderScenarios(Scenario here, List<List<Session>> newcomers) {
    if (newcomers.isEmpty()) {
      throw new IllegalArgumentException("a day needs at least one scenario");
    }
    this.here = here;
    double weight = 1.0 / newcomers.size();
    scenarios =
        newcomers.stream()
            .map(each -> here.withSessions(each.stream().map(s -> weighed(s, weight)).toList()))
            .toList();
    DayRows ofShared = new DayRows(here);
    int size = ofShared.rows().size();
    DayResources known = new DayResources(here, ofShared);
    List<Resource> resources = new ArrayList<>(known.all().subList(0, here.sessions().size()));
    resources.forEach(each -> shared.add((StorageResource) each));
    List<Coupling> couplings = new ArrayList<>();
    for (int s = 0; s < scenarios.size(); s++) {
      int offset = (s + 1) * size;
      DayRows rows = new DayRows(scenarios.get(s), offset);
      DayResources own = new DayResources(scenarios.get(s), rows, weight);
      resources.addAll(own.all());
      List<StorageResource> ofScenario = new ArrayList<>();
      for (int i = 0; i < scenarios.get(s).sessions().size(); i++) {
        ofScenario.add((StorageResource) own.all().get(i));
      }
      this.newcomers.add(ofScenario);
      String name = "scenario " + s;
      List<Session> all = new ArrayList<>(here.sessions());
      all.addAll(newcomers.get(s));
      new DayCouplings(here.withSessions(all), rows)
          .all()
          .forEach(each -> couplings.add(new SharedCoupling(each, offset, weight, name)));
    }
    problem = new Problem(rows(ofShared.rows(), scenarios.size()), resources, couplings);
  }

  /** A session whose money counts as much as its scenario. */
  private static Session weighed(Session session, double weight) {
    Double perKwh = session.shortfallCostPerKwh();
    SessionDetails details = session.details();
    return session
        .withDetails(SessionDetails.NONE)
        .withShortfallCost(perKwh == null ? null : weight * perKwh)
        .withDetails(
            new SessionDetails(
                details.targets(),
                weight * details.valueAboveTargetPerKwh(),
                weight * details.valueAtEndPerKwh(),
                weight * details.throughputCostPerKwh(),
                weight * details.startCost(),
                details.minimumRunPeriods(),
                details.powerStepsKw(),
                details.chargingCurve(),
                details.chargingNow()));
  }

  /** Those of who is here, then those of each scenario, at the weight they have. */
  private static Rows rows(Rows one, int scenarios) {
    int size = one.size();
    int places = 1 + Arrays.stream(one.place()).max().orElse(-1);
    int[] place = new int[size * (scenarios + 1)];
    int[] period = new int[place.length];
    double[] price = new double[place.length];
    for (int row = 0; row < place.length; row++) {
      int block = row / size;
      place[row] = block * places + one.place()[row % size];
      period[row] = one.period()[row % size];
      price[row] = one.price()[row % size] / (block == 0 ? 1 : scenarios);
    }
    return new Rows(place, period, price);
  }

  /**
   * What was found.
   *
   * @param netKw of who is here and period of the day; null where no plan keeps the limits of all
   *     scenarios or none was found in time. Unit: kW
   * @param newcomersKw of each scenario's newcomers likewise
   * @param objective the mean cost, +∞ without a plan. Unit: currency
   * @param bound proven lower bound of the mean cost, −∞ where there is none
   */
  public record Found(
      double @Nullable [][] netKw,
      List<double[][]> newcomersKw,
      double objective,
      double bound,
      boolean isOptimal) {}

  /**
   * Plans.
   *
   * @param startKw powers to begin with, by who is here and period, null for none; newcomers do as
   *     little as they can in it
   * @param gap objective − bound as a part of what sessions cost, or of 1 where that is less
   * @param seconds wall time, +∞ for none
   */
  public Found plan(
      double @Nullable [][] startKw, double gap, double seconds, BooleanSupplier stop) {
    Terms terms =
        new Terms(
            gap,
            seconds,
            MissCost.first(here),
            Math.max(
                MissCost.evenForMinimumPowers(here), MissCost.evenForMinimumPowers(everyone())),
            base());
    Coordinator coordinator =
        new Coordinator(problem, terms, stop, (stage, round, objective, bound, resources) -> {});
    double[][] start = startKw == null ? null : amounts(startKw);
    if (start == null) {
      coordinator.run();
    } else {
      coordinator.runOn(start);
    }
    Plan plan = coordinator.plan();
    if (plan == null) {
      return new Found(null, List.of(), Double.POSITIVE_INFINITY, coordinator.bound(), false);
    }
    double objective = plan.objective();
    double bound = Math.min(objective, coordinator.bound());
    Double base = base();
    double unavoidable = problem.resources().stream().mapToDouble(Resource::unavoidableCost).sum();
    double sessions = Math.abs(objective - unavoidable - (base == null ? 0 : base));
    return new Found(
        powers(shared, plan, 0),
        ofNewcomers(plan),
        objective,
        bound,
        objective - bound <= gap * Math.max(1, sessions));
  }

  /** All who may come; names may come again in another scenario. */
  private Scenario everyone() {
    Map<String, Session> all = new LinkedHashMap<>();
    scenarios.forEach(each -> each.sessions().forEach(session -> all.put(session.id(), session)));
    return here.withSessions(List.copyOf(all.values()));
  }

  private @Nullable Double base() {
    DayProblem alone = DayProblem.of(here);
    return alone.hasOtherChoices() ? null : alone.costOfLoadAlone();
  }

  private double @Nullable [][] amounts(double[][] startKw) {
    double[][] amounts = new double[problem.resources().size()][];
    for (int r = 0; r < amounts.length; r++) {
      Resource resource = problem.resources().get(r);
      if (r < shared.size()) {
        amounts[r] = shared.get(r).amounts(bySteps(shared.get(r), startKw[r]));
      } else {
        var idle = resource.idle();
        if (idle == null) {
          return null;
        }
        amounts[r] = idle.amounts().clone();
      }
    }
    return amounts;
  }

  private static double[] bySteps(StorageResource resource, double[] netKw) {
    return resource.storage().steps().stream().mapToDouble(step -> netKw[step.period()]).toArray();
  }

  private double[][] powers(List<StorageResource> resources, Plan plan, int first) {
    double[][] netKw = new double[resources.size()][here.periods()];
    for (int i = 0; i < netKw.length; i++) {
      StorageResource resource = resources.get(i);
      double[] ofSteps = resource.netKw(plan.profile(first + i));
      for (int k = 0; k < ofSteps.length; k++) {
        netKw[i][resource.storage().steps().get(k).period()] = ofSteps[k];
      }
    }
    return netKw;
  }

  private List<double[][]> ofNewcomers(Plan plan) {
    List<double[][]> all = new ArrayList<>();
    for (List<StorageResource> each : newcomers) {
      int first = each.isEmpty() ? 0 : problem.resources().indexOf(each.getFirst());
      all.add(powers(each, plan, first));
    }
    return all;
  }
}
