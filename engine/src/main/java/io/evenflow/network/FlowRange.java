package io.evenflow.network;

/**
 * Which powers of stations a power flow is asked for, by what they sum to below each branch. Unit:
 * p.u. of the feeder's base power.
 */
interface FlowRange {
  /** Least power of all stations below the branch that feeds a bus; of all of them for bus 0. */
  double minPower(int bus);

  /** Greatest power likewise. */
  double maxPower(int bus);
}
