package io.evenflow.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.evenflow.fleet.Charger;
import io.evenflow.fleet.PowerRange;
import io.evenflow.fleet.Session;
import io.evenflow.fleet.SessionDetails;
import io.evenflow.fleet.Vehicle;
import io.evenflow.scenario.Equipment;
import io.evenflow.scenario.Limits;
import io.evenflow.scenario.Scenario;
import io.evenflow.scenario.Substation;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Arrival with 50 kWh in a battery of 100; 10–100 kW at an efficiency of 0.8, hours. */
class TargetCheckTest {
  private static final Charger SLOW = new Charger(new PowerRange(0, 10), 0.8, null, 1);
  private static final Charger ONE_WAY = new Charger(new PowerRange(10, 100), 0.8, null, 1);

  private static List<UnreachableTarget> unreachable(Session session) {
    return TargetCheck.unreachable(ThreeBuses.scenario(Limits.OF_THE_CASE, session));
  }

  @Test
  void aTargetThatFullPowerJustReachesIsReachable() {
    assertThat(unreachable(ThreeBuses.session(0, 1, 100, 10.0))).isEmpty();
  }

  @Test
  void saysByHowMuchAStayIsTooShortAndWhy() {
    Session slow = new Session("ev1", "park", 0, 2, 100, 0, 50, 100, 10.0, SLOW);
    List<UnreachableTarget> unreachable = unreachable(slow);
    assertThat(unreachable).hasSize(1);
    assertThat(unreachable.getFirst().missingKwh()).isCloseTo(34, within(1e-9));
    assertThat(unreachable.getFirst().isHard()).isFalse();
    assertThat(unreachable.getFirst().sentence())
        .isEqualTo(
            "session 'ev1': targetEnergyKwh 100 cannot be reached, 34 kWh are missing at best: 50"
                + " kWh on arrival and 2 periods of 1 h at 10 kW and efficiency 0.8 give 66 kWh");
  }

  @Test
  void aHardTargetIsTheReasonWhyNoScheduleExists() {
    Session hard = new Session("ev1", "park", 0, 1, 100, 0, 50, 100, null, SLOW);
    UnreachableTarget target = unreachable(hard).getFirst();
    assertThat(target.isHard()).isTrue();
    assertThat(target.sentence())
        .endsWith("; the target is hard (shortfallCostPerKwh null), so no schedule exists");
  }

  @Test
  void aLeastPowerCanOvershootTheLastKilowattHours() {
    // From 96 kWh, the least charge of 8 kWh overshoots 100; the charger cannot discharge first.
    Session nearlyFull = new Session("ev1", "park", 0, 3, 100, 0, 96, 100, 10.0, ONE_WAY);
    assertThat(unreachable(nearlyFull).getFirst().sentence())
        .isEqualTo(
            "session 'ev1': targetEnergyKwh 100 cannot be reached, 4 kWh are missing at best:"
                + " charging at its least power of 10 kW over whole periods ends at most at 96 kWh");
    // With discharging, 8/0.8 = 10 kWh out and 14 kWh in do it.
    Session bothWays = new Session("ev1", "park", 0, 3, 100, 0, 96, 100, 10.0, ThreeBuses.CHARGER);
    assertThat(unreachable(bothWays)).isEmpty();
  }

  @Test
  void whatMustBeChargedFirstCountsToo() {
    // 10, 10 + 8 = 18, 26 kWh with 10 kW from arrival on; the least energy is never reached.
    Session low = new Session("ev1", "park", 0, 2, 100, 60, 10, 40, 10.0, SLOW);
    assertThat(unreachable(low).getFirst().missingKwh()).isCloseTo(14, within(1e-9));
    Session reached = new Session("ev1", "park", 0, 3, 100, 60, 10, 34, 10.0, SLOW);
    assertThat(unreachable(reached)).isEmpty();
  }

  @Test
  void targetsOnTheWayCanBeOutOfReachToo() {
    // 50, 58, 66 kWh at 10 kW; in steps of 5 kW 50, 54, 58.
    SessionDetails.Target early = new SessionDetails.Target(1, 60);
    Session slow = new Session("ev1", "park", 0, 2, 100, 0, 50, 60, null, SLOW);
    assertThat(unreachable(slow.withDetails(details(early)))).hasSize(1);
    assertThat(unreachable(slow.withDetails(details(early))).getFirst().sentence())
        .isEqualTo(
            "session 'ev1': targets: energyKwh 60 at the start of period 1 cannot be reached, 2 kWh"
                + " are missing at best: 58 kWh can be reached by then; the target is hard"
                + " (shortfallCostPerKwh null), so no schedule exists");
    assertThat(unreachable(slow.withDetails(details(early, 5.0))))
        .extracting(UnreachableTarget::missingKwh)
        .containsExactly(6.0, 2.0);
    assertThat(unreachable(slow.withDetails(details(early, 5.0))).getLast().sentence())
        .contains("targetEnergyKwh 60 cannot", ": 58 kWh can be reached by then");
  }

  private static SessionDetails details(SessionDetails.Target target, Double... steps) {
    return new SessionDetails(List.of(target), 0, 0, 0, 0, 1, List.of(steps), null, false);
  }

  @Test
  void aVehiclesTripsDeparturesAndEndCanBeOutOfReach() {
    // 10 + 8 = 18 kWh, a trip of 30, then 0 + 8 kWh.
    Vehicle van =
        new Vehicle(
            "van",
            100,
            0,
            10,
            9,
            null,
            List.of(
                new Vehicle.Stay("park", 0, 1, 20, 0, SLOW),
                new Vehicle.Stay("park", 2, 3, 8, 30, SLOW)));
    Scenario day =
        ThreeBuses.scenario(Limits.OF_THE_CASE, ThreeBuses.session(0, 3, 60, 10.0))
            .withEquipment(
                new Equipment(
                    Substation.OF_THE_CASE, List.of(), List.of(), List.of(), List.of(van), null));
    String hard = "; the target is hard (shortfallCostPerKwh null), so no schedule exists";
    assertThat(TargetCheck.unreachable(day))
        .extracting(UnreachableTarget::sentence)
        .containsExactly(
            "vehicle 'van': stays[0].departEnergyKwh 20 cannot be reached, 2 kWh are missing at"
                + " best: 18 kWh can be reached by then"
                + hard,
            "vehicle 'van': stays[1].usedKwh 30 cannot be reached, 12 kWh are missing at best: 18"
                + " kWh can be reached by then"
                + hard,
            "vehicle 'van': endEnergyKwh 9 cannot be reached, 1 kWh are missing at best: 8 kWh can"
                + " be reached by then"
                + hard);
  }
}
