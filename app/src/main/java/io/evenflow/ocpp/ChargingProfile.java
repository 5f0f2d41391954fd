package io.evenflow.ocpp;

import tools.jackson.databind.node.ObjectNode;

/**
 * The profile of a stay.
 *
 * @param stay what it is of
 * @param transaction where it is sent to
 * @param name of its file, without ending
 * @param request the {@code SetChargingProfileRequest}
 */
public record ChargingProfile(
    PlannedStay stay, Transaction transaction, String name, ObjectNode request) {}
