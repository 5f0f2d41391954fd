package io.evenflow.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.evenflow.fleet.Charger;
import io.evenflow.fleet.PowerRange;
import io.evenflow.fleet.Session;
import io.evenflow.scenario.Claims;
import io.evenflow.scenario.Claims.Totals;
import io.evenflow.scenario.Cost;
import io.evenflow.scenario.Dispatch;
import io.evenflow.scenario.Limits;
import io.evenflow.scenario.Scenario;
import io.evenflow.scenario.Status;
import io.evenflow.scenario.Verification;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a schedule says of itself, held against what follows from its powers. */
class ClaimsTest {
  private static final Session ALL_DAY = ThreeBuses.session(0, 3, 60, 10.0);
  private static final Scenario DAY = ThreeBuses.scenario(Limits.OF_THE_CASE, ALL_DAY);

  /** 60 per MWh for three hours of import, 20 for 50 kWh of wind. */
  private static final double GENERATION = 3 * 0.06 * ThreeBuses.importKw() + 1;

  /** 50 kWh at 30 per MWh. */
  private static final double CHARGING = 1.5;

  private static final double OBJECTIVE = GENERATION + CHARGING;

  /** Less than the day costs without the vehicle if the wind is as it is with it, 179.78. */
  private static final double WITHOUT = OBJECTIVE - 5;

  private static Dispatch dispatch() {
    return ThreeBuses.dispatch(new double[] {50, 0, 0}, new double[3]);
  }

  private static List<String> untrue(Claims claims) {
    return Verifier.verify(DAY, dispatch(), claims).violations();
  }

  private static Claims status(Status status, Totals totals) {
    return new Claims(status, false, totals, Map.of(), Map.of(), List.of(), null);
  }

  private static Claims totals(Totals totals) {
    return status(Status.FEASIBLE, totals);
  }

  private static Totals costs(@Nullable Double objective, @Nullable Double bound) {
    return new Totals(objective, bound, null, null, null, null, null, null);
  }

  @Test
  void nothingClaimedIsNothingUntrue() {
    assertThat(untrue(Claims.NONE)).isEmpty();
  }

  @Test
  void theTruthIsNotRefused() {
    Totals totals =
        new Totals(
            OBJECTIVE,
            OBJECTIVE - 0.01,
            0.01 / OBJECTIVE,
            OBJECTIVE - WITHOUT,
            0.01 / (OBJECTIVE - WITHOUT),
            WITHOUT,
            0.0,
            new Cost(GENERATION, CHARGING, 0));
    double[] energies = {50, 90, 90, 90};
    Claims.Period period =
        new Claims.Period(
            ThreeBuses.importKw(),
            ThreeBuses.importKw() - 1000,
            ThreeBuses.voltageOfBusTwo(),
            3, // as low as bus 2
            1.0,
            1,
            Map.of("park", 50.0));
    Claims.Verified verified =
        new Claims.Verified(true, 0.0, 0.0, 0.0, 0.0, new Cost(GENERATION, CHARGING, 0), 0);
    assertThat(
            untrue(
                new Claims(
                    Status.OPTIMAL,
                    false,
                    totals,
                    Map.of("ev1", energies),
                    Map.of("ev1", 0.0),
                    List.of(period),
                    verified)))
        .isEmpty();
  }

  @Test
  void aCheaperImportThanTheGridNeedsIsUntrue() {
    Dispatch dispatch = dispatch();
    dispatch.generatorKw()[0][2] -= 12.5;
    dispatch.generatorKvar()[0][1] += 3;
    Verification found = Verifier.verify(DAY, dispatch, Claims.NONE);
    assertThat(found.violations())
        .containsExactly(
            "substation, 2024-04-09T01:00:00+02:00: reactive power: claims 3 kvar, AC power flow"
                + " gives 0 kvar",
            "substation, 2024-04-09T02:00:00+02:00: active power: claims 997.7051 kW, AC power flow"
                + " gives 1010.205 kW",
            "substation, all periods: energy: claims 3018.115 kWh, AC power flow gives 3030.615"
                + " kWh");
    assertThat(found.acFeasible()).isTrue();
    // A method that looks at its own schedule is told of limits alone.
    assertThat(Verifier.verify(DAY, dispatch).violations()).isEmpty();
  }

  @Test
  void theTrueImportIsWhatTheGridNeeds() {
    Dispatch dispatch = dispatch();
    dispatch.generatorKw()[0][2] = 7;
    dispatch.generatorKvar()[0][1] = -7;
    TrueImport.setIn(DAY, dispatch);
    assertThat(Verifier.verify(DAY, dispatch, Claims.NONE).violations()).isEmpty();
    assertThat(dispatch.generatorKw()[0][2]).isCloseTo(ThreeBuses.importKw(), within(1e-6));
  }

  @Test
  void smallLiesDoNotAddUp() {
    Dispatch dispatch = dispatch();
    for (int t = 0; t < 3; t++) {
      dispatch.generatorKw()[0][t] -= 0.09;
    }
    assertThat(Verifier.verify(DAY, dispatch, Claims.NONE).violations())
        .containsExactly(
            "substation, all periods: energy: claims 3030.345 kWh, AC power flow gives 3030.615"
                + " kWh");
  }

  @Test
  void everyPartOfTheCostIsRecomputed() {
    Cost wrong = new Cost(GENERATION + 1, CHARGING - 1, 0.5);
    assertThat(untrue(totals(new Totals(OBJECTIVE + 7, null, null, null, null, null, null, wrong))))
        .containsExactly(
            "objective: claims 191.3369 EUR, its powers cost 184.3369 EUR",
            "cost.generation: claims 183.8369 EUR, its powers cost 182.8369 EUR",
            "cost.charging: claims 0.5 EUR, its powers cost 1.5 EUR",
            "cost.shortfall: claims 0.5 EUR, its powers cost 0 EUR");
  }

  @Test
  void noBoundIsAboveWhatTheScheduleCosts() {
    assertThat(untrue(totals(costs(null, OBJECTIVE + 1e-5)))).isEmpty();
    assertThat(untrue(totals(costs(null, OBJECTIVE + 1))))
        .containsExactly(
            "bound: claims that no schedule costs less than 185.3369 EUR, its own powers cost"
                + " 184.3369 EUR");
  }

  @Test
  void gapsFollowFromWhatTheyAreMadeOf() {
    Totals totals = new Totals(OBJECTIVE, OBJECTIVE - 1, 0.1, 3.0, 0.5, WITHOUT, null, null);
    assertThat(untrue(totals(totals)))
        .containsExactly(
            "relativeGap: claims 0.1, objective and bound make it 0.005424849",
            "vehicleCost: claims 3 EUR, objective and withoutVehicles make it 5 EUR",
            "vehicleCostGap: claims 0.5, objective, bound and withoutVehicles make it 0.2");
  }

  @Test
  void whatNoScheduleCanChargeIsCountedAgain() {
    // 50 kWh and three hours at 10 kW with an efficiency of 0.8 make 74 of 80 kWh, at 10 per kWh.
    Charger slow = new Charger(new PowerRange(0, 10), 0.8, null, 1);
    Session tooShort = new Session("ev1", "park", 0, 3, 100, 10, 50, 80, 10.0, slow);
    Scenario day = ThreeBuses.scenario(Limits.OF_THE_CASE, tooShort);
    Totals totals = new Totals(null, null, null, null, null, null, 50.0, null);
    Dispatch full = ThreeBuses.dispatch(new double[] {10, 10, 10}, new double[3]);
    assertThat(Verifier.verify(day, full, totals(totals)).violations())
        .containsExactly(
            "unavoidableShortfallCost: claims 50 EUR, stays too short for their targets make it 60"
                + " EUR");
  }

  @Test
  void whatNothingShowsIsRefused() {
    Totals totals = new Totals(OBJECTIVE, null, 0.1, 3.0, 0.5, null, null, null);
    assertThat(untrue(totals(totals)))
        .containsExactly(
            "relativeGap: claims 0.1, but not all of objective and bound are there",
            "vehicleCost: claims 3 EUR, but not all of objective and withoutVehicles are there",
            "vehicleCostGap: claims 0.5, but not all of objective, bound and withoutVehicles are"
                + " there");
  }

  @Test
  void withoutVehiclesCannotCostMoreThanOneWayToDoWithoutThem() {
    Totals tooMuch = new Totals(null, null, null, null, null, 180.0, null, null);
    assertThat(untrue(totals(tooMuch)))
        .containsExactly(
            "withoutVehicles: claims 180 EUR, without vehicles its own generators and voltages"
                + " cost 179.7782 EUR");
  }

  @Test
  void optimalNeedsABoundAndASmallGap() {
    assertThat(untrue(status(Status.OPTIMAL, costs(OBJECTIVE, OBJECTIVE - 0.01)))).isEmpty();
    assertThat(untrue(status(Status.OPTIMAL, costs(OBJECTIVE, null))))
        .containsExactly("status: claims optimal, but there is no bound");
    assertThat(untrue(status(Status.OPTIMAL, costs(OBJECTIVE, OBJECTIVE - 10))))
        .containsExactly(
            "status: claims optimal, but the gap of the objective is 0.05424849, above 0.01");
    // 10 cents of the objective are 2 % of what the vehicles cost.
    Totals ofVehicles =
        new Totals(OBJECTIVE, OBJECTIVE - 0.1, null, null, null, WITHOUT, null, null);
    assertThat(untrue(status(Status.OPTIMAL, ofVehicles)))
        .containsExactly(
            "status: claims optimal, but the gap of what the vehicles cost is 0.02, above 0.01");
  }

  @Test
  void aScheduleIsNotInfeasible() {
    for (Status status : List.of(Status.INFEASIBLE, Status.TIME_LIMIT, Status.FAILED)) {
      assertThat(untrue(status(status, Totals.NONE)))
          .containsExactly("status: claims " + status.word() + ", but there is a schedule");
    }
  }

  @Test
  void aScheduleThatKeepsAllLimitsIsNoBestEffort() {
    Claims bestEffort =
        new Claims(Status.INFEASIBLE, true, Totals.NONE, Map.of(), Map.of(), List.of(), null);
    assertThat(untrue(bestEffort))
        .containsExactly(
            "dispatchIsBestEffort: claims that no schedule keeps all limits, this one does");
  }

  @Test
  void periodsAreHeldAgainstThePowerFlow() {
    Claims.Period wrong = new Claims.Period(900.0, 11.0, 0.95, 1, 1.01, 4, Map.of("park", 40.0));
    String first = "2024-04-09T00:00:00+02:00: ";
    assertThat(
            untrue(new Claims(null, false, Totals.NONE, Map.of(), Map.of(), List.of(wrong), null)))
        .containsExactly(
            first + "importKw: claims 900 kW, AC power flow gives 1010.205 kW",
            first + "lossKw: claims 11 kW, AC power flow gives 10.20514 kW",
            first + "minVoltagePu: claims 0.95 p.u., AC power flow gives 0.9898979 p.u.",
            first + "maxVoltagePu: claims 1.01 p.u., AC power flow gives 1 p.u.",
            first + "minVoltageBus: claims 1, AC power flow gives 2",
            first + "maxVoltageBus: claims 4, AC power flow gives 1",
            first + "stationKw of 'park': claims 40 kW, its meter shows 50 kW");
  }

  @Test
  void aPeriodWithoutAPowerFlowHasNoVoltages() {
    Dispatch dispatch = dispatch();
    dispatch.generatorKw()[1][0] = -40_000;
    Claims.Period said = new Claims.Period(5.0, 1.0, 0.9, null, null, null, Map.of());
    Claims claims = new Claims(null, false, Totals.NONE, Map.of(), Map.of(), List.of(said), null);
    String first = "2024-04-09T00:00:00+02:00: ";
    assertThat(Verifier.verify(DAY, dispatch, claims).violations())
        .contains(
            first + "importKw: claims 5 kW, its generators give 1010.205 kW",
            first + "lossKw: claims 1, but there is no AC power flow",
            first + "minVoltagePu: claims 0.9, but there is no AC power flow");
  }

  @Test
  void sessionsAreHeldAgainstTheirPowers() {
    Claims wrong =
        new Claims(
            null,
            false,
            Totals.NONE,
            Map.of("ev1", new double[] {50, 90, 92, 90}),
            Map.of("ev1", 3.0),
            List.of(),
            null);
    Verification found = Verifier.verify(DAY, dispatch(), wrong);
    assertThat(found.violations())
        .containsExactly(
            "session 'ev1', 2024-04-09T02:00:00+02:00: energy: claims 92 kWh, its powers give 90"
                + " kWh",
            "session 'ev1': shortfall: claims 3 kWh, its powers leave 0 kWh");
    assertThat(found.maxEnergyErrorKwh()).isEqualTo(2);
    assertThat(found.acFeasible()).isTrue();
  }

  @Test
  void whatACheckIsSaidToHaveFoundIsFoundAgain() {
    Claims.Verified wrong =
        new Claims.Verified(false, 0.1, 1.0, 5.0, 0.5, new Cost(GENERATION, CHARGING, 7), 2);
    assertThat(untrue(new Claims(null, false, Totals.NONE, Map.of(), Map.of(), List.of(), wrong)))
        .containsExactly(
            "verification.acFeasible: claims false, this check finds true",
            "verification.violations: claims 2, this check finds 0",
            "verification.maxVoltageViolationPu: claims 0.1 p.u., this check finds 0 p.u.",
            "verification.maxBranchOverloadMva: claims 1 MVA, this check finds 0 MVA",
            "verification.phantomLossKwh: claims 5 kWh, this check finds 0 kWh",
            "verification.maxEnergyErrorKwh: claims 0.5 kWh, this check finds 0 kWh",
            "verification.cost.shortfall: claims 7 EUR, this check finds 0 EUR");
  }
}
