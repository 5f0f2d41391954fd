package io.evenflow.study;

import io.evenflow.grid.Network;
import org.jspecify.annotations.Nullable;

/**
 * A large fleet on a feeder over a day of quarter-hours.
 *
 * @param feederCase built-in name or path, as scenario files have it
 * @param network that case as read
 * @param sessions number of sessions
 * @param stations number of stations, spread evenly over the loaded buses
 * @param congested whether limits are set so that voltages and the substation's branch bind
 * @param substationCostPerMwh cost at the substation, null for the case's own. Unit: EUR per MWh
 */
public record FleetSetup(
    String feederCase,
    Network network,
    int sessions,
    int stations,
    boolean congested,
    @Nullable Double substationCostPerMwh) {
  public FleetSetup {
    if (sessions < 0 || stations < 1) {
      throw new IllegalArgumentException(
          "sessions (" + sessions + ") must be at least 0, stations (" + stations + ") at least 1");
    }
  }
}
