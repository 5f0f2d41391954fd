package io.evenflow.formulation;

import io.evenflow.mip.MixedIntegerProgram;
import io.evenflow.scenario.Scenario;

/**
 * The optimal power flow of one period, (1)–(9) of arXiv 2409.19962, whose only tie to what moves
 * is the net power at each place and the reactive power of PV: variables fixed by their bounds, at
 * 0 (a day without vehicles) until somebody changes these. The objective is Δt·Σ cost(pg); what
 * stations pay is no part of it.
 *
 * <p>Rows are divided by {@link #flowScale()}, and P, Q, l are P/σ, Q/σ, l/σ² in it.
 */
public final class PeriodProgram {
  private final MixedIntegerProgram program;
  final BranchFlow flow;
  private final double[] scale;

  public PeriodProgram(Scenario scenario, int period) {
    this(scenario, period, Elasticity.HARD);
  }

  public PeriodProgram(Scenario scenario, int period, Elasticity elasticity) {
    PerUnit perUnit = new PerUnit(scenario.feeder());
    scale = FlowScale.of(scenario, perUnit);
    MixedIntegerProgram.Builder builder = new MixedIntegerProgram.Builder();
    flow = new BranchFlow(scenario, perUnit, scale, builder, period, elasticity);
    for (int variable : flow.placeKw) {
      builder.setBounds(variable, 0, 0);
    }
    for (int variable : flow.solarKvar) {
      if (variable != BranchFlow.NONE) {
        builder.setBounds(variable, 0, 0);
      }
    }
    program = builder.build();
  }

  public MixedIntegerProgram program() {
    return program;
  }

  /** Variable of the power that sessions and vehicles draw at a station. Unit: kW. */
  public int stationKw(int station) {
    return placeKw(flow.scenario.places().ofStation(station));
  }

  /** Variable of the net power drawn at a place. Unit: kW. */
  public int placeKw(int place) {
    return flow.placeKw[place];
  }

  /**
   * Variable of the reactive power that a plant of PV feeds in, −1 where nothing about it can be
   * decided. Unit: kvar.
   */
  public int solarKvar(int plant) {
    return flow.solarKvar[plant];
  }

  /** Variable of a generator's active power. Unit: p.u. */
  public int generatorActive(int generator) {
    return flow.generatorActive[generator];
  }

  /** Variable of a generator's reactive power. Unit: p.u. */
  public int generatorReactive(int generator) {
    return flow.generatorReactive[generator];
  }

  /** Variable of v at a bus. Unit: p.u. */
  public int voltageSquared(int bus) {
    return flow.voltageSquared[bus];
  }

  /** Row of the active balance (1) at a bus, divided by σ of the bus. */
  public int activeBalance(int bus) {
    return flow.activeBalance[bus];
  }

  /** Row of the reactive balance (2) at a bus, divided by σ of the bus. */
  public int reactiveBalance(int bus) {
    return flow.reactiveBalance[bus];
  }

  /** Row of the voltage drop (3) along the branch that feeds a bus. */
  public int voltageDrop(int bus) {
    return flow.voltageDrop[bus];
  }

  /**
   * Cone of the rating at the parent's end of the branch that feeds a bus, divided by its σ; the
   * next one is that at the child's end. −1 where unlimited.
   */
  public int thermalLimit(int bus) {
    return flow.thermalLimit[bus];
  }

  /** σ of each bus and of the branch that feeds it. Unit: p.u. */
  public double[] flowScale() {
    return scale.clone();
  }

  /** Δt·cost of all generators at x. Unit: currency. */
  public double generationCost(double[] x) {
    return flow.generationCost(x);
  }

  /** Sum of what elastic limits are missed by at x; 0 where they are hard. Unit: kW. */
  public double violationKw(double[] x) {
    return flow.slackKw.stream().mapToDouble(variable -> x[variable]).sum();
  }

  /** Loss at x that only the relaxation of (4) to (5) has. Unit: kW. */
  public double phantomLossKw(double[] x) {
    return flow.phantomLossKw(x);
  }
}
