package io.evenflow.time;

import java.util.Arrays;

/** One finite number per period. Immutable. */
public final class Series {
  private final double[] numbers;

  private Series(double[] numbers) {
    for (int t = 0; t < numbers.length; t++) {
      if (!Double.isFinite(numbers[t])) {
        throw new IllegalArgumentException(
            "number of period " + t + " (" + numbers[t] + ") must be finite");
      }
    }
    this.numbers = numbers;
  }

  public static Series of(double... numbers) {
    return new Series(numbers.clone());
  }

  /** The same number in all periods. */
  public static Series constant(int periods, double number) {
    double[] numbers = new double[periods];
    Arrays.fill(numbers, number);
    return new Series(numbers);
  }

  public int periods() {
    return numbers.length;
  }

  public double at(int period) {
    return numbers[period];
  }

  public double least() {
    return Arrays.stream(numbers).min().orElse(0);
  }

  public double greatest() {
    return Arrays.stream(numbers).max().orElse(0);
  }

  public boolean isConstant() {
    return least() == greatest();
  }

  /** A copy. */
  public double[] toArray() {
    return numbers.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Series series && Arrays.equals(numbers, series.numbers);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(numbers);
  }

  @Override
  public String toString() {
    return Arrays.toString(numbers);
  }
}
