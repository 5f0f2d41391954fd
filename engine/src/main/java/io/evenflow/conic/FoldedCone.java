package io.evenflow.conic;

/** A second-order cone whose rows are eliminated before the ordering, which adds BᵀH⁻¹B to P. */
sealed interface FoldedCone permits SmallFoldedCone, LongFoldedCone {
  /** Reads the values of A anew. */
  void dataChanged();

  /**
   * Adds the cone's numbers at its present scaling.
   *
   * @param values the entries of the KKT matrix
   * @param slotEntry the entry of each slot
   * @param firstSlot the first slot of this cone
   */
  void add(double[] values, int[] slotEntry, int firstSlot);
}
