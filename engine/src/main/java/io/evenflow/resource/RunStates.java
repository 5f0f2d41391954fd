package io.evenflow.resource;

import io.evenflow.fleet.SessionDetails;
import io.evenflow.fleet.Storage;

/**
 * What is to be known of the periods before: nothing, or whether it charges and for how long it
 * has. State 0 is off; state i of 1 … least is on for i periods, the last of them for as long or
 * longer, and may stop.
 *
 * @param count number of states
 * @param startCost of going from 0 to 1. Unit: currency
 * @param first state before the first step
 */
record RunStates(int count, double startCost, int first) {
  /** There is no such state. */
  static final int NONE = -1;

  static RunStates of(Storage storage) {
    SessionDetails details = storage.details();
    if (!storage.hasRuns()) {
      return new RunStates(1, 0, 0);
    }
    int least = Math.min(details.minimumRunPeriods(), storage.steps().size() + 1);
    return new RunStates(1 + least, details.startCost(), details.chargingNow() ? least : 0);
  }

  /** State after a period without charging, {@link #NONE} where it must charge. */
  int afterRest(int state) {
    return state == 0 || state == count - 1 ? 0 : NONE;
  }

  int afterCharge(int state) {
    return Math.min(state + 1, count - 1);
  }

  /** What charging costs by itself. Unit: currency. */
  double costOfCharge(int state) {
    return state == 0 ? startCost : 0;
  }
}
