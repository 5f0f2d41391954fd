package io.evenflow.method;

import static io.evenflow.method.AssetDay.charger;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.evenflow.check.Verifier;
import io.evenflow.fleet.Charger;
import io.evenflow.fleet.Connection;
import io.evenflow.fleet.PowerRange;
import io.evenflow.fleet.Session;
import io.evenflow.fleet.SessionDetails;
import io.evenflow.fleet.Station.Site;
import io.evenflow.io.ReportedResult;
import io.evenflow.io.ResultReader;
import io.evenflow.io.ResultWriter;
import io.evenflow.scenario.Fairness;
import io.evenflow.scenario.Limits;
import io.evenflow.scenario.Result;
import io.evenflow.scenario.Scenario;
import io.evenflow.scenario.Status;
import io.evenflow.scenario.Verification;
import io.evenflow.time.Series;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same share for all: by hand, and on random days of the AC grid against SCIP. */
class MaxMinTest {
  /** What SCIP's tolerances may be worth where a share is just to be had. */
  private static final double SCIP_SHARE = 2e-4;

  /** Two hours; the connection of station a carries 30 kW in each. */
  private static AssetDay ofThirtyKilowatts() {
    Connection thirty = new Connection(Series.of(30, 30), null);
    return AssetDay.ofHours(2)
        .dayAhead(100, 200)
        .stationA(new Site(null, null, thirty, null, null));
  }

  private static Session session(String id, double arrivalKwh, double targetKwh, double perKwh) {
    return new Session(id, "a", 0, 2, 100, 0, arrivalKwh, targetKwh, perKwh, charger(50));
  }

  private static Result solved(Scenario day) {
    return new MaxMin().coordinate(day, Settings.defaults(), Watcher.NONE);
  }

  private static Fairness fairness(Result result) {
    return Objects.requireNonNull(result.fairness());
  }

  /**
   * 60 kWh can be had. Two want 80 and 40 more than they have: half of it each. Prices alone would
   * give the first, whose shortfall is dearer, 60 kWh and the other none.
   */
  @Test
  void halfForBothWhereHalfIsThere() {
    Scenario day =
        ofThirtyKilowatts()
            .session(session("rich", 10, 90, 3))
            .session(session("poor", 0, 40, 1))
            .build();

    Result result = solved(day);

    assertThat(result.status()).isEqualTo(Status.OPTIMAL);
    assertThat(fairness(result).share()).isBetween(0.5 - FairShare.SAME, 0.5);
    assertThat(fairness(result).shareBound()).isBetween(0.5, 0.5 + FairShare.SAME);
    assertThat(fairness(result).sessions()).containsExactly("rich", "poor");
    assertThat(missing(day, result, 0)).isCloseTo(40, within(0.1));
    assertThat(missing(day, result, 1)).isCloseTo(20, within(0.1));
    assertThat(missing(day, new Certified().coordinate(day, Settings.defaults(), Watcher.NONE), 1))
        .isCloseTo(40, within(0.1));
  }

  /** What a result says of shares is held against its powers. */
  @Test
  void moreThanTheShareIsRefused() {
    Scenario day =
        ofThirtyKilowatts()
            .session(session("rich", 10, 90, 3))
            .session(session("poor", 0, 40, 1))
            .build();
    Result result = solved(day);
    Fairness more = new Fairness(0.51, 0.6, List.of());
    String claimed = ResultWriter.text(day, result.withFairness(result.status(), more, List.of()));
    ReportedResult reported = ResultReader.read("result.json", claimed, day);

    assertThat(
            Verifier.verify(day, Objects.requireNonNull(result.dispatch()), reported.claims())
                .violations())
        .hasSize(2)
        .allMatch(sentence -> sentence.startsWith("fairness.share: claims 0.51 for all"));
  }

  private static double missing(Scenario day, Result result, int s) {
    double[] energy =
        Objects.requireNonNull(result.dispatch())
            .energyKwh(s, day.sessions().get(s), day.horizon());
    return day.sessions().get(s).targetEnergyKwh() - energy[energy.length - 1];
  }

  /**
   * One at another station needs no sharing: what it wants beyond the share is a matter of cost.
   */
  @Test
  void whoIsNotShortGetsAll() {
    Session other = new Session("far", "b", 0, 2, 100, 0, 0, 50, 1.0, charger(50));
    Scenario day =
        ofThirtyKilowatts()
            .session(session("rich", 10, 90, 3))
            .session(session("poor", 0, 40, 1))
            .session(other)
            .build();

    Result result = solved(day);

    assertThat(fairness(result).sessions()).containsExactly("rich", "poor");
    assertThat(missing(day, result, 2)).isCloseTo(0, within(1e-6));
  }

  /** 100 kWh want two hours at 50 kW and one has one hour: it counts by the 50 it can have. */
  @Test
  void targetsOutOfReachCountByWhatCanBeReached() {
    Session late = new Session("late", "b", 1, 2, 100, 0, 0, 100, 1.0, charger(50));
    Scenario day = AssetDay.ofHours(2).dayAhead(100, 200).session(late).build();

    Result result = solved(day);

    assertThat(result.status()).isEqualTo(Status.OPTIMAL);
    assertThat(fairness(result)).isEqualTo(new Fairness(1, 1, List.of()));
    assertThat(missing(day, result, 0)).isCloseTo(50, within(1e-3));
  }

  /** 15 to 20 kW, half hours' worth: the 50 kWh of two full hours are no more than 40. */
  @Test
  void leastPowersLeaveGapsThatNobodyFills() {
    Charger coarse = new Charger(new PowerRange(15, 20), 1, null, 1);
    Session session = new Session("ev", "a", 0, 3, 50, 0, 0, 50, 1.0, coarse);
    assertThat(ShareClaim.of(session, AssetDay.ofHours(3).build().horizon()).toKwh())
        .isCloseTo(50, within(1e-6));
    Session small = new Session("ev", "a", 0, 3, 29, 0, 0, 29, 1.0, coarse);
    assertThat(ShareClaim.of(small, AssetDay.ofHours(3).build().horizon()).toKwh())
        .isCloseTo(20, within(1e-6));
  }

  /** A target below what it arrived with is kept whole; it is no measure of others' shares. */
  @Test
  void whoMayFeedInKeepsItsTarget() {
    Session feeding = new Session("v2g", "b", 0, 2, 100, 0, 60, 20, 1.0, AssetDay.bothWays(50));
    Scenario day = AssetDay.ofHours(2).dayAhead(100, 200).session(feeding).build();

    Result result = solved(day);

    assertThat(fairness(result).share()).isEqualTo(1);
    assertThat(missing(day, result, 0)).isCloseTo(0, within(1e-3));
  }

  /** A load that no connection carries leaves no share to speak of. */
  @Test
  void whereNothingKeepsTheLimitsThereIsNoShare() {
    Connection thirty = new Connection(Series.of(30, 30), null);
    Scenario day =
        AssetDay.ofHours(2)
            .stationA(new Site(null, Series.of(40, 40), thirty, null, null))
            .session(session("ev", 0, 40, 1))
            .build();

    Result result = solved(day);

    assertThat(result.status()).isEqualTo(Status.INFEASIBLE);
    assertThat(result.fairness()).isNull();
  }

  /**
   * Two vehicles on three buses, {@link RandomDays}, that want full batteries where limits bind: no
   * share above the bound by SCIP on the AC grid, and the cost of those that give the share is the
   * one found.
   */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void shareAndCostAreThoseOfScip(long seed) {
    assertSame(seed);
  }

  private static Scenario random(long seed) {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    Scenario day = RandomDays.next(random);
    while (day.limits().equals(Limits.OF_THE_CASE)) {
      day = RandomDays.next(random);
    }
    return day.withSessions(day.sessions().stream().map(MaxMinTest::wantingAll).toList());
  }

  private static Session wantingAll(Session session) {
    return new Session(
        session.id(),
        session.station(),
        session.arrival(),
        session.departure(),
        session.batteryKwh(),
        session.minEnergyKwh(),
        session.arrivalEnergyKwh(),
        session.batteryKwh(),
        session.shortfallCostPerKwh(),
        session.charger());
  }

  /** The share found, NaN where SCIP finds none either. */
  static double assertSame(long seed) {
    Scenario day = random(seed);
    Result found = solved(day);
    if (found.fairness() == null) {
      assertThat(scip(day, 0).status()).isEqualTo(Status.INFEASIBLE);
      return Double.NaN;
    }
    Fairness fairness = fairness(found);
    Verification check = Objects.requireNonNull(found.verification());
    assertThat(check.violations()).isEmpty();
    assertThat(found.status()).isEqualTo(Status.OPTIMAL);
    assertThat(fairness.share())
        .isBetween(fairness.shareBound() - FairShare.SAME, fairness.shareBound());
    if (fairness.shareBound() < 1) {
      Result beyond = scip(day, fairness.shareBound() + FairShare.SAME);
      assertThat(beyond.status()).isEqualTo(Status.INFEASIBLE);
    }
    double objective = Objects.requireNonNull(found.objective());
    double tolerance = 1e-4 * Math.max(1, Math.abs(objective));
    Result less = scip(day, fairness.share() - SCIP_SHARE);
    assertThat(objective).isGreaterThanOrEqualTo(Objects.requireNonNull(less.bound()) - tolerance);
    Result more = scip(day, fairness.share() + SCIP_SHARE);
    if (more.status().hasSchedule()) {
      assertThat(Objects.requireNonNull(found.bound()))
          .isLessThanOrEqualTo(Objects.requireNonNull(more.objective()) + tolerance);
    }
    return fairness.share();
  }

  private static Result scip(Scenario day, double share) {
    List<Session> sessions = new ArrayList<>();
    for (Session session : day.sessions()) {
      double kwh = ShareClaim.of(session, day.horizon()).kwhAt(share);
      SessionDetails details = session.details().withMinDepartureEnergy(Math.min(200, kwh));
      sessions.add(session.withDetails(details));
    }
    return new Direct()
        .coordinate(
            day.withSessions(sessions),
            Settings.defaults().withEngine("scip-ac").withTimeLimitSeconds(60),
            Watcher.NONE);
  }
}
