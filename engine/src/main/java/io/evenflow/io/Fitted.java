package io.evenflow.io;

import io.evenflow.fleet.Charger;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A session or a vehicle beside the chargers of the stations where it stays: files have only what
 * it overrides.
 *
 * @param id names it in errors
 * @param own what it can draw and feed in, by stay
 * @param stations what its stations say, by stay
 */
record Fitted<T>(String id, T what, List<Charger> own, List<Charger> stations) {

  /** Whether it has another value than the station at any stay. */
  boolean overrides(Function<Charger, @Nullable Object> part) {
    for (int i = 0; i < own.size(); i++) {
      if (!Objects.equals(part.apply(own.get(i)), part.apply(stations.get(i)))) {
        return true;
      }
    }
    return false;
  }

  /**
   * Its value, which files can say only once for all its stays.
   *
   * @throws IllegalArgumentException where it has another one at another stay
   */
  <V> @Nullable V value(Function<Charger, @Nullable V> part) {
    V value = part.apply(own.getFirst());
    for (Charger charger : own) {
      if (!Objects.equals(part.apply(charger), value)) {
        throw new IllegalArgumentException(
            "vehicle '"
                + id
                + "' has other chargers than its stations, and not the same at all its stays");
      }
    }
    return value;
  }
}
