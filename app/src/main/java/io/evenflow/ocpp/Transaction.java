package io.evenflow.ocpp;

/**
 * Where a charging back end knows a stay.
 *
 * @param id of the transaction: at most 36 characters in 2.0.1 and 2.1, a whole number in 1.6
 * @param evse number of the EVSE at its station (1.6: of the connector); at least 1
 */
public record Transaction(String id, int evse) {
  /** What 2.0.1 and 2.1 allow. */
  static final int LONGEST_ID = 36;
}
