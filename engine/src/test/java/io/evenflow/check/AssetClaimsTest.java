package io.evenflow.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.evenflow.scenario.Claims;
import io.evenflow.scenario.Claims.Totals;
import io.evenflow.scenario.Cost;
import io.evenflow.scenario.Dispatch;
import io.evenflow.scenario.Dispatch.Assets;
import io.evenflow.scenario.Verification;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** What a schedule of {@link DepotDay} says of itself, and whether it has all its powers. */
class AssetClaimsTest {
  private static final DepotDay DAY = DepotDay.right();

  private static List<String> untrue(Totals totals, Map<String, Double> shortfallKwh) {
    Claims claims = new Claims(null, false, totals, Map.of(), shortfallKwh, List.of(), null);
    return Verifier.verify(DAY.scenario(), DAY.dispatch(), claims).violations();
  }

  private static Totals cost(UnaryOperator<Cost> change) {
    Cost truth = Verifier.verify(DAY.scenario(), DAY.dispatch()).cost();
    return new Totals(null, null, null, null, null, null, null, change.apply(truth));
  }

  @Test
  void everyPartOfTheCostIsRecomputed() {
    assertThat(untrue(cost(truth -> truth), Map.of())).isEmpty();
    assertThat(
            untrue(
                cost(
                    truth ->
                        new Cost(
                            truth.generation(),
                            truth.charging(),
                            truth.shortfall(),
                            100,
                            truth.emissions() + 2,
                            0,
                            -6)),
                Map.of()))
        .containsExactly(
            "cost.peaks: claims 100 EUR, its powers cost 130.2051 EUR",
            "cost.emissions: claims 82.81641 EUR, its powers cost 80.81641 EUR",
            "cost.wear: claims 0 EUR, its powers cost 2.3 EUR",
            "cost.stored: claims -6 EUR, its powers cost -5.14 EUR");
  }

  @Test
  void theImportThatIsClaimedPaysForEmissionsAndPeaksOfTheClaim() {
    Dispatch dispatch = DAY.dispatch();
    dispatch.generatorKw()[0][1] -= 1000;
    Cost truth = Verifier.verify(DAY.scenario(), DAY.dispatch()).cost();
    // 1000 kWh at 60 per MWh, and 300 kg at 80 per tonne.
    double objective = truth.total() - 60 - 24;
    Totals totals = new Totals(objective, null, null, null, null, null, null, null);
    Claims claims = new Claims(null, false, totals, Map.of(), Map.of(), List.of(), null);
    assertThat(Verifier.verify(DAY.scenario(), dispatch, claims).violations())
        .noneMatch(sentence -> sentence.startsWith("objective"));
    assertThat(Verifier.verify(DAY.scenario(), dispatch).cost().total())
        .isCloseTo(truth.total(), within(1e-6));
  }

  @Test
  void whatAVehicleIsSaidToMissIsWhatItsPowersLeave() {
    assertThat(untrue(Totals.NONE, Map.of("van", 2.0, "ev1", 0.0))).isEmpty();
    assertThat(untrue(Totals.NONE, Map.of("van", 0.0)))
        .containsExactly("vehicle 'van': shortfall: claims 0 kWh, its powers leave 2 kWh");
  }

  @Test
  void stationsAreHeldAgainstTheirMeters() {
    Claims.Period said =
        new Claims.Period(null, null, null, null, null, null, Map.of("depot", 20.0, "shop", -5.0));
    Claims claims = new Claims(null, false, Totals.NONE, Map.of(), Map.of(), List.of(said), null);
    assertThat(Verifier.verify(DAY.scenario(), DAY.dispatch(), claims).violations())
        .containsExactly(
            "2024-04-09T00:00:00+02:00: stationKw of 'depot': claims 20 kW, its meter shows 40 kW");
  }

  @Test
  void theWorstEnergyIsThatOfAnything() {
    assertThat(error(DepotDay.right().but("van draws 10 0 50 0"))).isCloseTo(6, within(1e-9));
    assertThat(error(DepotDay.right().but("b2 feeds 4 0 0 9"))).isCloseTo(3, within(1e-9));
    assertThat(error(DepotDay.right().but("b1 draws 0 0 0 0"))).isCloseTo(10, within(1e-9));
  }

  private static double error(DepotDay day) {
    Verification found = Verifier.verify(day.scenario(), day.dispatch());
    Verification heard = Verifier.verify(day.scenario(), day.dispatch(), Claims.NONE);
    assertThat(heard.maxEnergyErrorKwh()).isEqualTo(found.maxEnergyErrorKwh());
    return found.maxEnergyErrorKwh();
  }

  @Test
  void metersShowTheSameWhateverIsClaimed() {
    Verification heard = Verifier.verify(DAY.scenario(), DAY.dispatch(), Claims.NONE);
    assertThat(heard.settlement().stationKw()[0]).containsExactly(40, 30, 8, -4);
    assertThat(heard.settlement().peaks()).hasSize(3);
  }

  @Test
  void aScheduleHasAllItsPowers() {
    Assets all = DAY.dispatch().assets();
    double[][] none = {};
    double[][] b = {{1, 2, 3, 4}, {1, 2, 3}};
    refused(
        new Assets(none, all.vehicleDischargeKw(), none, none, none, none),
        "vehicleChargeKw has 0 entries; the scenario needs 1");
    refused(
        new Assets(all.vehicleChargeKw(), none, none, none, none, none),
        "vehicleDischargeKw has 0 entries; the scenario needs 1");
    refused(
        new Assets(all.vehicleChargeKw(), all.vehicleDischargeKw(), b, none, none, none),
        "batteryChargeKw[1] has 3 entries; the scenario needs 4");
    refused(
        new Assets(
            all.vehicleChargeKw(),
            all.vehicleDischargeKw(),
            all.batteryChargeKw(),
            none,
            none,
            none),
        "batteryDischargeKw has 0 entries; the scenario needs 2");
    refused(
        new Assets(
            all.vehicleChargeKw(),
            all.vehicleDischargeKw(),
            all.batteryChargeKw(),
            all.batteryDischargeKw(),
            none,
            none),
        "solarKw has 0 entries; the scenario needs 3");
    refused(
        new Assets(
            all.vehicleChargeKw(),
            all.vehicleDischargeKw(),
            all.batteryChargeKw(),
            all.batteryDischargeKw(),
            all.solarKw(),
            none),
        "solarKvar has 0 entries; the scenario needs 3");
  }

  private static void refused(Assets assets, String sentence) {
    Dispatch all = DAY.dispatch();
    Dispatch dispatch =
        new Dispatch(
            all.chargeKw(),
            all.dischargeKw(),
            all.generatorKw(),
            all.generatorKvar(),
            all.substationVoltagePu(),
            assets);
    assertThatThrownBy(() -> Verifier.verify(DAY.scenario(), dispatch))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(sentence);
  }
}
