package io.evenflow.interior;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Cuts of one cost. However many there are, few directions of what they see matter at a time: most
 * cuts lie far below the cost. With the weights S of their slacks, what they see A, and how far
 * nodes give way K,
 *
 * <pre>
 * (A·K·Aᵀ + S)·y = r,  S^−½·A = Q·R + rest  gives  (R·K·Rᵀ + 1)·y′ = Qᵀ·S^−½·r,  y = S^−½·(Q·y′ + what of S^−½·r lies beside Q)
 * </pre>
 *
 * without a difference of large numbers anywhere. Columns of A are taken in the order of what is
 * left of them where nodes give way, until rest·K·restᵀ is next to nothing beside the 1
 * (rank-revealing QR, Businger and Golub, doi:10.1007/BF01436084). Rows are not the whole truth
 * then, but so near that a few conjugate gradients are.
 */
final class Bundle {
  /** What rest·K·restᵀ may have on its diagonal, all together. */
  private static final double NEGLIGIBLE = 1e-3;

  /** A column that is nothing but rounding once those before it are taken away. */
  private static final double NOTHING = 1e-13;

  private final int epigraph;

  /** Its cuts, as links. */
  private final List<Link> cuts;

  /** Where its cuts are among the shared links. */
  private final int[] members;

  private final int[] nodes;

  /**
   * By column, of the cost and of each node, the coefficient of each cut; that of the cost is 1.
   */
  private final double[][] seen;

  /** The same of the present weights, of which rows take away what they see. */
  private final double[][] left;

  private final double[] leftNorm;
  private final boolean[] isTaken;

  /** By column what each row sees of it. */
  private final double[][] r;

  /** By row the part of each cut. */
  private final double[][] q;

  private final double[] scale;
  private final double[] rest;
  private int rows;
  private int firstRow;

  /**
   * @param epigraph of the cost
   * @param members where they are among the shared links
   */
  Bundle(int epigraph, List<Link> cuts, int[] members) {
    this.epigraph = epigraph;
    this.cuts = cuts;
    this.members = members;
    nodes =
        cuts.stream().flatMapToInt(cut -> IntStream.of(cut.nodes())).distinct().sorted().toArray();
    int size = nodes.length + 1;
    seen = new double[size][cuts.size()];
    Arrays.fill(seen[0], 1);
    for (int i = 0; i < cuts.size(); i++) {
      Link cut = cuts.get(i);
      for (int k = 0; k < cut.nodes().length; k++) {
        seen[1 + find(cut.nodes()[k])][i] += cut.coefficients()[k];
      }
    }
    left = new double[size][cuts.size()];
    leftNorm = new double[size];
    isTaken = new boolean[size];
    r = new double[size][mostRows()];
    q = new double[mostRows()][cuts.size()];
    scale = new double[cuts.size()];
    rest = new double[cuts.size()];
  }

  int mostRows() {
    return Math.min(cuts.size(), nodes.length + 1);
  }

  /** How many rows it has at the present weights. */
  int rows() {
    return rows;
  }

  int firstRow() {
    return firstRow;
  }

  /** Gives its rows their place among all. */
  void place(int row) {
    firstRow = row;
  }

  /** Nodes that it sees, ascending. */
  int[] nodes() {
    return nodes;
  }

  /** Where a node is among all that it sees. */
  int find(int node) {
    return Arrays.binarySearch(nodes, node);
  }

  /** By row what it sees of the k-th node. */
  double[] ofNode(int k) {
    return r[1 + k];
  }

  /**
   * Rows of the present weights.
   *
   * @param theta by column, of which the slacks' count
   * @param give by node, how far it gives way; not negative
   */
  void factor(double[] theta, double[] give) {
    for (int i = 0; i < scale.length; i++) {
      scale[i] = 1 / Math.sqrt(theta[cuts.get(i).own()[0]]);
    }
    for (int k = 0; k < left.length; k++) {
      double[] own = left[k];
      for (int i = 0; i < own.length; i++) {
        own[i] = scale[i] * seen[k][i];
      }
      leftNorm[k] = dot(own, own);
    }
    Arrays.fill(isTaken, false);
    rows = 0;
    while (rows < q.length) {
      int next = next(give);
      if (next < 0) {
        return;
      }
      take(next);
    }
  }

  /** The column of which most is left, −1 where that of all is negligible. */
  private int next(double[] give) {
    int best = -1;
    double most = 0;
    double sum = 0;
    for (int k = 0; k < left.length; k++) {
      if (!isTaken[k]) {
        double own = leftNorm[k] * (k == 0 ? Columns.FREE_THETA : give[nodes[k - 1]]);
        sum += own;
        if (own > most) {
          most = own;
          best = k;
        }
      }
    }
    return sum > NEGLIGIBLE ? best : -1;
  }

  /** Makes a row of what is left of a column, and takes that out of all others. */
  private void take(int k) {
    isTaken[k] = true;
    double[] own = left[k];
    double before = 0;
    for (int i = 0; i < own.length; i++) {
      before += scale[i] * scale[i] * seen[k][i] * seen[k][i];
    }
    // once more, as rounding left some of the first ones in
    for (int m = 0; m < rows; m++) {
      r[k][m] += take(q[m], own);
    }
    double norm = Math.sqrt(dot(own, own));
    if (!(norm > NOTHING * Math.sqrt(before))) {
      return;
    }
    double[] unit = q[rows];
    for (int i = 0; i < own.length; i++) {
      unit[i] = own[i] / norm;
    }
    for (int other = 0; other < left.length; other++) {
      if (!isTaken[other]) {
        r[other][rows] = take(unit, left[other]);
        leftNorm[other] = dot(left[other], left[other]);
      } else {
        r[other][rows] = other == k ? norm : 0;
      }
    }
    rows++;
  }

  /** Takes what lies along a unit vector away; returns how much that was. */
  private static double take(double[] unit, double[] from) {
    double along = dot(unit, from);
    for (int i = 0; i < from.length; i++) {
      from[i] -= along * unit[i];
    }
    return along;
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  int epigraph() {
    return epigraph;
  }

  /** By row what it sees of the cost. */
  double[] ofCost() {
    return r[0];
  }

  /** Right-hand sides of its rows, of those of the shared links. */
  void reduce(double[] ofLinks, double[] ofRows) {
    for (int i = 0; i < rest.length; i++) {
      rest[i] = scale[i] * ofLinks[members[i]];
    }
    for (int m = 0; m < rows; m++) {
      ofRows[firstRow + m] = take(q[m], rest);
    }
    for (int m = 0; m < rows; m++) {
      ofRows[firstRow + m] += take(q[m], rest);
    }
  }

  /** Multipliers of its cuts, of those of its rows. */
  void expand(double[] ofRows, double[] ofLinks) {
    for (int m = 0; m < rows; m++) {
      double multiplier = ofRows[firstRow + m];
      for (int i = 0; i < rest.length; i++) {
        rest[i] += multiplier * q[m][i];
      }
    }
    for (int i = 0; i < rest.length; i++) {
      ofLinks[members[i]] = scale[i] * rest[i];
    }
  }
}
