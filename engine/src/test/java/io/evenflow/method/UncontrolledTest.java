package io.evenflow.method;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenflow.OneBranchDay;
import io.evenflow.check.Verifier;
import io.evenflow.fleet.Charger;
import io.evenflow.fleet.LeastEnergy;
import io.evenflow.fleet.PowerRange;
import io.evenflow.fleet.Session;
import io.evenflow.fleet.Storage;
import io.evenflow.fleet.Vehicle;
import io.evenflow.scenario.Claims;
import io.evenflow.scenario.Result;
import io.evenflow.scenario.Scenario;
import io.evenflow.time.Horizons;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class UncontrolledTest {
  private static Session session(double least, double arrival, double target, double minKw) {
    Charger charger = new Charger(new PowerRange(minKw, 30), 1, null, 1);
    return new Session("ev", "s", 0, 5, 100, least, arrival, target, 10.0, charger);
  }

  private static double[] charged(Session session) {
    double[] kw = new double[session.departure()];
    Uncontrolled.charge(session, Horizons.ofSteps(1), kw);
    return kw;
  }

  @Test
  void chargesToTheLeastEnergyWhereThatIsMoreThanTheTarget() {
    assertThat(charged(session(0, 10, 50, 0))).containsExactly(30, 10, 0, 0, 0);
    assertThat(charged(session(80, 10, 50, 0))).containsExactly(30, 30, 10, 0, 0);
  }

  /** Four hours at home, one on the road that takes 15 kWh, two at work. */
  private static double[] charged(double depart, double end) {
    Charger charger = new Charger(new PowerRange(0, 10), 1, null, 1);
    Vehicle van =
        new Vehicle(
            "van",
            60,
            0,
            10,
            end,
            10.0,
            List.of(
                new Vehicle.Stay("s", 0, 4, depart, 0, charger),
                new Vehicle.Stay("s", 5, 7, 0, 15, charger)));
    double[] kw = new double[7];
    FullPower.charge(Storage.of(van, Horizons.ofSteps(1)), kw);
    return kw;
  }

  @Test
  void aVehicleChargesAsSoonAsItCanWhatItsTourWants() {
    // 20 kWh at the end and 15 on the road
    assertThat(charged(30, 20)).containsExactly(10, 10, 5, 0, 0, 0, 0);
    // 48 kWh on departure are more; 33 are left for the 20
    assertThat(charged(48, 20)).containsExactly(10, 10, 10, 8, 0, 0, 0);
    // 55 kWh at the end: 50 on departure are all there can be
    assertThat(charged(30, 55)).containsExactly(10, 10, 10, 10, 0, 10, 10);
  }

  @Test
  void thePeriodBeforeGivesUpOnlyWhatTheLeastEnergyLeaves() {
    // The last 10 kW are less than 20 kW: the hour before charges 20, too.
    assertThat(charged(session(0, 20, 90, 20))).containsExactly(30, 20, 20, 0, 0);
    // 80 kWh are the least after two hours, so the last hour overshoots the target instead.
    assertThat(charged(session(85, 20, 90, 20))).containsExactly(30, 30, 20, 0, 0);
  }

  @Test
  void keepsToTheLeastEnergyWhateverTheCharger() {
    SplittableRandom random = new SplittableRandom(20261202);
    for (int trial = 0; trial < 2000; trial++) {
      Session session =
          session(
              random.nextInt(101), random.nextInt(101), random.nextInt(101), random.nextInt(31));
      LeastEnergy least = session.leastEnergy(Horizons.ofSteps(1));
      double[] kw = charged(session);
      double energy = session.arrivalEnergyKwh();
      for (int t = 0; t < kw.length; t++) {
        energy += kw[t];
        assertThat(kw[t] == 0 || kw[t] >= session.charger().charge().minKw()).isTrue();
        assertThat(energy).as(session.toString()).isBetween(least.kwh(t + 1) - 1e-9, 100 + 1e-9);
      }
    }
  }

  /** Four vehicles behind a branch for two: an hour that no operation of the grid keeps. */
  @Test
  void saysWhatTheGridNeedsWhereItsLimitsBreak() {
    List<Session> four = OneBranchDay.of(4).sessions();
    Scenario day = OneBranchDay.of(2).withSessions(four);
    Result result = new Uncontrolled().coordinate(day, Settings.defaults(), Watcher.NONE);
    assertThat(
            Verifier.verify(day, Objects.requireNonNull(result.dispatch()), Claims.NONE)
                .violations())
        .singleElement()
        .asString()
        .contains("branch 1-2")
        .contains("above its maximum");
  }
}
