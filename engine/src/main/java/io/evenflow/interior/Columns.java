package io.evenflow.interior;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The program's variables, each between 0 and an upper end, with the multipliers of both ends and
 * what one Newton step needs of them.
 */
final class Columns {
  /** The upper end of a variable without ends. */
  static final double FREE = Double.NaN;

  /** A free variable's step is held back a little, which does not move where it ends. */
  static final double FREE_THETA = 1e6;

  private static final double BACK_OFF = 0.995;

  /** Variables that a core looks at in one go, from {@link #MANY} on. */
  private static final int PART = 8192;

  private static final int MANY = 4 * PART;

  private int count;

  /** How many of their ends are finite, 0 before they are counted. */
  private int ends;

  double[] cost = new double[256];
  double[] upper = new double[256];

  double[] x = new double[0];
  private double[] below = x;
  private double[] room = x;
  private double[] above = x;

  /** Weight of each variable in the normal equations; 0 for one that cannot move. */
  double[] theta = x;

  /** What the dual rows lack: cost − Aᵀy − multiplier below + multiplier above. */
  double[] lack = x;

  double[] dx = x;
  private double[] dBelow = x;
  private double[] dAbove = x;

  /** Products that the first half of a step leaves over, for its second half to take back. */
  private double[] second = x;

  private double[] secondAbove = x;

  int add(double variableCost, double end) {
    if (count == cost.length) {
      cost = Arrays.copyOf(cost, 2 * count);
      upper = Arrays.copyOf(upper, 2 * count);
    }
    cost[count] = variableCost;
    upper[count] = end;
    return count++;
  }

  int count() {
    return count;
  }

  /** From a variable to one before another. */
  private interface Range {
    void over(int from, int to);
  }

  /** A number of each range. */
  private interface Measure {
    double of(int from, int to);
  }

  private void forEach(Range range) {
    if (count < MANY) {
      range.over(0, count);
      return;
    }
    IntStream.range(0, (count + PART - 1) / PART)
        .parallel()
        .forEach(part -> range.over(part * PART, Math.min(count, (part + 1) * PART)));
  }

  /** In the same order on any number of cores. */
  private double[] measure(Measure measure) {
    if (count < MANY) {
      return new double[] {measure.of(0, count)};
    }
    double[] found = new double[(count + PART - 1) / PART];
    forEach((from, to) -> found[from / PART] = measure.of(from, to));
    return found;
  }

  private double sum(Measure measure) {
    double sum = 0;
    for (double part : measure(measure)) {
      sum += part;
    }
    return sum;
  }

  private double least(Measure measure) {
    return Arrays.stream(measure(measure)).min().orElseThrow();
  }

  private boolean isFree(int j) {
    return Double.isNaN(upper[j]);
  }

  private boolean isFixed(int j) {
    return upper[j] <= 0;
  }

  private boolean isBounded(int j) {
    return upper[j] < Double.POSITIVE_INFINITY;
  }

  /**
   * Begins in the middle of bounds, with multipliers that nearly fit the costs.
   *
   * @param reduced cost − Aᵀy at the first multipliers
   */
  void start(double[] reduced, double size, double multiplier) {
    makeRoom();
    for (int j = 0; j < count; j++) {
      if (isFree(j) || isFixed(j)) {
        continue;
      }
      below[j] = multiplier + Math.max(0, reduced[j]);
      if (isBounded(j)) {
        x[j] = upper[j] / 2;
        room[j] = upper[j] - x[j];
        above[j] = multiplier + Math.max(0, -reduced[j]);
      } else {
        x[j] = Math.clamp(size * multiplier / below[j], 1e-3 * size, size);
      }
    }
  }

  private void makeRoom() {
    x = new double[count];
    below = new double[count];
    room = new double[count];
    above = new double[count];
    theta = new double[count];
    lack = new double[count];
    dx = new double[count];
    dBelow = new double[count];
    dAbove = new double[count];
    second = new double[count];
    secondAbove = new double[count];
  }

  /** Begins where others are, as far as they are the same. */
  void startFrom(Columns others, int same) {
    makeRoom();
    System.arraycopy(others.x, 0, x, 0, same);
    System.arraycopy(others.below, 0, below, 0, same);
    System.arraycopy(others.room, 0, room, 0, same);
    System.arraycopy(others.above, 0, above, 0, same);
  }

  /** Begins a variable that has no upper end. */
  void begin(int j, double value, double multiplier) {
    x[j] = value;
    below[j] = multiplier;
  }

  /** Multiplier of a variable's lower end. */
  double multiplier(int j) {
    return below[j];
  }

  /** Mean product of distances and multipliers. */
  double mean() {
    return products(0, 0) / ends();
  }

  /** The same of the first so many variables. */
  double meanOfFirst(int same) {
    double sum = 0;
    int ends = 0;
    for (int j = 0; j < same; j++) {
      if (!isFree(j) && !isFixed(j)) {
        sum += x[j] * below[j] + (isBounded(j) ? room[j] * above[j] : 0);
        ends += isBounded(j) ? 2 : 1;
      }
    }
    return sum / Math.max(1, ends);
  }

  /** Sum of products of distances and multipliers: the gap, where rows hold. */
  double products() {
    return products(0, 0);
  }

  double objective() {
    return sum(
        (from, to) -> {
          double sum = 0;
          for (int j = from; j < to; j++) {
            sum += cost[j] * x[j];
          }
          return sum;
        });
  }

  private double products(double primal, double dual) {
    return sum((from, to) -> products(primal, dual, from, to));
  }

  private double products(double primal, double dual, int from, int to) {
    double sum = 0;
    for (int j = from; j < to; j++) {
      if (!isFree(j) && !isFixed(j)) {
        sum += (x[j] + primal * dx[j]) * (below[j] + dual * dBelow[j]);
        if (isBounded(j)) {
          sum += (room[j] - primal * dx[j]) * (above[j] + dual * dAbove[j]);
        }
      }
    }
    return sum;
  }

  private int ends() {
    if (ends == 0) {
      ends = countEnds();
    }
    return ends;
  }

  private int countEnds() {
    int ends = 0;
    for (int j = 0; j < count; j++) {
      ends += isFree(j) || isFixed(j) ? 0 : isBounded(j) ? 2 : 1;
    }
    return Math.max(1, ends);
  }

  /** Looks at the present point, of reduced costs cost − Aᵀy. */
  void weigh(double[] reduced) {
    forEach((from, to) -> weigh(reduced, from, to));
  }

  private void weigh(double[] reduced, int from, int to) {
    for (int j = from; j < to; j++) {
      if (isFixed(j)) {
        theta[j] = 0;
        lack[j] = 0;
      } else if (isFree(j)) {
        theta[j] = FREE_THETA;
        lack[j] = reduced[j];
      } else {
        double stiffness = below[j] / x[j];
        lack[j] = reduced[j] - below[j];
        if (isBounded(j)) {
          stiffness += above[j] / room[j];
          lack[j] += above[j];
        }
        theta[j] = 1 / stiffness;
      }
    }
  }

  /** Greatest lack of a dual row. */
  double mostLack() {
    double most = 0;
    for (int j = 0; j < count; j++) {
      most = Math.max(most, Math.abs(lack[j]));
    }
    return most;
  }

  /**
   * What a step is pulled by: dx = theta·(Aᵀdy − pull).
   *
   * @param target of the products
   */
  void pulls(double target, double[] pull) {
    forEach((from, to) -> pulls(target, pull, from, to));
  }

  private void pulls(double target, double[] pull, int from, int to) {
    for (int j = from; j < to; j++) {
      if (isFixed(j) || isFree(j)) {
        pull[j] = lack[j];
        continue;
      }
      pull[j] = lack[j] - (target - second[j]) / x[j] + below[j];
      if (isBounded(j)) {
        pull[j] += (target - secondAbove[j]) / room[j] - above[j];
      }
    }
  }

  /** Completes a step whose dx is known. */
  void complete(double target) {
    forEach((from, to) -> complete(target, from, to));
  }

  private void complete(double target, int from, int to) {
    for (int j = from; j < to; j++) {
      if (isFixed(j) || isFree(j)) {
        continue;
      }
      dBelow[j] = (target - second[j] - below[j] * dx[j]) / x[j] - below[j];
      if (isBounded(j)) {
        dAbove[j] = (target - secondAbove[j] + above[j] * dx[j]) / room[j] - above[j];
      }
    }
  }

  void forgetProducts() {
    Arrays.fill(second, 0);
    Arrays.fill(secondAbove, 0);
  }

  void rememberProducts() {
    forEach((from, to) -> rememberProducts(from, to));
  }

  private void rememberProducts(int from, int to) {
    for (int j = from; j < to; j++) {
      second[j] = dx[j] * dBelow[j];
      secondAbove[j] = -dx[j] * dAbove[j];
    }
  }

  double longestPrimal() {
    return Math.min(1, BACK_OFF * least(this::longestPrimal));
  }

  private double longestPrimal(int from, int to) {
    double step = 1 / BACK_OFF;
    for (int j = from; j < to; j++) {
      if (!isFree(j) && !isFixed(j)) {
        step = dx[j] < 0 ? Math.min(step, -x[j] / dx[j]) : step;
        step = dx[j] > 0 && isBounded(j) ? Math.min(step, room[j] / dx[j]) : step;
      }
    }
    return step;
  }

  double longestDual() {
    return Math.min(1, BACK_OFF * least(this::longestDual));
  }

  private double longestDual(int from, int to) {
    double step = 1 / BACK_OFF;
    for (int j = from; j < to; j++) {
      if (!isFree(j) && !isFixed(j)) {
        step = dBelow[j] < 0 ? Math.min(step, -below[j] / dBelow[j]) : step;
        step = isBounded(j) && dAbove[j] < 0 ? Math.min(step, -above[j] / dAbove[j]) : step;
      }
    }
    return step;
  }

  /** Mean product after a step. */
  double meanAfter(double primal, double dual) {
    return products(primal, dual) / ends();
  }

  void move(double primal, double dual) {
    forEach((from, to) -> move(primal, dual, from, to));
  }

  private void move(double primal, double dual, int from, int to) {
    for (int j = from; j < to; j++) {
      x[j] += primal * dx[j];
      if (!isFree(j) && !isFixed(j)) {
        below[j] += dual * dBelow[j];
        if (isBounded(j)) {
          room[j] -= primal * dx[j];
          above[j] += dual * dAbove[j];
        }
      }
    }
  }
}
