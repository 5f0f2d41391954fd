package io.evenflow.ocpp.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenflow.fleet.Charger;
import io.evenflow.fleet.PowerRange;
import io.evenflow.io.BuiltInDays;
import io.evenflow.method.Methods;
import io.evenflow.method.Settings;
import io.evenflow.method.Watcher;
import io.evenflow.ocpp.ChargingProfile;
import io.evenflow.ocpp.ChargingProfiles;
import io.evenflow.ocpp.OcppVersion;
import io.evenflow.ocpp.OfficialSchemas;
import io.evenflow.ocpp.PlannedStay;
import io.evenflow.ocpp.ProfileOptions;
import io.evenflow.ocpp.RateUnit;
import io.evenflow.ocpp.StandardRules;
import io.evenflow.ocpp.Transactions;
import io.evenflow.scenario.Dispatch;
import io.evenflow.scenario.Scenario;
import io.evenflow.time.Horizon;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The file that is handed out does what the plan says. */
class ReplayTest {
  private static final Horizon HOURS =
      new Horizon(OffsetDateTime.parse("2024-04-09T00:00:00+02:00"), 24, 60);
  private static final Charger CHARGER =
      new Charger(new PowerRange(4, 10), 1, new PowerRange(1, 10), 1);

  static List<String> days() {
    return BuiltInDays.names();
  }

  @ParameterizedTest
  @MethodSource("days")
  void everyBuiltInDayKeepsItsLimits(String name) {
    Scenario day = BuiltInDays.read(name);
    Dispatch plan = planned(day);
    for (OcppVersion version : OcppVersion.values()) {
      for (RateUnit unit : List.of(RateUnit.WATTS, RateUnit.amperes(3, 230))) {
        boolean clips = version != OcppVersion.V2_1;
        List<ChargingProfile> profiles =
            new ChargingProfiles(new ProfileOptions(version, unit, false, clips, null, 1024, null))
                .of(day, plan);
        for (ChargingProfile profile : profiles) {
          StandardRules.assertProfile(version, profile.request());
          OfficialSchemas.assertValid(version, "SetChargingProfile", profile.request());
        }
        Replay replay = Replay.of(day, plan, profiles, null, ChargerModel.IDEAL);
        assertThat(replay.verification().violations()).as(version + " " + unit).isEmpty();
        assertThat(replay.verification().acFeasible()).isTrue();
        if (!clips) {
          // A watt, or a tenth of an ampere on three phases and what one more is of it.
          assertThat(replay.figures().largestDifferenceKw())
              .isLessThan(unit.isCurrent() ? 0.14 : 0.0011);
        }
      }
    }
  }

  private static Dispatch planned(Scenario day) {
    return Objects.requireNonNull(
        Objects.requireNonNull(Methods.named("certified"))
            .coordinate(day, Settings.defaults().withTimeLimitSeconds(20), Watcher.NONE)
            .dispatch());
  }

  /** Charging what was planned at noon in the evening breaks what the plan kept. */
  @Test
  void profilesThatAreNotThePlansAreFound() {
    Scenario day = BuiltInDays.read("depot-day");
    Dispatch plan = planned(day);
    for (double[] powers : plan.assets().vehicleChargeKw()) {
      for (int t = 0; t < powers.length; t++) {
        powers[t] = powers[t] > 0 ? 22 : 0;
      }
    }
    List<ChargingProfile> profiles =
        new ChargingProfiles(ProfileOptions.of(OcppVersion.V2_1)).of(day, plan);
    Replay replay = Replay.of(day, plan, profiles, null, ChargerModel.IDEAL);
    assertThat(replay.verification().violations())
        .anySatisfy(sentence -> assertThat(sentence).contains("station 'depot'", "above"));
  }

  private static double[] replay(ChargerModel model, double batteryKwh, double... netKw) {
    return replayFor(model, batteryKwh, null, null, netKw);
  }

  private static double[] replayFor(
      ChargerModel model,
      double batteryKwh,
      @Nullable Integer validMinutes,
      @Nullable Double fallbackKw,
      double... netKw) {
    PlannedStay stay = new PlannedStay("ev", 0, "depot", CHARGER, 2, 2 + netKw.length, netKw);
    List<PlannedStay> stays = List.of(stay);
    ProfileOptions options =
        new ProfileOptions(
            OcppVersion.V2_1, RateUnit.WATTS, false, false, validMinutes, 1024, null);
    ChargingProfile profile =
        new ChargingProfiles(options)
            .of(stays, Transactions.of(stays, OcppVersion.V2_1), HOURS)
            .getFirst();
    return new ReplayedStay(stay, HOURS, model, new ReplayedBattery(batteryKwh, 0, 10), fallbackKw)
        .follow(ReadProfile.of("ev", profile.request().toString(), model));
  }

  @Test
  void delaysMoveEnergyIntoTheNextPeriod() {
    // 36 s are a hundredth of an hour.
    ChargerModel slow = new ChargerModel(0, 3, 230, 36, 72);
    assertThat(replay(slow, 100, 10, 10, 0, -5)).containsExactly(9.8, 10, 0.1, -4.9);
    // From charging to feeding in it stops first, then begins.
    assertThat(replay(slow, 100, 10, -10)).containsExactly(9.8, 0.1 - 9.7);
  }

  @Test
  void aFullCarTakesNoMoreAndAnEmptyOneGivesNoMore() {
    assertThat(replay(ChargerModel.IDEAL, 15, 10, 10, -10, -10)).containsExactly(5, 0, -10, -5);
  }

  @Test
  void whatAChargerCannotHoldIsAPause() {
    // 6 A on three phases of 230 V are 4.14 kW.
    ChargerModel ac = new ChargerModel(6, 3, 230, 0, 0);
    assertThat(replay(ac, 100, 4.1, 4.2)).containsExactly(0, 4.2);
  }

  @Test
  void afterItsProfileACarChargesWithAllItCanUnlessThereIsAFallback() {
    assertThat(replayFor(ChargerModel.IDEAL, 100, 90, null, 5, 5, 5)).containsExactly(5, 7.5, 10);
    assertThat(replayFor(ChargerModel.IDEAL, 100, 90, 4.0, 5, 5, 5)).containsExactly(5, 4.5, 4);
    assertThat(replayFor(ChargerModel.IDEAL, 100, 90, 0.0, 5, 5, 5)).containsExactly(5, 2.5, 0);
  }
}
