package io.evenflow.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.evenflow.fleet.Session;
import io.evenflow.fleet.Solar;
import io.evenflow.fleet.Station;
import io.evenflow.method.Direct;
import io.evenflow.method.Settings;
import io.evenflow.method.Watcher;
import io.evenflow.scenario.Result;
import io.evenflow.scenario.Scenario;
import io.evenflow.scenario.Status;
import io.evenflow.scenario.Verification;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RandomAssetDaysTest {
  private static final List<Scenario> DAYS =
      LongStream.rangeClosed(1, 300).mapToObj(RandomAssetDays::day).toList();

  private static void assertMany(String kind, Predicate<Scenario> has) {
    assertThat(DAYS.stream().filter(has)).as(kind).hasSizeGreaterThan(30);
  }

  private static void assertSites(String kind, Predicate<Station.Site> has) {
    assertMany(kind, day -> day.stations().stream().map(Station::site).anyMatch(has));
  }

  private static void assertSessions(String kind, Predicate<Session> has) {
    assertMany(kind, day -> day.sessions().stream().anyMatch(has));
  }

  @Test
  void everyKindIsInManyOfThem() {
    assertSites("tariff", site -> site.tariff() != null);
    assertSites("load", site -> site.loadKw() != null);
    assertSites("connection", site -> !site.connection().isUnlimited());
    assertSites("plugs", site -> site.plugs() != null);
    assertSites("peak", site -> site.peakCharge() != null);
    assertMany("group", day -> !day.groups().isEmpty());
    assertMany("tariff at the substation", day -> day.substation().tariff() != null);
    assertMany("peak at the substation", day -> day.substation().peakCharge() != null);
    assertMany("import limit", day -> day.substation().importLimitKw() != null);
    assertMany("export limit", day -> day.substation().exportLimitKw() != null);
    assertMany("emissions", day -> day.emissions() != null);
    assertMany("begun", day -> day.horizon().firstPeriodMinutes() < day.horizon().stepMinutes());
    assertMany("battery", day -> !day.batteries().isEmpty());
    assertMany("vehicle", day -> !day.vehicles().isEmpty());
    for (Solar.Reactive reactive : Solar.Reactive.values()) {
      for (boolean curtailable : new boolean[] {true, false}) {
        assertMany(
            reactive + " " + curtailable,
            day ->
                day.solar().stream()
                    .anyMatch(p -> p.reactive() == reactive && p.curtailable() == curtailable));
      }
    }
    assertSessions("targets", s -> !s.details().targets().isEmpty());
    assertSessions("above", s -> s.details().valueAboveTargetPerKwh() > 0);
    assertSessions("end", s -> s.details().valueAtEndPerKwh() > 0);
    assertSessions("throughput", s -> s.details().throughputCostPerKwh() > 0);
    assertSessions("starts", s -> s.details().startCost() > 0);
    assertSessions("runs", s -> s.details().minimumRunPeriods() > 1);
    assertSessions("steps", s -> !s.details().powerStepsKw().isEmpty());
    assertSessions("curve", s -> s.details().chargingCurve() != null);
  }

  /** The whole program's schedules pass the check, and cost what its program says. */
  @ParameterizedTest
  @ValueSource(longs = {2, 7, 9, 14, 17})
  void whatTheProgramSaysIsWhatTheCheckFinds(long seed) {
    Scenario day = RandomAssetDays.day(seed);
    Settings settings = Settings.defaults().withGap(1e-6).withTimeLimitSeconds(60);
    Result result = new Direct().coordinate(day, settings.withEngine("scip-ac"), Watcher.NONE);
    assertThat(result.status()).isIn(Status.OPTIMAL, Status.FEASIBLE);
    Verification check = Objects.requireNonNull(result.verification());
    assertThat(check.violations()).isEmpty();
    double objective = Objects.requireNonNull(result.objective());
    double bound = Objects.requireNonNull(result.bound());
    assertThat(check.cost().total()).isCloseTo(objective, within(1e-9));
    assertThat(objective - bound).isBetween(0.0, 2e-6 * Math.max(1, Math.abs(objective)));
  }
}
