package io.evenflow.live;

/**
 * What a charger was told to do in a period; it goes on with it until it is told something else.
 *
 * @param period of the site's day
 * @param netKw power at the meter, negative where it feeds in. Unit: kW
 */
public record Command(int period, double netKw) {}
