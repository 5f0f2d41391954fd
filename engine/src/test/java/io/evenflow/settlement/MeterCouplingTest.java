package io.evenflow.settlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.evenflow.coordination.CouplingContract;
import io.evenflow.coordination.Cut;
import io.evenflow.settlement.MeterCoupling.Prices;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tariffs, connections and plugs: sums of up to three rows and a building. */
class MeterCouplingTest extends CouplingContract {
  private static final double NONE = Double.POSITIVE_INFINITY;

  @Override
  protected Subject subject(SplittableRandom random) {
    int[] rows = Arrays.copyOf(new int[] {2, 5, 6}, random.nextInt(4));
    double fixed = random.nextInt(2) * random.nextDouble(-100, 100);
    double[] price = random.doubles(2, -0.2, 0.5).sorted().toArray();
    double least = end(random, -100);
    double most = end(random, 100);
    double weight = random.nextInt(2) == 0 ? 1 : random.nextDouble(1, 22);
    double missCost = random.nextDouble(1, 20);
    MeterCoupling coupling =
        new MeterCoupling(
            "meter", rows, fixed, new Prices(price[1], price[0]), least, most, weight);
    return new Subject(
        coupling,
        missCost,
        all(rows.length, -80),
        all(rows.length, 80),
        amounts -> {
          double net = fixed + Arrays.stream(amounts).sum();
          double paid = net > 0 ? price[1] * net : price[0] * net;
          double missed = net > most ? net - most : net < least ? least - net : 0;
          return paid + missCost * weight * missed;
        },
        amounts -> {
          double net = fixed + Arrays.stream(amounts).sum();
          return least <= net && net <= most;
        });
  }

  private static double end(SplittableRandom random, double bound) {
    return switch (random.nextInt(3)) {
      case 0 -> 0;
      case 1 -> bound * random.nextDouble();
      default -> bound * NONE;
    };
  }

  private static double[] all(int rows, double amount) {
    double[] amounts = new double[rows];
    Arrays.fill(amounts, amount);
    return amounts;
  }

  /** The highest of them is the cost: a master needs to ask nothing. */
  @Test
  void itsLinesAreAllThereIs() {
    SplittableRandom random = new SplittableRandom(5);
    for (int trial = 0; trial < 200; trial++) {
      Subject subject = subject(random);
      subject.coupling().missCost(subject.missCost());
      double[] amounts = random.doubles(subject.least().length, -80, 80).toArray();
      double cost = subject.cost().applyAsDouble(amounts);
      assertThat(subject.coupling().cuts().stream().mapToDouble(cut -> cut.at(amounts)).max())
          .hasValueCloseTo(cost, within(1e-9));
    }
  }

  /**
   * A building of 10 kW, 0.30 EUR in, 0.10 EUR out, 50 kW in and 20 kW out, 2 EUR a kW missed:
   *
   * <pre>
   * drawn   −40   −20   −10    0    40    50
   * net     −30   −10     0   10    50    60
   * paid    −3    −1      0    3    15    18
   * missed   10    0      0    0     0    10
   * </pre>
   */
  @ParameterizedTest
  @CsvSource({
    "-40, 17, 10, -1.9",
    "-20, -1, 0, 0.1",
    "-10, 0, 0, 0.3",
    "0, 3, 0, 0.3",
    "40, 15, 0, 0.3",
    "50, 38, 10, 2.3"
  })
  void aStation(double drawn, double cost, double missed, double slope) {
    MeterCoupling station =
        new MeterCoupling("a", new int[] {0}, 10, new Prices(0.3, 0.1), -20, 50, 1);
    station.missCost(2);
    var answer = station.ask(new double[] {drawn}, null);
    assertThat(answer.value()).isCloseTo(cost, within(1e-12));
    assertThat(answer.missed()).isEqualTo(missed);
    Cut cut = answer.cut();
    assertThat(cut.at(new double[] {drawn})).isCloseTo(cost, within(1e-12));
    assertThat(cut.gradient()[0]).isCloseTo(slope, within(1e-12));
  }

  /** One vehicle too many at plugs of 11 kW is missed as 11 kW are. */
  @Test
  void plugs() {
    MeterCoupling plugs = new MeterCoupling("p", new int[] {3}, 0, Prices.NONE, -NONE, 2, 11);
    plugs.missCost(5);
    assertThat(plugs.ask(new double[] {2}, null).value()).isEqualTo(0);
    assertThat(plugs.ask(new double[] {3}, null).value()).isEqualTo(55);
    assertThat(plugs.ask(new double[] {3}, null).missed()).isEqualTo(11);
  }
}
