package io.evenflow.live;

/**
 * Another power than the last plan had.
 *
 * @param session whose
 * @param period of the site's day
 * @param beforeKw what the last plan had; negative where it fed in. Unit: kW
 * @param afterKw what this one has. Unit: kW
 * @param reason why
 */
public record Change(String session, int period, double beforeKw, double afterKw, Reason reason) {}
