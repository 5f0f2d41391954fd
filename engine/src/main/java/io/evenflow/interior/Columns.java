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

  private double[] dx = x;
  private double[] dBelow = x;
  private double[] dAbove = x;

  /** Products that the first half of a step leaves over, for its second half to take back. */
  private double[] second = x;

  private double[] secondAbove = x;

  /** Whether there is anything to take back. */
  private boolean isSecondHalf;

  /** How far the last step completed may go. */
  private double longestPrimal;

  private double longestDual;

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

  private int parts() {
    return count < MANY ? 1 : (count + PART - 1) / PART;
  }

  private void forEach(Range range) {
    if (parts() == 1) {
      range.over(0, count);
      return;
    }
    IntStream.range(0, parts())
        .parallel()
        .forEach(part -> range.over(part * PART, Math.min(count, (part + 1) * PART)));
  }

  /** In the same order on any number of cores. */
  private double[] measure(Measure measure) {
    double[] found = new double[parts()];
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
    others.copyTo(this, same);
  }

  private void copyTo(Columns other, int same) {
    System.arraycopy(x, 0, other.x, 0, same);
    System.arraycopy(below, 0, other.below, 0, same);
    System.arraycopy(room, 0, other.room, 0, same);
    System.arraycopy(above, 0, other.above, 0, same);
  }

  /** What {@link #returnTo} needs to come back here. */
  double[][] point() {
    return new double[][] {x.clone(), below.clone(), room.clone(), above.clone()};
  }

  void returnTo(double[][] point) {
    x = point[0];
    below = point[1];
    room = point[2];
    above = point[3];
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

  /** Mean product of distances and multipliers of the first so many variables. */
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

  /** How many ends variables have; at least 1. */
  int ends() {
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

  /**
   * Looks at the present point, of reduced costs cost − Aᵀy.
   *
   * @return sum of products of distances and multipliers: the gap, where rows hold
   */
  double weigh(double[] reduced) {
    isSecondHalf = false;
    return sum((from, to) -> weigh(reduced, from, to));
  }

  private double weigh(double[] reduced, int from, int to) {
    double products = 0;
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
        products += x[j] * below[j];
        if (isBounded(j)) {
          stiffness += above[j] / room[j];
          lack[j] += above[j];
          products += room[j] * above[j];
        }
        theta[j] = 1 / stiffness;
      }
    }
    return products;
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
   * @param pulled becomes theta·pull
   */
  void pulls(double target, double[] pull, double[] pulled) {
    forEach((from, to) -> pulls(target, pull, pulled, from, to));
  }

  private void pulls(double target, double[] pull, double[] pulled, int from, int to) {
    for (int j = from; j < to; j++) {
      pull[j] = lack[j];
      if (!isFixed(j) && !isFree(j)) {
        double own = isSecondHalf ? target - second[j] : target;
        pull[j] = lack[j] - own / x[j] + below[j];
        if (isBounded(j)) {
          own = isSecondHalf ? target - secondAbove[j] : target;
          pull[j] += own / room[j] - above[j];
        }
      }
      pulled[j] = theta[j] * pull[j];
    }
  }

  /**
   * Completes a step, and finds how far it may go.
   *
   * @param pull less Aᵀdy
   */
  void complete(double target, double[] pull) {
    double[] dual = new double[parts()];
    double primal = least((from, to) -> complete(target, pull, dual, from, to));
    longestPrimal = Math.min(1, BACK_OFF * primal);
    longestDual = Math.min(1, BACK_OFF * Arrays.stream(dual).min().orElseThrow());
  }

  /** Returns how far variables may go; writes how far multipliers may into their part. */
  private double complete(double target, double[] pull, double[] dual, int from, int to) {
    double most = 1 / BACK_OFF;
    double mostDual = 1 / BACK_OFF;
    for (int j = from; j < to; j++) {
      double step = -theta[j] * pull[j];
      dx[j] = step;
      if (isFixed(j) || isFree(j)) {
        continue;
      }
      double own = isSecondHalf ? target - second[j] : target;
      double belowStep = (own - below[j] * step) / x[j] - below[j];
      dBelow[j] = belowStep;
      most = step < 0 ? Math.min(most, -x[j] / step) : most;
      mostDual = belowStep < 0 ? Math.min(mostDual, -below[j] / belowStep) : mostDual;
      if (isBounded(j)) {
        own = isSecondHalf ? target - secondAbove[j] : target;
        double aboveStep = (own + above[j] * step) / room[j] - above[j];
        dAbove[j] = aboveStep;
        most = step > 0 ? Math.min(most, room[j] / step) : most;
        mostDual = aboveStep < 0 ? Math.min(mostDual, -above[j] / aboveStep) : mostDual;
      }
    }
    dual[from / PART] = mostDual;
    return most;
  }

  /** The longest step of variables within their bounds, at most 1. */
  double longestPrimal() {
    return longestPrimal;
  }

  /** The same of their multipliers. */
  double longestDual() {
    return longestDual;
  }

  /** Ends the first half of a step: returns the sum of products after it, and remembers them. */
  double firstHalf() {
    double products = sum(this::firstHalf);
    isSecondHalf = true;
    return products;
  }

  private double firstHalf(int from, int to) {
    double sum = 0;
    for (int j = from; j < to; j++) {
      if (isFree(j) || isFixed(j)) {
        continue;
      }
      sum += (x[j] + longestPrimal * dx[j]) * (below[j] + longestDual * dBelow[j]);
      second[j] = dx[j] * dBelow[j];
      if (isBounded(j)) {
        sum += (room[j] - longestPrimal * dx[j]) * (above[j] + longestDual * dAbove[j]);
        secondAbove[j] = -dx[j] * dAbove[j];
      }
    }
    return sum;
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
