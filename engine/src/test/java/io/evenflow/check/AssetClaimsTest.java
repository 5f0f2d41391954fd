package io.evenflow.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.evenflow.scenario.Claims;
import io.evenflow.scenario.Claims.Totals;
import io.evenflow.scenario.Cost;
import io.evenflow.scenario.Dispatch;
import io.evenflow.scenario.Dispatch.Assets;
import io.evenflow.scenario.Limits;
import io.evenflow.scenario.Settlement.Peak;
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

  private static Claims assets(Claims.Assets assets) {
    return new Claims(null, false, Totals.NONE, Map.of(), Map.of(), List.of(), null, assets);
  }

  private static List<String> untrue(Claims.Assets assets) {
    return Verifier.verify(DAY.scenario(), DAY.dispatch(), assets(assets)).violations().stream()
        .map(sentence -> sentence.replaceAll("2024-04-09T0(.):00:00\\+02:00", "$1h"))
        .toList();
  }

  private static final double[] VAN = {20, 28, 16, 32, 32};

  private static Claims.Assets energies(double[] b1, double[] van) {
    return new Claims.Assets(
        Map.of("b1", b1), Map.of("van", van), Map.of(), Map.of(), Map.of(), List.of(), null);
  }

  @Test
  void energiesOfVehiclesAndBatteriesAreHeldAgainstTheirPowers() {
    // The van is at the shop until 1 o'clock, and at the depot from 2 on.
    double[] b1 = {40, 40, 58, 58, 38};
    assertThat(untrue(energies(b1, VAN))).isEmpty();
    assertThat(untrue(energies(b1, new double[] {20, Double.NaN, 16, 32, 32}))).isEmpty();
    Claims.Assets wrong =
        energies(new double[] {40, 40, 58, 58, 42}, new double[] {20, 27, 28, 32, 32});
    assertThat(untrue(wrong))
        .containsExactly(
            "vehicle 'van', 1h: energy: claims 27 kWh, its powers give 28 kWh",
            "vehicle 'van', 2h: energy: claims 28 kWh, its powers give 16 kWh",
            "battery 'b1', 4h: energy: claims 42 kWh, its powers give 38 kWh");
    assertThat(Verifier.verify(DAY.scenario(), DAY.dispatch(), assets(wrong)).maxEnergyErrorKwh())
        .isCloseTo(12, within(1e-9));
  }

  @Test
  void atTheStartOfAStayAVehicleHasWhatTheTripLeft() {
    DepotDay day = DepotDay.right().withNearShop();
    Claims claims = assets(energies(new double[] {40, 40, 58, 58, 38}, VAN));
    assertThat(Verifier.verify(day.scenario(), day.dispatch(), claims).violations()).isEmpty();
  }

  private static Claims.Assets meters(
      double[] net, double[] drawn, double[] fed, Peak peak, Double kg) {
    return new Claims.Assets(
        Map.of(),
        Map.of(),
        Map.of("depot", net),
        Map.of("depot", drawn),
        Map.of("depot", fed),
        List.of(peak),
        kg);
  }

  @Test
  void metersPeaksAndEmissionsAreHeldAgainstPowers() {
    double kg = ThreeBuses.importKw();
    double[] net = {40, 30, 8, -4};
    double[] drawn = {40, 30, 8, 0};
    double[] fed = {0, 0, 0, 4};
    Peak peak = new Peak("station 'depot'", 40, 50);
    assertThat(untrue(meters(net, drawn, fed, peak, kg))).isEmpty();
    assertThat(untrue(meters(fed, drawn, fed, peak, kg))).hasSize(4);
    assertThat(untrue(meters(net, net, fed, peak, kg)))
        .containsExactly("station 'depot', 3h: importKw: claims -4 kW, its powers make it 0 kW");
    assertThat(untrue(meters(net, drawn, new double[4], peak, kg)))
        .containsExactly("station 'depot', 3h: exportKw: claims 0 kW, its powers make it 4 kW");
    assertThat(untrue(meters(net, drawn, fed, new Peak("station 'depot'", 39, 45), kg + 1)))
        .containsExactly(
            "peak of station 'depot': kw: claims 39 kW, its powers make it 40 kW",
            "peak of station 'depot': cost: claims 45 EUR, its powers make it 50 EUR",
            "emissionsKg: claims 1011.205 kg, its powers make it 1010.205 kg");
    assertThat(untrue(meters(net, drawn, fed, new Peak("station 'shop'", 5, 0), kg)))
        .containsExactly("peak of station 'shop': nothing of that name has a peak charge");
  }

  @Test
  void emissionsNeedAScenarioThatHasThem() {
    Claims.Assets said =
        new Claims.Assets(Map.of(), Map.of(), Map.of(), Map.of(), Map.of(), List.of(), 5.0);
    assertThat(
            Verifier.verify(
                    ThreeBuses.scenario(Limits.OF_THE_CASE, ThreeBuses.session(0, 3, 60, 10.0)),
                    ThreeBuses.dispatch(new double[3], new double[3]),
                    assets(said))
                .violations())
        .containsExactly("emissionsKg: claims 5 kg, the scenario has none");
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
