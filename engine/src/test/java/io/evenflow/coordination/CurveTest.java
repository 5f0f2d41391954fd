package io.evenflow.coordination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Slopes −2, 1 and 4 between ends at −10 and 20, where it costs 30 and 60:
 *
 * <pre>
 * sum   −20  −10    0   20   25
 * cost   50   30   40   60   80
 * </pre>
 */
class CurveTest {
  private final Curve curve = new Curve(new double[] {-10, 20}, new double[] {-2, 1, 4}, 30);

  @ParameterizedTest
  @CsvSource({"-20, 50", "-10, 30", "0, 40", "20, 60", "25, 80"})
  void costs(double sum, double cost) {
    assertThat(curve.at(sum)).isCloseTo(cost, within(1e-12));
  }

  /** A slope between those of two pieces touches where they meet. */
  @ParameterizedTest
  @CsvSource({"-2, 10", "0, 30", "1, 40", "3, 0", "4, -20", "-9, 10", "9, -20"})
  void linesOfAnySlope(double slope, double atZero) {
    assertThat(curve.intercept(curve.slopeNear(slope))).isCloseTo(atZero, within(1e-12));
  }

  @Test
  void hasOneSlopeMoreThanEnds() {
    assertThatThrownBy(() -> new Curve(new double[] {1}, new double[] {0}, 0))
        .hasMessage("a curve of 1 ends needs at least one and 2 slopes, not 1");
  }
}
