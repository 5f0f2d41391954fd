package io.evenflow.coordination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ConvexCostsTest {
  /**
   * Slopes of −4, 1 and 9 with corners at −1 and 2, clipped to between 0 and 3:
   *
   * <pre>
   * amount   −2   −1    0    1    2    3
   * before    3   −1    0    1    2   11
   * after    −1   −1    0    1    2    5
   * </pre>
   */
  @Test
  void slopesAreClippedAboutZero() {
    ConvexCosts costs = new ConvexCosts();
    costs.beginRow();
    costs.addPiece(-5, 5, 7, 0);
    costs.beginRow();
    costs.addPiece(-5, -1, -4, -5);
    costs.addPiece(-1, 2, 1, 0);
    costs.addPiece(2, 5, 9, -16);
    assertThat(costs.at(1, -2)).isEqualTo(3);
    assertThat(costs.at(1, 3)).isEqualTo(11);
    costs.clip(0, 3);
    double[] expected = {-1, -1, 0, 1, 2, 5};
    for (int i = 0; i < expected.length; i++) {
      assertThat(costs.at(1, i - 2)).isCloseTo(expected[i], within(1e-12));
    }
    assertThat(costs.at(0, 1)).isEqualTo(7);
  }
}
