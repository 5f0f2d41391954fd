package io.evenflow.interior;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * All cuts of one cost. However many there are, they see few nodes: where they outnumber them, as
 * many rows do as there are nodes and one more for the cost. With the weights S of their slacks,
 * and what they see A,
 *
 * <pre>
 * (A·K·Aᵀ + S)·y = r,  S^−½·A = Q·R  gives  (R·K·Rᵀ + 1)·y′ = Qᵀ·S^−½·r,  y = S^−½·(Q·y′ + what of S^−½·r lies beside Q)
 * </pre>
 *
 * without a difference of large numbers anywhere.
 */
final class Bundle {
  /** A column that is nothing but rounding once those before it are taken away. */
  private static final double NOTHING = 1e-13;

  /** Its cuts, as links. */
  private final List<Link> cuts;

  /** Where its cuts are among the shared links, and its rows among the rows. */
  private final int[] members;

  private final int firstRow;
  private final int[] nodes;
  private final boolean isDense;

  /** By cut the coefficient of the cost, which is 1, and of each node. */
  private final double[][] seen;

  /** By row the same. */
  private final double[][] r;

  /** By row the part of each cut. */
  private final double[][] q;

  private final double[] scale;
  private final double[] rest;

  Bundle(List<Link> cuts, int[] members, int firstRow) {
    this.cuts = cuts;
    this.members = members;
    this.firstRow = firstRow;
    nodes =
        cuts.stream().flatMapToInt(cut -> IntStream.of(cut.nodes())).distinct().sorted().toArray();
    int size = nodes.length + 1;
    isDense = cuts.size() > size;
    seen = new double[cuts.size()][size];
    for (int i = 0; i < seen.length; i++) {
      Link cut = cuts.get(i);
      seen[i][0] = 1;
      for (int k = 0; k < cut.nodes().length; k++) {
        seen[i][1 + Arrays.binarySearch(nodes, cut.nodes()[k])] += cut.coefficients()[k];
      }
    }
    int rows = isDense ? size : cuts.size();
    r = new double[rows][size];
    q = new double[isDense ? rows : 0][cuts.size()];
    scale = new double[cuts.size()];
    rest = new double[cuts.size()];
  }

  int rows() {
    return r.length;
  }

  int firstRow() {
    return firstRow;
  }

  /** Nodes that a row sees. */
  int[] nodes(int row) {
    return isDense ? nodes : IntStream.of(cuts.get(row).nodes()).distinct().sorted().toArray();
  }

  /** Where a node is among all that it sees. */
  int find(int node) {
    return Arrays.binarySearch(nodes, node);
  }

  /** What a row sees of the k-th node. */
  double at(int row, int k) {
    return r[row][1 + k];
  }

  /** Rows of the present weights, by the slacks' theta. */
  void factor(double[] theta) {
    int size = nodes.length + 1;
    for (int i = 0; i < scale.length; i++) {
      scale[i] = 1 / Math.sqrt(theta[cuts.get(i).own()[0]]);
    }
    if (!isDense) {
      for (int i = 0; i < r.length; i++) {
        for (int k = 0; k < size; k++) {
          r[i][k] = scale[i] * seen[i][k];
        }
      }
      return;
    }
    double[][] column = new double[size][scale.length];
    for (int k = 0; k < size; k++) {
      for (int i = 0; i < scale.length; i++) {
        column[k][i] = scale[i] * seen[i][k];
      }
      Arrays.fill(r[k], 0);
    }
    for (int k = 0; k < size; k++) {
      double before = 0;
      for (int i = 0; i < scale.length; i++) {
        before += scale[i] * scale[i] * seen[i][k] * seen[i][k];
      }
      for (int m = 0; m < k; m++) {
        r[m][k] += take(q[m], column[k]);
      }
      double norm = Math.sqrt(dot(column[k], column[k]));
      if (!(norm > NOTHING * Math.sqrt(before))) {
        Arrays.fill(q[k], 0);
        continue;
      }
      r[k][k] = norm;
      for (int i = 0; i < scale.length; i++) {
        q[k][i] = column[k][i] / norm;
      }
      for (int m = k + 1; m < size; m++) {
        r[k][m] = take(q[k], column[m]);
      }
    }
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

  /** Adds the cost's and the slacks' own part to the upper triangle. */
  void addOwn(double[][] all, double ofCost) {
    for (int i = 0; i < r.length; i++) {
      double[] row = all[firstRow + i];
      row[firstRow + i] += 1;
      for (int j = i; j < r.length; j++) {
        row[firstRow + j] += ofCost * r[i][0] * r[j][0];
      }
    }
  }

  /** Right-hand sides of its rows, of those of the shared links. */
  void reduce(double[] ofLinks, double[] ofRows) {
    for (int i = 0; i < rest.length; i++) {
      rest[i] = scale[i] * ofLinks[members[i]];
    }
    for (int k = 0; k < r.length; k++) {
      ofRows[firstRow + k] = isDense ? take(q[k], rest) : rest[k];
    }
    for (int k = 0; k < r.length && isDense; k++) {
      ofRows[firstRow + k] += take(q[k], rest);
    }
    if (!isDense) {
      Arrays.fill(rest, 0);
    }
  }

  /** Multipliers of its cuts, of those of its rows. */
  void expand(double[] ofRows, double[] ofLinks) {
    for (int k = 0; k < r.length; k++) {
      double multiplier = ofRows[firstRow + k];
      if (!isDense) {
        rest[k] = multiplier;
        continue;
      }
      for (int i = 0; i < rest.length; i++) {
        rest[i] += multiplier * q[k][i];
      }
    }
    for (int i = 0; i < rest.length; i++) {
      ofLinks[members[i]] = scale[i] * rest[i];
    }
  }
}
