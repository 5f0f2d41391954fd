/**
 * What chargers say of cars that arrive, NotifyEVChargingNeeds, TransactionEvent and the messages
 * of 1.6 with the same content, as sessions: times, energies in kWh, powers in kW.
 */
@NullMarked
package io.evenflow.ocpp.arrival;

import org.jspecify.annotations.NullMarked;
