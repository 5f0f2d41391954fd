package io.evenflow.city.plan;

import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of a feeder.
 *
 * @param index of the feeder in the portfolio
 * @param status word of {@link io.evenflow.scenario.Status}; of the problem that was ordered
 * @param objective what its schedule costs at its own prices, what commuters pay there included,
 *     NaN without a schedule. Unit: currency
 * @param bound proven lower bound of what was ordered, added prices included; −∞ for none, +∞ where
 *     no schedule is possible. Unit: currency
 * @param withoutVehicles what was ordered costs without vehicles, NaN where unknown. Unit: currency
 * @param addedCost what the added prices cost at its import. Unit: currency
 * @param importKw by period, empty without a schedule. Unit: kW
 * @param seconds wall time
 * @param acFeasible whether the independent check found every limit kept
 * @param message why there is no schedule, empty where there is one
 * @param sessions of a full outcome, else none
 * @param periods of a full outcome, else none
 * @param proof of its costs whatever commuters draw; null where there are none, or nothing is
 *     proven
 * @param asked of a full outcome with a schedule, else null
 */
public record FeederOutcome(
    int index,
    String status,
    double objective,
    double bound,
    double withoutVehicles,
    double addedCost,
    double[] importKw,
    double seconds,
    boolean acFeasible,
    String message,
    List<SessionOutcome> sessions,
    List<PeriodOutcome> periods,
    Visits.@Nullable Proof proof,
    @Nullable Asked asked)
    implements Serializable {

  /** Whether there is a schedule that keeps all limits. */
  public boolean hasSchedule() {
    return importKw.length > 0;
  }

  /**
   * A session of the schedule.
   *
   * @param chargedKwh drawn at the meter. Unit: kWh
   * @param dischargedKwh fed in at the meter. Unit: kWh
   * @param shortfallKwh missing on departure. Unit: kWh
   * @param chargeKw by period of the horizon. Unit: kW
   * @param dischargeKw by period of the horizon. Unit: kW
   */
  public record SessionOutcome(
      String id,
      String station,
      int arrival,
      int departure,
      double chargedKwh,
      double dischargedKwh,
      double shortfallKwh,
      double[] chargeKw,
      double[] dischargeKw)
      implements Serializable {}

  /** A period of the schedule, after AC power flow. Unit: kW and p.u. */
  public record PeriodOutcome(
      double importKw,
      double lossKw,
      double vehiclesKw,
      double minVoltagePu,
      double maxVoltagePu,
      double addedPerMwh)
      implements Serializable {}
}
