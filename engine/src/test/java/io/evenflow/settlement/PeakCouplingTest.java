package io.evenflow.settlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.evenflow.coordination.Coupling;
import io.evenflow.coordination.CouplingContract;
import io.evenflow.market.PeakCharge;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Two rows in each of three periods, and a building. */
class PeakCouplingTest extends CouplingContract {
  private static final int[] ROWS = {1, 2, 3, 7, 8, 9};
  private static final int[] PERIODS = {0, 1, 2, 0, 1, 2};

  @Override
  protected Subject subject(SplittableRandom random) {
    double[] fixed = random.doubles(3, -20, 40).toArray();
    double perKw = random.nextInt(5) * random.nextDouble();
    double soFar = random.nextInt(2) * random.nextDouble(60);
    PeakCharge charge = new PeakCharge(perKw, soFar);
    double[] most = new double[ROWS.length];
    Arrays.fill(most, 30);
    double[] least = new double[ROWS.length];
    Arrays.fill(least, -30);
    return new Subject(
        new PeakCoupling("peak", ROWS, PERIODS, fixed, charge),
        1,
        least,
        most,
        kw -> {
          double first = fixed[0] + kw[0] + kw[3];
          double second = fixed[1] + kw[1] + kw[4];
          double third = fixed[2] + kw[2] + kw[5];
          double highest = Math.max(first, Math.max(second, third));
          return perKw * Math.max(0, highest - soFar);
        },
        kw -> true);
  }

  /** The highest of them is the cost: a master needs to ask nothing. */
  @Test
  void itsLinesAreAllThereIs() {
    SplittableRandom random = new SplittableRandom(5);
    for (int trial = 0; trial < 200; trial++) {
      Subject subject = subject(random);
      double[] kw = random.doubles(ROWS.length, -30, 30).toArray();
      double cost = subject.cost().applyAsDouble(kw);
      assertThat(subject.coupling().cuts().stream().mapToDouble(cut -> cut.at(kw)).max())
          .hasValueCloseTo(cost, within(1e-9));
    }
  }

  /**
   * 2 EUR a kW above 10, and a building of 5 kW in the last hour. A peak of 20 kW costs 20 EUR:
   *
   * <pre>
   * hour          0    1    2
   * drawn        24   16   18
   * net          24   16   23
   * above 20      4    0    3   so the last hour's kW is worth moving, too
   * </pre>
   */
  @Test
  void everyPeriodAboveALevelHasAPrice() {
    PeakCoupling peak =
        new PeakCoupling(
            "peak",
            new int[] {0, 1, 2},
            new int[] {0, 1, 2},
            new double[] {0, 0, 5},
            new PeakCharge(2, 10));
    assertThat(peak.ask(new double[] {24, 16, 18}, null).value()).isEqualTo(28);
    assertThat(peak.ask(new double[] {24, 16, 18}, null).cut().gradient()).containsExactly(2, 0, 0);

    List<Coupling> above = peak.above(20);

    assertThat(above).hasSize(3);
    assertThat(above.get(0).ask(new double[] {24}, null).value()).isEqualTo(8);
    assertThat(above.get(1).ask(new double[] {16}, null).value()).isEqualTo(0);
    assertThat(above.get(2).ask(new double[] {18}, null).value()).isEqualTo(6);
    assertThat(above.get(2).ask(new double[] {18}, null).cut().gradient()).containsExactly(2);
  }
}
