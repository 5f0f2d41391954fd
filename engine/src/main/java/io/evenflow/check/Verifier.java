package io.evenflow.check;

import io.evenflow.scenario.Claims;
import io.evenflow.scenario.Cost;
import io.evenflow.scenario.Dispatch;
import io.evenflow.scenario.Scenario;
import io.evenflow.scenario.Settlement;
import io.evenflow.scenario.Settlement.Peak;
import io.evenflow.scenario.Verification;
import io.evenflow.scenario.Verification.PeriodFlow;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Verifies a schedule from scenario and powers alone: an AC power flow of every period, every limit
 * of grid, meters and all that moves within {@link Tolerances}, energies and costs recomputed.
 *
 * <p>The net power of each station is active load at its bus, generators but the substation's give
 * what the schedule says, and the substation holds the voltage the schedule says. What is left, its
 * import, is the power flow's.
 */
public final class Verifier {
  private final Scenario scenario;
  private final Dispatch dispatch;
  private final Violations limits = new Violations();
  private final PeriodNames names;
  private final GridCheck grid;
  private final FleetCheck fleet;
  private final Meters meters;

  private Verifier(Scenario scenario, Dispatch dispatch) {
    this.scenario = scenario;
    this.dispatch = dispatch;
    this.names = new PeriodNames(scenario.horizon());
    this.grid = new GridCheck(scenario, dispatch, names, limits);
    this.fleet = new FleetCheck(scenario, dispatch, names, limits);
    this.meters = new Meters(scenario, dispatch);
  }

  /**
   * Verifies a schedule.
   *
   * @throws IllegalArgumentException where the schedule has not a number for each thing that moves,
   *     generator and period of the scenario
   */
  public static Verification verify(Scenario scenario, Dispatch dispatch) {
    DispatchShape.require(scenario, dispatch);
    Verifier verifier = new Verifier(scenario, dispatch);
    return verifier.verify(PeriodWatch.NONE).withGrid(verifier.grid.state());
  }

  /**
   * Verifies a schedule and all that it says of itself, its own import among it: a sentence for
   * each claim that does not follow from the powers.
   *
   * @throws IllegalArgumentException as {@link #verify(Scenario, Dispatch)}
   */
  public static Verification verify(Scenario scenario, Dispatch dispatch, Claims claims) {
    DispatchShape.require(scenario, dispatch);
    Verifier verifier = new Verifier(scenario, dispatch);
    return verifier.verify(claims).withGrid(verifier.grid.state());
  }

  /** What else is done with a period while its power flow is at hand. */
  private interface PeriodWatch {
    PeriodWatch NONE = (period, flow) -> {};

    void checked(int period, PeriodFlow flow);
  }

  private Verification verify(Claims claims) {
    Violations untrue = new Violations();
    PeriodClaims ofPeriods = new PeriodClaims(scenario, dispatch, names, grid, untrue);
    List<Claims.Period> said = claims.periods();
    Verification found =
        verify(
            (period, flow) ->
                ofPeriods.check(period, flow, period < said.size() ? said.get(period) : null));
    ofPeriods.checkDay(found.periods());
    fleet.checkClaims(claims, untrue);
    new TotalsCheck(claims, cost(claimedSupply()), scenario, untrue).check();
    Double withoutVehicles = claims.totals().withoutVehicles();
    if (withoutVehicles != null) {
      new WithoutVehiclesCheck(scenario, dispatch, untrue).check(withoutVehicles);
    }
    FairnessCheck.check(scenario, dispatch, claims.fairness(), untrue);
    if (claims.isBestEffort() && found.acFeasible()) {
      untrue.add("dispatchIsBestEffort: claims that no schedule keeps all limits, this one does");
    }
    new EquipmentClaims(scenario, dispatch, claims.equipment(), untrue).check(found.settlement());
    Claims.Verified verified = claims.verification();
    if (verified != null) {
      new VerifiedClaims(verified, untrue).check(found, scenario.currency());
    }
    return withClaims(found, fleet.claimErrorKwh(), untrue);
  }

  private static Verification withClaims(
      Verification found, double claimErrorKwh, Violations untrue) {
    List<String> sentences = new ArrayList<>(found.violations());
    sentences.addAll(untrue.sentences());
    return new Verification(
        found.acFeasible(),
        found.maxVoltageViolationPu(),
        found.maxBranchOverloadMva(),
        found.phantomLossKwh(),
        Math.max(found.maxEnergyErrorKwh(), claimErrorKwh),
        List.copyOf(sentences),
        found.periods(),
        found.cost(),
        found.settlement());
  }

  private Verification verify(PeriodWatch watch) {
    List<PeriodFlow> periods = new ArrayList<>();
    for (int period = 0; period < scenario.periods(); period++) {
      PeriodFlow flow = grid.check(period);
      watch.checked(period, flow);
      periods.add(flow);
    }
    grid.checkDay();
    fleet.checkLimits();
    PlugCheck.check(scenario, dispatch, names, limits);
    ConnectionCheck.check(scenario, meters, names, limits);
    Supply supply = supply(periods);
    return new Verification(
        limits.isEmpty(),
        grid.maxVoltageViolationPu(),
        grid.maxBranchOverloadMva(),
        phantomLossKwh(periods),
        fleet.energyErrorKwh(),
        limits.sentences(),
        List.copyOf(periods),
        cost(supply),
        new Settlement(meters.stationKw(), peaks(supply), supply.emissionsKg()));
  }

  private double claimedImportKw(int period) {
    return new Generation(scenario, dispatch, period).claimedImportKw();
  }

  private Supply claimedSupply() {
    double[] importKw = new double[scenario.periods()];
    Arrays.setAll(importKw, this::claimedImportKw);
    return new Supply(scenario, dispatch, importKw);
  }

  /** At the imports of the power flow; where there is none, at that the schedule claims. */
  private Supply supply(List<PeriodFlow> flows) {
    double[] importKw = new double[scenario.periods()];
    Arrays.setAll(
        importKw, t -> flows.get(t).converged() ? flows.get(t).importKw() : claimedImportKw(t));
    return new Supply(scenario, dispatch, importKw);
  }

  private double phantomLossKwh(List<PeriodFlow> flows) {
    double kwh = 0;
    for (int period = 0; period < scenario.periods(); period++) {
      PeriodFlow flow = flows.get(period);
      if (flow.converged()) {
        double moreKw = claimedImportKw(period) - flow.importKw();
        kwh += scenario.horizon().hours(period) * moreKw;
      }
    }
    return kwh;
  }

  private List<Peak> peaks(Supply supply) {
    return Peaks.of(scenario, meters, supply.importKw());
  }

  private Cost cost(Supply supply) {
    return new Cost(
        supply.generationCost(),
        ChargingCost.of(scenario, dispatch, meters),
        fleet.shortfallCost(),
        Peaks.cost(peaks(supply)),
        supply.emissionsCost(),
        fleet.wearCost(),
        fleet.storedCost());
  }
}
