package io.evenflow.conic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SparseMatrixTest {
  @Test
  void sortsEntriesAndSumsDuplicates() {
    SparseMatrix matrix =
        SparseMatrix.ofTriplets(
            3, 2, new int[] {2, 0, 2, 1}, new int[] {0, 1, 0, 0}, new double[] {1, 4, 2, 5}, 4);
    assertThat(matrix.columnStarts()).containsExactly(0, 2, 3);
    assertThat(matrix.rowIndices()).containsExactly(1, 2, 0);
    assertThat(matrix.values()).containsExactly(5, 3, 4);
  }

  @Test
  void transposesWithAMapOfPlaces() {
    SparseMatrix matrix =
        SparseMatrix.ofTriplets(
            2, 3, new int[] {0, 1, 1}, new int[] {2, 0, 2}, new double[] {1, 2, 3}, 3);
    int[] places = new int[3];
    SparseMatrix transposed = matrix.transposed(places);
    assertThat(transposed.columnStarts()).containsExactly(0, 1, 3);
    assertThat(transposed.rowIndices()).containsExactly(2, 0, 2);
    for (int p = 0; p < 3; p++) {
      assertThat(transposed.values()[places[p]]).isEqualTo(matrix.values()[p]);
    }
  }

  @Test
  void multipliesASymmetricMatrixByItsUpperTriangle() {
    SparseMatrix upper =
        SparseMatrix.ofTriplets(
            2, 2, new int[] {0, 0, 1}, new int[] {0, 1, 1}, new double[] {2, 1, 3}, 3);
    double[] y = new double[2];
    upper.symmetricProduct(new double[] {1, 10}, y);
    assertThat(y).containsExactly(12, 31);
  }

  @Test
  void namesTheTripletOutside() {
    assertThatThrownBy(
            () -> SparseMatrix.ofTriplets(2, 2, new int[] {2}, new int[] {0}, new double[] {1}, 1))
        .hasMessageContaining("triplet 0: entry (2, 0) must lie in a 2×2 matrix");
  }
}
