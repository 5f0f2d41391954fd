package io.evenflow.oracle;

import io.evenflow.conic.ConicSettings;
import io.evenflow.formulation.Elasticity;
import io.evenflow.formulation.PerUnit;
import io.evenflow.formulation.PeriodProgram;
import io.evenflow.scenario.Scenario;
import io.evenflow.solver.ConicRelaxation;
import io.evenflow.solver.RelaxedSolution;
import org.jspecify.annotations.Nullable;

/**
 * The grid of one period as a function φ of the stations' net powers: the least Δt·Σ cost(pg), plus
 * the elastic cost of limits that cannot hold ({@link Elasticity}); convex and finite everywhere.
 * What the stations pay is no part of it.
 *
 * <p>Where no limit binds a {@link RadialSweep} answers in microseconds; elsewhere the conic solver
 * does, kept and changed in its right-hand side only. Not safe for threads.
 */
public final class GridOracle {
  /** What sums of doubles may be off by, as part of the value. */
  private static final double ROUNDING = 1e-12;

  /** How far flows of a feasible point may be above those of the optimum, for the safe bound. */
  private static final double MAGNITUDE = 3;

  private final Scenario scenario;
  private final int period;
  private final double kwPerUnit;
  private final @Nullable RadialSweep sweep;
  private final Elasticity elasticity;
  private @Nullable PeriodProgram program;
  private @Nullable ConicRelaxation relaxation;
  private double[] lower = new double[0];
  private double[] upper = new double[0];

  private final double[] gradient;
  private final double[] generatorKw;
  private final double[] generatorKvar;
  private double substationVoltagePu;
  private double value;
  private double intercept;
  private double violationKw;
  private double phantomLossKw;
  private int conicSolves;

  public GridOracle(Scenario scenario, PerUnit perUnit, int period, Elasticity elasticity) {
    this.scenario = scenario;
    this.period = period;
    this.elasticity = elasticity;
    kwPerUnit = perUnit.kwOf(1);
    sweep = RadialSweep.of(scenario, perUnit, period);
    gradient = new double[scenario.stations().size()];
    generatorKw = new double[scenario.feeder().generators().size()];
    generatorKvar = new double[generatorKw.length];
  }

  /**
   * Finds value, gradient and cut at the stations' powers. Unit: kW.
   *
   * @return whether it could; false is a numerical failure, after which nothing is claimed
   */
  public boolean evaluate(double[] stationKw) {
    if (sweep != null && sweep.solve(stationKw)) {
      takeSweep(sweep, stationKw);
      return true;
    }
    return solveRelaxation(stationKw);
  }

  private void takeSweep(RadialSweep solved, double[] stationKw) {
    value = solved.value();
    intercept = value - ROUNDING * Math.max(1, Math.abs(value));
    for (int k = 0; k < gradient.length; k++) {
      gradient[k] = solved.gradient(k);
      intercept -= gradient[k] * stationKw[k];
    }
    violationKw = 0;
    phantomLossKw = 0;
    generatorKw[0] = solved.generatorKw();
    generatorKvar[0] = solved.generatorKvar();
    substationVoltagePu = solved.substationVoltagePu();
  }

  private boolean solveRelaxation(double[] stationKw) {
    PeriodProgram flow = program();
    ConicRelaxation solver = relaxation();
    for (int k = 0; k < stationKw.length; k++) {
      lower[flow.stationKw(k)] = stationKw[k];
      upper[flow.stationKw(k)] = stationKw[k];
    }
    solver.bounds(lower, upper);
    RelaxedSolution solved = solver.solve();
    conicSolves++;
    if (!solved.hasPoint()) {
      return false;
    }
    double[] x = solved.x();
    double[] duals = solved.variableDuals();
    value = solved.objective();
    violationKw = flow.violationKw(x);
    phantomLossKw = flow.phantomLossKw(x);
    intercept = Math.min(value, solver.safeBound(solved, magnitudes(x)));
    for (int k = 0; k < gradient.length; k++) {
      gradient[k] = duals[flow.stationKw(k)];
      intercept -= gradient[k] * stationKw[k];
    }
    takeGenerators(flow, x);
    return true;
  }

  private void takeGenerators(PeriodProgram flow, double[] x) {
    for (int g = 0; g < generatorKw.length; g++) {
      generatorKw[g] = kwPerUnit * x[flow.generatorActive(g)];
      generatorKvar[g] = kwPerUnit * x[flow.generatorReactive(g)];
    }
    substationVoltagePu = Math.sqrt(x[flow.voltageSquared(0)]);
  }

  private double[] magnitudes(double[] x) {
    double[] most = new double[x.length];
    for (int j = 0; j < x.length; j++) {
      double box = Math.max(Math.abs(lower[j]), Math.abs(upper[j]));
      double flow = MAGNITUDE * (1 + Math.abs(x[j]));
      most[j] = Math.min(box, flow);
    }
    return most;
  }

  private PeriodProgram program() {
    if (program == null) {
      program = new PeriodProgram(scenario, period, elasticity);
      lower = program.program().lower().clone();
      upper = program.program().upper().clone();
    }
    return program;
  }

  private ConicRelaxation relaxation() {
    if (relaxation == null) {
      relaxation = ConicRelaxation.of(program().program(), ConicSettings.defaults());
    }
    return relaxation;
  }

  /** φ at the last powers. Unit: currency. */
  public double value() {
    return value;
  }

  /** Derivative of φ with respect to a station's power. Unit: currency per kW. */
  public double gradient(int station) {
    return gradient[station];
  }

  /**
   * Constant of the cut φ(n) ≥ intercept + Σ gradient·n, true for all n whatever the tolerances.
   * Unit: currency.
   */
  public double intercept() {
    return intercept;
  }

  /** By how much limits are missed at the last powers. Unit: kW, see {@link Elasticity}. */
  public double violationKw() {
    return violationKw;
  }

  /** Loss that only the relaxation has. Unit: kW. */
  public double phantomLossKw() {
    return phantomLossKw;
  }

  /** Active power of a generator in service. Unit: kW. */
  public double generatorKw(int generator) {
    return generatorKw[generator];
  }

  /** Reactive power of a generator in service. Unit: kvar. */
  public double generatorKvar(int generator) {
    return generatorKvar[generator];
  }

  /** Voltage of the substation. Unit: p.u. */
  public double substationVoltagePu() {
    return substationVoltagePu;
  }

  /** How often the conic solver had to answer. */
  public int conicSolves() {
    return conicSolves;
  }
}
