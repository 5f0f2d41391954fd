package io.evenflow.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.evenflow.fleet.Charger;
import io.evenflow.fleet.ChargingCurve;
import io.evenflow.fleet.PowerRange;
import io.evenflow.fleet.Session;
import io.evenflow.fleet.SessionDetails;
import io.evenflow.fleet.SessionDetails.Target;
import io.evenflow.scenario.Dispatch;
import io.evenflow.scenario.Limits;
import io.evenflow.scenario.Scenario;
import io.evenflow.scenario.Verification;
import io.evenflow.time.Horizon;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A session of 100 kWh that arrives with 50 and wants 60; 10–100 kW in and 8–16 out, η = 0.8. */
class SessionDetailsCheckTest {
  private static final ChargingCurve CURVE =
      new ChargingCurve(List.of(new ChargingCurve.Point(0.6, 100), new ChargingCurve.Point(1, 20)));

  private static final Charger ANY_POWER = new Charger(new PowerRange(0, 100), 0.8, null, 1);

  private static double[] least(Session session) {
    Horizon horizon = new Horizon(OffsetDateTime.parse(ThreeBuses.START), 3, 60);
    return LeastAllowed.kwh(Storage.of(session), horizon);
  }

  private static SessionDetails runs(int least, boolean chargingNow) {
    return new SessionDetails(List.of(), 0, 0, 0, 3, least, List.of(), null, chargingNow);
  }

  private static SessionDetails curve(@Nullable ChargingCurve curve, double... steps) {
    List<Double> list = Arrays.stream(steps).boxed().toList();
    return new SessionDetails(List.of(), 0, 0, 0, 0, 1, list, curve, false);
  }

  private static SessionDetails targets(Target... targets) {
    return new SessionDetails(List.of(targets), 0, 0, 0, 0, 1, List.of(), null, false);
  }

  private static Verification verify(
      SessionDetails details, @Nullable Double shortfallCost, double... chargeKw) {
    Session session = ThreeBuses.session(0, 3, 60, shortfallCost).withDetails(details);
    return Verifier.verify(
        ThreeBuses.scenario(Limits.OF_THE_CASE, session),
        ThreeBuses.dispatch(chargeKw, new double[3]));
  }

  private static List<String> violations(SessionDetails details, double... chargeKw) {
    return verify(details, 10.0, chargeKw).violations().stream()
        .map(sentence -> sentence.replaceAll("2024-04-09T0(.):00:00\\+02:00", "$1h"))
        .toList();
  }

  @Test
  void runsLastLongEnoughOrToTheEndOfTheStay() {
    assertThat(violations(runs(2, false), 10, 10, 0)).isEmpty();
    assertThat(violations(runs(2, false), 0, 0, 10)).isEmpty();
    assertThat(violations(runs(3, false), 0, 10, 10)).isEmpty();
    assertThat(violations(runs(3, false), 10, 10, 0))
        .containsExactly("session 'ev1', 2h: charging ends after 2 of at least 3 periods");
    assertThat(violations(runs(2, false), 10, 0, 10))
        .containsExactly("session 'ev1', 1h: charging ends after 1 of at least 2 periods");
    assertThat(violations(runs(2, false), 0, 10, 0))
        .containsExactly("session 'ev1', 2h: charging ends after 1 of at least 2 periods");
  }

  @Test
  void aRunInProgressIsLongEnoughAndNoStart() {
    assertThat(violations(runs(2, true), 10, 0, 10)).isEmpty();
    assertThat(verify(runs(1, true), 10.0, 10, 0, 10).cost().wear()).isEqualTo(3);
    assertThat(verify(runs(1, true), 10.0, 10, 10, 10).cost().wear()).isZero();
    assertThat(verify(runs(1, true), 10.0, 0, 10, 10).cost().wear()).isEqualTo(3);
    assertThat(verify(runs(1, false), 10.0, 10, 0, 10).cost().wear()).isEqualTo(6);
    // What was in progress and ends at once has to begin anew.
    assertThat(violations(runs(2, true), 0, 10, 0)).hasSize(1);
  }

  @Test
  void aWattKeepsARunGoing() {
    Session session =
        new Session("ev1", "park", 0, 3, 100, 10, 50, 60, 10.0, ANY_POWER)
            .withDetails(runs(2, false));
    Scenario day = ThreeBuses.scenario(Limits.OF_THE_CASE, session);
    Dispatch watt = ThreeBuses.dispatch(new double[] {10, 0.001, 0}, new double[3]);
    assertThat(Verifier.verify(day, watt).violations()).isEmpty();
    Dispatch none = ThreeBuses.dispatch(new double[] {10, 0.0001, 0}, new double[3]);
    assertThat(Verifier.verify(day, none).violations()).hasSize(1);
  }

  @Test
  void feedingBackIsNoRun() {
    Session session = ThreeBuses.session(0, 3, 60, 10.0).withDetails(runs(2, false));
    Verification found =
        Verifier.verify(
            ThreeBuses.scenario(Limits.OF_THE_CASE, session),
            ThreeBuses.dispatch(new double[] {0, 20, 20}, new double[] {8, 0, 0}));
    assertThat(found.cost().wear()).isEqualTo(3);
    assertThat(found.violations()).noneMatch(sentence -> sentence.startsWith("session"));
  }

  @Test
  void powersAreStepsOrNone() {
    assertThat(violations(curve(null, 10, 16), 16, 0, 10)).isEmpty();
    assertThat(violations(curve(null, 10, 16), 15, 0, 10))
        .containsExactly("session 'ev1', 0h: charging power 15 kW is none of its steps 10, 16 kW");
  }

  @Test
  void theCurveHoldsAtBothEndsOfAPeriod() {
    // 50 kWh allow 100 kW; 50 + 0.8·40 = 82 kWh allow 100 − 80·22/40 = 56, then 82 + 0.8·20 = 98
    // allow 24.
    assertThat(violations(curve(CURVE), 40, 20, 0)).isEmpty();
    // 50 + 0.8·55 = 94 allow 32 at the end.
    assertThat(violations(curve(CURVE), 55, 0, 0))
        .containsExactly(
            "session 'ev1', 0h: charging power 55 kW is above 32 kW, its curve at the 94 kWh the"
                + " period ends with");
    // A curve that rises: 10 kW at 50 kWh, 50 kW at 90.
    ChargingCurve rising =
        new ChargingCurve(
            List.of(new ChargingCurve.Point(0.5, 10), new ChargingCurve.Point(0.9, 50)));
    assertThat(violations(curve(rising), 20, 20, 0))
        .containsExactly(
            "session 'ev1', 0h: charging power 20 kW is above 10 kW, its curve at the 50 kWh the"
                + " period begins with");
  }

  @Test
  void targetsOnTheWayCostOrHold() {
    SessionDetails details = targets(new Target(1, 66), new Target(2, 70));
    // 50, 66, 66, 74 kWh: 4 are missing at 2 o'clock.
    assertThat(verify(details, 10.0, 20, 0, 10).cost().shortfall()).isCloseTo(40, within(1e-9));
    assertThat(verify(details, null, 20, 10, 0).violations()).isEmpty();
    assertThat(verify(details, null, 20, 0, 10).violations())
        .containsExactly(
            "session 'ev1', 2024-04-09T02:00:00+02:00: energy 66 kWh is below its hard target 70"
                + " kWh");
  }

  @Test
  void whatIsLeftHasAValue() {
    SessionDetails above = new SessionDetails(List.of(), 0.5, 0, 0, 0, 1, List.of(), null, false);
    SessionDetails atEnd = new SessionDetails(List.of(), 0, 0.25, 0, 0, 1, List.of(), null, false);
    // 74 kWh, 14 above the target; 50 are none above.
    assertThat(verify(above, 10.0, 20, 0, 10).cost().stored()).isCloseTo(-7, within(1e-9));
    assertThat(verify(above, 10.0, 0, 0, 0).cost().stored()).isZero();
    assertThat(verify(atEnd, 10.0, 20, 0, 10).cost().stored()).isCloseTo(-18.5, within(1e-9));
  }

  @Test
  void throughputCostsEachWayAtTheMeter() {
    Session session =
        ThreeBuses.session(0, 3, 60, 10.0)
            .withDetails(new SessionDetails(List.of(), 0, 0, 0.5, 0, 1, List.of(), null, false));
    Verification found =
        Verifier.verify(
            ThreeBuses.scenario(Limits.OF_THE_CASE, session),
            ThreeBuses.dispatch(new double[] {20, 20, 0}, new double[] {0, 0, 8}));
    assertThat(found.cost().wear()).isCloseTo(24, within(1e-9));
  }

  @Test
  void theLeastEnergyIsReachedAsFastAsStepsAndCurveAllow() {
    // 0, then 0.8·16 = 12.8, 25.6, and 30 from there on.
    SessionDetails steps = curve(null, 10, 16);
    Session low =
        new Session("ev1", "park", 0, 3, 100, 30, 0, 0, 10.0, ThreeBuses.CHARGER)
            .withDetails(steps);
    assertThat(least(low)).containsExactly(new double[] {0, 12.8, 25.6, 30}, within(1e-9));
    // 100 − 2·E kW at E kWh, held at the end of the hour: p = 100 − 2·(E + 0.8·p).
    ChargingCurve falling =
        new ChargingCurve(
            List.of(new ChargingCurve.Point(0, 100), new ChargingCurve.Point(0.5, 0)));
    Session curved =
        new Session("ev1", "park", 0, 3, 100, 60, 40, 0, 10.0, ANY_POWER)
            .withDetails(curve(falling));
    double first = 40 + 0.8 * 20 / 2.6;
    double second = first + 0.8 * (100 - 2 * first) / 2.6;
    double third = second + 0.8 * (100 - 2 * second) / 2.6;
    assertThat(least(curved))
        .containsExactly(new double[] {40, first, second, third}, within(1e-9));
  }

  @Test
  void aCurveThatRisesLimitsTheStartOfAPeriod() {
    // 10 kW at 40 kWh, and so to the 48 kWh it ends with, where 16 kW would be allowed.
    ChargingCurve rising =
        new ChargingCurve(
            List.of(new ChargingCurve.Point(0.4, 10), new ChargingCurve.Point(0.9, 50)));
    Session session =
        new Session("ev1", "park", 0, 1, 100, 90, 40, 0, 10.0, ANY_POWER)
            .withDetails(curve(rising));
    assertThat(least(session)).containsExactly(new double[] {40, 48}, within(1e-9));
  }

  @Test
  void aStepThatCurveOrBatteryDoNotTakeIsLeftOut() {
    // 100 − 2·E kW: 40 kW would end at 32 kWh with 36 kW, 30 kW end at 24 kWh with 52 kW.
    ChargingCurve falling =
        new ChargingCurve(
            List.of(new ChargingCurve.Point(0, 100), new ChargingCurve.Point(0.5, 0)));
    Session empty =
        new Session("ev1", "park", 0, 1, 100, 60, 0, 0, 10.0, ANY_POWER)
            .withDetails(curve(falling, 10, 30, 40));
    assertThat(least(empty)).containsExactly(new double[] {0, 24}, within(1e-9));
    // 95 kWh: 5 kW end at 99 kWh, 10 kW would at 103.
    Session full = new Session("ev1", "park", 0, 1, 100, 100, 95, 0, 10.0, ANY_POWER);
    assertThat(least(full.withDetails(curve(null, 5, 10))))
        .containsExactly(new double[] {95, 99}, within(1e-9));
    assertThat(least(full.withDetails(curve(null, 10)))).containsExactly(95, 95);
    assertThat(least(full)).containsExactly(new double[] {95, 100}, within(1e-9));
    Session leastPower =
        new Session("ev1", "park", 0, 1, 100, 100, 95, 0, 10.0, ThreeBuses.CHARGER);
    assertThat(least(leastPower)).containsExactly(95, 95);
  }
}
