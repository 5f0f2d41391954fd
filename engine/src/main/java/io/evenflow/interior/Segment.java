package io.evenflow.interior;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * Consecutive steps of a chain within one block: its balances make a tridiagonal matrix, which goes
 * out of the normal equations and leaves a dense one between the ports at which others see it: its
 * nodes, and where the chain came from and goes on.
 *
 * <p>With sₖ the balances' own weights and vₖ the levels', the factor is dₖ = sₖ + vₖ, sₖ₊₁ = own +
 * vₖ·sₖ/dₖ: sums of positive numbers only, which loses no digits.
 */
final class Segment {
  private static final int DRAWN = 0;
  private static final int FED = 1;
  private static final int LEVEL = 2;
  private static final int MISSED = 3;
  private static final int KINDS = 4;

  /** A pivot that is nothing leaves its multiplier where it is. */
  private static final double LEAST_PIVOT = 1e-30;

  private final Columns columns;
  private final double[] gain;
  private final double[] loss;
  private final int first;
  private final int n;

  /** The variable of the level it begins with, −1 where that is 0. */
  private final int start;

  /** The block's places of the steps' nodes, then of its start and of its end, −1 for none. */
  final int[] place;

  private final double[] lowest;
  private final double before;

  private final double[] pivot;
  private final double[] below;
  private final double[] cross;
  private final double[] own;
  final double[] y;
  private final double[] rhs;

  /**
   * @param price of what each step draws
   * @param from first step of the chain
   * @param to after its last
   * @param place in the block of each of its nodes; of the start's and the end's ties, or −1
   */
  Segment(Columns columns, Chain chain, double[] price, int from, int to, int[] place) {
    this.columns = columns;
    this.place = place;
    n = to - from;
    gain = Arrays.copyOfRange(chain.gain(), from, to);
    loss = Arrays.copyOfRange(chain.loss(), from, to);
    lowest = Arrays.copyOfRange(chain.lowest(), from, to);
    first = columns.count();
    for (int k = from; k < to; k++) {
      double perUnit = price[chain.nodes()[k]];
      columns.add(chain.movingCost()[k] + perUnit, chain.mostDrawn()[k]);
      columns.add(chain.movingCost()[k] - perUnit, chain.mostFed()[k]);
      boolean isLast = k == chain.nodes().length - 1;
      columns.add(isLast ? -chain.worth() : 0, chain.highest()[k] - chain.lowest()[k]);
      columns.add(chain.missCost()[k], chain.mostMissed()[k]);
    }
    before = from == 0 ? 0 : chain.lowest()[from - 1];
    start = place[n] < 0 ? -1 : columns.add(0, chain.highest()[from - 1] - before);
    pivot = new double[n];
    below = new double[n];
    cross = new double[n + 2];
    own = new double[n + 2];
    y = new double[n];
    rhs = new double[n];
  }

  private int column(int k, int kind) {
    return first + KINDS * k + kind;
  }

  /** What is drawn in each of its steps. */
  DoubleStream amounts() {
    return IntStream.range(0, n)
        .mapToDouble(k -> columns.x[column(k, DRAWN)] - columns.x[column(k, FED)]);
  }

  /** Adds what its ports see of values by column to sums of the block's places. */
  void addPorts(double[] value, double[] sums) {
    for (int k = 0; k < n; k++) {
      sums[place[k]] += value[column(k, DRAWN)] - value[column(k, FED)];
    }
    if (start >= 0) {
      sums[place[n]] += value[start];
    }
    if (place[n + 1] >= 0) {
      sums[place[n + 1]] -= value[column(n - 1, LEVEL)];
    }
  }

  /** Sum of the k-th balance at values by column. */
  private double balance(int k, double[] value) {
    double sum =
        value[column(k, LEVEL)]
            - gain[k] * value[column(k, DRAWN)]
            + loss[k] * value[column(k, FED)]
            - value[column(k, MISSED)];
    if (k > 0) {
      sum -= value[column(k - 1, LEVEL)];
    } else if (start >= 0) {
      sum -= value[start];
    }
    return sum;
  }

  private double right(int k) {
    return (k == 0 ? before : lowest[k - 1]) - lowest[k];
  }

  /** Greatest miss of a balance. */
  double mostMissed() {
    double most = 0;
    for (int k = 0; k < n; k++) {
      most = Math.max(most, Math.abs(right(k) - balance(k, columns.x)));
    }
    return most;
  }

  /** Takes Aᵀy off costs by column. */
  void reduce(double[] prices, double[] multipliers, double[] byColumn) {
    for (int k = 0; k < n; k++) {
      double price = prices[place[k]];
      byColumn[column(k, DRAWN)] -= (price - gain[k] * multipliers[k]);
      byColumn[column(k, FED)] -= (loss[k] * multipliers[k] - price);
      double after = k < n - 1 ? multipliers[k + 1] : 0;
      byColumn[column(k, LEVEL)] -= (multipliers[k] - after);
      byColumn[column(k, MISSED)] += multipliers[k];
    }
    if (start >= 0) {
      byColumn[start] -= (prices[place[n]] - multipliers[0]);
    }
    if (place[n + 1] >= 0) {
      byColumn[column(n - 1, LEVEL)] += prices[place[n + 1]];
    }
  }

  /** Factors its balances and adds what is left between its ports to the block's matrix. */
  void eliminate(double[][] block) {
    double[] theta = columns.theta;
    double carried = start >= 0 ? theta[start] : 0;
    for (int k = 0; k < n; k++) {
      double drawn = theta[column(k, DRAWN)];
      double fed = theta[column(k, FED)];
      double level = theta[column(k, LEVEL)];
      double weight =
          gain[k] * gain[k] * drawn + loss[k] * loss[k] * fed + theta[column(k, MISSED)] + carried;
      pivot[k] = Math.max(LEAST_PIVOT, weight + level);
      below[k] = level / pivot[k];
      carried = below[k] * weight;
      cross[k] = -gain[k] * drawn - loss[k] * fed;
      own[k] = drawn + fed;
    }
    if (start >= 0) {
      own[n] = theta[start];
      cross[n] = -own[n];
    }
    if (place[n + 1] >= 0) {
      own[n + 1] = theta[column(n - 1, LEVEL)];
      cross[n + 1] = -own[n + 1];
    }
    addInverse(block);
  }

  /** The inverse of a tridiagonal matrix, from its last column on. */
  private void addInverse(double[][] block) {
    double diagonal = 0;
    boolean hasEnd = place[n + 1] >= 0;
    for (int j = n - 1; j >= 0; j--) {
      diagonal = 1 / pivot[j] + below[j] * below[j] * diagonal;
      double[] row = block[place[j]];
      row[place[j]] += own[j] - cross[j] * cross[j] * diagonal;
      double z = diagonal;
      double factor = cross[j];
      for (int i = j - 1; i >= 0; i--) {
        z *= below[i];
        row[place[i]] -= factor * cross[i] * z;
      }
      if (start >= 0) {
        block[place[n]][place[j]] -= cross[n] * cross[j] * z;
      }
      if (j == n - 1 && hasEnd) {
        addEnd(block[place[n + 1]], diagonal);
      }
    }
    if (start >= 0) {
      block[place[n]][place[n]] += own[n] - cross[n] * cross[n] * diagonal;
    }
  }

  private void addEnd(double[] row, double last) {
    double factor = cross[n + 1];
    row[place[n + 1]] += own[n + 1] - factor * factor * last;
    double z = last;
    for (int i = n - 1; i >= 0; i--) {
      row[place[i]] -= factor * cross[i] * z;
      z = i > 0 ? z * below[i - 1] : z;
    }
    if (start >= 0) {
      row[place[n]] -= factor * cross[n] * z;
    }
  }

  /** Begins a step: what its balances ask for by themselves goes to the block's places. */
  void forward(double[] pulled, double[] sums) {
    for (int k = 0; k < n; k++) {
      rhs[k] = right(k) - balance(k, columns.x) + balance(k, pulled);
    }
    double[] t = solve(rhs);
    for (int k = 0; k < n; k++) {
      sums[place[k]] -= cross[k] * t[k];
    }
    if (start >= 0) {
      sums[place[n]] -= cross[n] * t[0];
    }
    if (place[n + 1] >= 0) {
      sums[place[n + 1]] -= cross[n + 1] * t[n - 1];
    }
  }

  /** Ends a step, whose prices are known; the step of its multipliers. */
  double[] backward(double[] prices) {
    for (int k = 0; k < n; k++) {
      rhs[k] -= cross[k] * prices[place[k]];
    }
    if (start >= 0) {
      rhs[0] -= cross[n] * prices[place[n]];
    }
    if (place[n + 1] >= 0) {
      rhs[n - 1] -= cross[n + 1] * prices[place[n + 1]];
    }
    return solve(rhs);
  }

  private double[] solve(double[] right) {
    double[] t = right.clone();
    for (int k = 1; k < n; k++) {
      t[k] += below[k - 1] * t[k - 1];
    }
    t[n - 1] /= pivot[n - 1];
    for (int k = n - 2; k >= 0; k--) {
      t[k] = t[k] / pivot[k] + below[k] * t[k + 1];
    }
    return t;
  }
}
