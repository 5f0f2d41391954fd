package io.evenflow.resource;

import io.evenflow.coordination.ConvexCosts;

/** What rows costs of a storage have beside those of its powers: what it costs to be on. */
enum OnCosts {
  /** None. */
  NONE,
  /** One for each step, after those of the powers: being on either way, as with plugs. */
  EITHER,
  /** One for each step of charging, then one for each step of discharging. */
  EACH;

  /** How many rows a step has. */
  int rows() {
    return ordinal();
  }

  /** Of charging in the k-th of n steps. Unit: currency. */
  double ofCharge(ConvexCosts costs, int n, int k) {
    return this == NONE ? 0 : costs.at(n + k, 1);
  }

  /** Of discharging, likewise. */
  double ofDischarge(ConvexCosts costs, int n, int k) {
    return this == EACH ? costs.at(2 * n + k, 1) : ofCharge(costs, n, k);
  }

  /** Of a power, likewise; nothing at rest. */
  double of(ConvexCosts costs, int n, int k, double netKw) {
    return netKw > 0 ? ofCharge(costs, n, k) : netKw < 0 ? ofDischarge(costs, n, k) : 0;
  }
}
