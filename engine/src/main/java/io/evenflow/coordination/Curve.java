package io.evenflow.coordination;

import java.util.Arrays;

/**
 * A coupling's cost where it is a convex piecewise linear function of the sum of its rows alone. A
 * linear program takes it as one row and a column per piece, instead of a row per line.
 *
 * @param ends of the pieces, rising, at least one: piece i lies between ends i − 1 and i
 * @param slopes by piece, not falling: one more than ends. Unit: currency per unit
 * @param costAtFirst at the first end. Unit: currency
 */
public record Curve(double[] ends, double[] slopes, double costAtFirst) {
  public Curve {
    if (ends.length == 0 || slopes.length != ends.length + 1) {
      throw new IllegalArgumentException(
          "a curve of %d ends needs at least one and %d slopes, not %d"
              .formatted(ends.length, ends.length + 1, slopes.length));
    }
  }

  /** What a sum costs. Unit: currency. */
  public double at(double sum) {
    double cost = costAtFirst;
    if (sum <= ends[0]) {
      return cost + slopes[0] * (sum - ends[0]);
    }
    for (int i = 1; i < ends.length && sum > ends[i - 1]; i++) {
      cost += slopes[i] * (Math.min(sum, ends[i]) - ends[i - 1]);
    }
    int last = ends.length - 1;
    return cost + slopes[last + 1] * Math.max(0, sum - ends[last]);
  }

  /** The slope nearest to one that some line below it has. Unit: currency per unit. */
  double slopeNear(double slope) {
    return Math.clamp(slope, slopes[0], slopes[slopes.length - 1]);
  }

  /**
   * The highest line of a slope that lies nowhere above it, at a sum of 0.
   *
   * @param slope between the first and the last
   */
  double intercept(double slope) {
    int end = 0;
    while (end < ends.length - 1 && slopes[end + 1] < slope) {
      end++;
    }
    return at(ends[end]) - slope * ends[end];
  }

  /** The line of a piece. */
  public Cut line(int piece, int rows) {
    double[] gradient = new double[rows];
    Arrays.fill(gradient, slopes[piece]);
    return new Cut(intercept(slopes[piece]), gradient, null);
  }
}
