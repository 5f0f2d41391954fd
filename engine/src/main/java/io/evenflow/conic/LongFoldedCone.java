package io.evenflow.conic;

import java.util.Arrays;

/**
 * A second-order cone of many columns folded into P row by row, with two further rows of the KKT
 * matrix for what couples them. With ŵ = w₁/‖w₁‖ and a = (w₀ + ‖w₁‖)², H⁻¹ has the eigenvectors
 *
 * <pre>
 *   m = (1, −ŵ)/√2,   p = (1, ŵ)/√2
 *   BᵀH⁻¹B = η⁻² ( Σᵢ bᵢbᵢᵀ + (a−1) (Bᵀm)(Bᵀm)ᵀ − (1−1/a) (Bᵀp)(Bᵀp)ᵀ )
 * </pre>
 *
 * <p>The rank-one terms become a column √(a−1)/η Bᵀm with pivot −1 and a column √(1−1/a)/η Bᵀp with
 * pivot +1. Expanding H⁻¹ rather than H, as is usual, keeps every number relative to the scaling:
 * what rounding loses is curvature along p where hardly any is, while in H it would lose the active
 * constraint.
 */
final class LongFoldedCone implements FoldedCone {
  private final SparseMatrix rows;
  private final SecondOrderCone cone;
  private final double[] w;
  private final int[] local;
  private final double[] alongM;
  private final double[] alongP;

  LongFoldedCone(ProgramData data, SecondOrderCone cone, double[] w, int[] columns) {
    this.rows = data.rows;
    this.cone = cone;
    this.w = w;
    int begin = rows.starts[cone.begin()];
    local = new int[rows.starts[cone.end()] - begin];
    for (int p = 0; p < local.length; p++) {
      local[p] = Arrays.binarySearch(columns, rows.index[begin + p]);
    }
    alongM = new double[columns.length];
    alongP = new double[columns.length];
  }

  @Override
  public void dataChanged() {
    // Nothing is kept that depends on the values of A.
  }

  @Override
  public void add(double[] values, int[] slotEntry, int firstSlot) {
    int slot = addRows(values, slotEntry, firstSlot);
    project();
    double norm = tailNorm();
    double a = (w[cone.begin()] + norm) * (w[cone.begin()] + norm);
    double m = Math.sqrt(Math.max(0, a - 1) / cone.etaSquared);
    double p = Math.sqrt(Math.max(0, 1 - 1 / a) / cone.etaSquared);
    for (int j = 0; j < alongM.length; j++) {
      values[slotEntry[slot++]] += m * alongM[j];
      values[slotEntry[slot++]] += p * alongP[j];
    }
    values[slotEntry[slot++]] -= 1;
    values[slotEntry[slot]] += 1;
  }

  private int addRows(double[] values, int[] slotEntry, int firstSlot) {
    double inverse = 1 / cone.etaSquared;
    int slot = firstSlot;
    for (int row = cone.begin(); row < cone.end(); row++) {
      for (int b = rows.starts[row]; b < rows.starts[row + 1]; b++) {
        double scaled = inverse * rows.values[b];
        for (int a = rows.starts[row]; a <= b; a++) {
          values[slotEntry[slot++]] += scaled * rows.values[a];
        }
      }
    }
    return slot;
  }

  private double tailNorm() {
    double squares = 0;
    for (int i = cone.begin() + 1; i < cone.end(); i++) {
      squares += w[i] * w[i];
    }
    return Math.sqrt(squares);
  }

  /** Bᵀm and Bᵀp. */
  private void project() {
    Arrays.fill(alongM, 0);
    Arrays.fill(alongP, 0);
    double norm = tailNorm();
    double scale = norm > 0 ? Math.sqrt(0.5) / norm : 0;
    int at = 0;
    for (int row = cone.begin(); row < cone.end(); row++) {
      boolean first = row == cone.begin();
      double p = first ? Math.sqrt(0.5) : scale * w[row];
      double m = first ? p : -p;
      for (int t = rows.starts[row]; t < rows.starts[row + 1]; t++) {
        alongM[local[at]] += m * rows.values[t];
        alongP[local[at++]] += p * rows.values[t];
      }
    }
  }
}
