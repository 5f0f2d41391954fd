package io.evenflow.scenario;

import java.util.ArrayList;
import java.util.List;

/**
 * AC power flow of a schedule at every bus and branch, by period; buses in the order of the
 * scenario's feeder, a branch at the index of the bus it feeds. Immutable.
 */
public final class GridState {
  /** Of no schedule, or of one that nobody computed. */
  public static final GridState NONE = new GridState(List.of());

  private static final double[] NO_FLOW = {};
  private final List<Period> periods;

  private GridState(List<Period> periods) {
    this.periods = List.copyOf(periods);
  }

  private record Period(double[] voltagePu, double[] apparentMva) {}

  /** How many periods are known. */
  public int periods() {
    return periods.size();
  }

  /** Whether a period has a power flow. */
  public boolean converged(int period) {
    return period < periods.size() && periods.get(period).voltagePu().length > 0;
  }

  /** Voltages by bus; empty where the period has no power flow. Unit: p.u. */
  public double[] voltagePu(int period) {
    return converged(period) ? periods.get(period).voltagePu().clone() : NO_FLOW;
  }

  /**
   * Apparent power of each branch, the greater of its two ends, at the index of the bus it feeds;
   * entry 0 is 0. Empty where the period has no power flow. Unit: MVA
   */
  public double[] apparentMva(int period) {
    return converged(period) ? periods.get(period).apparentMva().clone() : NO_FLOW;
  }

  /** Takes the periods one after the other. */
  public static final class Builder {
    private final List<Period> periods = new ArrayList<>();

    /** Adds a period; the arrays are copied. */
    public void add(double[] voltagePu, double[] apparentMva) {
      periods.add(new Period(voltagePu.clone(), apparentMva.clone()));
    }

    /** Adds a period without a power flow. */
    public void addNoFlow() {
      periods.add(new Period(NO_FLOW, NO_FLOW));
    }

    public GridState build() {
      return new GridState(periods);
    }
  }
}
