package io.evenflow.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.evenflow.check.Verifier;
import io.evenflow.fleet.Session;
import io.evenflow.fleet.Station;
import io.evenflow.method.UncertainDay.Future;
import io.evenflow.method.UncertainDay.Outcome;
import io.evenflow.mip.MixedIntegerResult;
import io.evenflow.scenario.Result;
import io.evenflow.scenario.Scenario;
import io.evenflow.scenario.Status;
import io.evenflow.scenario.Verification;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Two who are here, each at its station, and in each of two to four scenarios up to two who come:
 *
 * <pre>
 * substation [1] --- 2 (station a: ev0; station new) --- 3 (station b: ev1)
 * </pre>
 *
 * Prices from −20 to 120 EUR/MWh, least powers, V2G, and limits that bind in half of the days.
 */
class UncertainDayAcTest {
  private static final double GAP = 1e-4;

  /** What SCIP's tolerance of equalities may be worth. Unit: part of the cost. */
  private static final double SCIP_TOLERANCE = 1e-5;

  private record Uncertain(Scenario here, List<List<Session>> newcomers) {
    static Uncertain of(long seed) {
      RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
      Scenario day = RandomDays.next(random);
      List<Station> stations = new ArrayList<>(day.stations());
      stations.add(new Station("new", 2, day.stations().getFirst().charger()));
      List<Session> alone =
          List.of(at(day.sessions().get(0), "a", "ev0"), at(day.sessions().get(1), "b", "ev1"));
      List<List<Session>> newcomers = new ArrayList<>();
      int scenarios = 2 + random.nextInt(3);
      for (int s = 0; s < scenarios; s++) {
        List<Session> others = new ArrayList<>();
        for (Session each : RandomDays.next(random).sessions().subList(0, random.nextInt(3))) {
          others.add(at(each, "new", "new" + others.size()));
        }
        newcomers.add(others);
      }
      return new Uncertain(
          day.withSessions(List.of()).withStations(stations).withSessions(alone), newcomers);
    }

    private static Session at(Session session, String station, String id) {
      return new Session(
          id,
          station,
          session.arrival(),
          session.departure(),
          session.batteryKwh(),
          session.minEnergyKwh(),
          session.arrivalEnergyKwh(),
          session.targetEnergyKwh(),
          session.shortfallCostPerKwh(),
          session.charger());
    }

    Outcome plan(double gap) {
      List<Future> futures = new ArrayList<>();
      for (List<Session> others : newcomers) {
        List<Session> all = new ArrayList<>(here.sessions());
        all.addAll(others);
        futures.add(new Future(here.withSessions(all), 1.0 / newcomers.size()));
      }
      Settings settings = Settings.defaults().withGap(gap).withTimeLimitSeconds(20);
      return new UncertainDay(futures, here.sessions().size()).plan(settings, Watcher.NONE);
    }

    /**
     * The mean cost of schedules by the check, each scenario by itself; NaN where a limit breaks.
     */
    double meanCost(Outcome found) {
      double sum = 0;
      for (int s = 0; s < newcomers.size(); s++) {
        List<Session> all = new ArrayList<>(here.sessions());
        all.addAll(newcomers.get(s));
        Verification check = Verifier.verify(here.withSessions(all), found.dispatch().get(s));
        sum += check.acFeasible() ? check.cost().total() : Double.NaN;
      }
      return sum / newcomers.size();
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void boundIsBelowAndObjectiveAboveTheOptimumOfTheExtensiveForm(long seed) {
    Uncertain day = Uncertain.of(seed);
    Outcome found = day.plan(GAP);
    MixedIntegerResult scip = AcExtensiveForm.solve(day.here(), day.newcomers(), 1e-6, 20);

    double tolerance = SCIP_TOLERANCE * Math.max(1, Math.abs(scip.objective()));
    assertThat(found.status()).isEqualTo(Status.OPTIMAL);
    assertThat(found.bound()).isLessThanOrEqualTo(scip.objective() + tolerance);
    assertThat(found.objective()).isGreaterThanOrEqualTo(scip.bound() - tolerance);
    assertThat(day.meanCost(found)).isCloseTo(found.objective(), within(1e-6));
  }

  @Test
  void oneScenarioIsTheDayItself() {
    Uncertain day = Uncertain.of(11);
    List<Session> all = new ArrayList<>(day.here().sessions());
    all.addAll(day.newcomers().getLast());
    Result certified =
        new Certified()
            .coordinate(
                day.here().withSessions(all), Settings.defaults().withGap(1e-6), Watcher.NONE);

    Outcome found = new Uncertain(day.here(), List.of(day.newcomers().getLast())).plan(1e-6);

    double objective = Objects.requireNonNull(certified.objective());
    assertThat(found.objective()).isCloseTo(objective, within(1e-4));
    assertThat(found.bound()).isLessThanOrEqualTo(objective);
  }
}
