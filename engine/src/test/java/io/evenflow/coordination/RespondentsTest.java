package io.evenflow.coordination;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class RespondentsTest {
  /** Two that draw 3 and 5 or nothing, paid 2 a unit for it: least costs −6 and −10. */
  @Test
  void whoIsStoppedDoesWhatItDidLast() {
    AtomicBoolean stop = new AtomicBoolean(true);
    Problem problem =
        new Problem(
            new Rows(new int[] {0, 1}, new int[] {0, 0}, new double[2]),
            List.of(nothingOr(3, "a", 0), nothingOr(5, "b", 1)),
            List.of());
    Respondents respondents = new Respondents(problem, stop::get);
    double[] price = {-2, -2};

    assertThat(respondents.answer(price)).isEqualTo(Double.NEGATIVE_INFINITY);
    assertThat(amounts(respondents)).containsExactly(0, 0);

    stop.set(false);
    assertThat(respondents.answer(price)).isEqualTo(-16);
    assertThat(amounts(respondents)).containsExactly(3, 5);

    stop.set(true);
    assertThat(respondents.answer(new double[] {1, 1})).isEqualTo(Double.NEGATIVE_INFINITY);
    assertThat(amounts(respondents)).containsExactly(3, 5);
  }

  /**
   * Draws 3 or nothing. Where a unit costs −2 up to 1 and 4 beyond, nothing is best, at 0: by the
   * line of slope −2 it costs no less than −6, by that of slope 1 no less than −3, which is how far
   * the costs are below that line at 1.
   */
  @Test
  void whatItCostsAtOtherCostsIsBoundedByTheLastPrices() {
    Problem problem =
        new Problem(
            new Rows(new int[] {0}, new int[] {0}, new double[1]),
            List.of(nothingOr(3, "a", 0)),
            List.of());
    Respondents respondents = new Respondents(problem);
    ConvexCosts costs = new ConvexCosts();
    costs.beginRow();
    costs.addPiece(0, 1, -2, 0);
    costs.addPiece(1, 3, 4, -6);
    assertThat(respondents.leastAt(0, costs)).isEqualTo(Double.NEGATIVE_INFINITY);

    respondents.answer(new double[] {-2});
    assertThat(respondents.leastAt(0, costs)).isEqualTo(-6);
    respondents.answer(new double[] {1});
    assertThat(respondents.leastAt(0, costs)).isEqualTo(-3);
    costs.clear();
    costs.beginRow();
    costs.addPiece(0, 3, 1, 0);
    assertThat(respondents.leastAt(0, costs)).isZero();
  }

  /** Seed 5: 2,000 resources of three things to do in two rows, prices and costs drawn. */
  @Test
  void noAnswerCostsLessThanThat() {
    SplittableRandom random = new SplittableRandom(5);
    for (int i = 0; i < 2000; i++) {
      List<Profile> choices = new ArrayList<>(List.of(new Profile(new double[2], 1)));
      for (int k = 0; k < 2; k++) {
        double[] amounts = {random.nextInt(9) - 4, random.nextInt(9) - 4};
        choices.add(new Profile(amounts, random.nextDouble()));
      }
      Problem problem =
          new Problem(
              new Rows(new int[2], new int[] {0, 1}, new double[2]),
              List.of(new OneOf("a", new int[] {0, 1}, choices)),
              List.of());
      Respondents respondents = new Respondents(problem);
      respondents.answer(new double[] {random.nextDouble() - 0.5, random.nextDouble()});
      ConvexCosts costs = new ConvexCosts();
      for (int row = 0; row < 2; row++) {
        double bend = random.nextDouble();
        double slope = random.nextDouble() - 0.5;
        double steeper = slope + random.nextDouble();
        costs.beginRow();
        costs.addPiece(-4, bend, slope, 0);
        costs.addPiece(bend, 4, steeper, (slope - steeper) * bend);
      }
      double least = respondents.leastAt(0, costs);
      Profile best = respondents.respond(0, costs);
      assertThat(least).as("resource %d", i).isLessThanOrEqualTo(costs.of(best) + 1e-12);
    }
  }

  private static Resource nothingOr(double amount, String id, int row) {
    return new OneOf(
        id,
        new int[] {row},
        List.of(new Profile(new double[] {0}, 0), new Profile(new double[] {amount}, 0)));
  }

  private static double[] amounts(Respondents respondents) {
    Profile[] profiles = respondents.profiles();
    return new double[] {profiles[0].amounts()[0], profiles[1].amounts()[0]};
  }
}
