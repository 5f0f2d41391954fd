package io.evenflow.method;

import io.evenflow.conic.ConicSettings;
import io.evenflow.conic.ConicStatus;
import io.evenflow.formulation.PeriodProgram;
import io.evenflow.mip.FixedProgram;
import io.evenflow.scenario.Scenario;
import io.evenflow.solver.ConicRelaxation;
import io.evenflow.solver.RelaxedSolution;
import org.jspecify.annotations.Nullable;

/** The optimal power flow of one period with the stations' powers given: a relaxation, solved. */
public final class OptimalPowerFlow {
  private OptimalPowerFlow() {}

  /**
   * What one period's optimum is.
   *
   * @param status how the solver ended; PRIMAL_INFEASIBLE is proven
   * @param objective Δt·Σ cost(pg). Unit: currency
   * @param generatorKw active powers of the generators in service; empty without a point. Unit: kW
   * @param generatorKvar reactive powers likewise. Unit: kvar
   * @param substationVoltagePu voltage of the substation. Unit: p.u.
   * @param phantomLossKw loss that only the relaxation has. Unit: kW
   */
  public record Outcome(
      ConicStatus status,
      double objective,
      double[] generatorKw,
      double[] generatorKvar,
      double substationVoltagePu,
      double phantomLossKw) {
    static Outcome without(ConicStatus status) {
      return new Outcome(status, Double.NaN, new double[0], new double[0], Double.NaN, 0);
    }
  }

  /** Solves a period with the net power of each station held. Unit of stationKw: kW. */
  public static Outcome solve(Scenario scenario, int period, double[] stationKw) {
    PeriodProgram flow = new PeriodProgram(scenario, period);
    int[] stations = new int[stationKw.length];
    for (int k = 0; k < stations.length; k++) {
      stations[k] = flow.stationKw(k);
    }
    @Nullable FixedProgram fixed = FixedProgram.of(flow.program(), stations, stationKw);
    if (fixed == null) {
      return Outcome.without(ConicStatus.PRIMAL_INFEASIBLE);
    }
    RelaxedSolution result = ConicRelaxation.of(fixed.program(), ConicSettings.defaults()).solve();
    if (!result.hasPoint()) {
      return Outcome.without(result.status());
    }
    return outcome(scenario, flow, result, fixed.restore(result.x()));
  }

  private static Outcome outcome(
      Scenario scenario, PeriodProgram flow, RelaxedSolution result, double[] x) {
    int generators = scenario.feeder().generators().size();
    double kwPerUnit = scenario.feeder().baseMva() * 1000;
    double[] active = new double[generators];
    double[] reactive = new double[generators];
    for (int g = 0; g < generators; g++) {
      active[g] = x[flow.generatorActive(g)] * kwPerUnit;
      reactive[g] = x[flow.generatorReactive(g)] * kwPerUnit;
    }
    return new Outcome(
        result.status(),
        result.objective(),
        active,
        reactive,
        Math.sqrt(x[flow.voltageSquared(0)]),
        flow.phantomLossKw(x));
  }
}
