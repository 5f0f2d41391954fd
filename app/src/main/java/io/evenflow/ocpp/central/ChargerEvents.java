package io.evenflow.ocpp.central;

import io.evenflow.ocpp.arrival.ChargingNeeds;
import io.evenflow.ocpp.arrival.TransactionEvent;

/**
 * Hears what chargers say. Called while a message is handled: whoever sends a profile from here has
 * it go out behind the answer.
 */
public interface ChargerEvents {
  /** Hears nothing. */
  ChargerEvents NONE = new ChargerEvents() {};

  /** A charger has started. */
  default void booted(OcppSession session, String vendor, String model) {}

  /** The state of a connector has changed. */
  default void status(OcppSession session, int evse, String status) {}

  /** A car at an EVSE said what it needs. */
  default void needs(OcppSession session, ChargingNeeds needs) {}

  /** A transaction began, went on or ended. */
  default void transaction(OcppSession session, TransactionEvent event) {}

  /**
   * A charger answered a call.
   *
   * @param status its word, such as Accepted or Rejected; the code of a refusal
   */
  default void answered(OcppSession session, String action, String status) {}

  /** A call could not be handled by a fault of this side; the charger was told so. */
  default void failed(OcppSession session, String action, RuntimeException problem) {}
}
