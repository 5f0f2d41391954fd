package io.evenflow.conic;

import java.util.Arrays;

/**
 * A second-order cone folded into P as one dense block, B being its rows of A restricted to their
 * few columns:
 *
 * <pre>
 *   BᵀH⁻¹B = η⁻² (2ggᵀ − C),   g = BᵀJw,   C = BᵀJB
 * </pre>
 */
final class SmallFoldedCone implements FoldedCone {
  private final SparseMatrix rows;
  private final SecondOrderCone cone;
  private final double[] w;
  private final int[] local;
  private final double[] c;
  private final double[] g;

  SmallFoldedCone(ProgramData data, SecondOrderCone cone, double[] w, int[] columns) {
    this.rows = data.rows;
    this.cone = cone;
    this.w = w;
    int begin = rows.starts[cone.begin()];
    local = new int[rows.starts[cone.end()] - begin];
    for (int p = 0; p < local.length; p++) {
      local[p] = Arrays.binarySearch(columns, rows.index[begin + p]);
    }
    c = new double[columns.length * (columns.length + 1) / 2];
    g = new double[columns.length];
  }

  /** Computes C anew. */
  @Override
  public void dataChanged() {
    Arrays.fill(c, 0);
    int base = rows.starts[cone.begin()];
    for (int row = cone.begin(); row < cone.end(); row++) {
      double sign = row == cone.begin() ? 1 : -1;
      for (int p = rows.starts[row]; p < rows.starts[row + 1]; p++) {
        for (int q = rows.starts[row]; q <= p; q++) {
          int b = local[p - base];
          c[b * (b + 1) / 2 + local[q - base]] += sign * rows.values[p] * rows.values[q];
        }
      }
    }
  }

  @Override
  public void add(double[] values, int[] slotEntry, int firstSlot) {
    Arrays.fill(g, 0);
    int at = 0;
    for (int row = cone.begin(); row < cone.end(); row++) {
      double weight = row == cone.begin() ? w[row] : -w[row];
      for (int p = rows.starts[row]; p < rows.starts[row + 1]; p++) {
        g[local[at++]] += weight * rows.values[p];
      }
    }
    double inverse = 1 / cone.etaSquared;
    int k = 0;
    for (int b = 0; b < g.length; b++) {
      double twice = 2 * g[b];
      for (int a = 0; a <= b; a++) {
        values[slotEntry[firstSlot + k]] += inverse * (twice * g[a] - c[k]);
        k++;
      }
    }
  }
}
