package io.evenflow.coordination;

import java.util.Arrays;

/**
 * Narrows regions to what a better plan can use. With a sum N of a coupling's rows priced at ρ
 * less, resources take more of it, and
 *
 * <pre>
 * cost ≥ bound + ρ·N + Σ (least cost at the lower price − least cost)
 * </pre>
 *
 * holds for every plan: where that is more than the best plan costs, N is of no use. Likewise from
 * below with a higher price. Several ρ are tried; the sharpest counts.
 */
final class Tightening {
  /** ρ as multiples of what is open by the width of the interval. */
  private static final double[] SHIFTS = {2, 6, 20};

  private final Problem problem;

  Tightening(Problem problem) {
    this.problem = problem;
  }

  /**
   * Narrows a node's regions; where nothing is left of one, the node's bound is the target.
   *
   * @param price by row, at which resources answered last
   * @param least lower bound of each resource at these prices
   * @param bound proven at these prices for the node
   * @param target plans that cost more are of no use
   * @param open couplings whose regions are to be narrowed
   */
  Node narrow(
      Node node, double[] price, double[] least, double bound, double target, boolean[] open) {
    Node narrowed = node;
    double room = target - bound;
    if (!(room > 0) || Double.isInfinite(room)) {
      return node;
    }
    double[][] lower = new double[open.length][];
    double[][] upper = new double[open.length][];
    for (int c = 0; c < open.length; c++) {
      Region region = node.regions()[c];
      if (open[c] && region != null) {
        lower[c] = new double[region.directions()];
        upper[c] = new double[region.directions()];
        Arrays.setAll(lower[c], region::min);
        Arrays.setAll(upper[c], region::max);
      }
    }
    for (double factor : SHIFTS) {
      for (int sign = -1; sign <= 1; sign += 2) {
        probe(node, price, least, room, sign * factor, open, lower, upper);
      }
    }
    for (int c = 0; c < open.length; c++) {
      Region region = node.regions()[c];
      if (open[c] && region != null) {
        for (int d = 0; d < region.directions(); d++) {
          if (lower[c][d] > upper[c][d]) {
            node.raiseBound(target);
            return node;
          }
          if (lower[c][d] > region.min(d) || upper[c][d] < region.max(d)) {
            region = region.part(d, lower[c][d], upper[c][d]);
          }
        }
        narrowed = region == node.regions()[c] ? narrowed : narrowed.within(c, region);
      }
    }
    return narrowed;
  }

  /** One shift of prices in all open couplings: lower where factor is negative. */
  private void probe(
      Node node,
      double[] price,
      double[] least,
      double room,
      double factor,
      boolean[] open,
      double[][] lower,
      double[][] upper) {
    double[] shift = new double[price.length];
    double[] byCoupling = new double[open.length];
    for (int c = 0; c < open.length; c++) {
      Region region = node.regions()[c];
      if (open[c] && region != null) {
        double width = 0;
        for (int d = 0; d < region.directions(); d++) {
          width = Math.max(width, region.max(d) - region.min(d));
        }
        if (width > 0) {
          byCoupling[c] = factor * room / width;
          for (int row : problem.couplings().get(c).rows()) {
            shift[row] = byCoupling[c];
          }
        }
      }
    }
    double[] gained = gained(price, shift, least);
    for (int c = 0; c < open.length; c++) {
      Region region = node.regions()[c];
      if (byCoupling[c] != 0 && region != null) {
        int[] rows = problem.couplings().get(c).rows();
        for (int d = 0; d < region.directions(); d++) {
          double sum = room;
          for (int member : region.members(d)) {
            sum -= gained[rows[member]];
          }
          // N·|shift| ≤ room − Σ gained, from above; −N·|shift| ≤ the same from below
          double end = sum / Math.abs(byCoupling[c]);
          if (byCoupling[c] < 0) {
            upper[c][d] = Math.min(upper[c][d], end);
          } else {
            lower[c][d] = Math.max(lower[c][d], -end);
          }
        }
      }
    }
  }

  /** By row: Σ over resources of what their least cost changes by when the row's price shifts. */
  private double[] gained(double[] price, double[] shift, double[] least) {
    int count = problem.resources().size();
    double[][] own = new double[count][];
    Parallel.forEach(
        count,
        r -> {
          own[r] = new double[problem.resources().get(r).rows().length];
          problem.resources().get(r).answerShifted(price, shift, own[r]);
        });
    double[] sum = new double[price.length];
    for (int r = 0; r < count; r++) {
      int[] rows = problem.resources().get(r).rows();
      for (int i = 0; i < rows.length; i++) {
        if (shift[rows[i]] != 0) {
          sum[rows[i]] += own[r][i] - least[r];
        }
      }
    }
    return sum;
  }
}
