package io.evenflow.scenario;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a schedule says of itself beside its powers, so that a check can hold it against what
 * follows from them.
 *
 * @param objective its total cost, null where it does not say. Unit: the scenario's currency
 * @param energyKwh energies by session id, at the start of each period of the stay and at its end.
 *     Unit: kWh
 * @param shortfallKwh energy missing on departure by session id. Unit: kWh
 */
public record Claims(
    @Nullable Double objective, Map<String, double[]> energyKwh, Map<String, Double> shortfallKwh) {
  /** Nothing but powers. */
  public static final Claims NONE = new Claims(null, Map.of(), Map.of());
}
