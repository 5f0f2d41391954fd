package io.evenflow.check;

import io.evenflow.grid.Feeder;
import io.evenflow.scenario.Dispatch;
import io.evenflow.scenario.Scenario;
import io.evenflow.scenario.Verification.PeriodFlow;

/**
 * Replaces what a schedule says that the substation gives by what the AC power flow of its powers
 * needs. Of several generators there the first makes up the difference.
 */
public final class TrueImport {
  private final Scenario scenario;
  private final Dispatch dispatch;

  private TrueImport(Scenario scenario, Dispatch dispatch) {
    this.scenario = scenario;
    this.dispatch = dispatch;
  }

  /**
   * Changes a schedule in place; a period without an AC power flow stays as it is.
   *
   * @throws IllegalArgumentException where the schedule has not a number for each session,
   *     generator and period of the scenario
   */
  public static void setIn(Scenario scenario, Dispatch dispatch) {
    DispatchShape.require(scenario, dispatch);
    TrueImport imports = new TrueImport(scenario, dispatch);
    PeriodNames names = new PeriodNames(scenario.horizon());
    GridCheck grid = new GridCheck(scenario, dispatch, names, new Violations());
    for (int period = 0; period < scenario.periods(); period++) {
      PeriodFlow flow = grid.check(period);
      if (flow.converged()) {
        imports.set(period, flow.importKw(), grid.importKvar());
      }
    }
  }

  private void set(int period, double importKw, double importKvar) {
    Generation claimed = new Generation(scenario, dispatch, period);
    double moreKw = importKw - claimed.claimedImportKw();
    double moreKvar = importKvar - claimed.claimedImportKvar();
    Feeder feeder = scenario.feeder();
    for (int g = 0; g < feeder.generators().size(); g++) {
      if (feeder.generatorBus(g) == 0) {
        dispatch.generatorKw()[g][period] += moreKw;
        dispatch.generatorKvar()[g][period] += moreKvar;
        return;
      }
    }
  }
}
