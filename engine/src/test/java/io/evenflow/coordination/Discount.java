package io.evenflow.coordination;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A toy that is not convex: the more is drawn together, the cheaper the last unit, −rate·sum². Its
 * cut is the chord over the interval of the region.
 */
final class Discount implements Coupling {
  private final int[] rows;
  private final double rate;

  Discount(double rate, int... rows) {
    this.rows = rows;
    this.rate = rate;
  }

  @Override
  public int[] rows() {
    return rows;
  }

  @Override
  public Region whole(double[] least, double[] most) {
    return new Interval(null, rows.length, Arrays.stream(least).sum(), Arrays.stream(most).sum());
  }

  @Override
  public Answer ask(double[] amounts, @Nullable Region region) {
    Interval within = (Interval) region;
    double sum = Arrays.stream(amounts).sum();
    double value = -rate * sum * sum;
    if (within == null) {
      throw new IllegalArgumentException("a discount is asked within an interval");
    }
    // −rate·sum² ≥ −rate·((from + to)·sum − from·to) on the interval
    double[] gradient = new double[rows.length];
    Arrays.fill(gradient, -rate * (within.from() + within.to()));
    Cut cut = new Cut(rate * within.from() * within.to(), gradient, within);
    double error = value - cut.at(amounts);
    boolean splits = within.to() - within.from() > 1e-6;
    double margin = 0.1 * (within.to() - within.from());
    double at = Math.clamp(sum, within.from() + margin, within.to() - margin);
    return new Answer(value, 0, cut, error, splits ? new Split(0, at) : null);
  }

  @Override
  public void missCost(double perUnit) {}

  @Override
  public String name() {
    return "discount";
  }
}
