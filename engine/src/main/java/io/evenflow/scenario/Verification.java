package io.evenflow.scenario;

import java.util.List;

/**
 * What the independent check found.
 *
 * @param acFeasible whether AC power flow converges in every period and every limit holds, those of
 *     the grid and those of the sessions
 * @param maxVoltageViolationPu worst distance outside the voltage limits. Unit: p.u.
 * @param maxBranchOverloadMva worst apparent power above a rating. Unit: MVA
 * @param phantomLossKwh generation the schedule claims above what AC power flow needs, over the
 *     horizon: loss that only the relaxation has. Unit: kWh
 * @param maxEnergyErrorKwh worst distance of a recomputed energy from its limits or from what the
 *     schedule claims. Unit: kWh
 * @param violations a sentence for each limit that does not hold and each claim that does not
 *     follow from the powers
 * @param periods AC power flow of each period, empty where there is no schedule
 * @param cost the cost recomputed from powers and AC power flow alone; a period without a power
 *     flow has the generation the schedule claims
 * @param settlement what meters show
 * @param grid the AC power flow at every bus and branch
 */
public record Verification(
    boolean acFeasible,
    double maxVoltageViolationPu,
    double maxBranchOverloadMva,
    double phantomLossKwh,
    double maxEnergyErrorKwh,
    List<String> violations,
    List<PeriodFlow> periods,
    Cost cost,
    Settlement settlement,
    GridState grid) {

  /** Of a check that keeps no state of the grid. */
  public Verification(
      boolean acFeasible,
      double maxVoltageViolationPu,
      double maxBranchOverloadMva,
      double phantomLossKwh,
      double maxEnergyErrorKwh,
      List<String> violations,
      List<PeriodFlow> periods,
      Cost cost,
      Settlement settlement) {
    this(
        acFeasible,
        maxVoltageViolationPu,
        maxBranchOverloadMva,
        phantomLossKwh,
        maxEnergyErrorKwh,
        violations,
        periods,
        cost,
        settlement,
        GridState.NONE);
  }

  /** Of a check that looks at no meters. */
  public Verification(
      boolean acFeasible,
      double maxVoltageViolationPu,
      double maxBranchOverloadMva,
      double phantomLossKwh,
      double maxEnergyErrorKwh,
      List<String> violations,
      List<PeriodFlow> periods,
      Cost cost) {
    this(
        acFeasible,
        maxVoltageViolationPu,
        maxBranchOverloadMva,
        phantomLossKwh,
        maxEnergyErrorKwh,
        violations,
        periods,
        cost,
        Settlement.NONE);
  }

  /** The same with the state of the grid. */
  public Verification withGrid(GridState state) {
    return new Verification(
        acFeasible,
        maxVoltageViolationPu,
        maxBranchOverloadMva,
        phantomLossKwh,
        maxEnergyErrorKwh,
        violations,
        periods,
        cost,
        settlement,
        state);
  }

  /**
   * AC power flow of one period; every value is NaN, and every bus 0, where there is none.
   *
   * @param importKw power from the substation. Unit: kW
   * @param lossKw losses in branches and shunts. Unit: kW
   */
  public record PeriodFlow(
      double importKw,
      double lossKw,
      double minVoltagePu,
      int minVoltageBus,
      double maxVoltagePu,
      int maxVoltageBus) {
    /** A period whose AC power flow did not converge. */
    public static final PeriodFlow NONE =
        new PeriodFlow(Double.NaN, Double.NaN, Double.NaN, 0, Double.NaN, 0);

    /** Whether there is a power flow. */
    public boolean converged() {
      return !Double.isNaN(importKw);
    }
  }
}
