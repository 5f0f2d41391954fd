package io.evenflow.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.evenflow.fleet.Charger;
import io.evenflow.fleet.PowerRange;
import io.evenflow.fleet.Session;
import io.evenflow.grid.BranchRating;
import io.evenflow.scenario.Dispatch;
import io.evenflow.scenario.Limits;
import io.evenflow.scenario.Scenario;
import io.evenflow.scenario.SubstationVoltage;
import io.evenflow.scenario.Verification;
import java.util.List;
import org.junit.jupiter.api.Test;

class VerifierTest {
  private static final Session ALL_DAY = ThreeBuses.session(0, 3, 60, 10.0);
  private static final Scenario DAY = ThreeBuses.scenario(Limits.OF_THE_CASE, ALL_DAY);

  // 50 kWh on arrival and 0.8·50 more after the first hour: 50, 90, 90, 90.
  private static final double[] CHARGE = {50, 0, 0};

  private static Verification verify(Scenario scenario, double[] charge, double[] discharge) {
    return Verifier.verify(scenario, ThreeBuses.dispatch(charge, discharge));
  }

  private static Dispatch goodDispatch() {
    return ThreeBuses.dispatch(CHARGE.clone(), new double[3]);
  }

  @Test
  void aGoodScheduleHasNoViolationAndTheNumbersOfPencilAndPaper() {
    Verification verification = Verifier.verify(DAY, goodDispatch());
    assertThat(verification.violations()).isEmpty();
    assertThat(verification.acFeasible()).isTrue();
    assertThat(verification.maxVoltageViolationPu()).isZero();
    assertThat(verification.maxBranchOverloadMva()).isZero();
    assertThat(verification.phantomLossKwh()).isCloseTo(0, within(1e-6));
    assertThat(verification.periods()).hasSize(3);
    Verification.PeriodFlow first = verification.periods().getFirst();
    assertThat(first.importKw()).isCloseTo(ThreeBuses.importKw(), within(1e-6));
    assertThat(first.lossKw()).isCloseTo(ThreeBuses.importKw() - 1000, within(1e-6));
    assertThat(first.minVoltagePu()).isCloseTo(ThreeBuses.voltageOfBusTwo(), within(1e-9));
    assertThat(first.minVoltageBus()).isEqualTo(2);
    assertThat(first.maxVoltagePu()).isEqualTo(1);
    assertThat(first.maxVoltageBus()).isEqualTo(1);
    // 60 per MWh for three hours of import, 20 for 50 kWh of wind; 50 kWh at 30 per MWh.
    assertThat(verification.cost().generation())
        .isCloseTo(3 * 0.06 * ThreeBuses.importKw() + 1, within(1e-6));
    assertThat(verification.cost().charging()).isCloseTo(1.5, within(1e-12));
    assertThat(verification.cost().shortfall()).isZero();
  }

  @Test
  void shortfallIsPricedAndNoViolation() {
    Verification verification = verify(DAY, new double[3], new double[3]);
    assertThat(verification.violations()).isEmpty();
    assertThat(verification.cost().shortfall()).isCloseTo(100, within(1e-9));
  }

  @Test
  void aHardTargetMustBeReached() {
    Scenario hard = ThreeBuses.scenario(Limits.OF_THE_CASE, ThreeBuses.session(0, 3, 60, null));
    assertThat(verify(hard, CHARGE, new double[3]).violations()).isEmpty();
    assertThat(verify(hard, new double[3], new double[3]).violations())
        .containsExactly(
            "session 'ev1', 2024-04-09T03:00:00+02:00: energy 50 kWh on departure is below its"
                + " hard target 60 kWh");
  }

  @Test
  void powersAreZeroOrWithinTheirRange() {
    assertThat(verify(DAY, new double[] {5, 0, 0}, new double[3]).violations())
        .containsExactly(
            "session 'ev1', 2024-04-09T00:00:00+02:00: charging power 5 kW is below its minimum 10"
                + " kW");
    Scenario large = ThreeBuses.scenario(Limits.OF_THE_CASE, ALL_DAY);
    Dispatch tooMuch = ThreeBuses.dispatch(new double[] {0, 100.5, 0}, new double[3]);
    assertThat(Verifier.verify(large, tooMuch).violations())
        .contains(
            "session 'ev1', 2024-04-09T01:00:00+02:00: charging power 100.5 kW is above its"
                + " maximum 100 kW");
    assertThat(verify(DAY, new double[] {-20, 0, 0}, new double[3]).violations())
        .contains(
            "session 'ev1', 2024-04-09T00:00:00+02:00: charging power -20 kW is below its minimum"
                + " 10 kW");
    assertThat(verify(DAY, new double[] {Double.NaN, 0, 0}, new double[3]).violations())
        .contains(
            "session 'ev1', 2024-04-09T00:00:00+02:00: charging power NaN kW is below its minimum"
                + " 10 kW");
  }

  @Test
  void noSessionChargesAndDischargesAtOnce() {
    assertThat(verify(DAY, new double[] {50, 0, 0}, new double[] {8, 0, 0}).violations())
        .containsExactly(
            "session 'ev1', 2024-04-09T00:00:00+02:00: charges (50 kW) and discharges (8 kW) at"
                + " once");
  }

  @Test
  void noSessionHasPowerWhileAbsent() {
    Scenario late = ThreeBuses.scenario(Limits.OF_THE_CASE, ThreeBuses.session(1, 2, 60, 10.0));
    assertThat(verify(late, new double[] {0, 50, 0}, new double[3]).violations()).isEmpty();
    assertThat(verify(late, new double[] {0, 50, 20}, new double[3]).violations())
        .containsExactly(
            "session 'ev1', 2024-04-09T02:00:00+02:00: charges 20 kW and discharges 0 kW while"
                + " absent, before 2024-04-09T01:00:00+02:00 or from 2024-04-09T02:00:00+02:00 on");
  }

  @Test
  void whatIsAbsentDoesNotFeedInEither() {
    Scenario late = ThreeBuses.scenario(Limits.OF_THE_CASE, ThreeBuses.session(1, 2, 60, 10.0));
    assertThat(verify(late, new double[] {0, 50, 0}, new double[] {0, 0, 8}).violations())
        .contains(
            "session 'ev1', 2024-04-09T02:00:00+02:00: charges 0 kW and discharges 8 kW while"
                + " absent, before 2024-04-09T01:00:00+02:00 or from 2024-04-09T02:00:00+02:00 on");
  }

  @Test
  void aChargerOfOneWayFeedsNothingIn() {
    Charger oneWay = new Charger(new PowerRange(10, 100), 0.8, null, 1);
    Session session = new Session("ev1", "park", 0, 3, 100, 10, 50, 60, 10.0, oneWay);
    Scenario day = ThreeBuses.scenario(Limits.OF_THE_CASE, session);
    assertThat(verify(day, new double[3], new double[] {0, 8, 0}).violations())
        .contains(
            "session 'ev1', 2024-04-09T01:00:00+02:00: discharging power 8 kW at a charger that"
                + " cannot discharge");
  }

  @Test
  void energyStaysWithinTheBattery() {
    Verification full = verify(DAY, new double[] {50, 0, 20}, new double[3]);
    assertThat(full.violations())
        .containsExactly(
            "session 'ev1', 2024-04-09T03:00:00+02:00: energy 106 kWh is above its maximum 100"
                + " kWh");
    assertThat(full.maxEnergyErrorKwh()).isCloseTo(6, within(1e-9));
    Dispatch empty = ThreeBuses.dispatch(new double[3], new double[] {16, 16, 16});
    assertThat(Verifier.verify(DAY, empty).violations())
        .contains(
            "session 'ev1', 2024-04-09T03:00:00+02:00: energy -10 kWh is below its minimum 10 kWh");
  }

  @Test
  void aVehicleBelowItsLeastEnergyIsBroughtUpToItFirst() {
    // 100 kW from arrival on bring 80 kWh an hour: at least 80 of 100 kWh after the first hour.
    Session low = new Session("ev1", "park", 0, 3, 200, 100, 0, 0, 10.0, ThreeBuses.CHARGER);
    Scenario day = ThreeBuses.scenario(Limits.OF_THE_CASE, low);
    assertThat(verify(day, new double[] {100, 25, 0}, new double[3]).violations()).isEmpty();
    assertThat(verify(day, new double[] {90, 35, 0}, new double[3]).violations())
        .containsExactly(
            "session 'ev1', 2024-04-09T01:00:00+02:00: energy 72 kWh is below its minimum 80 kWh");
    assertThat(verify(day, new double[] {100, 20, 10}, new double[3]).violations())
        .containsExactly(
            "session 'ev1', 2024-04-09T02:00:00+02:00: energy 96 kWh is below its minimum 100"
                + " kWh");
  }

  @Test
  void generatorsKeepTheirBoxes() {
    Dispatch dispatch = goodDispatch();
    dispatch.generatorKw()[1][2] = -8;
    dispatch.generatorKvar()[1][1] = 5001;
    assertThat(Verifier.verify(DAY, dispatch).violations())
        .contains(
            "generator at bus 3, 2024-04-09T02:00:00+02:00: active power -8 kW is below its"
                + " minimum 0 kW",
            "generator at bus 3, 2024-04-09T01:00:00+02:00: reactive power 5001 kvar is above its"
                + " maximum 5000 kvar");
  }

  @Test
  void theSubstationExportsOnlyWhatItMay() {
    Dispatch dispatch = goodDispatch();
    dispatch.substationVoltagePu()[0] = 1.0;
    dispatch.generatorKw()[1][0] = 1500;
    List<String> violations = Verifier.verify(DAY, dispatch).violations();
    assertThat(violations).hasSize(2);
    assertThat(violations.get(0)).contains("active power 1500 kW is above its maximum 500 kW");
    assertThat(violations.get(1))
        .startsWith("substation, 2024-04-09T00:00:00+02:00: active power -4")
        .endsWith(" kW is below its minimum 0 kW");
    Scenario exporting = ThreeBuses.scenario(new Limits(null, null, 0.5, List.of()), ALL_DAY);
    assertThat(Verifier.verify(exporting, dispatch).violations()).hasSize(1);
  }

  @Test
  void voltagesStayWithinTheirLimits() {
    Limits limits = new Limits(0.99, null, null, List.of());
    Verification verification =
        Verifier.verify(ThreeBuses.scenario(limits, ALL_DAY), goodDispatch());
    assertThat(verification.acFeasible()).isFalse();
    // Buses 2 and 3 share a voltage, since nothing flows between them; three periods.
    assertThat(verification.violations())
        .hasSize(6)
        .contains(
            "bus 2, 2024-04-09T00:00:00+02:00: voltage 0.9898979 p.u. is below its minimum 0.99"
                + " p.u.");
    assertThat(verification.maxVoltageViolationPu())
        .isCloseTo(0.99 - ThreeBuses.voltageOfBusTwo(), within(1e-9));
  }

  @Test
  void theSubstationsOwnVoltageHasLimitsToo() {
    Dispatch dispatch = goodDispatch();
    dispatch.substationVoltagePu()[1] = 1.2;
    assertThat(Verifier.verify(DAY, dispatch).violations())
        .contains(
            "bus 1, 2024-04-09T01:00:00+02:00: voltage 1.2 p.u. is above its maximum 1.1 p.u.");
    dispatch.substationVoltagePu()[1] = 0;
    assertThat(Verifier.verify(DAY, dispatch).violations())
        .contains(
            "substation, 2024-04-09T01:00:00+02:00: voltage 0.0 p.u. must be a number above 0");
  }

  @Test
  void oneTapForTheDayIsOneVoltage() {
    SubstationVoltage tap = new SubstationVoltage(0.98, 1.02, false);
    Scenario tied = ThreeBuses.scenario(new Limits(null, null, null, List.of(), tap), ALL_DAY);
    assertThat(Verifier.verify(tied, goodDispatch()).violations()).isEmpty();
    Dispatch moved = goodDispatch();
    moved.substationVoltagePu()[1] = 1.01;
    TrueImport.setIn(tied, moved);
    assertThat(Verifier.verify(tied, moved).violations())
        .containsExactly(
            "substation: voltage is 1 p.u. in 2024-04-09T00:00:00+02:00 and 1.01 p.u. in"
                + " 2024-04-09T01:00:00+02:00, and must be the same all day");
    SubstationVoltage free = new SubstationVoltage(0.98, 1.02, true);
    Scenario followed = ThreeBuses.scenario(new Limits(null, null, null, List.of(), free), ALL_DAY);
    assertThat(Verifier.verify(followed, moved).violations()).isEmpty();
    moved.substationVoltagePu()[2] = 1.03;
    TrueImport.setIn(followed, moved);
    assertThat(Verifier.verify(followed, moved).violations())
        .containsExactly(
            "bus 1, 2024-04-09T02:00:00+02:00: voltage 1.03 p.u. is above its maximum 1.02 p.u.");
  }

  @Test
  void branchesKeepTheirRatings() {
    Limits limits = new Limits(null, null, null, List.of(new BranchRating(2, 1, 1)));
    Verification verification =
        Verifier.verify(ThreeBuses.scenario(limits, ALL_DAY), goodDispatch());
    assertThat(verification.violations())
        .hasSize(3)
        .contains(
            "branch 1-2, 2024-04-09T00:00:00+02:00: apparent power 1.010205 MVA is above its"
                + " maximum 1 MVA");
    assertThat(verification.maxBranchOverloadMva())
        .isCloseTo(ThreeBuses.importKw() / 1000 - 1, within(1e-9));
  }

  @Test
  void aLimitHeldExactlyIsNoViolation() {
    double importMva = ThreeBuses.importKw() / 1000;
    Limits exact =
        new Limits(
            ThreeBuses.voltageOfBusTwo() + 1e-9,
            null,
            null,
            List.of(new BranchRating(1, 2, importMva - 1e-9)));
    // 100 kW is the charger's greatest power, and 0.8·62.5 kW fills the battery to the brim.
    double[] brim = {62.5 + 1e-9, 0, 0};
    Scenario scenario = ThreeBuses.scenario(exact, ALL_DAY);
    assertThat(verify(scenario, brim, new double[3]).violations()).isEmpty();
  }

  @Test
  void aLoadBeyondTheFeederHasNoPowerFlow() {
    Dispatch dispatch = goodDispatch();
    // 25 MW is what 0.1 p.u. of resistance can carry at 1 p.u. on 10 MVA.
    dispatch.generatorKw()[1][1] = -40_000;
    Verification verification = Verifier.verify(DAY, dispatch);
    assertThat(verification.acFeasible()).isFalse();
    assertThat(verification.periods().get(0).converged()).isTrue();
    assertThat(verification.periods().get(1).converged()).isFalse();
    assertThat(verification.violations())
        .anySatisfy(
            sentence ->
                assertThat(sentence)
                    .startsWith("2024-04-09T01:00:00+02:00: AC power flow does not converge"));
  }

  @Test
  void generationBeyondWhatTheFlowNeedsIsPhantomLoss() {
    Dispatch dispatch = goodDispatch();
    dispatch.generatorKw()[0][2] += 12.5;
    Verification verification = Verifier.verify(DAY, dispatch);
    assertThat(verification.phantomLossKwh()).isCloseTo(12.5, within(1e-6));
    // The schedule itself is sound; only its cost is not, and the check counts what is needed.
    assertThat(verification.acFeasible()).isTrue();
    assertThat(verification.cost().generation())
        .isCloseTo(3 * 0.06 * ThreeBuses.importKw() + 1, within(1e-6));
  }

  @Test
  void aScheduleOfAnotherShapeIsRefused() {
    Dispatch good = goodDispatch();
    Dispatch twoPeriods =
        new Dispatch(
            new double[1][2],
            good.dischargeKw(),
            good.generatorKw(),
            good.generatorKvar(),
            good.substationVoltagePu());
    assertThatThrownBy(() -> Verifier.verify(DAY, twoPeriods))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("chargeKw[0] has 2 entries; the scenario needs 3");
    double[][] none = {};
    double[][] charge = good.chargeKw();
    double[][] discharge = good.dischargeKw();
    double[][] kw = good.generatorKw();
    double[][] kvar = good.generatorKvar();
    double[] pu = good.substationVoltagePu();
    refused(
        new Dispatch(charge, none, kw, kvar, pu),
        "dischargeKw has 0 entries; the scenario needs 1");
    refused(
        new Dispatch(charge, discharge, none, kvar, pu),
        "generatorKw has 0 entries; the scenario needs 2");
    refused(
        new Dispatch(charge, discharge, kw, none, pu),
        "generatorKvar has 0 entries; the scenario needs 2");
    refused(
        new Dispatch(charge, discharge, kw, kvar, new double[2]),
        "substationVoltagePu has 2 entries; the scenario needs 3");
  }

  private static void refused(Dispatch dispatch, String sentence) {
    assertThatThrownBy(() -> Verifier.verify(DAY, dispatch))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(sentence);
  }
}
