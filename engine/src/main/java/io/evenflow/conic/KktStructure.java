package io.evenflow.conic;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The pattern of the KKT matrix [P Aᵀ; A −H] after its cheap rows are folded into P.
 *
 * <p>A row block c of H is eliminated beforehand, which adds A_cᵀH_c⁻¹A_c to P: a bound x ≤ u adds
 * one diagonal entry, a rotated cone over four variables a 4×4 block, a long second-order cone a
 * block for each row and two further rows, see {@link LongFoldedCone}. What the ordering and the
 * factor see is a fraction of the whole. Zero rows stay, and so do nonnegative rows of three
 * entries or more, which would fill more than they save.
 *
 * <p>Every contribution has a slot, and the pattern knows the entry of each slot.
 */
final class KktStructure {
  private static final int SMALL_SUPPORT = 8;

  private final ProgramData data;
  private final ConeProduct cones;
  private int[] slotRow = new int[64];
  private int[] slotColumn = new int[64];
  private int slots;
  private int size;

  /** The row of the KKT matrix in which row i of A stays, −1 if it is folded. */
  final int[] place;

  /** First of the two further rows of each second-order cone, −1 if it is small. */
  final int[] expansion;

  final int quadraticSlot;
  final int diagonalSlot;
  final int[] constraintSlot;

  /** First slot of each nonnegative row's folded entries, −1 if it stays. */
  final int[] orthantSlot;

  /** First slot of each second-order cone. */
  final int[] coneSlot;

  /** Columns of each second-order cone, ascending. */
  final int[][] coneColumns;

  KktStructure(ProgramData data, ConeProduct cones) {
    this.data = data;
    this.cones = cones;
    place = new int[data.m];
    expansion = new int[cones.secondOrder.length];
    coneSlot = new int[cones.secondOrder.length];
    coneColumns = new int[cones.secondOrder.length][];
    orthantSlot = new int[data.cones.nonnegative()];
    constraintSlot = new int[data.constraints.size()];
    size = data.n;
    placeRows();
    diagonalSlot = slots;
    for (int k = 0; k < size; k++) {
      slot(k, k);
    }
    quadraticSlot = slots;
    addQuadratic();
    addConstraints();
    addOrthant();
    for (int k = 0; k < coneSlot.length; k++) {
      addCone(k);
    }
  }

  private void placeRows() {
    Arrays.fill(place, -1);
    Arrays.fill(expansion, -1);
    int zero = data.cones.zero();
    for (int i = 0; i < zero; i++) {
      place[i] = size++;
    }
    for (int i = 0; i < orthantSlot.length; i++) {
      if (rowLength(zero + i) > 2) {
        place[zero + i] = size++;
      }
    }
    for (int k = 0; k < expansion.length; k++) {
      placeCone(k);
    }
  }

  private int rowLength(int row) {
    return data.rows.starts[row + 1] - data.rows.starts[row];
  }

  private void placeCone(int k) {
    SecondOrderCone cone = cones.secondOrder[k];
    int[] starts = data.rows.starts;
    int[] columns =
        Arrays.stream(data.rows.index, starts[cone.begin()], starts[cone.end()])
            .distinct()
            .sorted()
            .toArray();
    coneColumns[k] = columns;
    long asRows = 2L * columns.length + 2;
    for (int row = cone.begin(); row < cone.end(); row++) {
      asRows += rowLength(row) * (rowLength(row) + 1L) / 2;
    }
    long asBlock = columns.length * (columns.length + 1L) / 2;
    if (columns.length > SMALL_SUPPORT && asRows < asBlock) {
      expansion[k] = size;
      size += 2;
    }
  }

  private void addQuadratic() {
    for (int j = 0; j < data.n; j++) {
      for (int p = data.quadratic.starts[j]; p < data.quadratic.starts[j + 1]; p++) {
        slot(data.quadratic.index[p], j);
      }
    }
  }

  private void addConstraints() {
    for (int j = 0; j < data.n; j++) {
      for (int p = data.constraints.starts[j]; p < data.constraints.starts[j + 1]; p++) {
        int row = place[data.constraints.index[p]];
        constraintSlot[p] = row < 0 ? -1 : slot(j, row);
      }
    }
  }

  private void addOrthant() {
    int zero = data.cones.zero();
    for (int i = 0; i < orthantSlot.length; i++) {
      orthantSlot[i] = -1;
      if (place[zero + i] < 0) {
        orthantSlot[i] = slots;
        addClique(data.rows.index, data.rows.starts[zero + i], data.rows.starts[zero + i + 1]);
      }
    }
  }

  private void addCone(int k) {
    coneSlot[k] = slots;
    if (expansion[k] < 0) {
      addClique(coneColumns[k], 0, coneColumns[k].length);
      return;
    }
    SecondOrderCone cone = cones.secondOrder[k];
    for (int row = cone.begin(); row < cone.end(); row++) {
      addClique(data.rows.index, data.rows.starts[row], data.rows.starts[row + 1]);
    }
    for (int column : coneColumns[k]) {
      slot(column, expansion[k]);
      slot(column, expansion[k] + 1);
    }
    slot(expansion[k], expansion[k]);
    slot(expansion[k] + 1, expansion[k] + 1);
  }

  private void addClique(int[] members, int from, int to) {
    for (int b = from; b < to; b++) {
      for (int a = from; a <= b; a++) {
        slot(members[a], members[b]);
      }
    }
  }

  private int slot(int row, int column) {
    if (slots == slotRow.length) {
      slotRow = Arrays.copyOf(slotRow, 2 * slots);
      slotColumn = Arrays.copyOf(slotColumn, 2 * slots);
    }
    slotRow[slots] = Math.min(row, column);
    slotColumn[slots] = Math.max(row, column);
    return slots++;
  }

  /** Order of the KKT matrix. */
  int size() {
    return size;
  }

  /** The rows of A that stay, in the order of their places, which begin at n. */
  int[] keptRows() {
    return IntStream.range(0, place.length).filter(i -> place[i] >= 0).toArray();
  }

  /** The sign of every pivot: positive for variables, negative for rows. */
  byte[] signs() {
    byte[] signs = new byte[size];
    Arrays.fill(signs, 0, data.n, (byte) 1);
    Arrays.fill(signs, data.n, size, (byte) -1);
    for (int row : expansion) {
      if (row >= 0) {
        signs[row + 1] = 1;
      }
    }
    return signs;
  }

  /**
   * A fill-reducing order whose elimination tree is in postorder: order[k] is eliminated as k-th.
   */
  int[] order() {
    CompressedPattern pattern = CompressedPattern.of(size, size, slotRow, slotColumn, slots);
    int[] order = MinimumDegree.order(size, pattern.starts(), pattern.index());
    CompressedPattern permuted = permuted(inverse(order));
    int[] post = EliminationTree.of(size, permuted.starts(), permuted.index()).postorder();
    int[] result = new int[size];
    for (int k = 0; k < size; k++) {
      result[k] = order[post[k]];
    }
    return result;
  }

  /** The upper triangle after renumbering; its positions are indexed by slot. */
  CompressedPattern permuted(int[] inverse) {
    int[] row = new int[slots];
    int[] column = new int[slots];
    for (int t = 0; t < slots; t++) {
      int a = inverse[slotRow[t]];
      int b = inverse[slotColumn[t]];
      row[t] = Math.min(a, b);
      column[t] = Math.max(a, b);
    }
    return CompressedPattern.of(size, size, row, column, slots);
  }

  static int[] inverse(int[] order) {
    int[] inverse = new int[order.length];
    for (int k = 0; k < order.length; k++) {
      inverse[order[k]] = k;
    }
    return inverse;
  }
}
