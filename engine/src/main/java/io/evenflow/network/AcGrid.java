package io.evenflow.network;

import io.evenflow.formulation.Elasticity;
import io.evenflow.formulation.PerUnit;
import io.evenflow.scenario.Scenario;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The AC power flow of one period as a function of its {@link GridInputs}: Δt·cost of the slack
 * generator, plus the elastic cost of limits that are missed ({@link Elasticity}); and cuts below
 * it. Where the multipliers of the flow itself prove its value, as they do where losses cost
 * something and no limit pushes the other way, the cut holds for all inputs; elsewhere for those of
 * a range. Not safe for threads.
 */
final class AcGrid {
  /**
   * A flow's multipliers prove it where value and dual bound differ by no more than this part, or
   * by no more than rounding explains.
   */
  private static final double PROVEN = 1e-10;

  /** Rounding is no excuse for more than this part. */
  private static final double MOST_ROUNDING = 1e-7;

  private final Scenario scenario;
  private final GridInputs inputs;
  private final DualFunction dual;
  private final RadialSweep sweep;
  private final PerUnit grid;
  private final int period;
  private @Nullable RangeCut ready;
  private final Multipliers nothing;
  private final boolean[] allButSubstation;
  private final double[] gradient;
  private boolean tight;
  private double intercept;

  AcGrid(Scenario scenario, PerUnit grid, GridInputs inputs, int period, Elasticity elasticity) {
    this.scenario = scenario;
    this.inputs = inputs;
    this.grid = grid;
    this.period = period;
    dual = new DualFunction(scenario, grid, inputs, period, elasticity);
    sweep = new RadialSweep(scenario, grid, inputs, period, elasticity);
    nothing = new Multipliers(scenario.feeder().busCount());
    allButSubstation = new boolean[scenario.feeder().busCount()];
    Arrays.fill(allButSubstation, 1, allButSubstation.length, true);
    gradient = new double[inputs.size()];
  }

  /**
   * Finds the power flow, its cost and a cut. Without a power flow the cost is +∞ and the cut says
   * no more than what generation costs at least.
   *
   * @param amounts inputs within the range
   */
  void evaluate(double[] amounts, FlowRange range) {
    boolean solved = sweep.solve(amounts);
    tight = solved && isProven(amounts);
    if (tight) {
      return;
    }
    RangeCut rangeCut = rangeCut();
    if (solved && rangeCut.find(range, amounts)) {
      intercept = scenario.horizon().hours(period) * rangeCut.intercept();
      rangeCut.gradient(gradient);
      perPeriod();
    } else {
      takeNothing();
    }
  }

  /** Finds the power flow and its cost, without a cut. Without a power flow the cost is +∞. */
  void operate(double[] amounts) {
    sweep.operate(amounts);
  }

  /** Made when first needed: most days need none. */
  private RangeCut rangeCut() {
    RangeCut known = ready;
    if (known == null) {
      known = new RangeCut(scenario, grid, inputs, period, sweep, dual);
      ready = known;
    }
    return known;
  }

  /** Takes the cut of the flow's own multipliers; whether it meets the value. */
  private boolean isProven(double[] amounts) {
    dual.keepGeneratorsFinite(sweep.multipliers());
    double height = takeCut(sweep.multipliers(), amounts);
    double size = Math.max(1, Math.abs(sweep.value()));
    double rounding = 2 * scenario.horizon().hours(period) * dual.rounding();
    return sweep.value() - height <= Math.clamp(rounding, PROVEN * size, MOST_ROUNDING * size);
  }

  private double takeCut(Multipliers y, double[] amounts) {
    intercept = scenario.horizon().hours(period) * dual.intercept(y, allButSubstation);
    dual.gradient(y, inputs, gradient);
    perPeriod();
    double height = intercept;
    for (int i = 0; i < gradient.length; i++) {
      height += gradient[i] * amounts[i];
    }
    return height;
  }

  private void perPeriod() {
    for (int i = 0; i < gradient.length; i++) {
      gradient[i] *= scenario.horizon().hours(period);
    }
  }

  /** The cut of multipliers that are all 0, or as near as generation's cost allows. */
  private void takeNothing() {
    nothing.clear();
    dual.keepGeneratorsFinite(nothing);
    takeCut(nothing, new double[gradient.length]);
  }

  /** Whether the last cut holds for all inputs and meets the value. */
  boolean isTight() {
    return tight;
  }

  /** Cost at the last inputs, +∞ without a power flow. Unit: currency. */
  double value() {
    return sweep.value();
  }

  /** By how much limits are missed. Unit: kW, see {@link Elasticity}. */
  double violationKw() {
    return sweep.violationKw();
  }

  /** Constant of the last cut. Unit: currency. */
  double intercept() {
    return intercept;
  }

  /** Gradient of the last cut, by input; a copy. Unit: currency per unit. */
  double[] gradient() {
    return gradient.clone();
  }

  /**
   * What a branch's current earns in the last cut of a range that the AC power flow does not allow.
   * Unit: currency per hour.
   */
  double gain(int branch) {
    return tight ? 0 : rangeCut().gain(branch);
  }

  /**
   * How uncertain the substation's voltage makes a branch's current, as the uncertain power that
   * does as much. Unit: kW
   *
   * @param width of the voltage in the range of the last cut, in its unit as an input
   */
  double voltageWidth(int branch, double width) {
    double relative = width / GridInputs.VOLTAGE_PARTS;
    return width == 0 ? 0 : relative * rangeCut().greatestFlow(branch) / grid.powerOfKw(1);
  }

  /** Active power of the slack generator. Unit: kW. */
  double generatorKw() {
    return sweep.generatorKw();
  }

  /** Reactive power of the slack generator. Unit: kvar. */
  double generatorKvar() {
    return sweep.generatorKvar();
  }

  /** Voltage of the substation. Unit: p.u. */
  double substationVoltagePu() {
    return sweep.substationVoltagePu();
  }
}
