package io.evenflow.coordination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.evenflow.market.PeakCharge;
import io.evenflow.settlement.MeterCoupling;
import io.evenflow.settlement.PeakCoupling;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Ten that want 1 kW in one of two hours, and a line above them. Answers are made by hand, as
 * another machine would.
 *
 * <pre>
 *   hour      0   1
 *   price     1   2      each draws 1 in either hour
 *   limit     6   –      so six draw in hour 0, four in hour 1: 6·1 + 4·2 = 14
 * </pre>
 */
class DistantRoundsTest {
  private static final int MANY = 10;
  private static final double[] PRICE = {1, 2};

  private static Rows rows() {
    return new Rows(new int[2], new int[] {0, 1}, new double[2]);
  }

  private static DistantRounds rounds(List<Coupling> couplings) {
    List<int[]> own = IntStream.range(0, MANY).mapToObj(r -> new int[] {0, 1}).toList();
    return new DistantRounds(rows(), own, couplings, 0.5, 100);
  }

  /** All do what is cheapest, and say what that costs. */
  private static void answer(DistantRounds rounds) {
    double[] added = rounds.price();
    boolean first = PRICE[0] + added[0] <= PRICE[1] + added[1];
    int hour = first ? 0 : 1;
    double[] amounts = {first ? 1 : 0, first ? 0 : 1};
    Profile[] profiles = new Profile[MANY];
    double[] least = new double[MANY];
    for (int r = 0; r < MANY; r++) {
      profiles[r] = new Profile(amounts, PRICE[hour]);
      least[r] = PRICE[hour] + added[hour];
    }
    rounds.answered(profiles, least);
  }

  private static int run(DistantRounds rounds) {
    answer(rounds);
    int count = 0;
    while (rounds.next(1e-6) && count < 50) {
      answer(rounds);
      // no prices may prove more than what is possible
      assertThat(rounds.bound()).isLessThanOrEqualTo(14 + 1e-9);
      count++;
    }
    return count;
  }

  @Test
  void aLimitIsPricedUntilTheBoundMeetsTheMean() {
    MeterCoupling.Prices none = MeterCoupling.Prices.NONE;
    double infinity = Double.POSITIVE_INFINITY;
    Coupling limit = new MeterCoupling("line", new int[] {0}, 0, none, -infinity, 6, 1);
    try (DistantRounds rounds = rounds(List.of(limit))) {
      assertThat(run(rounds)).isLessThan(20);
      assertThat(rounds.bound()).isCloseTo(14, within(1e-4));
      assertThat(rounds.meanCost()).isCloseTo(14, within(1e-4));
      double inHourZero = IntStream.range(0, MANY).mapToDouble(r -> rounds.mean(r)[0]).sum();
      assertThat(inHourZero).isCloseTo(6, within(1e-6));
      // one limit binds, so at most one of the ten is mixed of two answers
      assertThat(IntStream.range(0, MANY).filter(r -> rounds.whole(r) == null).count())
          .isLessThanOrEqualTo(1);
      assertThat(rounds.asked(0)[0]).isCloseTo(rounds.masterPrice()[0], within(1e-12));
      assertThat(rounds.asked(0)[0]).isCloseTo(1, within(1e-6));
    }
  }

  /** At 0.5 a kW all stay in hour 0: 10 + 5; at 3 they spread: 5·1 + 5·2 + 5·3 = 30. */
  @Test
  void aPeakIsSharedWhereThatIsCheaper() {
    // moving one from hour 0 to 1 costs 1 and saves perKw: not worth it at 0.5, worth it at 3
    for (double perKw : new double[] {0.5, 3}) {
      Coupling peak =
          new PeakCoupling(
              "peak", new int[] {0, 1}, new int[] {0, 1}, new double[2], new PeakCharge(perKw, 0));
      try (DistantRounds rounds = rounds(List.of(peak))) {
        answer(rounds);
        for (int i = 0; i < 50 && rounds.next(1e-6); i++) {
          answer(rounds);
        }
        double best = perKw < 1 ? 10 + 10 * perKw : 15 + 5 * perKw;
        assertThat(rounds.bound()).isCloseTo(best, within(1e-3)).isLessThanOrEqualTo(best + 1e-9);
      }
    }
  }
}
