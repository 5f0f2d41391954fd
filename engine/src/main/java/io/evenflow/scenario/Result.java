package io.evenflow.scenario;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a method found for a scenario, after the independent check.
 *
 * @param scenario name of the scenario
 * @param method name of the method
 * @param problem what status and bound speak of
 * @param status what is known of the schedule
 * @param dispatch the schedule, null where there is none
 * @param dispatchIsBestEffort whether no schedule keeps all limits and this one misses them by as
 *     little as was found, which is not proven to be the least
 * @param cost its cost as the formulation has it, null where there is none
 * @param bound proven lower bound of the objective, null where the method has none
 * @param withoutVehicles optimum without any vehicle, null where that is infeasible or unknown
 * @param unavoidableShortfallCost what missing energy costs on every schedule: of stays too short
 *     for their targets at full power. Unit: currency
 * @param seconds wall time by stage, "total" among them. Unit: s
 * @param trace one map of named numbers and words per iteration of the method
 * @param notes sentences a reader must know, such as a loose relaxation
 * @param verification what the independent check found, null where there is no schedule
 * @param limitValues what limits that bind are worth, where somebody asked for it
 * @param fairness the share that all have, where somebody asked for the same share for all: bound
 *     and status then speak of schedules that give it to all; null otherwise
 */
public record Result(
    String scenario,
    String method,
    SolvedProblem problem,
    Status status,
    @Nullable Dispatch dispatch,
    boolean dispatchIsBestEffort,
    @Nullable Cost cost,
    @Nullable Double bound,
    @Nullable Double withoutVehicles,
    double unavoidableShortfallCost,
    Map<String, Double> seconds,
    List<Map<String, Object>> trace,
    List<String> notes,
    @Nullable Verification verification,
    List<LimitValue> limitValues,
    @Nullable Fairness fairness) {

  /** Nobody asked what limits are worth. */
  public Result(
      String scenario,
      String method,
      SolvedProblem problem,
      Status status,
      @Nullable Dispatch dispatch,
      boolean dispatchIsBestEffort,
      @Nullable Cost cost,
      @Nullable Double bound,
      @Nullable Double withoutVehicles,
      double unavoidableShortfallCost,
      Map<String, Double> seconds,
      List<Map<String, Object>> trace,
      List<String> notes,
      @Nullable Verification verification) {
    this(
        scenario,
        method,
        problem,
        status,
        dispatch,
        dispatchIsBestEffort,
        cost,
        bound,
        withoutVehicles,
        unavoidableShortfallCost,
        seconds,
        trace,
        notes,
        verification,
        List.of(),
        null);
  }

  /** The same after another check; what no method said it costs, it costs by the check. */
  public Result withVerification(Verification check) {
    return new Result(
        scenario,
        method,
        problem,
        status,
        dispatch,
        dispatchIsBestEffort,
        cost == null ? check.cost() : cost,
        bound,
        withoutVehicles,
        unavoidableShortfallCost,
        seconds,
        trace,
        notes,
        check,
        limitValues,
        fairness);
  }

  /** The same with what limits are worth. */
  public Result withLimitValues(List<LimitValue> values) {
    return new Result(
        scenario,
        method,
        problem,
        status,
        dispatch,
        dispatchIsBestEffort,
        cost,
        bound,
        withoutVehicles,
        unavoidableShortfallCost,
        seconds,
        trace,
        notes,
        verification,
        values,
        fairness);
  }

  /** The same with other sentences for people. */
  public Result withNotes(List<String> sentences) {
    return new Result(
        scenario,
        method,
        problem,
        status,
        dispatch,
        dispatchIsBestEffort,
        cost,
        bound,
        withoutVehicles,
        unavoidableShortfallCost,
        seconds,
        trace,
        sentences,
        verification,
        limitValues,
        fairness);
  }

  /** The same of schedules that give a share to all. */
  public Result withFairness(Status known, Fairness share, List<String> sentences) {
    return new Result(
        scenario,
        method,
        problem,
        known,
        dispatch,
        dispatchIsBestEffort,
        cost,
        bound,
        withoutVehicles,
        unavoidableShortfallCost,
        seconds,
        trace,
        sentences,
        verification,
        limitValues,
        share);
  }

  /** Total cost, null where there is no schedule. */
  public @Nullable Double objective() {
    return cost == null ? null : cost.total();
  }

  /** (objective − bound) / max(1, |objective|), null where either is missing. */
  public @Nullable Double relativeGap() {
    Double objective = objective();
    return objective == null || bound == null
        ? null
        : (objective - bound) / Math.max(1, Math.abs(objective));
  }

  /** What the vehicles cost: objective − withoutVehicles, null where either is missing. */
  public @Nullable Double vehicleCost() {
    Double objective = objective();
    return objective == null || withoutVehicles == null ? null : objective - withoutVehicles;
  }

  /**
   * (objective − bound) / max(1, |vehicleCost − unavoidableShortfallCost|), null where a part is
   * missing. What nobody can avoid is no measure of how well a schedule does.
   */
  public @Nullable Double vehicleCostGap() {
    Double objective = objective();
    Double vehicleCost = vehicleCost();
    return objective == null || vehicleCost == null || bound == null
        ? null
        : (objective - bound) / Math.max(1, Math.abs(vehicleCost - unavoidableShortfallCost));
  }
}
