package io.evenflow.coordination;

import java.util.Arrays;

/**
 * A linear picture of a resource: what it draws fills it, what it feeds in empties it, and its
 * level must be between bounds after each of its rows. It leaves out all that is not linear, such
 * as least powers, so it proves nothing; it shows what prices will be like.
 *
 * @param rows rows of the problem in order of time
 * @param least by its rows, the least amount; at most 0
 * @param most the greatest amount; at least 0
 * @param filled level gained per unit drawn
 * @param emptied level lost per unit fed in
 * @param lowest by its rows, the least level after it, from a level of 0 at first
 * @param highest the greatest level after it
 * @param wanted by its rows, the level after it below which each unit costs missingCost
 * @param movingCost by its rows, of a unit drawn or fed in. Unit: currency per unit
 * @param missingCost unit: currency per unit of the level
 * @param worth of the level in the end. Unit: currency per unit of the level
 */
public record Reservoir(
    int[] rows,
    double[] least,
    double[] most,
    double[] filled,
    double[] emptied,
    double[] lowest,
    double[] highest,
    double[] wanted,
    double[] movingCost,
    double missingCost,
    double worth) {
  /** So many of the kind together, as far as they can do the same. */
  Reservoir times(int count) {
    return new Reservoir(
        rows,
        times(least, count),
        times(most, count),
        filled,
        emptied,
        times(lowest, count),
        times(highest, count),
        times(wanted, count),
        movingCost,
        missingCost,
        worth);
  }

  private static double[] times(double[] values, int count) {
    return Arrays.stream(values).map(value -> value * count).toArray();
  }
}
