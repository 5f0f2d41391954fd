package io.evenflow.grid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.evenflow.grid.GenerationCost.PiecewiseLinear;
import io.evenflow.grid.GenerationCost.Point;
import io.evenflow.grid.GenerationCost.Polynomial;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** Bounds of single values, and costs. */
class ValuesTest {
  @Test
  void boundsNameObjectFieldValueAndBound() {
    Bus bus = Drawing.bus(7, BusType.LOAD);
    assertRefused(
        () -> bus.withVoltageLimits(1.05, 0.95),
        "bus 7: minimum voltage (p.u.) 1.05 must not be above maximum voltage (p.u.) 0.95");
    assertRefused(
        () -> bus.withVoltageLimits(-1, 1), "bus 7: minimum voltage (p.u.) -1 must be at least 0");
    assertRefused(
        () -> bus.withVoltageLimits(Double.NaN, 1), "bus 7: minimum voltage (p.u.) NaN must be");
    assertRefused(
        () -> Drawing.branch(1, 2, true).withRating(0), "branch 1-2: rating (MVA) 0 must be above");
    assertRefused(() -> Drawing.branch(3, 3, true), "branch 3-3 joins a bus to itself");
    assertRefused(
        () -> Drawing.generator(4).withActiveLimits(2, 1),
        "generator at bus 4: minimum active power (MW) 2 must not be above maximum");
    assertRefused(
        () -> new Network("a", 0, List.of(), List.of(), List.of(), List.of()),
        "case 'a': base power (MVA) 0 must be above 0");
    assertRefused(
        () -> new BranchScaling(1, 2, -0.1, 1),
        "scaling of branch 1-2: resistance factor -0.1 must be at least 0");
  }

  @Test
  void polynomialCost() {
    assertThat(new Polynomial(0.5, 20, 3).perHour(2)).isEqualTo(45);
    assertRefused(
        () -> new Polynomial(-0.5, 20, 3),
        "polynomial cost: quadratic coefficient -0.5 must be at least 0");
  }

  @Test
  void piecewiseLinearCost() {
    PiecewiseLinear cost =
        new PiecewiseLinear(List.of(new Point(0, 0), new Point(1, 10), new Point(3, 50)));

    assertThat(cost.perHour(0.5)).isCloseTo(5, within(1e-12));
    assertThat(cost.perHour(2)).isCloseTo(30, within(1e-12));
    assertThat(cost.perHour(4)).isCloseTo(70, within(1e-12));
    assertThat(cost.perHour(-1)).isCloseTo(-10, within(1e-12));
  }

  @Test
  void piecewiseLinearCostMustBeConvex() {
    assertRefused(
        () -> new PiecewiseLinear(List.of(new Point(0, 0), new Point(1, 20), new Point(2, 30))),
        "piecewise linear cost: slope 10.0 after 1.0 MW must not be below the slope before, 20.0");
    assertRefused(
        () -> new PiecewiseLinear(List.of(new Point(1, 0), new Point(1, 20))),
        "piecewise linear cost: power 1.0 MW must be above the point before, 1.0 MW");
    assertRefused(
        () -> new PiecewiseLinear(List.of(new Point(1, 0))),
        "piecewise linear cost: number of points 1 must be at least 2");
  }

  private static void assertRefused(ThrowingCallable action, String sentenceStart) {
    assertThatThrownBy(action)
        .isInstanceOf(GridException.class)
        .hasMessageStartingWith(sentenceStart)
        .hasMessageContaining("\nMaybe ");
  }
}
