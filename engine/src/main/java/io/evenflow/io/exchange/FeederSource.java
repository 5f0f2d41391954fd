package io.evenflow.io.exchange;

import io.evenflow.grid.Network;

/**
 * The feeder a scenario is put on.
 *
 * @param name built-in name or path, as the scenario file will have it
 * @param network that case as read
 */
public record FeederSource(String name, Network network) {}
