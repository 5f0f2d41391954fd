package io.evenflow.check;

/**
 * A session or a vehicle that cannot have the energy it wants at some time whatever the grid
 * allows.
 *
 * @param id of the session or the vehicle
 * @param isHard whether the target is hard, so that no schedule exists at all
 * @param missingKwh energy missing at best. Unit: kWh
 * @param sentence by how much, and why
 */
public record UnreachableTarget(String id, boolean isHard, double missingKwh, String sentence) {}
