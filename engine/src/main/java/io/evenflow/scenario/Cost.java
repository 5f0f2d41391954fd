package io.evenflow.scenario;

/**
 * The objective's parts, (15) and (16) and what assets add. Unit: the scenario's currency.
 *
 * @param generation Σ Δt·cost(pg) of all generators, without emissions
 * @param charging what stations pay: Σ Δt·price·(charge − discharge), or their tariff on their net
 *     energy
 * @param shortfall cost of the energy missing on departures and at other targets
 * @param peaks what highest imports cost
 * @param emissions price of the CO₂ of what the substation draws
 * @param wear throughput and starts
 * @param stored cost of energy above targets and at ends: its value, negative
 */
public record Cost(
    double generation,
    double charging,
    double shortfall,
    double peaks,
    double emissions,
    double wear,
    double stored) {
  /** Of a day of grid, prices and sessions alone. */
  public Cost(double generation, double charging, double shortfall) {
    this(generation, charging, shortfall, 0, 0, 0, 0);
  }

  public double total() {
    return generation + charging + shortfall + peaks + emissions + wear + stored;
  }
}
