/**
 * Schedules as OCPP charging profiles: a {@code SetChargingProfileRequest} for each stay, of OCPP
 * 1.6, 2.0.1 and 2.1, and the file names, transactions and EVSEs they need.
 */
@NullMarked
package io.evenflow.ocpp;

import org.jspecify.annotations.NullMarked;
