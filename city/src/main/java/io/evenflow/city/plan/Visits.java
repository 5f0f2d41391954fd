package io.evenflow.city.plan;

import io.evenflow.method.Visitors;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * What commuters draw at a feeder's stations: sums alone, whoever they are.
 *
 * @param stations ids, each once
 * @param kw by station and period. Unit: kW
 * @param leastKw by station and period all of them together could. Unit: kW
 * @param mostKw likewise
 */
public record Visits(
    ArrayList<String> stations, double[][] kw, double[][] leastKw, double[][] mostKw)
    implements Serializable {
  Visits with(double[][] otherKw) {
    return new Visits(stations, otherKw, leastKw, mostKw);
  }

  Visitors visitors() {
    return new Visitors(List.copyOf(stations), kw, leastKw, mostKw);
  }

  /** Of all stations in a period. Unit: kW. */
  double kw(int period) {
    double sum = 0;
    for (double[] own : kw) {
      sum += own[period];
    }
    return sum;
  }

  /**
   * What is proven of a feeder's day whatever commuters draw within their reach: it costs at least
   * base + Σ price·kw.
   *
   * @param base unit: currency
   * @param pricePerKw by station and period. Unit: currency per kW held for the period
   */
  public record Proof(double base, double[][] pricePerKw) implements Serializable {
    /** What it says where they draw this. Unit: currency. */
    double at(double[][] kw) {
      double sum = base;
      for (int k = 0; k < kw.length; k++) {
        for (int t = 0; t < kw[k].length; t++) {
          sum += pricePerKw[k][t] * kw[k][t];
        }
      }
      return sum;
    }
  }
}
