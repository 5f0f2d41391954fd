package io.evenflow.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BarsTest {
  private final Bars bars = new Bars(1);

  @Test
  void pricesReachFromTheLowestBarToTheHighest() {
    assertThat(bars.between(new double[] {-7, 0, 7}, -7, 7)).isEqualTo("▁▅█");
    assertThat(bars.between(new double[] {5, 5}, 5, 5)).isEqualTo("▁▁");
  }

  @Test
  void powersStandOnTheAxis() {
    assertThat(bars.upwards(new double[] {0, 8, 12, 16, -16}, 16, 2))
        .containsExactly("  ▄█ ", " ███ ");
  }

  @Test
  void feedingInHangsBelowIt() {
    assertThat(bars.downwards(new double[] {4, -4, -8, -12, -16}, 16, 2))
        .containsExactly(" ▀███", "   ▀█");
  }

  @Test
  void aSmallPowerIsStillSeen() {
    assertThat(bars.upwards(new double[] {0.01, 0}, 100, 1)).containsExactly("▁ ");
  }

  @Test
  void widerBarsRepeatTheirBlock() {
    assertThat(new Bars(3).marks(new boolean[] {true, false}, '▲')).isEqualTo("▲▲▲   ");
  }
}
