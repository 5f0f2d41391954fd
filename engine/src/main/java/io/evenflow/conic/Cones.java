package io.evenflow.conic;

/**
 * The cone of the slack s, in the order of the rows of A: first the zero rows (equalities), then
 * the nonnegative rows, then each second-order cone {(s₀, s₁) : s₀ ≥ ‖s₁‖₂}, its norm bound first.
 *
 * @param zero number of equality rows, ≥ 0
 * @param nonnegative number of inequality rows, ≥ 0
 * @param secondOrder dimension of each second-order cone, each ≥ 1
 */
public record Cones(int zero, int nonnegative, int[] secondOrder) {
  /** Checks the dimensions and takes a copy. */
  public Cones {
    if (zero < 0 || nonnegative < 0) {
      throw new IllegalArgumentException(
          "cones: zero (%d) and nonnegative (%d) must be at least 0".formatted(zero, nonnegative));
    }
    secondOrder = secondOrder.clone();
    for (int k = 0; k < secondOrder.length; k++) {
      if (secondOrder[k] < 1) {
        throw new IllegalArgumentException(
            "cones: secondOrder[%d] has dimension %d, must be at least 1"
                .formatted(k, secondOrder[k]));
      }
    }
  }

  /** Total number of rows. */
  public int rows() {
    int sum = zero + nonnegative;
    for (int dimension : secondOrder) {
      sum += dimension;
    }
    return sum;
  }
}
