package io.evenflow.method;

import io.evenflow.conic.ConicSettings;
import io.evenflow.conic.ConicStatus;
import io.evenflow.formulation.PeriodProgram;
import io.evenflow.mip.FixedProgram;
import io.evenflow.scenario.Scenario;
import io.evenflow.solver.ConicRelaxation;
import io.evenflow.solver.RelaxedSolution;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The optimal power flow of one period with the powers of what moves given: a relaxation, solved.
 */
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

  /** Solves a period with the net power of each place held. Unit of placeKw: kW. */
  public static Outcome solve(Scenario scenario, int period, double[] placeKw) {
    return solve(scenario, period, placeKw, new double[scenario.solar().size()]);
  }

  /**
   * Solves a period with the net power of each place and the reactive power that each plant of PV
   * feeds in held. Units: kW, kvar.
   */
  static Outcome solve(Scenario scenario, int period, double[] placeKw, double[] solarKvar) {
    PeriodProgram flow = new PeriodProgram(scenario, period);
    int[] plants =
        IntStream.range(0, solarKvar.length).filter(i -> flow.solarKvar(i) >= 0).toArray();
    int[] held = new int[placeKw.length + plants.length];
    double[] values = Arrays.copyOf(placeKw, held.length);
    for (int k = 0; k < placeKw.length; k++) {
      held[k] = flow.placeKw(k);
    }
    for (int i = 0; i < plants.length; i++) {
      held[placeKw.length + i] = flow.solarKvar(plants[i]);
      values[placeKw.length + i] = solarKvar[plants[i]];
    }
    @Nullable FixedProgram fixed = FixedProgram.of(flow.program(), held, values);
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
