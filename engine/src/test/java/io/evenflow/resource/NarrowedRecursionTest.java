package io.evenflow.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.evenflow.coordination.ConvexCosts;
import io.evenflow.fleet.Storage;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Answers by hulls, and by the recursion over few energies, are those of the recursion over all;
 * one oracle is asked again and again, as what it found last tells it where to look next.
 */
class NarrowedRecursionTest {
  @ParameterizedTest
  @EnumSource(Kind.class)
  void answersAsTheWholeRecursionDoes(Kind kind) {
    SplittableRandom random = new SplittableRandom(20261129 + kind.ordinal());
    int answers = 0;
    for (int trial = 0; trial < 120; trial++) {
      Storage storage = kind.random(random, trial < 60 ? 8 : 30).storage();
      OnCosts onCosts = random.nextInt(3) > 0 ? OnCosts.NONE : OnCosts.EITHER;
      StorageOracle near = new StorageOracle(storage, onCosts);
      StorageOracle whole = new StorageOracle(storage, onCosts);
      int n = storage.steps().size();
      double[] price = random.doubles(n, -0.15, 0.85).toArray();
      for (int again = 0; again < 4; again++) {
        ConvexCosts costs = costs(price, again, onCosts, random);
        double least = whole.solveWhole(costs);
        double value = near.solve(costs);
        String words = kind + ", trial " + trial + ", answer " + again;
        if (Double.isInfinite(least)) {
          assertThat(value).as(words).isInfinite();
          continue;
        }
        answers++;
        double accuracy = 1e-9 * (1 + Math.abs(least));
        assertThat(value).as(words).isCloseTo(least, within(accuracy));
        assertThat(value).as(words).isLessThanOrEqualTo(whole.cost() + 1e-11);
        assertThat(near.cost()).as(words).isCloseTo(least, within(accuracy));
        StorageRules.assertKeeps(storage, near.netKw(), words);
        for (int k = 0; k < n; k++) {
          price[k] += random.nextDouble(-0.1, 0.1) * random.nextInt(2);
        }
      }
    }
    assertThat(answers).isGreaterThan(200);
  }

  /** Prices, and every other time dearer the more is drawn. */
  private static ConvexCosts costs(
      double[] price, int again, OnCosts onCosts, SplittableRandom random) {
    ConvexCosts costs = new ConvexCosts();
    for (double perKw : price) {
      costs.beginRow();
      double bend = random.nextDouble(0.1, 2);
      double steeper = again % 2 == 0 ? 0 : random.nextDouble(0.5);
      double low = -bend;
      costs.addPiece(Double.NEGATIVE_INFINITY, low, perKw - steeper, steeper * low);
      costs.addPiece(low, bend, perKw, 0);
      costs.addPiece(bend, Double.POSITIVE_INFINITY, perKw + steeper, -steeper * bend);
    }
    for (int i = 0; i < onCosts.rows() * price.length; i++) {
      costs.beginRow();
      costs.addPiece(0, 1, random.nextDouble(0.5), 0);
    }
    return costs;
  }
}
