package io.evenflow.check;

import io.evenflow.fleet.Session;
import io.evenflow.scenario.Claims;
import io.evenflow.scenario.Cost;
import io.evenflow.scenario.Dispatch;
import io.evenflow.scenario.Scenario;
import io.evenflow.scenario.Verification;
import io.evenflow.scenario.Verification.PeriodFlow;
import java.util.ArrayList;
import java.util.List;

/**
 * Verifies a schedule from scenario and powers alone: an AC power flow of every period, every limit
 * of grid and sessions within {@link Tolerances}, energies and costs recomputed.
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
  private final List<SessionCheck> sessions = new ArrayList<>();

  private double claimedGenerationCost;
  private double generationCost;
  private double chargingCost;
  private double shortfallCost;
  private double phantomLossKwh;

  private Verifier(Scenario scenario, Dispatch dispatch) {
    this.scenario = scenario;
    this.dispatch = dispatch;
    this.names = new PeriodNames(scenario.horizon());
    this.grid = new GridCheck(scenario, dispatch, names, limits);
    for (int s = 0; s < scenario.sessions().size(); s++) {
      sessions.add(new SessionCheck(scenario, dispatch, s, names, limits));
    }
  }

  /**
   * Verifies a schedule.
   *
   * @throws IllegalArgumentException where the schedule has not a number for each session,
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
    double claimErrorKwh = 0;
    for (SessionCheck session : sessions) {
      session.checkClaims(claims, untrue);
      claimErrorKwh = Math.max(claimErrorKwh, session.claimErrorKwh());
    }
    Cost powersCost = new Cost(claimedGenerationCost, chargingCost, shortfallCost);
    new TotalsCheck(claims, powersCost, scenario, untrue).check();
    Double withoutVehicles = claims.totals().withoutVehicles();
    if (withoutVehicles != null) {
      new WithoutVehiclesCheck(scenario, dispatch, untrue).check(withoutVehicles);
    }
    if (claims.isBestEffort() && found.acFeasible()) {
      untrue.add("dispatchIsBestEffort: claims that no schedule keeps all limits, this one does");
    }
    Claims.Verified verified = claims.verification();
    if (verified != null) {
      new VerifiedClaims(verified, untrue).check(found, scenario.currency());
    }
    return withClaims(found, claimErrorKwh, untrue);
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
        found.cost());
  }

  private Verification verify(PeriodWatch watch) {
    List<PeriodFlow> periods = new ArrayList<>();
    for (int period = 0; period < scenario.periods(); period++) {
      PeriodFlow flow = grid.check(period);
      watch.checked(period, flow);
      periods.add(flow);
      generation(period, flow);
      charging(period);
    }
    grid.checkDay();
    double energyErrorKwh = 0;
    for (int s = 0; s < sessions.size(); s++) {
      sessions.get(s).checkLimits();
      energyErrorKwh = Math.max(energyErrorKwh, sessions.get(s).energyErrorKwh());
      shortfall(s);
    }
    return new Verification(
        limits.isEmpty(),
        grid.maxVoltageViolationPu(),
        grid.maxBranchOverloadMva(),
        phantomLossKwh,
        energyErrorKwh,
        limits.sentences(),
        List.copyOf(periods),
        new Cost(generationCost, chargingCost, shortfallCost));
  }

  private void generation(int period, PeriodFlow flow) {
    Generation generation = new Generation(scenario, dispatch, period);
    double hours = scenario.horizon().hours(period);
    double claimed = hours * generation.claimedCostPerHour();
    claimedGenerationCost += claimed;
    if (flow.converged()) {
      generationCost += hours * generation.costPerHourWithImport(flow.importKw());
      phantomLossKwh += hours * (generation.claimedImportKw() - flow.importKw());
    } else {
      generationCost += claimed;
    }
  }

  private void charging(int period) {
    for (int s = 0; s < scenario.sessions().size(); s++) {
      double netKw = dispatch.chargeKw()[s][period] - dispatch.dischargeKw()[s][period];
      chargingCost += scenario.horizon().hours(period) * scenario.prices().perKwh(period) * netKw;
    }
  }

  private void shortfall(int s) {
    Session session = scenario.sessions().get(s);
    Double cost = session.shortfallCostPerKwh();
    if (cost != null) {
      shortfallCost += cost * sessions.get(s).missingKwh();
    }
  }
}
