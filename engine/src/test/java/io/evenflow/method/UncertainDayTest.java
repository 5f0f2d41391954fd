package io.evenflow.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.evenflow.check.Verifier;
import io.evenflow.fleet.Session;
import io.evenflow.formulation.DayProgram;
import io.evenflow.formulation.ExtensiveForm;
import io.evenflow.market.DayAheadPrices;
import io.evenflow.method.UncertainDay.Future;
import io.evenflow.method.UncertainDay.Outcome;
import io.evenflow.mip.MixedIntegerOptions;
import io.evenflow.mip.MixedIntegerProgram;
import io.evenflow.mip.MixedIntegerResult;
import io.evenflow.scenario.Loads;
import io.evenflow.scenario.Result;
import io.evenflow.scenario.Scenario;
import io.evenflow.scenario.ScenarioException;
import io.evenflow.scenario.Status;
import io.evenflow.scenario.Verification;
import io.evenflow.solver.ScipSolver;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Plans under several futures against the extensive form, which SCIP solves as a whole. */
class UncertainDayTest {
  private static final int HERE = 2;
  private static final int DAYS = 25;

  /** SCIP's feasibility tolerance, in money. */
  private static final double TOLERANCE = 2e-5;

  /** 4 seeds of 25 days with two to four futures each. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void boundAndObjectiveEncloseTheOptimumOfTheExtensiveForm(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int solved = 0;
    for (int day = 0; day < DAYS; day++) {
      String which = "seed " + seed + ", day " + day;
      List<Future> futures = futures(random, 2 + random.nextInt(3));
      MixedIntegerResult whole = extensive(futures);
      if (whole.x() != null) {
        solved++;
        requireEnclosed(futures, whole.objective(), which);
      }
    }
    assertThat(solved).isGreaterThan(DAYS / 2);
  }

  private static void requireEnclosed(List<Future> futures, double optimum, String which) {
    Outcome found = new UncertainDay(futures, HERE).plan(Settings.defaults(), Watcher.NONE);
    double slack = TOLERANCE * Math.max(1, Math.abs(optimum));
    double objective = Objects.requireNonNull(found.objective(), which);
    assertThat(found.status()).as(which).isEqualTo(Status.OPTIMAL);
    assertThat(found.bound()).as(which).isLessThanOrEqualTo(optimum + slack);
    assertThat(objective).as(which).isGreaterThanOrEqualTo(optimum - slack);
    assertThat(objective)
        .as(which)
        .isLessThanOrEqualTo(optimum + 1e-4 * Math.max(1, Math.abs(objective)) + slack);
    for (int f = 0; f < futures.size(); f++) {
      Verification check = Verifier.verify(futures.get(f).scenario(), found.dispatch().get(f));
      assertThat(check.violations()).as(which).isEmpty();
      assertThat(check.cost().total()).as(which).isCloseTo(found.cost().get(f), within(1e-6));
    }
    for (int s = 0; s < HERE; s++) {
      for (int f = 1; f < futures.size(); f++) {
        assertThat(found.dispatch().get(f).chargeKw()[s])
            .as(which)
            .isEqualTo(found.dispatch().getFirst().chargeKw()[s]);
      }
    }
  }

  /** 2 seeds of 25 days whose costs are linear; the dearest half to tenth counts. */
  @ParameterizedTest
  @ValueSource(longs = {5, 6})
  void boundAndObjectiveEncloseTheLeastConditionalValueAtRisk(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int solved = 0;
    int closed = 0;
    for (int day = 0; day < DAYS; day++) {
      String which = "seed " + seed + ", day " + day;
      List<Future> futures = futures(random, 2 + random.nextInt(3));
      double level = random.nextDouble(0.5, 0.9);
      if (!isLinear(futures.getFirst().scenario())) {
        continue;
      }
      MixedIntegerResult whole = solve(ExtensiveForm::ofTail, futures, level);
      if (whole.x() != null) {
        solved++;
        Outcome found = new TailRisk(futures, HERE, level).plan(Settings.defaults(), Watcher.NONE);
        double slack = TOLERANCE * Math.max(1, Math.abs(whole.objective()));
        assertThat(found.bound()).as(which).isLessThanOrEqualTo(whole.objective() + slack);
        double objective = Objects.requireNonNull(found.objective(), which);
        assertThat(objective).as(which).isGreaterThanOrEqualTo(whole.objective() - slack);
        if (found.status() == Status.OPTIMAL) {
          closed++;
          double allowed = 1e-4 * Math.max(1, Math.abs(objective)) + slack;
          assertThat(objective).as(which).isLessThanOrEqualTo(whole.objective() + allowed);
        }
      }
    }
    assertThat(solved).isGreaterThan(DAYS / 4);
    assertThat(closed).as("of " + solved + " proven").isGreaterThan(solved / 2);
  }

  private static boolean isLinear(Scenario scenario) {
    return Arrays.stream(new DayProgram(scenario).program().quadraticCost()).allMatch(q -> q == 0);
  }

  @Test
  void theTailOfAllFuturesIsTheirMean() {
    List<Future> futures = futures(new SplittableRandom(10), 3);

    Outcome tail = new TailRisk(futures, HERE, 0).plan(Settings.defaults(), Watcher.NONE);

    Outcome mean = new UncertainDay(futures, HERE).plan(Settings.defaults(), Watcher.NONE);
    assertThat(tail.objective()).isCloseTo(mean.objective(), within(1e-3));
    assertThat(tail.status()).isEqualTo(Status.OPTIMAL);
  }

  private interface Form {
    MixedIntegerProgram of(List<Scenario> futures, double[] probability, int here, double level);
  }

  private static MixedIntegerResult extensive(List<Future> futures) {
    Form mean =
        (scenarios, probability, here, level) -> ExtensiveForm.of(scenarios, probability, here);
    return solve(mean, futures, 0);
  }

  private static MixedIntegerResult solve(Form form, List<Future> futures, double level) {
    List<Scenario> scenarios = futures.stream().map(Future::scenario).toList();
    double[] probability = futures.stream().mapToDouble(Future::probability).toArray();
    MixedIntegerProgram whole = form.of(scenarios, probability, HERE, level);
    return new ScipSolver().solve(whole, MixedIntegerOptions.defaults());
  }

  /** Two sessions are here; loads, prices and two others differ. */
  private static List<Future> futures(RandomGenerator random, int count) {
    Scenario base = RandomDays.next(random);
    List<Future> futures = new ArrayList<>();
    double left = 1;
    for (int f = 0; f < count; f++) {
      double probability = f == count - 1 ? left : left * random.nextDouble(0.2, 0.6);
      left -= probability;
      List<Session> sessions = new ArrayList<>(base.sessions().subList(0, HERE));
      for (Session newcomer : RandomDays.next(random).sessions()) {
        sessions.add(renamed(newcomer, "new " + newcomer.id()));
      }
      futures.add(new Future(future(base, random, sessions), probability));
    }
    return futures;
  }

  private static Session renamed(Session session, String id) {
    return new Session(
        id,
        session.station(),
        session.arrival(),
        session.departure(),
        session.batteryKwh(),
        session.minEnergyKwh(),
        session.arrivalEnergyKwh(),
        session.targetEnergyKwh(),
        session.shortfallCostPerKwh(),
        session.charger());
  }

  private static Scenario future(Scenario base, RandomGenerator random, List<Session> sessions) {
    return new Scenario(
        base.name(),
        base.currency(),
        base.feederCase(),
        base.network(),
        base.horizon(),
        DayAheadPrices.of(random.doubles(RandomDays.PERIODS, 0, 120).toArray()),
        new Loads(random.doubles(RandomDays.PERIODS, 0.5, 1).toArray(), List.of()),
        List.of(),
        base.limits(),
        null,
        base.stations(),
        sessions);
  }

  @Test
  void oneFutureIsADayAsAnyOther() {
    Scenario scenario = RandomDays.next(new SplittableRandom(7));

    Outcome found =
        new UncertainDay(List.of(new Future(scenario, 1)), HERE)
            .plan(Settings.defaults(), Watcher.NONE);

    Result certain = new Certified().coordinate(scenario, Settings.defaults(), Watcher.NONE);
    assertThat(found.objective()).isCloseTo(certain.objective(), within(1e-4));
    assertThat(found.withoutVehicles()).isEqualTo(certain.withoutVehicles());
  }

  /** Most of 5 MWh is out of reach in two hours: what nobody avoids is no measure of a plan. */
  @Test
  void whatNobodyAvoidsIsNoPartOfTheGapsMeasure() {
    Scenario base = RandomDays.next(new SplittableRandom(12));
    Session first = base.sessions().getFirst();
    Session thirsty =
        new Session(
            first.id(),
            first.station(),
            first.arrival(),
            first.departure(),
            5000,
            0,
            0,
            5000,
            first.shortfallCostPerKwh(),
            first.charger());
    Scenario day = base.withSessions(List.of(thirsty));

    Outcome found =
        new UncertainDay(List.of(new Future(day, 1)), 1).plan(Settings.defaults(), Watcher.NONE);

    double objective = Objects.requireNonNull(found.objective());
    double without = Objects.requireNonNull(found.withoutVehicles());
    assertThat(found.unavoidable()).isEqualTo(day.unavoidableShortfallCost()).isGreaterThan(2000);
    assertThat(found.gap())
        .isEqualTo(
            (objective - found.bound())
                / Math.max(1, Math.abs(objective - without - found.unavoidable())));
  }

  @Test
  void aPlanGoesOnFromThePowersOfAnother() {
    List<Future> futures = futures(new SplittableRandom(9), 3);
    UncertainDay day = new UncertainDay(futures, HERE);
    Outcome first = day.plan(Settings.defaults(), Watcher.NONE);
    double[][] netKw = new double[HERE][RandomDays.PERIODS];
    for (int s = 0; s < HERE; s++) {
      for (int t = 0; t < RandomDays.PERIODS; t++) {
        netKw[s][t] =
            first.dispatch().getFirst().chargeKw()[s][t]
                - first.dispatch().getFirst().dischargeKw()[s][t];
      }
    }

    Outcome second = new UncertainDay(futures, HERE).plan(Settings.defaults(), Watcher.NONE, netKw);

    assertThat(second.status()).isEqualTo(Status.OPTIMAL);
    assertThat(second.objective()).isCloseTo(first.objective(), within(0.02));
  }

  @Test
  void futuresOfOtherFleetsAreRefused() {
    SplittableRandom random = new SplittableRandom(8);
    Scenario one = RandomDays.next(random);
    Scenario other = RandomDays.next(random);

    assertThatThrownBy(
            () -> new UncertainDay(List.of(new Future(one, 0.5), new Future(other, 0.5)), HERE))
        .isInstanceOf(ScenarioException.class)
        .hasMessageContaining("must be the same in all scenarios of an uncertain day");
  }
}
