package io.evenflow.io.exchange;

/**
 * Where what another program plans behind one meter is put.
 *
 * @param feeder the feeder
 * @param bus number of the bus
 * @param currency of the prices, which such files do not name
 */
public record ConnectionPlace(FeederSource feeder, int bus, String currency) {}
