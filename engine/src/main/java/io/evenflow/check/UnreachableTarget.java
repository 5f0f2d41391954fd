package io.evenflow.check;

import io.evenflow.fleet.Session;

/**
 * A session that cannot have its target energy on departure whatever the grid allows.
 *
 * @param missingKwh energy missing at best. Unit: kWh
 * @param sentence by how much, and why
 */
public record UnreachableTarget(Session session, double missingKwh, String sentence) {
  /** Whether the target is hard, so that no schedule exists at all. */
  public boolean isHard() {
    return session.hasHardTarget();
  }
}
