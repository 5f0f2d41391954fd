package io.evenflow.live;

import io.evenflow.check.Verifier;
import io.evenflow.fleet.Session;
import io.evenflow.fleet.Vehicle;
import io.evenflow.live.LivePlan.Status;
import io.evenflow.method.PlanMemory;
import io.evenflow.method.Replanning;
import io.evenflow.method.Settings;
import io.evenflow.method.ShareClaim;
import io.evenflow.method.TailRisk;
import io.evenflow.method.UncertainDay;
import io.evenflow.method.Watcher;
import io.evenflow.scenario.Dispatch;
import io.evenflow.scenario.Fairness;
import io.evenflow.scenario.Scenario;
import io.evenflow.scenario.Verification;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Plans what is left of a site's day, again whenever something happened. It answers by its
 * deadline: a schedule that goes on with the last plan is checked first, and what the certified
 * method finds beyond it in time is handed out only after its AC power flow, too.
 *
 * <p>It remembers its last plan; one planner serves one site, and one thread.
 */
public final class Planner {
  /** Part of the sessions' cost that an answer may be away from its bound. */
  public static final double GAP = 1e-3;

  /** Kept for the check of what is found, beyond what the last check took. */
  private static final double CHECK_FACTOR = 2;

  private static final double LEAST_CHECK_SECONDS = 0.003;

  /** Of that, what the check may take. */
  private static final double CHECK_SHARE = 0.7;

  /** A promise is given to the hundredth of a kWh. */
  private static final double PROMISE_STEP_KWH = 0.01;

  private static final double BEST_EFFORT_SECONDS = 2;

  /** Part of what is left of the time in which a share is looked for. */
  private static final double SHARE_TIME = 0.5;

  /** Who misses no more than this part of what it wants has all. */
  private static final double SAME_SHARE = 1e-3;

  private static final Found NOTHING = new Found(null, null);

  private final double gap;
  private final double risk;
  private final boolean shares;
  private @Nullable LivePlan last;
  private @Nullable SiteState lastState;
  private volatile @Nullable PlanMemory memory;
  private volatile @Nullable PlanMemory memoryOfFutures;
  private volatile double checkSeconds = LEAST_CHECK_SECONDS;
  private volatile @Nullable String failure;

  public Planner(double gap) {
    this(gap, 0);
  }

  /**
   * A planner that may look at bad scenarios alone.
   *
   * @param gap part of the sessions' cost that an answer may be away from its bound
   * @param risk part of the scenarios that do not count, the cheapest ones: 0 for the mean of all,
   *     0.9 for the mean of the dearest tenth, see {@link TailRisk}
   */
  public Planner(double gap, double risk) {
    this(gap, risk, false);
  }

  /**
   * A planner that may give all the same share where energy is short.
   *
   * @param shares whether all who are here have the greatest share of what they wanted on arrival
   *     that all can have, promises first, and only then cost counts
   */
  public Planner(double gap, double risk, boolean shares) {
    this.gap = gap;
    this.risk = risk;
    this.shares = shares;
  }

  public Planner() {
    this(GAP);
  }

  /**
   * Plans from a state on, as if nobody came any more.
   *
   * @param deadlineSeconds by when it must answer, +∞ for whenever the gap is reached. Unit: s
   */
  public LivePlan plan(SiteState state, double deadlineSeconds) {
    return plan(state, Forecast.NONE, deadlineSeconds);
  }

  /** The same where something is foreseen; no promise is broken for that. */
  public LivePlan plan(SiteState state, Forecast forecast, double deadlineSeconds) {
    long start = System.nanoTime();
    LivePlan plan = planned(state, forecast, start, deadlineSeconds);
    boolean isHedged = !forecast.equals(Forecast.NONE);
    if (isHedged
        && !plan.notes().isEmpty()
        && deadlineSeconds - seconds(start) > LEAST_CHECK_SECONDS) {
      LivePlan plain = planned(state, Forecast.NONE, start, deadlineSeconds);
      plan = plain.notes().size() < plan.notes().size() ? plain : plan;
    }
    last = plan;
    lastState = state;
    return plan;
  }

  private LivePlan planned(SiteState state, Forecast forecast, long start, double deadlineSeconds) {
    Rest rest = Rest.of(state, forecast);
    Scenario scenario = rest.scenario();
    Proofs proofs = Proofs.begin(scenario);
    Candidate known = checked(scenario, Fallback.of(scenario, lastPowers(rest)), Status.FALLBACK);
    if (scenario.sessions().isEmpty()
        && scenario.vehicles().isEmpty()
        && scenario.batteries().isEmpty()) {
      Candidate idle = known.as(known.holds() ? Status.OPTIMAL : Status.BEST_EFFORT);
      return answer(state, rest, idle, new Found(idle, known.cost()), forecast, start);
    }
    List<List<Session>> newcomers = forecast.newcomers(state, rest);
    double reserve = Math.max(LEAST_CHECK_SECONDS, CHECK_FACTOR * checkSeconds);
    double left = deadlineSeconds - seconds(start) - reserve;
    Found found =
        left > 0
            ? Deadline.run(
                left + CHECK_SHARE * reserve,
                stop -> attempted(rest, state, newcomers, known, proofs, left, stop))
            : null;
    Candidate best = found == null ? known : known.orBetter(found.candidate());
    // what is proven of this day alone says nothing of a mean over scenarios
    boolean isBounded = best.holds() && !best.isOfItsOwn();
    Found whole = found == null ? NOTHING : found;
    return answer(state, rest, best, isBounded ? whole.provenBy(proofs) : whole, forecast, start);
  }

  private static double seconds(long since) {
    return (System.nanoTime() - since) / 1e9;
  }

  /** What the last plan has for the periods of a scenario, by session; null without one. */
  private @Nullable Map<String, double[]> lastPowers(Rest rest) {
    LivePlan plan = last;
    if (plan == null) {
      return null;
    }
    Map<String, double[]> powers = new HashMap<>();
    Scenario scenario = rest.scenario();
    scenario.sessions().forEach(each -> remember(each.id(), plan, rest, powers));
    scenario.vehicles().forEach(each -> remember(each.id(), plan, rest, powers));
    scenario.batteries().forEach(each -> remember(each.id(), plan, rest, powers));
    return powers;
  }

  private static void remember(String id, LivePlan plan, Rest rest, Map<String, double[]> powers) {
    if (plan.netKw().containsKey(id)) {
      powers.put(id, plan.kw(id, rest.firstPeriod(), rest.scenario().periods()));
    }
  }

  /** A schedule after its check. */
  private record Candidate(
      Dispatch dispatch,
      double cost,
      boolean holds,
      int broken,
      Status status,
      boolean isOfItsOwn) {
    /**
     * At the same cost the other: it may be known to be the best. What is cheaper than a proven
     * optimum makes use of what the check tolerates.
     */
    Candidate orBetter(@Nullable Candidate other) {
      if (other == null) {
        return this;
      }
      if (other.holds && other.status == Status.OPTIMAL) {
        return other;
      }
      boolean isAsGood = other.broken == broken && (other.isOfItsOwn || other.cost <= cost);
      return other.broken < broken || isAsGood ? other : this;
    }

    Candidate as(Status other) {
      return new Candidate(dispatch, cost, holds, broken, other, isOfItsOwn);
    }

    /** At its mean cost over scenarios, or of a day with shares: nothing compares with that. */
    Candidate ofItsOwn(double otherCost) {
      return new Candidate(dispatch, otherCost, holds, broken, status, true);
    }

    double[][] netKw() {
      return Schedules.netKw(dispatch, dispatch.chargeKw().length);
    }
  }

  private record Found(
      @Nullable Candidate candidate, @Nullable Double bound, @Nullable Fairness fairness) {
    Found(@Nullable Candidate candidate, @Nullable Double bound) {
      this(candidate, bound, null);
    }

    /** The same where more is proven of what all plans of the day cost. */
    Found provenBy(Proofs proofs) {
      double proven = Math.max(proofs.bound(), bound == null ? Double.NEGATIVE_INFINITY : bound);
      return new Found(candidate, Double.isFinite(proven) ? (Double) proven : bound, fairness);
    }
  }

  private Candidate checked(Scenario scenario, Dispatch dispatch, Status status) {
    long start = System.nanoTime();
    Verification check = Verifier.verify(scenario, dispatch);
    checkSeconds = seconds(start);
    return new Candidate(
        dispatch,
        check.cost().total(),
        check.acFeasible(),
        check.violations().size(),
        check.acFeasible() ? status : Status.BEST_EFFORT,
        false);
  }

  /** Whatever goes wrong, there is a plan already; the note of it says what went wrong. */
  private Found attempted(
      Rest rest,
      SiteState state,
      List<List<Session>> newcomers,
      Candidate known,
      Proofs proofs,
      double seconds,
      Deadline.Stop stop) {
    failure = null;
    try {
      long start = System.nanoTime();
      Found found =
          found(rest.scenario(), rest.firstPeriod(), newcomers, known, proofs, seconds, stop);
      Candidate cheapest = found.candidate();
      boolean isFine = cheapest == null || !cheapest.holds() || !shares || stop.isRequested();
      double left = seconds - seconds(start);
      return isFine || left <= 0 ? found : shared(rest, state, newcomers, found, left, stop);
    } catch (RuntimeException problem) {
      failure = "the optimiser failed and the plan before it stands: " + problem.getMessage();
      return new Found(null, null);
    }
  }

  /** The same share for all, where the cheapest plan leaves somebody short; else that plan. */
  private Found shared(
      Rest rest,
      SiteState state,
      List<List<Session>> newcomers,
      Found cheapest,
      double seconds,
      Deadline.Stop stop) {
    Candidate known = Objects.requireNonNull(cheapest.candidate());
    List<ShareClaim> claims = rest.claims(state);
    Replanning.Shared found =
        Replanning.share(
            rest.scenario(), claims, known.dispatch(), SHARE_TIME * seconds, stop::isRequested);
    if (found == null || 1 - found.share() <= SAME_SHARE) {
      return cheapest;
    }
    Candidate start = checked(found.day(), found.dispatch(), Status.FEASIBLE);
    Proofs ofShares = Proofs.begin(found.day());
    double left = (1 - SHARE_TIME) * seconds;
    Found best = found(found.day(), rest.firstPeriod(), newcomers, start, ofShares, left, stop);
    Candidate better = best.candidate();
    Candidate shared = better != null && better.holds() ? better : start;
    return new Found(
        shared.ofItsOwn(shared.cost()),
        shared == better ? best.bound() : null,
        found.fairness(claims, shared.dispatch()));
  }

  private Found found(
      Scenario scenario,
      int firstPeriod,
      List<List<Session>> newcomers,
      Candidate known,
      Proofs proofs,
      double seconds,
      Deadline.Stop stop) {
    if (newcomers.stream().anyMatch(each -> !each.isEmpty())) {
      Found found = foundUnder(scenario, firstPeriod, newcomers, known, seconds, stop);
      if (found.candidate() != null || stop.isRequested()) {
        return found;
      }
    }
    Dispatch start = known.holds() ? known.dispatch() : null;
    Replanning.Found found =
        Replanning.of(
            proofs.day(),
            start,
            memory,
            firstPeriod,
            gap,
            seconds,
            stop::isRequested,
            proofs::raise);
    memory = found.memory() == null ? memory : found.memory();
    Dispatch dispatch = found.dispatch();
    if (dispatch != null) {
      Sooner.Brought sooner = sooner(scenario, List.of(scenario), List.of(dispatch), stop);
      double above = found.objective() + sooner.costChange() - found.bound();
      Status status = above <= found.allowance() ? Status.OPTIMAL : Status.FEASIBLE;
      Candidate candidate = checked(scenario, sooner.dispatches().getFirst(), status);
      double bound = Math.min(found.bound(), candidate.cost());
      return new Found(candidate, Double.isFinite(bound) ? bound : null);
    }
    double left = Math.min(BEST_EFFORT_SECONDS, seconds);
    Dispatch effort =
        stop.isRequested() ? null : Replanning.bestEffort(scenario, left, stop::isRequested);
    return new Found(effort == null ? null : checked(scenario, effort, Status.BEST_EFFORT), null);
  }

  /** The plan with less waiting, unless somebody waits for it. */
  private static Sooner.Brought sooner(
      Scenario here, List<Scenario> futures, List<Dispatch> dispatches, Deadline.Stop stop) {
    return stop.isRequested()
        ? new Sooner.Brought(dispatches, 0)
        : Sooner.of(here, futures, dispatches);
  }

  /** Under scenarios; the answer's cost is the mean over them. */
  private Found foundUnder(
      Scenario scenario,
      int firstPeriod,
      List<List<Session>> newcomers,
      Candidate known,
      double seconds,
      Deadline.Stop stop) {
    double[][] start = known.holds() ? known.netKw() : null;
    List<UncertainDay.Future> futures = futures(scenario, newcomers);
    int here = scenario.sessions().size();
    UncertainDay.Outcome found =
        risk > 0
            ? new TailRisk(futures, here, risk).plan(settings(seconds), watcher(stop))
            : likely(new UncertainDay(futures, here), seconds, start, firstPeriod, stop);
    Double objective = found.objective();
    if (objective == null) {
      return new Found(null, null);
    }
    Sooner.Brought sooner =
        risk > 0
            ? new Sooner.Brought(found.dispatch(), 0)
            : sooner(
                scenario,
                futures.stream().map(UncertainDay.Future::scenario).toList(),
                found.dispatch(),
                stop);
    objective += sooner.costChange();
    double[][] netKw = Schedules.netKw(sooner.dispatches().getFirst(), scenario.sessions().size());
    Dispatch.Assets others = sooner.dispatches().getFirst().assets();
    Candidate alone = checked(scenario, Schedules.of(scenario, netKw, others), Status.FEASIBLE);
    if (!alone.holds()) {
      return new Found(null, null);
    }
    Double above = found.withObjective(objective).gap();
    boolean isClosed = found.status() == io.evenflow.scenario.Status.OPTIMAL;
    boolean isOptimal = isClosed && above != null && above <= gap;
    Status status = isOptimal ? Status.OPTIMAL : Status.FEASIBLE;
    double bound = found.bound();
    return new Found(alone.as(status).ofItsOwn(objective), Double.isFinite(bound) ? bound : null);
  }

  private UncertainDay.Outcome likely(
      UncertainDay day,
      double seconds,
      double @Nullable [][] start,
      int firstPeriod,
      Deadline.Stop stop) {
    PlanMemory last = memoryOfFutures;
    UncertainDay.Outcome found =
        day.plan(settings(seconds), watcher(stop), start, last, firstPeriod);
    memoryOfFutures = day.memory() == null ? last : day.memory();
    return found;
  }

  /** Who is here comes first in each; all are equally likely. */
  private static List<UncertainDay.Future> futures(
      Scenario scenario, List<List<Session>> newcomers) {
    List<UncertainDay.Future> futures = new ArrayList<>();
    for (List<Session> coming : newcomers) {
      List<Session> all = new ArrayList<>(scenario.sessions());
      all.addAll(coming);
      futures.add(new UncertainDay.Future(scenario.withSessions(all), 1.0 / newcomers.size()));
    }
    return futures;
  }

  private Settings settings(double seconds) {
    return Settings.defaults().withGap(gap).withTimeLimitSeconds(seconds);
  }

  private static Watcher watcher(Deadline.Stop stop) {
    return new Watcher() {
      @Override
      public void progress(Progress progress) {
        // nobody looks at a plan that is about to be there
      }

      @Override
      public boolean stopRequested() {
        return stop.isRequested();
      }
    };
  }

  private LivePlan answer(
      SiteState state, Rest rest, Candidate best, Found found, Forecast forecast, long start) {
    Double bound = found.bound();
    Scenario scenario = rest.scenario();
    SortedMap<String, double[]> netKw = new TreeMap<>();
    Map<String, Promise> promises = new HashMap<>();
    List<String> notes = new ArrayList<>();
    for (int s = 0; s < scenario.sessions().size(); s++) {
      Session session = scenario.sessions().get(s);
      Here here = state.here().get(session.id());
      double[] kw = new double[scenario.periods()];
      for (int t = 0; t < kw.length; t++) {
        kw[t] = best.dispatch().chargeKw()[s][t] - best.dispatch().dischargeKw()[s][t];
      }
      if (here != null) {
        keepCommand(here.command(), rest, kw);
        double[] energy = best.dispatch().energyKwh(s, session, scenario.horizon());
        promise(here, energy[energy.length - 1], promises, notes);
      }
      netKw.put(session.id(), kw);
    }
    state.here().values().stream()
        .filter(each -> !netKw.containsKey(each.id()))
        .forEach(each -> netKw.put(each.id(), goingOn(each, rest)));
    assets(state, rest, best.dispatch().assets(), netKw);
    String problem = failure;
    if (problem != null) {
      notes.add(problem);
    }
    if (!best.holds()) {
      notes.add("no plan was found that keeps all limits; this one breaks " + best.broken());
    }
    LivePlan before = last;
    SiteState stateBefore = lastState;
    List<Change> changes =
        before == null || stateBefore == null
            ? List.of()
            : new Causes(stateBefore, state)
                .changes(before, rest.firstPeriod(), netKw, !forecast.equals(Forecast.NONE));
    return new LivePlan(
        rest.firstPeriod(),
        netKw,
        best.cost() + rest.wishCost(),
        bound == null ? null : Math.min(bound, best.cost()) + rest.wishCost(),
        best.status(),
        best.holds(),
        promises,
        changes,
        notes,
        best.equals(found.candidate()) ? found.fairness() : null,
        seconds(start));
  }

  /** Adds vehicles of several stays and batteries. */
  private static void assets(
      SiteState state, Rest rest, Dispatch.Assets powers, SortedMap<String, double[]> netKw) {
    Scenario scenario = rest.scenario();
    for (int v = 0; v < scenario.vehicles().size(); v++) {
      String id = scenario.vehicles().get(v).id();
      double[] kw = net(powers.vehicleChargeKw()[v], powers.vehicleDischargeKw()[v]);
      netKw.put(id, kw);
    }
    for (Vehicle each : state.day().vehicles()) {
      double[] kw = netKw.computeIfAbsent(each.id(), id -> new double[scenario.periods()]);
      keepCommand(Objects.requireNonNull(state.assets().get(each.id())).command(), rest, kw);
    }
    for (int b = 0; b < scenario.batteries().size(); b++) {
      String id = scenario.batteries().get(b).id();
      netKw.put(id, net(powers.batteryChargeKw()[b], powers.batteryDischargeKw()[b]));
    }
  }

  private static double[] net(double[] chargeKw, double[] dischargeKw) {
    double[] kw = chargeKw.clone();
    Arrays.setAll(kw, t -> chargeKw[t] - dischargeKw[t]);
    return kw;
  }

  private static void keepCommand(@Nullable Command command, Rest rest, double[] kw) {
    if (command != null && command.period() == rest.firstPeriod()) {
      kw[0] = command.netKw();
    }
  }

  /** Who leaves before anything can be decided goes on as told. */
  private static double[] goingOn(Here here, Rest rest) {
    double[] kw = new double[rest.scenario().periods()];
    keepCommand(here.command(), rest, kw);
    return kw;
  }

  /**
   * A newcomer is promised what this plan gives it; what was promised before and fails is named.
   */
  private static void promise(
      Here here, double energyKwh, Map<String, Promise> promises, List<String> notes) {
    Promise known = here.promise();
    double wish = Math.min(here.targetKwh(), energyKwh);
    if (known == null) {
      double kwh = Math.floor(wish / PROMISE_STEP_KWH + 1e-6) * PROMISE_STEP_KWH;
      promises.put(here.id(), new Promise(Math.min(kwh, here.targetKwh()), here.departure()));
      return;
    }
    double missing = Math.min(known.energyKwh(), here.targetKwh()) - energyKwh;
    if (missing > PROMISE_STEP_KWH) {
      notes.add(
          "session '%s': %.2f of the %.2f kWh promised for %s cannot be reached"
              .formatted(here.id(), missing, known.energyKwh(), known.departure()));
    }
  }
}
