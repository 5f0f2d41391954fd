package io.evenflow.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.evenflow.coordination.Resource;
import io.evenflow.fleet.Session;
import io.evenflow.time.Horizons;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ShiftedAnswersTest {
  @Test
  void areTheAnswersAtTheOtherPrice() {
    SplittableRandom random = new SplittableRandom(41);
    for (int trial = 0; trial < 400; trial++) {
      Session session =
          LatticeSession.random(random, trial < 300 ? 8 : 40)
              .session(0.3 + random.nextDouble(), 0.5, 0.9, 0.95);
      int[] rows = IntStream.range(session.arrival(), session.departure()).toArray();
      Resource resource = new StorageResource(session, Horizons.ofSteps(0.5), rows);
      double[] price = random.doubles(session.departure(), -0.1, 0.5).toArray();
      double[] shift = new double[price.length];
      for (int row : rows) {
        shift[row] = random.nextInt(4) == 0 ? 0 : random.nextDouble(-0.4, 0.4);
      }
      double[][] two = new double[2][rows.length];
      resource.answerShifted(price, new double[][] {shift, new double[price.length]}, two);
      double[] least = two[0];
      assertThat(two[1]).containsOnly(Double.NEGATIVE_INFINITY);
      for (int k = 0; k < rows.length; k++) {
        String which = "trial " + trial + ", period " + k;
        if (shift[rows[k]] == 0) {
          assertThat(least[k]).as(which).isEqualTo(Double.NEGATIVE_INFINITY);
          continue;
        }
        double[] other = price.clone();
        other[rows[k]] += shift[rows[k]];
        double answer = resource.answer(other);
        double size = Math.max(1, Math.abs(answer));
        assertThat(least[k]).as(which).isLessThanOrEqualTo(answer + 1e-11 * size);
        if (Double.isFinite(answer)) {
          assertThat(least[k]).as(which).isCloseTo(answer, within(1e-9 * size));
        }
      }
    }
  }
}
