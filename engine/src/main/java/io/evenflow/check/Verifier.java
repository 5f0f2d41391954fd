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
  private final Violations untrue = new Violations();
  private final double stepHours;

  private final PeriodNames names;
  private double claimedGenerationCost;
  private double generationCost;
  private double chargingCost;
  private double shortfallCost;
  private double phantomLossKwh;
  private double maxEnergyErrorKwh;

  private Verifier(Scenario scenario, Dispatch dispatch) {
    this.scenario = scenario;
    this.dispatch = dispatch;
    this.stepHours = scenario.horizon().stepHours();
    this.names = new PeriodNames(scenario.horizon());
  }

  /**
   * Verifies a schedule.
   *
   * @throws IllegalArgumentException where the schedule has not a number for each session,
   *     generator and period of the scenario
   */
  public static Verification verify(Scenario scenario, Dispatch dispatch) {
    return verify(scenario, dispatch, Claims.NONE);
  }

  /**
   * Verifies a schedule and what it says of itself.
   *
   * @throws IllegalArgumentException as {@link #verify(Scenario, Dispatch)}
   */
  public static Verification verify(Scenario scenario, Dispatch dispatch, Claims claims) {
    DispatchShape.require(scenario, dispatch);
    return new Verifier(scenario, dispatch).verify(claims);
  }

  private Verification verify(Claims claims) {
    GridCheck grid = new GridCheck(scenario, dispatch, names, limits);
    List<PeriodFlow> periods = new ArrayList<>();
    for (int period = 0; period < scenario.periods(); period++) {
      PeriodFlow flow = grid.check(period);
      periods.add(flow);
      generation(period, flow);
      charging(period);
    }
    sessions(claims);
    objective(claims);
    List<String> sentences = new ArrayList<>(limits.sentences());
    sentences.addAll(untrue.sentences());
    return new Verification(
        limits.isEmpty(),
        grid.maxVoltageViolationPu(),
        grid.maxBranchOverloadMva(),
        phantomLossKwh,
        maxEnergyErrorKwh,
        List.copyOf(sentences),
        List.copyOf(periods),
        new Cost(generationCost, chargingCost, shortfallCost));
  }

  private void generation(int period, PeriodFlow flow) {
    Generation generation = new Generation(scenario, dispatch, period);
    double claimed = stepHours * generation.claimedCostPerHour();
    claimedGenerationCost += claimed;
    if (flow.converged()) {
      generationCost += stepHours * generation.costPerHourWithImport(flow.importKw());
      phantomLossKwh += stepHours * (generation.claimedImportKw() - flow.importKw());
    } else {
      generationCost += claimed;
    }
  }

  private void charging(int period) {
    for (int s = 0; s < scenario.sessions().size(); s++) {
      double netKw = dispatch.chargeKw()[s][period] - dispatch.dischargeKw()[s][period];
      chargingCost += stepHours * scenario.prices().perKwh(period) * netKw;
    }
  }

  private void sessions(Claims claims) {
    for (int s = 0; s < scenario.sessions().size(); s++) {
      SessionCheck check = new SessionCheck(scenario, dispatch, s, names, limits);
      check.checkLimits();
      check.checkClaims(claims, untrue);
      maxEnergyErrorKwh = Math.max(maxEnergyErrorKwh, check.energyErrorKwh());
      Session session = scenario.sessions().get(s);
      Double cost = session.shortfallCostPerKwh();
      if (cost != null) {
        shortfallCost += cost * check.missingKwh();
      }
    }
  }

  /** A claimed objective must follow from the claimed powers; whether those are true is physics. */
  private void objective(Claims claims) {
    Double claimed = claims.objective();
    double recomputed = claimedGenerationCost + chargingCost + shortfallCost;
    double tolerance = Tolerances.COST_RELATIVE * Math.max(1, Math.abs(recomputed));
    if (claimed != null && !(Math.abs(claimed - recomputed) <= tolerance)) {
      untrue.add(
          "objective: claims %s %s, its powers cost %s %s"
              .formatted(
                  Violations.text(claimed),
                  scenario.currency(),
                  Violations.text(recomputed),
                  scenario.currency()));
    }
  }
}
