package io.evenflow.network;

/**
 * Which inputs a power flow is asked for, by what the powers sum to below each branch. Unit: p.u.
 * of the feeder's base power, and p.u. squared.
 */
interface FlowRange {
  /**
   * Least power drawn by all inputs below the branch that feeds a bus; by all of them for bus 0.
   */
  double minPower(int bus);

  /** Greatest power likewise. */
  double maxPower(int bus);

  /** Least reactive power likewise. */
  double minReactive(int bus);

  /** Greatest reactive power likewise. */
  double maxReactive(int bus);

  /** Least v of the substation. */
  double minVoltage();

  /** Greatest v of the substation. */
  double maxVoltage();
}
