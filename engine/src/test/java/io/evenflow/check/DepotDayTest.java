package io.evenflow.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.evenflow.scenario.Cost;
import io.evenflow.scenario.Settlement;
import io.evenflow.scenario.Verification;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One day with everything: its costs by pencil and paper, and a row for each rule it can break. */
class DepotDayTest {
  private static final double IMPORT_KW = ThreeBuses.importKw();
  private static final Offset<Double> CLOSE = within(1e-9);

  private static Verification right() {
    DepotDay day = DepotDay.right();
    return Verifier.verify(day.scenario(), day.dispatch());
  }

  @Test
  void theRightScheduleBreaksNothing() {
    assertThat(right().violations()).isEmpty();
    assertThat(right().acFeasible()).isTrue();
    assertThat(right().maxEnergyErrorKwh()).isZero();
  }

  @Test
  void itCostsWhatPencilAndPaperSay() {
    Cost cost = right().cost();
    // The grid's 60 per MWh for four hours; the wind's 20 for 121 + 115 + 88 + 91 kWh.
    assertThat(cost.generation()).isCloseTo(4 * 0.06 * IMPORT_KW + 8.3, within(1e-6));
    // Depot: 40·0.2 + 30·0.3 + 8·0.2 − 4·0.05; shop: the van's 10·0.03 and ev2's 10·0.06.
    assertThat(cost.charging()).isCloseTo(18.4 + 0.9, within(1e-9));
    // ev1 has 66 of 70 kWh at 1 o'clock, the van ends with 32 of 34.
    assertThat(cost.shortfall()).isCloseTo(40 + 20, within(1e-9));
    // Depot 40 kW with 30 before, street 35 kW, substation with 1000 before.
    assertThat(cost.peaks()).isCloseTo(5 * 10 + 2 * 35 + IMPORT_KW - 1000, within(1e-6));
    // 0.4 + 0.3 + 0.2 + 0.1 kg/kWh at 0.08 per kg.
    assertThat(cost.emissions()).isCloseTo(0.08 * IMPORT_KW, within(1e-6));
    // ev1: one start, 40 + 8 kWh at 0.03; b1: 20 + 16 kWh at 0.01.
    assertThat(cost.wear()).isCloseTo(0.5 + 1.44 + 0.36, within(1e-9));
    // ev1: 72 kWh at 0.02, 12 of them above target at 0.1; b1: 38 at 0.05; b2: 6 at 0.1.
    assertThat(cost.stored()).isCloseTo(-(1.44 + 1.2 + 1.9 + 0.6), within(1e-9));
  }

  @Test
  void metersShowNetPowersPeaksAndEmissions() {
    Settlement settlement = right().settlement();
    assertThat(settlement.stationKw()[0]).containsExactly(new double[] {40, 30, 8, -4}, CLOSE);
    assertThat(settlement.stationKw()[1]).containsExactly(new double[] {-5, -5, -10, 5}, CLOSE);
    assertThat(settlement.peaks())
        .extracting(Settlement.Peak::where)
        .containsExactly("station 'depot'", "group 'street'", "substation");
    assertThat(settlement.peaks().get(0)).isEqualTo(new Settlement.Peak("station 'depot'", 40, 50));
    assertThat(settlement.peaks().get(1)).isEqualTo(new Settlement.Peak("group 'street'", 35, 70));
    assertThat(settlement.peaks().get(2).kw()).isCloseTo(IMPORT_KW, within(1e-6));
    assertThat(settlement.peaks().get(2).cost()).isCloseTo(IMPORT_KW - 1000, within(1e-6));
    assertThat(settlement.emissionsKg()).isCloseTo(IMPORT_KW, within(1e-6));
  }

  @Test
  void aFirstPeriodThatHasBegunCountsWithWhatIsLeftOfIt() {
    DepotDay day = DepotDay.begunBefore(15);
    Verification found = Verifier.verify(day.scenario(), day.dispatch());
    Cost cost = found.cost();
    // As above with a quarter of the first hour.
    assertThat(cost.generation())
        .isCloseTo(3.25 * 0.06 * IMPORT_KW + 0.02 * (121 / 4.0 + 115 + 88 + 91), within(1e-6));
    assertThat(cost.charging()).isCloseTo(2 + 9 + 1.6 - 0.2 + 0.075 + 0.6, within(1e-9));
    // ev1 has 54 of 70 kWh, the van 22 of 25, 26 of 30, 26 of 34.
    assertThat(cost.shortfall()).isCloseTo(10 * (16 + 3 + 4 + 8), within(1e-9));
    assertThat(cost.emissions()).isCloseTo(0.08 * 0.7 * IMPORT_KW, within(1e-6));
    assertThat(cost.wear()).isCloseTo(0.5 + 0.03 * 33 + 0.36, within(1e-9));
    // ev1 leaves with 60 kWh, b1 with 38, b2 with 9.
    assertThat(cost.stored()).isCloseTo(-(1.2 + 1.9 + 0.9), within(1e-9));
    assertThat(found.settlement().emissionsKg()).isCloseTo(0.7 * IMPORT_KW, within(1e-6));
    assertThat(found.violations()).isEmpty();
  }

  /** Sentences name hours as "3h" here. */
  private static List<String> violations(DepotDay day) {
    return day.violations().stream()
        .map(sentence -> sentence.replaceAll("2024-04-09T0(.):00:00\\+02:00", "$1h"))
        .toList();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          van draws   5    0   20    0  | vehicle 'van', 0h: charging power 5 kW is below its minimum 10 kW
          van feeds   8    0    0    0  | vehicle 'van', 0h: charges (10 kW) and discharges (8 kW) at once
          van draws  10    7   20    0  | vehicle 'van', 1h: charges 7 kW and discharges 0 kW while it stays nowhere
          van feeds   0    9    0    0  | vehicle 'van', 1h: charges 0 kW and discharges 9 kW while it stays nowhere
          van draws  10    0   50    0  | vehicle 'van', 3h: energy 56 kWh is above its maximum 50 kWh // vehicle 'van', 4h: energy 56 kWh is above its maximum 50 kWh
          van draws  10    0   20   10  | station 'depot', 3h: 2 vehicles charge or discharge at once, its plugs are 1
          b1 draws    0    0    0    0  | battery 'b1', 4h: energy at the end 20 kWh is below its minimum 30 kWh
          b2 feeds    4    0    0    7  | battery 'b2', 4h: energy -1 kWh is below its minimum 0 kWh
          b2 draws    4    0    0    0  | battery 'b2', 0h: charges (4 kW) and discharges (4 kW) at once
          b2 draws    0   11    0    0  | battery 'b2', 1h: charging power 11 kW is above its maximum 10 kW
          roof kvar   0  -22  -24    0  | solar 'roof', 1h: reactive power -22 kvar is above its maximum -22.5 kvar
          roof kvar   0  -23  -24    0  | solar 'roof', 1h: reactive power -23 kvar is below its minimum -22.5 kvar
          field feeds 10   9   10   10  | solar 'field', 1h: active power 9 kW is below its minimum 10 kW
          field feeds 10  11   10   10  | solar 'field', 1h: active power 11 kW is above its maximum 10 kW
          field kvar  0    1    0    0  | solar 'field', 1h: reactive power 1 kvar is above its maximum 0 kvar
          porch feeds 21  20   15    0  | solar 'porch', 0h: active power 21 kW is above its maximum 20 kW
          porch feeds 20  20   15   -1  | solar 'porch', 3h: active power -1 kW is below its minimum 0 kW // solar 'porch', 3h: apparent power 25.01999 kVA is above its maximum 25 kVA
          porch kvar  0   20   20  -25  | solar 'porch', 1h: apparent power 28.28427 kVA is above its maximum 25 kVA
          ev1 draws  20    0    0    0  | session 'ev1', 1h: charging ends after 1 of at least 2 periods
          ev1 feeds   0    0    0    7  | session 'ev1', 3h: discharging power 7 kW is below its minimum 8 kW
          ev2 draws   0   11    0    0  | session 'ev2', 1h: charging power 11 kW is none of its steps 10, 20 kW
          b1 draws   16   20    0    0  | station 'depot', 0h: net power 56 kW is above its maximum 55 kW
          ev1 feeds   0    0    0   16  | station 'depot', 3h: net power -12 kW is below its minimum -10 kW
          porch feeds 0   20   15    0  | group 'street', 0h: net power 55 kW is above its maximum 52 kW
          """)
  void eachBrokenRuleIsSaid(String row, String sentences) {
    assertThat(violations(DepotDay.right().but(row))).containsExactly(sentences.split(" // "));
  }

  @Test
  void plantsKeepToSunAndRating() {
    // 50 kVA at cos φ 0.8 pass 40 kW; the sun gives 30 kW at 1 o'clock, 50 kW at 2.
    assertThat(
            violations(
                DepotDay.right()
                    .but("roof feeds 0 31 41 -1")
                    .but("roof kvar 0 -23.25 -30.75 0.75")))
        .containsExactly(
            "solar 'roof', 1h: active power 31 kW is above its maximum 30 kW",
            "solar 'roof', 2h: active power 41 kW is above its maximum 40 kW",
            "solar 'roof', 3h: active power -1 kW is below its minimum 0 kW");
  }

  @Test
  void aGroupFeedsInWithinItsLimitToo() {
    assertThat(
            violations(DepotDay.right().but("porch feeds 20 20 25 0").but("porch kvar 0 15 0 -25")))
        .containsExactly("group 'street', 2h: net power -12 kW is below its minimum -11.5 kW");
  }

  @Test
  void aVehicleKeepsItsLeastEnergyOrWhatItCanReach() {
    // 20 − 16/0.8 = 0 kWh: below 5 while it stays, and nothing is left for the trip. It arrives
    // with none, and must have 5 after an hour.
    assertThat(
            violations(
                DepotDay.right()
                    .but("van draws 0 0 0 0")
                    .but("van feeds 16 0 0 0")
                    .but("roof feeds 0 30 0 0")
                    .but("roof kvar 0 -22.5 0 0")))
        .containsExactly(
            "vehicle 'van', 1h: energy 0 kWh is below its minimum 5 kWh",
            "vehicle 'van', 3h: energy 0 kWh is below its minimum 5 kWh",
            "vehicle 'van', 4h: energy 0 kWh is below its minimum 5 kWh");
  }

  @Test
  void whatIsMissingOfHardTargetsIsSaid() {
    assertThat(violations(DepotDay.right().withHardVan().but("van draws 10 0 30 0"))).isEmpty();
    // 0.08 Wh are less than anybody can tell.
    assertThat(violations(DepotDay.right().withHardVan().but("van draws 10 0 22.4999 0")))
        .isEmpty();
    // 20 − 8/0.8 = 10 kWh for a trip of 12, then 8.8 more.
    assertThat(
            violations(
                DepotDay.right().withHardVan().but("van draws 0 0 11 0").but("van feeds 8 0 0 0")))
        .containsExactly(
            "vehicle 'van', 1h: energy 10 kWh on departure is below its hard target 25 kWh",
            "vehicle 'van', 2h: energy 10 kWh before the trip to 'depot' is below the 12 kWh it"
                + " uses",
            "vehicle 'van', 4h: energy 8.8 kWh on departure is below its hard target 30 kWh",
            "vehicle 'van', 4h: energy 8.8 kWh at the end of its last stay is below its hard target"
                + " 34 kWh");
  }

  @Test
  void missingEnergyOfAVehicleCosts() {
    DepotDay day = DepotDay.right().but("van draws 0 0 11 0").but("van feeds 8 0 0 0");
    // As above, 15 + 2 + 21.2 + 25.2 kWh; and 4 kWh of ev1.
    assertThat(Verifier.verify(day.scenario(), day.dispatch()).cost().shortfall())
        .isCloseTo(10 * (15 + 2 + 21.2 + 25.2 + 4), CLOSE);
  }

  @Test
  void whoFeedsInAtTheDaysPricesEarnsThem() {
    DepotDay day = DepotDay.right().but("van draws 0 0 20 0").but("van feeds 8 0 0 0");
    // As above, and −8·0.03 for the van at the shop.
    assertThat(Verifier.verify(day.scenario(), day.dispatch()).cost().charging())
        .isCloseTo(18.4 - 0.24 + 0.6, CLOSE);
  }

  @Test
  void halfAWattNeedsNoPlug() {
    assertThat(violations(DepotDay.right().but("van draws 10 0 20 0.0005"))).isEmpty();
  }

  @Test
  void limitsFromOutsideHoldInTheirPeriods() {
    assertThat(violations(DepotDay.right().withImportLimits(1011, 1010, 1011, 1011)))
        .containsExactly("substation, 1h: active power 1010.205 kW is above its maximum 1010 kW");
  }
}
