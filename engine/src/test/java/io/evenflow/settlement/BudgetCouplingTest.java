package io.evenflow.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenflow.coordination.Answer;
import io.evenflow.coordination.CouplingContract;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Three rows, each of which takes another part of a budget. */
class BudgetCouplingTest extends CouplingContract {
  private static final int[] ROWS = {1, 4, 7};

  @Override
  protected Subject subject(SplittableRandom random) {
    double[] weights = random.doubles(ROWS.length, 0, 2).toArray();
    double budget = random.nextDouble(-20, 60);
    double worth = random.nextDouble(0.1, 5);
    double missCost = random.nextDouble(0.1, 10);
    BudgetCoupling coupling = new BudgetCoupling("budget", ROWS, weights, budget, worth);
    coupling.missCost(missCost);
    double[] most = new double[ROWS.length];
    Arrays.fill(most, 30);
    double[] least = new double[ROWS.length];
    Arrays.fill(least, -30);
    return new Subject(
        coupling,
        missCost,
        least,
        most,
        kw -> missCost * worth * Math.max(0, used(weights, kw) - budget),
        kw -> worth * Math.max(0, used(weights, kw) - budget) <= Answer.WHOLE);
  }

  private static double used(double[] weights, double[] kw) {
    return weights[0] * kw[0] + weights[1] * kw[1] + weights[2] * kw[2];
  }

  /** 3·10 + 1·5 of a budget of 30: 5 too much, at 2 each. */
  @Test
  void whatIsTooMuchCosts() {
    BudgetCoupling budget = new BudgetCoupling("day", new int[] {0, 1}, new double[] {3, 1}, 30, 1);
    budget.missCost(2);
    assertThat(budget.ask(new double[] {10, 5}, null).value()).isEqualTo(10);
    assertThat(budget.ask(new double[] {10, 5}, null).cut().gradient()).containsExactly(6, 2);
    assertThat(budget.ask(new double[] {10, 0}, null).value()).isZero();
  }
}
