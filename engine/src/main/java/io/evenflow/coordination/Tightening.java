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
  /** Shifts of prices, as multiples of what is open by the width of the interval. */
  private static final double[] SHIFTS = {-20, -6, -2, 2, 6, 20};

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
    probe(node, price, least, room, open, lower, upper);
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

  /** Shifts prices in all open couplings and takes what that proves. */
  private void probe(
      Node node,
      double[] price,
      double[] least,
      double room,
      boolean[] open,
      double[][] lower,
      double[][] upper) {
    double[][] shifts = new double[SHIFTS.length][price.length];
    double[][] byCoupling = new double[SHIFTS.length][open.length];
    for (int c = 0; c < open.length; c++) {
      Region region = node.regions()[c];
      double width = open[c] && region != null ? width(region) : 0;
      for (int n = 0; n < SHIFTS.length && width > 0; n++) {
        byCoupling[n][c] = SHIFTS[n] * room / width;
        for (int row : problem.couplings().get(c).rows()) {
          shifts[n][row] = byCoupling[n][c];
        }
      }
    }
    double[][] gained = gained(price, shifts, least);
    for (int c = 0; c < open.length; c++) {
      Region region = node.regions()[c];
      for (int n = 0; n < SHIFTS.length && region != null; n++) {
        if (byCoupling[n][c] != 0) {
          take(c, region, byCoupling[n][c], room, gained[n], lower[c], upper[c]);
        }
      }
    }
  }

  private static double width(Region region) {
    double width = 0;
    for (int d = 0; d < region.directions(); d++) {
      width = Math.max(width, region.max(d) - region.min(d));
    }
    return width;
  }

  /** N·|shift| ≤ room − Σ gained, from above; −N·|shift| ≤ the same from below. */
  private void take(
      int c,
      Region region,
      double shift,
      double room,
      double[] gained,
      double[] lower,
      double[] upper) {
    int[] rows = problem.couplings().get(c).rows();
    for (int d = 0; d < region.directions(); d++) {
      double sum = room;
      for (int member : region.members(d)) {
        sum -= gained[rows[member]];
      }
      double end = sum / Math.abs(shift);
      if (shift < 0) {
        upper[d] = Math.min(upper[d], end);
      } else {
        lower[d] = Math.max(lower[d], -end);
      }
    }
  }

  /** By shift and row: Σ over resources of what their least cost changes by. */
  private double[][] gained(double[] price, double[][] shifts, double[] least) {
    int count = problem.resources().size();
    double[][][] own = new double[count][][];
    Parallel.forEach(
        count,
        r -> {
          Resource resource = problem.resources().get(r);
          own[r] = new double[shifts.length][resource.rows().length];
          resource.answerShifted(price, shifts, own[r]);
        });
    double[][] sum = new double[shifts.length][price.length];
    for (int r = 0; r < count; r++) {
      int[] rows = problem.resources().get(r).rows();
      for (int n = 0; n < shifts.length; n++) {
        for (int i = 0; i < rows.length; i++) {
          if (shifts[n][rows[i]] != 0) {
            sum[n][rows[i]] += own[r][n][i] - least[r];
          }
        }
      }
    }
    return sum;
  }
}
