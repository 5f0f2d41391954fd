package io.evenflow.coordination;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A part of the problem: amounts within a region for each coupling, and a bound of it. */
final class Node {
  private final @Nullable Region[] regions;
  private double bound;

  /** What prices alone prove, and the first that prove most. */
  private double provenByPrices = Double.NEGATIVE_INFINITY;

  private double[] provenPrice = new double[0];

  private Node(@Nullable Region[] regions, double bound) {
    this.regions = regions;
    this.bound = bound;
  }

  static Node root(Problem problem) {
    return new Node(problem.wholeRegions(), Double.NEGATIVE_INFINITY);
  }

  /** The part of it where a coupling's amounts lie in a region. */
  Node within(int coupling, Region region) {
    @Nullable Region[] part = Arrays.copyOf(regions, regions.length);
    part[coupling] = region;
    return new Node(part, bound);
  }

  /** By coupling, null for convex ones; the node's own. */
  @Nullable Region[] regions() {
    return regions;
  }

  double bound() {
    return bound;
  }

  /**
   * Raises it to what prices prove.
   *
   * @param price by row
   */
  void raiseBound(double value, double[] price) {
    raiseBound(value);
    if (value > provenByPrices) {
      provenByPrices = value;
      provenPrice = price.clone();
    }
  }

  /** The most that prices alone proved, −∞ before any. */
  double provenByPrices() {
    return provenByPrices;
  }

  /** The prices that proved it, by row; empty before any. */
  double[] provenPrice() {
    return provenPrice;
  }

  /** A value that is no number says nothing. */
  void raiseBound(double value) {
    bound = value > bound ? value : bound;
  }
}
