package io.evenflow.fleet;

/**
 * A place with chargers at one bus.
 *
 * @param id name, unique in a scenario
 * @param bus number of the bus in the case file
 * @param charger what its sessions have unless they say otherwise
 */
public record Station(String id, int bus, Charger charger) {}
