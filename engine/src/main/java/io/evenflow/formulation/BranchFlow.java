package io.evenflow.formulation;

import io.evenflow.fleet.Solar;
import io.evenflow.grid.Feeder;
import io.evenflow.grid.GenerationCost;
import io.evenflow.mip.Affine;
import io.evenflow.mip.AffineBuilder;
import io.evenflow.mip.MixedIntegerProgram;
import io.evenflow.mip.RotatedCone;
import io.evenflow.scenario.Scenario;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The branch flow of one period, (1)–(9) of arXiv 2409.19962 with the shunts, taps and line
 * charging of real case files (docs/model.md). Symbols: P, Q flow into the series impedance of
 * branch j at its parent's end; v = |V|²; l = |I|²; ṽ is v seen behind the tap.
 *
 * <p>What moves enters through one variable per place ({@link io.evenflow.scenario.Places}), the
 * net power there in kW, and one per plant of PV whose reactive power is not given.
 */
final class BranchFlow {
  final Scenario scenario;
  private final Feeder feeder;
  final PerUnit perUnit;
  final double[] scale;
  private final MixedIntegerProgram.Builder program;
  final int period;
  private final Elasticity elasticity;

  /** Variable of v at each bus. */
  final int[] voltageSquared;

  /** Variables of P/σ, Q/σ and l/σ² of each branch; entry 0 unused. */
  final int[] activeFlow;

  final int[] reactiveFlow;
  final int[] currentSquared;

  /** Variables of pg and qg of each generator in service. Unit: p.u. */
  final int[] generatorActive;

  final int[] generatorReactive;

  static final int NONE = -1;

  /** Variable of the net power drawn at each place. Unit: kW. */
  final int[] placeKw;

  /**
   * Variable of the reactive power that each plant feeds in, {@link #NONE} if given. Unit: kvar.
   */
  final int[] solarKvar;

  /** Rows of the balances (1) and (2) of each bus and of the voltage drop (3) of each branch. */
  final int[] activeBalance;

  final int[] reactiveBalance;
  final int[] voltageDrop;

  /** Cone (5) of each branch; entry 0 unused. */
  final int[] relaxedCurrent;

  /**
   * Cone of the rating at the parent's end of each branch, −1 where unlimited; then the child's.
   */
  final int[] thermalLimit;

  /** Slacks of elastic limits. Unit: kW */
  final List<Integer> slackKw = new ArrayList<>();

  BranchFlow(
      Scenario scenario,
      PerUnit perUnit,
      double[] scale,
      MixedIntegerProgram.Builder program,
      int period) {
    this(scenario, perUnit, scale, program, period, Elasticity.HARD);
  }

  BranchFlow(
      Scenario scenario,
      PerUnit perUnit,
      double[] scale,
      MixedIntegerProgram.Builder program,
      int period,
      Elasticity elasticity) {
    this.elasticity = elasticity;
    this.scenario = scenario;
    this.feeder = scenario.feeder();
    this.perUnit = perUnit;
    this.scale = scale;
    this.program = program;
    this.period = period;
    int n = feeder.busCount();
    voltageSquared = new int[n];
    activeFlow = new int[n];
    reactiveFlow = new int[n];
    currentSquared = new int[n];
    activeBalance = new int[n];
    reactiveBalance = new int[n];
    voltageDrop = new int[n];
    relaxedCurrent = new int[n];
    thermalLimit = new int[n];
    Arrays.fill(thermalLimit, -1);
    generatorActive = new int[feeder.generators().size()];
    generatorReactive = new int[generatorActive.length];
    placeKw = new int[scenario.places().size()];
    solarKvar = new int[scenario.solar().size()];
    addVariables();
    addGenerationCosts();
    for (int j = 0; j < n; j++) {
      addActiveBalance(j);
      addReactiveBalance(j);
      if (j > 0) {
        addVoltageDrop(j);
        addRelaxedCurrent(j);
        addThermalLimit(j);
      }
    }
  }

  private void addVariables() {
    for (int j = 0; j < voltageSquared.length; j++) {
      voltageSquared[j] = limitedVoltage(j); // (8)
      if (j > 0) {
        activeFlow[j] = free();
        reactiveFlow[j] = free();
        currentSquared[j] = program.variable(0, Double.POSITIVE_INFINITY, 0);
      }
    }
    for (int g = 0; g < generatorActive.length; g++) {
      var generator = feeder.generators().get(g);
      generatorActive[g] = // (6)
          limited(
              perUnit.powerOfMw(scenario.activeMinMw(g, period)),
              perUnit.powerOfMw(scenario.activeMaxMw(g, period)));
      generatorReactive[g] = // (7)
          limited(
              perUnit.powerOfMw(generator.reactiveMinMvar()),
              perUnit.powerOfMw(generator.reactiveMaxMvar()));
    }
    for (int k = 0; k < placeKw.length; k++) {
      placeKw[k] = free();
    }
    for (int i = 0; i < solarKvar.length; i++) {
      solarKvar[i] = isGiven(scenario.solar().get(i)) ? NONE : free();
    }
  }

  /** Whether a plant's reactive power follows from what the sun gives alone. */
  private static boolean isGiven(Solar plant) {
    return switch (plant.reactive()) {
      case NONE -> true;
      case FIXED -> !plant.curtailable();
      case FREE -> false;
    };
  }

  private int limitedVoltage(int j) {
    return limited(
        perUnit.voltageSquaredMin[j],
        perUnit.voltageSquaredMax[j],
        perUnit.powerOfKw(perUnit.voltageSquaredPerPower[j]),
        0,
        Elasticity.WIDEST_VOLTAGE_SQUARED * perUnit.voltageSquaredMax[j]);
  }

  private int free() {
    return program.variable(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, 0);
  }

  private int limited(double lower, double upper) {
    double free = Double.POSITIVE_INFINITY;
    return limited(lower, upper, perUnit.powerOfKw(1), -free, free);
  }

  /**
   * A variable within limits; where these are elastic, within limits ± perKw·slack, and within what
   * is the widest.
   */
  private int limited(double lower, double upper, double perKw, double least, double most) {
    if (elasticity.isHard()) {
      return program.variable(lower, upper, 0);
    }
    int variable = program.variable(least, most, 0);
    int slack = slack();
    double free = Double.POSITIVE_INFINITY;
    if (Double.isFinite(lower)) {
      program.row(lower, new AffineBuilder().add(1, variable).add(perKw, slack).build(), free);
    }
    if (Double.isFinite(upper)) {
      program.row(-free, new AffineBuilder().add(1, variable).add(-perKw, slack).build(), upper);
    }
    return variable;
  }

  private int slack() {
    double cost = scenario.horizon().hours(period) * elasticity.costPerKwh();
    slackKw.add(program.variable(0, Double.POSITIVE_INFINITY, cost));
    return slackKw.getLast();
  }

  /** Δt·cost(pg), the generators' part of (15). */
  private void addGenerationCosts() {
    double hours = scenario.horizon().hours(period);
    for (int g = 0; g < generatorActive.length; g++) {
      GenerationCost cost = scenario.generationCost(g, period);
      if (cost instanceof GenerationCost.Polynomial polynomial) {
        program.addConstant(hours * polynomial.constant());
        program.addCost(generatorActive[g], hours * polynomial.linear() * perUnit.baseMva);
        program.addQuadraticCost(
            generatorActive[g], hours * polynomial.quadratic() * perUnit.baseMva * perUnit.baseMva);
      } else if (cost instanceof GenerationCost.PiecewiseLinear piecewise) {
        addPiecewiseLinearCost(generatorActive[g], piecewise, hours);
      }
    }
  }

  /** A convex piecewise linear cost is the least y above all its lines. */
  private void addPiecewiseLinearCost(
      int active, GenerationCost.PiecewiseLinear cost, double hours) {
    int height = program.variable(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, hours);
    for (int i = 1; i < cost.points().size(); i++) {
      var left = cost.points().get(i - 1);
      var right = cost.points().get(i);
      double slope =
          (right.costPerHour() - left.costPerHour())
              / (right.activePowerMw() - left.activePowerMw());
      Affine above =
          new AffineBuilder()
              .add(1, height)
              .add(-slope * perUnit.baseMva, active)
              .add(slope * left.activePowerMw() - left.costPerHour())
              .build();
      program.row(0, above, Double.POSITIVE_INFINITY);
    }
  }

  /** (1): P − r·l + Σ pg = Σ_children P + Pd + Gs·v + Σ places. */
  private void addActiveBalance(int j) {
    AffineBuilder sum = new AffineBuilder();
    if (j > 0) {
      activeFlow(sum, 1, j);
      currentSquared(sum, -perUnit.resistance[j], j);
    }
    for (int child : feeder.children(j)) {
      activeFlow(sum, -1, child);
    }
    sum.add(-perUnit.shuntConductance[j], voltageSquared[j]);
    for (int g = 0; g < generatorActive.length; g++) {
      if (feeder.generatorBus(g) == j) {
        sum.add(1, generatorActive[g]);
      }
    }
    for (int k = 0; k < placeKw.length; k++) {
      if (scenario.places().bus(k) == j) {
        sum.add(-perUnit.powerOfKw(1), placeKw[k]);
      }
    }
    activeBalance[j] = balance(j, sum, perUnit.powerOfMw(scenario.fixedActiveMw(j, period)));
  }

  /** (2): Q − x·l + b/2·ṽⱼ + Σ_children bₖ/2·ṽ + Bs·v + Σ qg = Σ_children Q + Qd. */
  private void addReactiveBalance(int j) {
    AffineBuilder sum = new AffineBuilder();
    if (j > 0) {
      reactiveFlow(sum, 1, j);
      currentSquared(sum, -perUnit.reactance[j], j);
      childVoltage(sum, perUnit.charging[j] / 2, j);
    }
    for (int child : feeder.children(j)) {
      reactiveFlow(sum, -1, child);
      parentVoltage(sum, perUnit.charging[child] / 2, child);
    }
    sum.add(perUnit.shuntSusceptance[j], voltageSquared[j]);
    for (int g = 0; g < generatorReactive.length; g++) {
      if (feeder.generatorBus(g) == j) {
        sum.add(1, generatorReactive[g]);
      }
    }
    for (int i = 0; i < solarKvar.length; i++) {
      if (solarKvar[i] != NONE && scenario.busIndexOf(scenario.solar().get(i).location()) == j) {
        sum.add(perUnit.powerOfKw(1), solarKvar[i]);
      }
    }
    reactiveBalance[j] = balance(j, sum, perUnit.powerOfMw(scenario.fixedReactiveMvar(j, period)));
  }

  private int balance(int j, AffineBuilder sum, double load) {
    Affine expression = Scaled.by(1 / scale[j], sum.add(-load).build());
    return program.equality(expression, 0);
  }

  /** (3): ṽⱼ = ṽᵢ − 2(r·P + x·Q) + (r² + x²)·l. */
  private void addVoltageDrop(int j) {
    double r = perUnit.resistance[j];
    double x = perUnit.reactance[j];
    AffineBuilder sum = new AffineBuilder();
    childVoltage(sum, 1, j);
    parentVoltage(sum, -1, j);
    activeFlow(sum, 2 * r, j);
    reactiveFlow(sum, 2 * x, j);
    currentSquared(sum, -(r * r + x * x), j);
    voltageDrop[j] = program.equality(sum.build(), 0);
  }

  /** (5): P² + Q² ≤ ṽᵢ·l, both sides divided by σ². */
  private void addRelaxedCurrent(int j) {
    relaxedCurrent[j] = program.cones();
    program.cone(
        new RotatedCone(
            new Affine[] {Affine.of(activeFlow[j]), Affine.of(reactiveFlow[j])},
            Affine.of(currentSquared[j]),
            Affine.of(perUnit.parentTap[j], voltageSquared[feeder.parent(j)])));
  }

  /** rateA: apparent power at both ends, charging current included. */
  private void addThermalLimit(int j) {
    if (Double.isInfinite(perUnit.rating[j])) {
      return;
    }
    AffineBuilder rating = new AffineBuilder().add(perUnit.rating[j] / scale[j]);
    if (!elasticity.isHard()) {
      rating.add(perUnit.powerOfKw(1) / scale[j], slack());
    }
    Affine bound = rating.build();
    AffineBuilder parentReactive = new AffineBuilder();
    reactiveFlow(parentReactive, 1, j);
    parentVoltage(parentReactive, -perUnit.charging[j] / 2, j);
    AffineBuilder childActive = new AffineBuilder();
    activeFlow(childActive, 1, j);
    currentSquared(childActive, -perUnit.resistance[j], j);
    AffineBuilder childReactive = new AffineBuilder();
    reactiveFlow(childReactive, 1, j);
    currentSquared(childReactive, -perUnit.reactance[j], j);
    childVoltage(childReactive, perUnit.charging[j] / 2, j);
    double unit = 1 / scale[j];
    thermalLimit[j] = program.cones();
    program.cone(
        RotatedCone.norm(bound, Affine.of(activeFlow[j]), Scaled.by(unit, parentReactive.build())));
    program.cone(
        RotatedCone.norm(
            bound, Scaled.by(unit, childActive.build()), Scaled.by(unit, childReactive.build())));
  }

  private void activeFlow(AffineBuilder sum, double coefficient, int j) {
    sum.add(coefficient * scale[j], activeFlow[j]);
  }

  private void reactiveFlow(AffineBuilder sum, double coefficient, int j) {
    sum.add(coefficient * scale[j], reactiveFlow[j]);
  }

  private void currentSquared(AffineBuilder sum, double coefficient, int j) {
    sum.add(coefficient * scale[j] * scale[j], currentSquared[j]);
  }

  private void parentVoltage(AffineBuilder sum, double coefficient, int j) {
    sum.add(coefficient * perUnit.parentTap[j], voltageSquared[feeder.parent(j)]);
  }

  private void childVoltage(AffineBuilder sum, double coefficient, int j) {
    sum.add(coefficient * perUnit.childTap[j], voltageSquared[j]);
  }

  /** Loss that only the relaxation has: Σ r·(l − (P² + Q²)/ṽᵢ). Unit: kW. */
  double phantomLossKw(double[] x) {
    double sum = 0;
    for (int j = 1; j < scale.length; j++) {
      double p = x[activeFlow[j]];
      double q = x[reactiveFlow[j]];
      double v = perUnit.parentTap[j] * x[voltageSquared[feeder.parent(j)]];
      double excess = x[currentSquared[j]] - (p * p + q * q) / v;
      sum += perUnit.resistance[j] * scale[j] * scale[j] * Math.max(0, excess);
    }
    return perUnit.kwOf(sum);
  }

  /** Price of the CO₂ of what the substation gives at x. Unit: the scenario's currency. */
  double emissionsCost(double[] x) {
    double sum = 0;
    for (int g = 0; g < generatorActive.length; g++) {
      if (feeder.generatorBus(g) == 0) {
        sum += scenario.emissionsPerMwh(period) * x[generatorActive[g]] * perUnit.baseMva;
      }
    }
    return sum * scenario.horizon().hours(period);
  }

  /** Δt·cost of all generators at x, that of emissions included. Unit: the scenario's currency. */
  double generationCost(double[] x) {
    double sum = 0;
    for (int g = 0; g < generatorActive.length; g++) {
      sum += scenario.generationCost(g, period).perHour(x[generatorActive[g]] * perUnit.baseMva);
    }
    return sum * scenario.horizon().hours(period);
  }
}
