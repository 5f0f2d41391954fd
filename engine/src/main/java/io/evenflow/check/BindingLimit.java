package io.evenflow.check;

/**
 * A limit of the grid that a schedule uses up in a period: what is scarce then.
 *
 * @param period the period
 * @param kind what is limited
 * @param place the bus number, or the branch as {@code 50-51}
 * @param limit the limit itself. Unit: as {@link Kind} says
 */
public record BindingLimit(int period, Kind kind, String place, double limit) {
  /** What is limited, and in which unit. */
  public enum Kind {
    /** Voltage of a bus at its least. Unit: p.u. */
    LOW_VOLTAGE,
    /** Voltage of a bus at its greatest. Unit: p.u. */
    HIGH_VOLTAGE,
    /** Apparent power of a branch at its rating. Unit: MVA */
    BRANCH_RATING,
    /** Active power of a generator at its least. Unit: MW */
    LEAST_ACTIVE_POWER,
    /** Active power of a generator at its greatest. Unit: MW */
    GREATEST_ACTIVE_POWER
  }
}
