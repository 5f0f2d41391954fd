package io.evenflow.settlement;

import io.evenflow.coordination.Answer;
import io.evenflow.coordination.Coupling;
import io.evenflow.coordination.Cut;
import io.evenflow.coordination.Region;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A budget of the whole horizon, such as energy or emissions: a weighted sum of rows that should
 * stay below it.
 *
 * <pre>
 * cost = missCost·worth·max(0, Σ weight·n − budget)
 * </pre>
 *
 * The higher of two lines, both of which are known beforehand.
 */
public final class BudgetCoupling implements Coupling {
  private final String name;
  private final int[] rows;
  private final double[] weights;
  private final double budget;
  private final double worth;

  /** What is not missed costs nothing, whatever missing costs. */
  private final Cut within;

  private Cut beyond;

  /**
   * @param rows ascending
   * @param weights by row what a unit of it takes of the budget
   * @param worth how many units of the missed limit's cost one unit of the budget is
   */
  public BudgetCoupling(String name, int[] rows, double[] weights, double budget, double worth) {
    this.name = name;
    this.rows = rows;
    this.weights = weights;
    this.budget = budget;
    this.worth = worth;
    within = new Cut(0, new double[rows.length], null);
    beyond = line(1);
  }

  private Cut line(double missCost) {
    double[] gradient = new double[rows.length];
    for (int i = 0; i < rows.length; i++) {
      gradient[i] = missCost * worth * weights[i];
    }
    return new Cut(-missCost * worth * budget, gradient, null);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public int[] rows() {
    return rows;
  }

  @Override
  public @Nullable Region whole(double[] least, double[] most) {
    return null;
  }

  @Override
  public void missCost(double perUnit) {
    beyond = line(perUnit);
  }

  @Override
  public List<Cut> cuts() {
    return List.of(within, beyond);
  }

  @Override
  public Answer ask(double[] amounts, @Nullable Region region) {
    double used = 0;
    for (int i = 0; i < rows.length; i++) {
      used += weights[i] * amounts[i];
    }
    double missed = worth * Math.max(0, used - budget);
    return new Answer(
        missed > 0 ? beyond.at(amounts) : 0, missed, missed > 0 ? beyond : within, 0, null);
  }
}
