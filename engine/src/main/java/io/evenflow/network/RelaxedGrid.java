package io.evenflow.network;

import io.evenflow.conic.ConicSettings;
import io.evenflow.formulation.Elasticity;
import io.evenflow.formulation.PerUnit;
import io.evenflow.formulation.PeriodProgram;
import io.evenflow.scenario.Scenario;
import io.evenflow.solver.ConicRelaxation;
import io.evenflow.solver.RelaxedSolution;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The convex relaxation of one period as a function φ of the stations' net powers, which is what
 * the methods of the paper optimise: the least Δt·Σ cost(pg), plus the elastic cost of limits that
 * cannot hold ({@link Elasticity}); convex and finite everywhere. What the stations pay is no part
 * of it.
 *
 * <p>Where the relaxation is tight and the substation alone feeds in, a {@link RadialSweep} answers
 * in microseconds, whether limits hold or not; elsewhere the conic solver does, kept and changed in
 * its right-hand side only. Not safe for threads.
 */
final class RelaxedGrid {
  /**
   * A sweep is believed where value and dual bound differ by no more than this part, or by no more
   * than rounding explains.
   */
  private static final double PROVEN = 1e-10;

  /** Rounding is no excuse for more than this part. */
  private static final double MOST_ROUNDING = 1e-7;

  /** Sharper than usual: costs of missed limits are large beside those of generation. */
  private static final double CONIC_TOLERANCE = 1e-10;

  private final Scenario scenario;
  private final int period;
  private final ConicSettings settings;
  private final PerUnit grid;
  private final DualFunction dual;
  private final ConicCut conicCut;
  private final boolean[] allButSubstation;
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

  RelaxedGrid(Scenario scenario, PerUnit perUnit, int period, Elasticity elasticity) {
    this(scenario, perUnit, period, elasticity, tolerance(CONIC_TOLERANCE));
  }

  static ConicSettings tolerance(double tolerance) {
    return ConicSettings.defaults()
        .withFeasibilityTolerance(tolerance)
        .withGapTolerances(tolerance, tolerance);
  }

  RelaxedGrid(
      Scenario scenario,
      PerUnit perUnit,
      int period,
      Elasticity elasticity,
      ConicSettings settings) {
    this.settings = settings;
    this.scenario = scenario;
    this.period = period;
    this.elasticity = elasticity;
    grid = perUnit;
    dual = new DualFunction(scenario, grid, period, elasticity);
    conicCut = new ConicCut(scenario, grid, period, dual);
    allButSubstation = new boolean[scenario.feeder().busCount()];
    Arrays.fill(allButSubstation, 1, allButSubstation.length, true);
    GridInputs inputs = new GridInputs(scenario);
    boolean single = inputs.arePlaces() && scenario.feeder().generators().size() == 1;
    sweep = single ? new RadialSweep(scenario, grid, inputs, period, elasticity) : null;
    gradient = new double[scenario.places().size()];
    generatorKw = new double[scenario.feeder().generators().size()];
    generatorKvar = new double[generatorKw.length];
  }

  /**
   * Finds value, gradient and cut at the stations' powers. Unit: kW.
   *
   * @return whether it could; false is a numerical failure or, where limits are hard, a point that
   *     misses them, and nothing is claimed then
   */
  boolean evaluate(double[] stationKw) {
    if (sweep != null && sweep.solve(stationKw) && takeSweep(sweep, stationKw)) {
      return true;
    }
    return relax(stationKw);
  }

  /** Takes what the sweep found if its multipliers prove it. */
  private boolean takeSweep(RadialSweep solved, double[] stationKw) {
    dual.keepGeneratorsFinite(solved.multipliers());
    double constant = dual.intercept(solved.multipliers(), allButSubstation);
    double bound = takeCut(constant, solved.multipliers().active, stationKw);
    takeFlow(solved);
    double size = Math.max(1, Math.abs(value));
    double rounding = 2 * scenario.horizon().hours(period) * dual.rounding();
    return value - bound <= Math.clamp(rounding, PROVEN * size, MOST_ROUNDING * size);
  }

  /** Takes value and powers of the AC power flow. */
  private void takeFlow(RadialSweep solved) {
    value = solved.value();
    violationKw = solved.violationKw();
    phantomLossKw = 0;
    generatorKw[0] = solved.generatorKw();
    generatorKvar[0] = solved.generatorKvar();
    substationVoltagePu = solved.substationVoltagePu();
  }

  /** Takes a cut of the dual function, per hour; returns its height at the powers. */
  private double takeCut(double constantPerHour, double[] activePrice, double[] stationKw) {
    double hours = scenario.horizon().hours(period);
    intercept = hours * constantPerHour;
    double height = intercept;
    for (int k = 0; k < gradient.length; k++) {
      gradient[k] = hours * grid.powerOfKw(activePrice[scenario.places().bus(k)]);
      height += gradient[k] * stationKw[k];
    }
    return height;
  }

  /** The same as {@link #evaluate}, by the conic solver. */
  boolean relax(double[] stationKw) {
    PeriodProgram flow = program();
    ConicRelaxation solver = relaxation();
    for (int k = 0; k < stationKw.length; k++) {
      lower[flow.stationKw(k)] = stationKw[k];
      upper[flow.stationKw(k)] = stationKw[k];
    }
    solver.bounds(lower, upper);
    RelaxedSolution solved = solver.solve();
    conicSolves++;
    if (!solved.hasPoint() || !conicCut.find(flow, solved, stationKw)) {
      return false;
    }
    double[] x = solved.x();
    violationKw = flow.violationKw(x);
    phantomLossKw = flow.phantomLossKw(x);
    double bound = takeCut(conicCut.intercept(), conicCut.active, stationKw);
    // a point that misses limits by the solver's tolerance is too cheap
    value = Math.max(bound, solved.objective());
    takeGenerators(flow, x);
    return true;
  }

  private void takeGenerators(PeriodProgram flow, double[] x) {
    for (int g = 0; g < generatorKw.length; g++) {
      generatorKw[g] = grid.kwOf(x[flow.generatorActive(g)]);
      generatorKvar[g] = grid.kwOf(x[flow.generatorReactive(g)]);
    }
    substationVoltagePu = Math.sqrt(x[flow.voltageSquared(0)]);
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
      relaxation = ConicRelaxation.of(program().program(), settings);
    }
    return relaxation;
  }

  /** φ at the last powers. Unit: currency. */
  double value() {
    return value;
  }

  /** Derivative of φ with respect to a station's power. Unit: currency per kW. */
  double gradient(int station) {
    return gradient[station];
  }

  /**
   * Constant of the cut φ(n) ≥ intercept + Σ gradient·n, true for all n whatever the tolerances
   * ({@link DualFunction}). Unit: currency.
   */
  double intercept() {
    return intercept;
  }

  /** By how much limits are missed at the last powers. Unit: kW, see {@link Elasticity}. */
  double violationKw() {
    return violationKw;
  }

  /** Loss that only the relaxation has. Unit: kW. */
  double phantomLossKw() {
    return phantomLossKw;
  }

  /** Active power of a generator in service. Unit: kW. */
  double generatorKw(int generator) {
    return generatorKw[generator];
  }

  /** Reactive power of a generator in service. Unit: kvar. */
  double generatorKvar(int generator) {
    return generatorKvar[generator];
  }

  /** Voltage of the substation. Unit: p.u. */
  double substationVoltagePu() {
    return substationVoltagePu;
  }

  /** How often the conic solver had to answer. */
  int conicSolves() {
    return conicSolves;
  }
}
