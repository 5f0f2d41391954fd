package io.evenflow.resource;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/**
 * From which energy e(y) on a charging curve lets an energy y be reached within a step: continuous,
 * rising and piecewise linear. Whole numbers of {@link EnergyUnit}, rounded down: bounds stay
 * bounds.
 */
final class CurveReach {
  /** Bends y, and e(y) there. */
  private final double[] at;

  private final double[] from;

  private CurveReach(double[] at, double[] from) {
    this.at = at;
    this.from = from;
  }

  /**
   * The greater of two functions, given by bends (y, e) in rising order.
   *
   * @param rising what the curve at the beginning of a step demands; nothing beyond its last bend
   * @param falling what it demands at the end, up to the full battery; nothing before its first
   *     bend
   * @param steps of the storage: what whole numbers may be astray by
   */
  static CurveReach of(List<double[]> rising, List<double[]> falling, int steps) {
    DoubleUnaryOperator begin =
        y -> y > rising.getLast()[0] ? Double.NEGATIVE_INFINITY : line(rising, y);
    DoubleUnaryOperator end =
        y -> y < falling.getFirst()[0] ? Double.NEGATIVE_INFINITY : line(falling, y);
    double[] bends = bends(rising, falling);
    List<double[]> result = new ArrayList<>();
    double steepest = 1;
    for (double y : bends) {
      double e = Math.max(begin.applyAsDouble(y), end.applyAsDouble(y));
      if (!result.isEmpty()) {
        double[] last = result.getLast();
        if (y - last[0] < 1) {
          continue;
        }
        steepest = Math.max(steepest, (e - last[1]) / (y - last[0]));
      }
      result.add(new double[] {y, e});
    }
    double astray = 2 * (1 + steepest) + steps + 1;
    return new CurveReach(
        result.stream().mapToDouble(point -> Math.rint(point[0])).toArray(),
        result.stream().mapToDouble(point -> Math.floor(point[1] - astray)).toArray());
  }

  /** Bends of both, and where they cross. */
  private static double[] bends(List<double[]> rising, List<double[]> falling) {
    List<Double> all = new ArrayList<>();
    rising.forEach(point -> all.add(point[0]));
    falling.forEach(point -> all.add(point[0]));
    all.sort(null);
    List<Double> crossings = new ArrayList<>();
    for (int i = 1; i < all.size(); i++) {
      double left = Math.max(all.get(i - 1), falling.getFirst()[0]);
      double right = Math.min(all.get(i), rising.getLast()[0]);
      if (left < right) {
        double before = line(rising, left) - line(falling, left);
        double after = line(rising, right) - line(falling, right);
        if (before * after < 0) {
          crossings.add(left + before / (before - after) * (right - left));
        }
      }
    }
    all.addAll(crossings);
    double full = falling.getLast()[0];
    return all.stream().mapToDouble(Double::doubleValue).filter(y -> y <= full).sorted().toArray();
  }

  /** The line through bends at y, level beyond them. */
  private static double line(List<double[]> bends, double y) {
    double[] before = bends.getFirst();
    for (double[] bend : bends) {
      if (y <= bend[0]) {
        double share = bend[0] == before[0] ? 1 : (y - before[0]) / (bend[0] - before[0]);
        return y <= before[0] ? before[1] : before[1] + share * (bend[1] - before[1]);
      }
      before = bend;
    }
    return before[1];
  }

  /** Energy from which y can be reached by no more than {@code far} up. */
  double from(double y, double far) {
    return Math.max(y - far, Math.floor(exactFrom(y)));
  }

  private double exactFrom(double y) {
    int last = at.length - 1;
    if (y <= at[0]) {
      return from[0];
    }
    if (y >= at[last]) {
      return from[last];
    }
    int i = segment(y);
    double share = (y - at[i]) / (at[i + 1] - at[i]);
    return from[i] + share * (from[i + 1] - from[i]);
  }

  /** Index of the last bend at or before y. */
  private int segment(double y) {
    int i = 0;
    while (i + 2 < at.length && at[i + 1] <= y) {
      i++;
    }
    return i;
  }

  /** Where {@link #from} bends next after y, or {@code to} if that is first. */
  double nextBend(double y, double to, double far) {
    double next = to;
    for (double bend : at) {
      if (bend > y && bend < next) {
        next = bend;
      }
    }
    double here = exactFrom(y) - (y - far);
    double there = exactFrom(next) - (next - far);
    if (here * there < 0) {
      double crossing = Math.floor(y + here / (here - there) * (next - y));
      return crossing > y && crossing < next ? crossing : next;
    }
    return next;
  }

  /** Greatest y that can be reached from an energy. */
  double farthest(double energy, double far) {
    int last = at.length - 1;
    double most = energy + far;
    if (energy >= from[last]) {
      return most;
    }
    int i = last - 1;
    while (i > 0 && from[i] > energy) {
      i--;
    }
    if (energy < from[i]) {
      return Double.NEGATIVE_INFINITY;
    }
    double share = (energy - from[i]) / (from[i + 1] - from[i]);
    return Math.min(most, Math.floor(at[i] + share * (at[i + 1] - at[i])));
  }

  /** Least y that moves of {@code near} and more reach. */
  double leastReached(double near) {
    if (at[0] - from[0] >= near) {
      return Double.NEGATIVE_INFINITY;
    }
    for (int i = 1; i < at.length; i++) {
      if (at[i] - from[i] >= near) {
        return Math.floor(crossing(i, near));
      }
    }
    return Double.POSITIVE_INFINITY;
  }

  /** Greatest y that moves of {@code near} and more reach. */
  double mostReached(double near) {
    int last = at.length - 1;
    if (at[last] - from[last] >= near) {
      return Double.POSITIVE_INFINITY;
    }
    for (int i = last; i > 0; i--) {
      if (at[i - 1] - from[i - 1] >= near) {
        return Math.ceil(crossing(i, near));
      }
    }
    return Double.NEGATIVE_INFINITY;
  }

  /** Where y − e(y) is near, before the i-th bend. */
  private double crossing(int i, double near) {
    double before = at[i - 1] - from[i - 1] - near;
    double after = at[i] - from[i] - near;
    return at[i - 1] + before / (before - after) * (at[i] - at[i - 1]);
  }
}
