package io.evenflow.coordination;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A toy: the sum of some rows may not be above a capacity. Convex. */
final class Capacity implements Coupling {
  private final int[] rows;
  private final double capacity;
  private double missCost = 1;

  Capacity(double capacity, int... rows) {
    this.rows = rows;
    this.capacity = capacity;
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
    double missed = Math.max(0, Arrays.stream(amounts).sum() - capacity);
    double[] gradient = new double[rows.length];
    Arrays.fill(gradient, missed > 0 ? missCost : 0);
    Cut cut = new Cut(missed > 0 ? -missCost * capacity : 0, gradient, null);
    return new Answer(missCost * missed, missed, cut, 0, null);
  }

  @Override
  public void missCost(double perUnit) {
    missCost = perUnit;
  }

  @Override
  public String name() {
    return "capacity";
  }
}
