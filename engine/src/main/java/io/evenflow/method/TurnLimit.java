package io.evenflow.method;

import io.evenflow.coordination.Answer;
import io.evenflow.coordination.Coupling;
import io.evenflow.coordination.Cut;
import io.evenflow.coordination.Region;
import org.jspecify.annotations.Nullable;

/**
 * The trust region (22)–(24) of arXiv 2409.19962: binaries turned in all are at most r. It keeps
 * its two lines to itself, unlike a {@link io.evenflow.settlement.BudgetCoupling}: where couplings
 * are known beforehand coordination begins with answers in turn, and a region that seldom binds
 * would wait for these (stage 2 of case18-day 12 ms in place of 7).
 */
final class TurnLimit implements Coupling {
  private final int[] rows;
  private final int radius;
  private final double kwPerTurn;
  private double missCost = 1;

  /**
   * @param row of what is turned
   * @param kwPerTurn how many units of the missed limit's cost one turn too many is. Unit: kW
   */
  TurnLimit(int row, int radius, double kwPerTurn) {
    rows = new int[] {row};
    this.radius = radius;
    this.kwPerTurn = kwPerTurn;
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
  public Answer ask(double[] amounts, @Nullable Region region) {
    double missed = kwPerTurn * Math.max(0, amounts[0] - radius);
    double slope = missed > 0 ? kwPerTurn * missCost : 0;
    Cut cut = new Cut(-slope * radius, new double[] {slope}, null);
    return new Answer(missCost * missed, missed, cut, 0, null);
  }

  @Override
  public void missCost(double perUnit) {
    missCost = perUnit;
  }

  @Override
  public String name() {
    return "trust region";
  }
}
