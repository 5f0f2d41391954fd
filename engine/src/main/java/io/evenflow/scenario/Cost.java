package io.evenflow.scenario;

/**
 * The objective's parts, (15) and (16). Unit: the scenario's currency.
 *
 * @param generation Σ Δt·cost(pg) of all generators
 * @param charging Σ Δt·price·(charge − discharge)
 * @param shortfall cost of the energy missing on departure
 */
public record Cost(double generation, double charging, double shortfall) {
  public double total() {
    return generation + charging + shortfall;
  }
}
