package io.evenflow.live;

import java.util.Locale;

/** Why a plan is not what it was. */
public enum Reason {
  /** Prices were published. */
  PRICE,
  /** Energy emits more or less than was thought, and that costs something. */
  EMISSIONS,
  /** A limit is another. */
  LIMIT,
  /** A driver wants another energy. */
  TARGET,
  /** Somebody came. */
  ARRIVAL,
  /** Somebody left, or leaves at another time. */
  DEPARTURE,
  /** A battery or a charger is not as it was planned. */
  ENERGY,
  /** Who may still come, sun or loads are another guess. */
  FORECAST,
  /** Nothing happened; there was time for a better plan. */
  BETTER;

  /** The word in messages. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
