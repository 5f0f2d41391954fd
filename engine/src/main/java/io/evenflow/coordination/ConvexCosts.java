package io.evenflow.coordination;

import java.util.Arrays;

/**
 * What the amount of each of a resource's rows costs: convex and piecewise linear, nothing at 0.
 * Pieces of a row follow each other in rising order. Arrays grow and are reused.
 */
public final class ConvexCosts {
  private int rows;
  private int[] first = new int[16];
  private int size;
  private double[] from = new double[16];
  private double[] to = new double[16];
  private double[] perUnit = new double[16];
  private double[] constant = new double[16];

  public void clear() {
    rows = 0;
    size = 0;
  }

  /** Begins the resource's next row; its pieces follow. */
  public void beginRow() {
    if (rows + 1 >= first.length) {
      first = Arrays.copyOf(first, 2 * first.length);
    }
    first[rows++] = size;
    first[rows] = size;
  }

  /**
   * Adds a piece to the last row begun: constant + perUnit·amount for from ≤ amount ≤ to. Unit:
   * currency, and of the row.
   */
  public void addPiece(double from, double to, double perUnit, double constant) {
    if (size == this.from.length) {
      this.from = Arrays.copyOf(this.from, 2 * size);
      this.to = Arrays.copyOf(this.to, 2 * size);
      this.perUnit = Arrays.copyOf(this.perUnit, 2 * size);
      this.constant = Arrays.copyOf(this.constant, 2 * size);
    }
    this.from[size] = from;
    this.to[size] = to;
    this.perUnit[size] = perUnit;
    this.constant[size++] = constant;
    first[rows] = size;
  }

  /** Keeps the slopes of the last row begun within an interval; it still costs nothing at 0. */
  public void clip(double least, double most) {
    int begin = first[rows - 1];
    int zero = begin;
    while (zero < size - 1 && to[zero] < 0) {
      zero++;
    }
    for (int piece = begin; piece < size; piece++) {
      perUnit[piece] = Math.clamp(perUnit[piece], least, most);
    }
    constant[zero] = 0;
    for (int piece = zero + 1; piece < size; piece++) {
      constant[piece] = constant[piece - 1] + (perUnit[piece - 1] - perUnit[piece]) * from[piece];
    }
    for (int piece = zero - 1; piece >= begin; piece--) {
      constant[piece] = constant[piece + 1] + (perUnit[piece + 1] - perUnit[piece]) * to[piece];
    }
  }

  /** One price for any amount, by row of the problem. */
  public void setLinear(double[] pricePerUnit, int[] ownRows) {
    clear();
    for (int row : ownRows) {
      beginRow();
      addPiece(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, pricePerUnit[row], 0);
    }
  }

  /** Another's first rows. */
  public void set(ConvexCosts other, int ownRows) {
    setScaled(other, ownRows, 1);
  }

  /** Another's first rows, times a factor above 0. */
  void setScaled(ConvexCosts other, int ownRows, double factor) {
    clear();
    for (int i = 0; i < ownRows; i++) {
      beginRow();
      for (int piece = other.first[i]; piece < other.first[i + 1]; piece++) {
        addPiece(
            other.from[piece],
            other.to[piece],
            factor * other.perUnit[piece],
            factor * other.constant[piece]);
      }
    }
  }

  /** Cost of an amount of the i-th row, within its pieces. Unit: currency. */
  public double at(int i, double amount) {
    if (amount == 0) {
      return 0;
    }
    double highest = Double.NEGATIVE_INFINITY;
    for (int piece = first[i]; piece < first[i + 1]; piece++) {
      highest = Math.max(highest, constant[piece] + perUnit[piece] * amount);
    }
    return highest;
  }

  /** How far the i-th row's cost lies above the line slope·amount at least, between amounts. */
  double leastAbove(int i, double slope, double least, double most) {
    double lowest = Double.POSITIVE_INFINITY;
    for (int piece = first[i]; piece < first[i + 1]; piece++) {
      double near = Math.max(least, from[piece]);
      double far = Math.min(most, to[piece]);
      if (near <= far) {
        double steeper = perUnit[piece] - slope;
        lowest = Math.min(lowest, constant[piece] + steeper * (steeper > 0 ? near : far));
      }
    }
    return lowest;
  }

  /** Of a whole profile, its own cost included. */
  public double of(Profile profile) {
    double sum = profile.ownCost();
    for (int i = 0; i < profile.amounts().length; i++) {
      sum += at(i, profile.amounts()[i]);
    }
    return sum;
  }

  /** Index of the i-th row's first piece; that of the row after it ends its pieces. */
  public int firstPiece(int i) {
    return first[i];
  }

  public double from(int piece) {
    return from[piece];
  }

  public double to(int piece) {
    return to[piece];
  }

  public double perUnit(int piece) {
    return perUnit[piece];
  }

  public double constant(int piece) {
    return constant[piece];
  }
}
