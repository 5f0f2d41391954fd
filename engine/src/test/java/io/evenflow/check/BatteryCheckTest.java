package io.evenflow.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenflow.fleet.Battery;
import io.evenflow.fleet.Charger;
import io.evenflow.fleet.Connection;
import io.evenflow.fleet.Location;
import io.evenflow.fleet.PowerRange;
import io.evenflow.fleet.Station;
import io.evenflow.market.DayAheadPrices;
import io.evenflow.market.PeakCharge;
import io.evenflow.scenario.Dispatch;
import io.evenflow.scenario.Equipment;
import io.evenflow.scenario.Limits;
import io.evenflow.scenario.Loads;
import io.evenflow.scenario.Scenario;
import io.evenflow.scenario.Settlement.Peak;
import io.evenflow.scenario.Substation;
import io.evenflow.scenario.Verification;
import io.evenflow.time.Horizon;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A battery of 40 kWh and 10 kW, lossless, over a quarter of an hour and then an hour. */
class BatteryCheckTest {
  private static Verification verify(
      double minKwh, double startKwh, double endKwh, double[] charge, double[] discharge) {
    Charger charger = new Charger(new PowerRange(0, 10), 1, new PowerRange(0, 10), 1);
    Battery battery =
        new Battery("b1", Location.station("yard"), 40, minKwh, startKwh, endKwh, 0, charger, 0);
    Station yard =
        new Station(
            "yard",
            3,
            charger,
            new Station.Site(null, null, Connection.UNLIMITED, null, new PeakCharge(1, 0)));
    Scenario day =
        new Scenario(
            "battery",
            "EUR",
            "three",
            ThreeBuses.network(),
            new Horizon(OffsetDateTime.parse(ThreeBuses.START), 2, 60, 15, null),
            DayAheadPrices.of(50, 50),
            Loads.flat(2),
            List.of(),
            Limits.OF_THE_CASE,
            null,
            List.of(yard),
            List.of(),
            new Equipment(
                Substation.OF_THE_CASE, List.of(), List.of(), List.of(battery), List.of(), null));
    double[][] none = {};
    return Verifier.verify(
        day,
        new Dispatch(
            none,
            none,
            new double[2][2],
            new double[2][2],
            new double[] {1, 1},
            new Dispatch.Assets(
                none, none, new double[][] {charge}, new double[][] {discharge}, none, none)));
  }

  private static double[] kw(double first, double second) {
    return new double[] {first, second};
  }

  @Test
  void anEndOutOfReachIsWhatCanBeReached() {
    // 5 + 2.5 + 10 = 17.5 kWh at most.
    assertThat(verify(0, 5, 30, kw(10, 10), kw(0, 0)).violations()).isEmpty();
    assertThat(verify(0, 5, 30, kw(10, 9), kw(0, 0)).violations())
        .containsExactly(
            "battery 'b1', 2024-04-09T01:15:00+02:00: energy at the end 16.5 kWh is below its"
                + " minimum 17.5 kWh");
  }

  @Test
  void anEndThatItIsBeyondIsKept() {
    // 20 kWh, 17.5 and 10: none of full power's 32.5, but 10 as wanted.
    assertThat(verify(0, 20, 10, kw(0, 0), kw(10, 7.5)).violations()).isEmpty();
    assertThat(verify(0, 20, 10, kw(0, 0), kw(10, 8.5)).violations())
        .containsExactly(
            "battery 'b1', 2024-04-09T01:15:00+02:00: energy at the end 9 kWh is below its minimum"
                + " 10 kWh");
  }

  @Test
  void belowItsMinimumItIsBroughtUpFirst() {
    // 5, then 7.5, then 12 kWh.
    assertThat(verify(12, 5, 0, kw(10, 4.5), kw(0, 0)).violations()).isEmpty();
    assertThat(verify(12, 5, 0, kw(8, 5), kw(0, 0)).violations())
        .containsExactly(
            "battery 'b1', 2024-04-09T00:15:00+02:00: energy 7 kWh is below its minimum 7.5 kWh");
  }

  @Test
  void withoutATariffItPaysNothingAtItsStation() {
    assertThat(verify(0, 5, 0, kw(10, 0), kw(0, 10)).cost().charging()).isZero();
  }

  @Test
  void aMeterThatOnlyFeedsInHasNoPeak() {
    assertThat(verify(0, 20, 0, kw(0, 0), kw(10, 5)).settlement().peaks())
        .containsExactly(new Peak("station 'yard'", 0, 0));
  }
}
