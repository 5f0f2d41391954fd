package io.evenflow.conic;

import java.util.Arrays;

/**
 * The numbers of the folded KKT matrix and its factor:
 *
 * <pre>
 *   [ P + Σ_c A_cᵀH_c⁻¹A_c + εI     A_kᵀ    ]
 *   [ A_k                        −H_k − εI  ]     c: folded rows, k: rows that stay
 * </pre>
 *
 * <p>The static regularisation ε makes the matrix quasi-definite; the refinement in {@link
 * KktSystem} removes its effect.
 */
final class KktMatrix {
  private static final double STATIC_REGULARISATION = 1e-8;

  private final ProgramData data;
  private final ConeProduct cones;
  private final KktStructure structure;
  private final int[] inverseOrder;
  private final byte[] signs;
  private final double[] constant;
  private final double[] values;
  private final int[] slotEntry;
  private final LdlFactor factor;
  private final FoldedCone[] folded;
  private final double[] permuted;
  private final int[] keptRows;

  KktMatrix(ProgramData data, ConeProduct cones, KktStructure structure) {
    this.data = data;
    this.cones = cones;
    this.structure = structure;
    inverseOrder = KktStructure.inverse(structure.order());
    CompressedPattern pattern = structure.permuted(inverseOrder);
    signs = structure.signs();
    constant = new double[pattern.size()];
    values = new double[pattern.size()];
    slotEntry = pattern.positions();
    byte[] permutedSigns = new byte[signs.length];
    for (int k = 0; k < signs.length; k++) {
      permutedSigns[inverseOrder[k]] = signs[k];
    }
    factor = new LdlFactor(signs.length, pattern.starts(), pattern.index(), permutedSigns);
    folded = new FoldedCone[cones.secondOrder.length];
    for (int k = 0; k < folded.length; k++) {
      folded[k] = foldedCone(k);
    }
    permuted = new double[signs.length];
    keptRows = structure.keptRows();
    dataChanged();
  }

  private FoldedCone foldedCone(int k) {
    SecondOrderCone cone = cones.secondOrder[k];
    int[] columns = structure.coneColumns[k];
    return structure.expansion[k] < 0
        ? new SmallFoldedCone(data, cone, cones.scaling, columns)
        : new LongFoldedCone(data, cone, cones.scaling, columns);
  }

  /** Entries of L. */
  int factorSize() {
    return factor.size();
  }

  /** Reads the entries that stay the same while the scaling changes. */
  void dataChanged() {
    Arrays.fill(constant, 0);
    for (int k = 0; k < signs.length; k++) {
      addConstant(structure.diagonalSlot + k, signs[k] * STATIC_REGULARISATION);
    }
    for (int p = 0; p < data.quadratic.size(); p++) {
      addConstant(structure.quadraticSlot + p, data.quadratic.values[p]);
    }
    for (int p = 0; p < structure.constraintSlot.length; p++) {
      if (structure.constraintSlot[p] >= 0) {
        addConstant(structure.constraintSlot[p], data.constraints.values[p]);
      }
    }
    for (FoldedCone cone : folded) {
      cone.dataChanged();
    }
  }

  private void addConstant(int slot, double value) {
    constant[slotEntry[slot]] += value;
  }

  /** Factors the matrix at the cones' present scaling; false if it has no finite factor. */
  boolean factor() {
    System.arraycopy(constant, 0, values, 0, values.length);
    addOrthant();
    for (int k = 0; k < folded.length; k++) {
      folded[k].add(values, slotEntry, structure.coneSlot[k]);
    }
    return factor.factor(values);
  }

  private void addOrthant() {
    int zero = data.cones.zero();
    double[] a = data.rows.values;
    for (int i = 0; i < structure.orthantSlot.length; i++) {
      int row = zero + i;
      double h = cones.scaling[row];
      int slot = structure.orthantSlot[i];
      if (slot < 0) {
        add(structure.diagonalSlot + structure.place[row], -h);
        continue;
      }
      int begin = data.rows.starts[row];
      int length = data.rows.starts[row + 1] - begin;
      if (length > 0) {
        add(slot, a[begin] * a[begin] / h);
      }
      if (length > 1) {
        add(slot + 1, a[begin] * a[begin + 1] / h);
        add(slot + 2, a[begin + 1] * a[begin + 1] / h);
      }
    }
  }

  private void add(int slot, double value) {
    values[slotEntry[slot]] += value;
  }

  /** Solves the folded system; x has length n, z length m with the folded rows left alone. */
  void solve(double[] x, double[] z) {
    Arrays.fill(permuted, 0);
    for (int j = 0; j < x.length; j++) {
      permuted[inverseOrder[j]] = x[j];
    }
    for (int k = 0; k < keptRows.length; k++) {
      permuted[inverseOrder[x.length + k]] = z[keptRows[k]];
    }
    factor.solve(permuted);
    for (int j = 0; j < x.length; j++) {
      x[j] = permuted[inverseOrder[j]];
    }
    for (int k = 0; k < keptRows.length; k++) {
      z[keptRows[k]] = permuted[inverseOrder[x.length + k]];
    }
  }

  /** t = H_c⁻¹ r on folded rows, 0 on those that stay. */
  void foldedInverse(double[] r, double[] t) {
    cones.nonnegative.applyInverseScaling(r, t);
    for (SecondOrderCone cone : cones.secondOrder) {
      cone.applyInverseScaling(r, t);
    }
    for (int row : keptRows) {
      t[row] = 0;
    }
  }

  /** The rows of A that stay. */
  int[] keptRows() {
    return keptRows;
  }
}
