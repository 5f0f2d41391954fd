package io.evenflow.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.evenflow.check.BindingLimit.Kind;
import io.evenflow.market.DayAheadPrices;
import io.evenflow.market.PeakCharge;
import io.evenflow.market.Tariff;
import io.evenflow.scenario.Cost;
import io.evenflow.scenario.Dispatch;
import io.evenflow.scenario.Equipment;
import io.evenflow.scenario.Limits;
import io.evenflow.scenario.Loads;
import io.evenflow.scenario.Scenario;
import io.evenflow.scenario.Substation;
import io.evenflow.scenario.Verification;
import io.evenflow.time.Horizon;
import io.evenflow.time.Series;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Two hours of {@link ThreeBuses}, the first of which began 45 minutes ago: 1010.2051 kW come from
 * the grid in what is left of it; then bus 2 draws nothing, and the wind feeds 100 kW back, less
 * what is lost over 0.2 p.u. of 10 MVA.
 */
class SubstationCheckTest {
  private static final double IMPORT_KW = ThreeBuses.importKw();

  /** V² = V + 0.2·0.01 at bus 3, and (1 − V)/0.2 flows from bus 1. */
  private static final double EXPORT_KW = 10_000 * ((Math.sqrt(1 + 4 * 0.002) - 1) / 2) / 0.2;

  private static Verification verify(Scenario day) {
    return Verifier.verify(day, dispatch());
  }

  private static Dispatch dispatch() {
    double[][] none = {};
    return new Dispatch(
        none,
        none,
        new double[][] {{IMPORT_KW, -EXPORT_KW}, {0, 100}},
        new double[2][2],
        new double[] {1, 1});
  }

  private static Scenario day(Substation substation, double @Nullable [] costPerMwh) {
    return new Scenario(
        "two hours",
        "EUR",
        "three",
        ThreeBuses.network(),
        new Horizon(OffsetDateTime.parse(ThreeBuses.START), 2, 60, 15, null),
        DayAheadPrices.of(0, 0),
        new Loads(new double[] {1, 0}, List.of()),
        List.of(),
        new Limits(null, null, 1.0, List.of()),
        costPerMwh,
        List.of(),
        List.of(),
        new Equipment(substation, List.of(), List.of(), List.of(), List.of(), null));
  }

  private static Substation limits(double importKw, double exportKw) {
    return new Substation(null, Series.constant(2, importKw), Series.constant(2, exportKw), null);
  }

  @Test
  void limitsFromOutsideHoldEachWay() {
    assertThat(verify(day(limits(1011, 100), null)).violations()).isEmpty();
    assertThat(verify(day(limits(1009, 99), null)).violations())
        .containsExactly(
            "substation, 2024-04-09T00:00:00+02:00: active power 1010.205 kW is above its maximum"
                + " 1009 kW",
            "substation, 2024-04-09T00:15:00+02:00: active power -99.8008 kW is below its minimum"
                + " -99 kW");
  }

  @Test
  void aLimitFromOutsideBinds() {
    Scenario day = day(limits(IMPORT_KW, EXPORT_KW), null);
    assertThat(BindingLimits.of(day, dispatch(), verify(day).grid()))
        .filteredOn(limit -> limit.place().equals("1"))
        .extracting(BindingLimit::kind)
        .containsExactly(Kind.GREATEST_ACTIVE_POWER, Kind.LEAST_ACTIVE_POWER);
  }

  @Test
  void importAndExportHavePricesOfTheirOwn() {
    Tariff tariff = new Tariff(Series.of(80, 70), Series.of(50, 40));
    Cost cost = verify(day(new Substation(tariff, null, null, null), null)).cost();
    // And 100 kWh of wind at 20 per MWh.
    assertThat(cost.generation())
        .isCloseTo(0.25 * 0.08 * IMPORT_KW - 0.04 * EXPORT_KW + 2, within(1e-6));
  }

  @Test
  void costsOfTheScenarioReplaceTheCases() {
    double ofCase = verify(day(Substation.OF_THE_CASE, null)).cost().generation();
    assertThat(ofCase).isCloseTo(0.06 * (0.25 * IMPORT_KW - EXPORT_KW) + 2, within(1e-6));
    double replaced =
        verify(day(Substation.OF_THE_CASE, new double[] {80, 30})).cost().generation();
    assertThat(replaced).isCloseTo(0.25 * 0.08 * IMPORT_KW - 0.03 * EXPORT_KW + 2, within(1e-6));
  }

  @Test
  void aPeakIsPaidAboveWhatWasReachedBefore() {
    Cost above = verify(day(peak(new PeakCharge(2, 1000)), null)).cost();
    assertThat(above.peaks()).isCloseTo(2 * (IMPORT_KW - 1000), within(1e-6));
    Cost below = verify(day(peak(new PeakCharge(2, 1100)), null)).cost();
    assertThat(below.peaks()).isZero();
  }

  private static Substation peak(PeakCharge charge) {
    return new Substation(null, null, null, charge);
  }

  @Test
  void phantomLossCountsWhatIsLeftOfTheFirstPeriod() {
    Dispatch dispatch = dispatch();
    dispatch.generatorKw()[0][0] += 40;
    assertThat(Verifier.verify(day(Substation.OF_THE_CASE, null), dispatch).phantomLossKwh())
        .isCloseTo(10, within(1e-6));
  }

  @Test
  void withoutEmissionsNothingIsSaidOfThem() {
    assertThat(verify(day(Substation.OF_THE_CASE, null)).settlement().emissionsKg()).isNull();
  }
}
