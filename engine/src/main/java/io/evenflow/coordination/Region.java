package io.evenflow.coordination;

import org.jspecify.annotations.Nullable;

/**
 * A part of all amounts a coupling can see: intervals of sums of its rows, its directions. A part
 * of a region is made by narrowing one of them, so regions form a tree.
 */
public interface Region {
  /** The region it is a part of, null for the whole. */
  @Nullable Region parent();

  /** The direction along which it was narrowed, −1 for the whole. */
  int direction();

  /** Number of directions. */
  int directions();

  /** Places in the coupling's rows that a direction sums up. */
  int[] members(int direction);

  double min(int direction);

  double max(int direction);

  /** The part in which a direction's sum lies within an interval. */
  Region part(int along, double least, double most);

  /** Whether its intervals leave no amounts at all. */
  default boolean isEmpty() {
    for (int d = 0; d < directions(); d++) {
      if (min(d) > max(d)) {
        return true;
      }
    }
    return false;
  }

  /** Whether it is another region or a part of it. */
  default boolean isWithin(Region other) {
    for (Region region = this; region != null; region = region.parent()) {
      if (region == other) {
        return true;
      }
    }
    return false;
  }
}
