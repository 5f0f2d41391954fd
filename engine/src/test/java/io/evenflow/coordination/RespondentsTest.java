package io.evenflow.coordination;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
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
