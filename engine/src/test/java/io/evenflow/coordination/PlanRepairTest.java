package io.evenflow.coordination;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Two resources that draw 1 each where no more than 1 may be drawn. */
class PlanRepairTest {
  private static Problem problem() {
    int[] row = {0};
    Profile on = new Profile(new double[] {1}, 0);
    Profile off = new Profile(new double[] {0}, 5);
    Rows rows = new Rows(new int[] {0}, new int[] {0}, new double[] {0});
    return new Problem(
        rows,
        List.of(new OneOf("a", row, List.of(on, off)), new OneOf("b", row, List.of(on, off))),
        List.of(new Capacity(1, 0)));
  }

  private static final double[][] BOTH_ON = {{1}, {1}};

  @Test
  void onePaysForTheOther() {
    Plan plan = new PlanRepair(problem(), 100, () -> false).of(BOTH_ON);
    assertThat(Objects.requireNonNull(plan).amounts()).containsExactly(1);
  }

  /** It was taken for one that keeps all limits, as nobody had asked. */
  @Test
  void aPlanThatNobodyHadTimeToAskAboutIsNone() {
    Plan plan = new PlanRepair(problem(), 100, () -> true).of(BOTH_ON);
    assertThat(plan == null || plan.amounts()[0] <= 1).isTrue();
  }
}
