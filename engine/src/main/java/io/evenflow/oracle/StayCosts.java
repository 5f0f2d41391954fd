package io.evenflow.oracle;

import java.util.Arrays;

/**
 * What a session's net power costs in each period of its stay: convex and piecewise linear, nothing
 * at 0 kW. Pieces of a period follow each other in rising order. Arrays grow and are reused.
 */
public final class StayCosts {
  private int periods;
  private int[] first = new int[16];
  private int size;
  private double[] fromKw = new double[16];
  private double[] toKw = new double[16];
  private double[] pricePerKw = new double[16];
  private double[] constant = new double[16];

  public void clear() {
    periods = 0;
    size = 0;
  }

  /** Begins the next period of the stay; its pieces follow. */
  public void beginPeriod() {
    if (periods + 1 >= first.length) {
      first = Arrays.copyOf(first, 2 * first.length);
    }
    first[periods++] = size;
    first[periods] = size;
  }

  /**
   * Adds a piece to the last period begun: constant + pricePerKw·net for from ≤ net ≤ to. Unit: kW
   * and currency for the period.
   */
  public void addPiece(double fromKw, double toKw, double pricePerKw, double constant) {
    if (size == this.fromKw.length) {
      this.fromKw = Arrays.copyOf(this.fromKw, 2 * size);
      this.toKw = Arrays.copyOf(this.toKw, 2 * size);
      this.pricePerKw = Arrays.copyOf(this.pricePerKw, 2 * size);
      this.constant = Arrays.copyOf(this.constant, 2 * size);
    }
    this.fromKw[size] = fromKw;
    this.toKw[size] = toKw;
    this.pricePerKw[size] = pricePerKw;
    this.constant[size++] = constant;
    first[periods] = size;
  }

  /** One price for any power, by period of the horizon, of which the stay begins at arrival. */
  void setLinear(double[] price, int arrival, int stay) {
    clear();
    for (int k = 0; k < stay; k++) {
      beginPeriod();
      addPiece(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, price[arrival + k], 0);
    }
  }

  /** Cost of a net power in the k-th period, within its pieces. Unit: currency. */
  public double at(int k, double netKw) {
    if (netKw == 0) {
      return 0;
    }
    double highest = Double.NEGATIVE_INFINITY;
    for (int i = first[k]; i < first[k + 1]; i++) {
      highest = Math.max(highest, constant[i] + pricePerKw[i] * netKw);
    }
    return highest;
  }

  int firstPiece(int k) {
    return first[k];
  }

  double fromKw(int piece) {
    return fromKw[piece];
  }

  double toKw(int piece) {
    return toKw[piece];
  }

  double pricePerKw(int piece) {
    return pricePerKw[piece];
  }

  double constant(int piece) {
    return constant[piece];
  }
}
