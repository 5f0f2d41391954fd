package io.evenflow.check;

import io.evenflow.fleet.Session;

/**
 * Runs of periods in which a session charges: each but one in progress on arrival has a start that
 * costs, and lasts long enough or to the end of the stay.
 */
final class ChargingRuns {
  private final Session session;
  private final double[] chargeKw;

  /**
   * @param chargeKw by period of the horizon
   */
  ChargingRuns(Session session, double[] chargeKw) {
    this.session = session;
    this.chargeKw = chargeKw;
  }

  private boolean isCharging(int period) {
    return !(chargeKw[period] <= Tolerances.RUNNING_KW);
  }

  /** Whether a run begins with a period, and none goes on. */
  private boolean starts(int period) {
    boolean before =
        period == session.arrival() ? session.details().chargingNow() : isCharging(period - 1);
    return isCharging(period) && !before;
  }

  /** How often it starts. */
  int starts() {
    int starts = 0;
    for (int period = session.arrival(); period < session.departure(); period++) {
      starts += starts(period) ? 1 : 0;
    }
    return starts;
  }

  /** Says so where a run ends too early. */
  void check(PeriodNames periods, Violations limits) {
    int least = session.details().minimumRunPeriods();
    for (int period = session.arrival(); period < session.departure(); period++) {
      if (starts(period)) {
        int end = endOfRun(period);
        if (end < session.departure() && end - period < least) {
          limits.add(
              "session '%s', %s: charging ends after %d of at least %d periods"
                  .formatted(session.id(), periods.of(end), end - period, least));
        }
      }
    }
  }

  private int endOfRun(int start) {
    int end = start + 1;
    while (end < session.departure() && isCharging(end)) {
      end++;
    }
    return end;
  }
}
