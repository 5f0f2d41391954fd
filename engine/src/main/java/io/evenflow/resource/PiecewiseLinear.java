package io.evenflow.resource;

import java.util.Arrays;

/**
 * A piecewise linear, lower semicontinuous function of energy (of an {@link EnergyUnit}) that may
 * jump and may be +∞: linear on closed pieces in rising order, the lower of two where they touch,
 * +∞ where there is none. A piece may be a single point. Arrays grow and are reused.
 *
 * <p>All operations err to the lower side, but for {@link #raised}.
 */
final class PiecewiseLinear {
  /** Values closer than this, relative to 1 + |value|, are one. */
  private static final double SAME = 1e-12;

  int size;
  double[] left = new double[16];
  double[] right = new double[16];
  double[] atLeft = new double[16];
  double[] atRight = new double[16];

  /** By how much the merging of pieces can have lifted the function, at most. */
  double raised;

  void clear() {
    size = 0;
    raised = 0;
  }

  /** Value at x, +∞ outside of all pieces. */
  double at(double x) {
    double value = Double.POSITIVE_INFINITY;
    for (int i = 0; i < size && left[i] <= x; i++) {
      if (x <= right[i]) {
        value = Math.min(value, onPiece(i, x));
      }
    }
    return value;
  }

  /** Value at x of the line through piece i. */
  double onPiece(int i, double x) {
    if (x == left[i]) {
      return atLeft[i];
    }
    if (x == right[i]) {
      return atRight[i];
    }
    double share = (x - left[i]) / (right[i] - left[i]);
    return atLeft[i] + share * (atRight[i] - atLeft[i]);
  }

  /** Appends a piece that begins where the last one ends, or later. */
  void append(double from, double fromValue, double to, double toValue) {
    if (size > 0 && right[size - 1] == from && merged(from, fromValue, to, toValue)) {
      return;
    }
    ensure(size + 1);
    left[size] = from;
    right[size] = to;
    atLeft[size] = fromValue;
    atRight[size++] = toValue;
  }

  /** Merges with the last piece: a point that is no minimum, or a line that goes on. */
  private boolean merged(double from, double fromValue, double to, double toValue) {
    int last = size - 1;
    double before = atRight[last];
    if (from == to && before <= fromValue) {
      return true;
    }
    if (left[last] == from) {
      if (fromValue <= before) {
        size = last;
      }
      return false;
    }
    double same = SAME * (1 + Math.abs(before));
    if (from == to || Math.abs(fromValue - before) > same) {
      return false;
    }
    double share = (from - left[last]) / (to - left[last]);
    double chord = atLeft[last] + share * (toValue - atLeft[last]);
    double rise = chord - Math.min(before, fromValue);
    if (Math.abs(rise) > same) {
      return false;
    }
    raised += Math.max(0, rise);
    right[last] = to;
    atRight[last] = toValue;
    return true;
  }

  /** Appends the part within [least, most] of piece i of f, moved by shift and lifted. */
  void appendMoved(PiecewiseLinear f, int i, double shift, double lift, double least, double most) {
    double from = Math.max(f.left[i], least - shift);
    double to = Math.min(f.right[i], most - shift);
    if (from <= to) {
      append(from + shift, f.onPiece(i, from) + lift, to + shift, f.onPiece(i, to) + lift);
    }
  }

  /** Becomes a convex function of so many corners. */
  void setConvex(double[] energy, double[] cost, int corners) {
    clear();
    int pieces = corners == 1 ? 1 : Math.max(0, corners - 1);
    ensure(pieces);
    int first = corners == 1 ? 0 : 1;
    System.arraycopy(energy, 0, left, 0, pieces);
    System.arraycopy(cost, 0, atLeft, 0, pieces);
    System.arraycopy(energy, first, right, 0, pieces);
    System.arraycopy(cost, first, atRight, 0, pieces);
    size = pieces;
  }

  /** Becomes f within [least, most]. */
  void setRestricted(PiecewiseLinear f, double least, double most) {
    clear();
    int i = 0;
    for (; i < f.size && f.left[i] < least; i++) {
      appendMoved(f, i, 0, 0, least, most);
    }
    int end = f.size;
    while (end > i && f.right[end - 1] > most) {
      end--;
    }
    appendRun(f, i, end, Double.NEGATIVE_INFINITY);
    for (i = end; i < f.size; i++) {
      appendMoved(f, i, 0, 0, least, most);
    }
  }

  /**
   * Becomes f + perKwh·max(0, wantedKwh − E).
   *
   * @param bend wantedKwh in units, or beyond f
   */
  void setWithShortage(
      PiecewiseLinear f, double bend, double wantedKwh, double perKwh, EnergyUnit unit) {
    clear();
    raised = f.raised;
    for (int i = 0; i < f.size; i++) {
      if (f.left[i] < bend) {
        double end = Math.min(f.right[i], bend);
        double missing = end == bend ? 0 : wantedKwh - unit.kwh(end);
        append(
            f.left[i],
            f.atLeft[i] + perKwh * (wantedKwh - unit.kwh(f.left[i])),
            end,
            f.onPiece(i, end) + perKwh * missing);
      }
      if (bend < f.right[i] || bend <= f.left[i]) {
        appendMoved(f, i, 0, 0, bend, f.right[i]);
      }
    }
  }

  /**
   * Becomes what there is before a trip, of what there is after it: f(max(empty, E − used)) +
   * perUnit·max(0, used − (E − empty)) within [least, most].
   *
   * @param perUnit +∞ where nothing may be missing
   * @param slack that much may be missing for nothing, as rounding made it so
   */
  void setBeforeTrip(
      PiecewiseLinear f,
      double used,
      double empty,
      double perUnit,
      double slack,
      double least,
      double most) {
    clear();
    raised = f.raised;
    double enough = empty + used;
    boolean isHard = Double.isInfinite(perUnit);
    double from = Math.max(least, isHard ? enough - slack : least);
    double to = Math.min(most, enough);
    double nothingLeft = f.at(empty);
    if (from <= to && Double.isFinite(nothingLeft)) {
      double price = isHard ? 0 : perUnit;
      append(from, nothingLeft + price * (enough - from), to, nothingLeft + price * (enough - to));
    }
    for (int i = 0; i < f.size; i++) {
      appendMoved(f, i, used, 0, Math.max(least, enough), most);
    }
  }

  /**
   * Becomes what it costs to have an energy after a trip, of what it costs to have one before it;
   * the other way round than {@link #setBeforeTrip}.
   */
  void setAfterTrip(PiecewiseLinear f, double used, double empty, double perUnit, double slack) {
    clear();
    raised = f.raised;
    double enough = empty + used;
    boolean isHard = Double.isInfinite(perUnit);
    double price = isHard ? 0 : perUnit;
    double leastBefore = isHard ? enough - slack : Double.NEGATIVE_INFINITY;
    double nothingLeft = Double.POSITIVE_INFINITY;
    for (int i = 0; i < f.size && f.left[i] <= enough; i++) {
      double from = Math.max(f.left[i], leastBefore);
      double to = Math.min(f.right[i], enough);
      if (from <= to) {
        nothingLeft = Math.min(nothingLeft, f.onPiece(i, from) + price * (enough - from));
        nothingLeft = Math.min(nothingLeft, f.onPiece(i, to) + price * (enough - to));
      }
    }
    if (Double.isFinite(nothingLeft)) {
      append(empty, nothingLeft, empty, nothingLeft);
    }
    for (int i = 0; i < f.size; i++) {
      appendMoved(f, i, -used, 0, empty, Double.POSITIVE_INFINITY);
    }
  }

  /** Becomes the pointwise minimum of f and g, neither of which it may be. */
  void setMinimum(PiecewiseLinear f, PiecewiseLinear g) {
    clear();
    raised = f.raised + g.raised;
    int i = 0;
    int j = 0;
    double x = Double.NEGATIVE_INFINITY;
    while (i < f.size && j < g.size) {
      double fromF = Math.max(x, f.left[i]);
      double fromG = Math.max(x, g.left[j]);
      if (f.right[i] < fromG) {
        int end = i + 1;
        while (end < f.size && f.right[end] < g.left[j]) {
          end++;
        }
        appendRun(f, i, end, x);
        x = f.right[end - 1];
        i = end;
      } else if (g.right[j] < fromF) {
        int end = j + 1;
        while (end < g.size && g.right[end] < f.left[i]) {
          end++;
        }
        appendRun(g, j, end, x);
        x = g.right[end - 1];
        j = end;
      } else if (fromF < fromG) {
        x = Math.min(f.right[i], fromG);
        append(fromF, f.onPiece(i, fromF), x, f.onPiece(i, x));
        i += x == f.right[i] ? 1 : 0;
      } else if (fromG < fromF) {
        x = Math.min(g.right[j], fromF);
        append(fromG, g.onPiece(j, fromG), x, g.onPiece(j, x));
        j += x == g.right[j] ? 1 : 0;
      } else {
        x = Math.min(f.right[i], g.right[j]);
        appendLower(
            fromF, f.onPiece(i, fromF), g.onPiece(j, fromF), x, f.onPiece(i, x), g.onPiece(j, x));
        i += x == f.right[i] ? 1 : 0;
        j += x == g.right[j] ? 1 : 0;
      }
    }
    appendRest(f, i, x);
    appendRest(g, j, x);
  }

  private void appendRest(PiecewiseLinear f, int first, double x) {
    appendRun(f, first, f.size, x);
  }

  /**
   * Appends pieces of f from x on as they are. Neighbours in f have been found not to merge; what
   * has to be looked at are the first two, beside what is here already.
   */
  private void appendRun(PiecewiseLinear f, int first, int end, double x) {
    int looked = Math.min(end, first + 2);
    for (int i = first; i < looked; i++) {
      double from = Math.max(x, f.left[i]);
      append(from, f.onPiece(i, from), f.right[i], f.atRight[i]);
    }
    int rest = end - looked;
    if (rest > 0) {
      ensure(size + rest);
      System.arraycopy(f.left, looked, left, size, rest);
      System.arraycopy(f.right, looked, right, size, rest);
      System.arraycopy(f.atLeft, looked, atLeft, size, rest);
      System.arraycopy(f.atRight, looked, atRight, size, rest);
      size += rest;
    }
  }

  private void ensure(int capacity) {
    if (capacity > left.length) {
      int grown = Math.max(capacity, 2 * left.length);
      left = Arrays.copyOf(left, grown);
      right = Arrays.copyOf(right, grown);
      atLeft = Arrays.copyOf(atLeft, grown);
      atRight = Arrays.copyOf(atRight, grown);
    }
  }

  /** Appends the lower of two lines; a chord never lies above the lower of two lines. */
  private void appendLower(double from, double f0, double g0, double to, double f1, double g1) {
    double same0 = SAME * (1 + Math.abs(f0));
    double same1 = SAME * (1 + Math.abs(f1));
    double start = Math.min(f0, g0);
    double end = Math.min(f1, g1);
    boolean crossing = (f0 - g0 > same0 && g1 - f1 > same1) || (g0 - f0 > same0 && f1 - g1 > same1);
    if (crossing) {
      double share = (f0 - g0) / (f0 - g0 + (g1 - f1));
      double x = Math.floor(from + share * (to - from));
      if (from < x && x < to) {
        double first = f0 < g0 ? f1 : g1;
        double middle = start + (x - from) / (to - from) * (first - start);
        append(from, start, x, middle);
        append(x, middle, to, end);
        return;
      }
    }
    append(from, start, to, end);
  }
}
