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

  /** What 1.6 has room for. */
  private static final String NUMBER = "0|[1-9]\\d{0,8}";

  /** Refuses what a version has no room for. */
  void require(OcppVersion version) {
    boolean isNumbered = version == OcppVersion.V1_6;
    if (isNumbered ? !id.matches(NUMBER) : id.isEmpty() || id.length() > LONGEST_ID) {
      throw new OcppException(
          "transaction '%s': OCPP %s has %s for its id"
              .formatted(
                  id,
                  version.word(),
                  isNumbered ? "a whole number of up to nine digits" : "1 to 36 characters"),
          "Maybe the charger gave it another id.");
    }
    if (evse < 1) {
      throw new OcppException(
          "transaction '" + id + "': evse (" + evse + ") must be at least 1",
          "Maybe 0, the whole charger, was meant: profiles of transactions are for one EVSE.");
    }
  }
}
