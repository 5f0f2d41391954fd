package io.evenflow.resource;

import org.jspecify.annotations.Nullable;

/**
 * What a move within a window costs at best,
 *
 * <pre>  W(E) = constant + min { price·(y − E) + V(y) : E + nearest ≤ y ≤ E + farthest },</pre>
 *
 * for a piecewise linear V; a charging curve may cut the far end further ({@link CurveReach}).
 * Along each piece of V + price·y the best y is one of its ends or an end of the window, so W is
 * the lower envelope of three functions: V where it rises, moved by the near end; V where it falls,
 * moved by the far end; and a staircase of local minima, each in reach for a window's length
 * (tilted by −price), found with a monotone queue (Lemire, arXiv cs/0610046).
 */
final class WindowMinimum {
  private final PiecewiseLinear rising = new PiecewiseLinear();
  private final PiecewiseLinear falling = new PiecewiseLinear();
  private final PiecewiseLinear stairs = new PiecewiseLinear();

  /** Local minima in reach, values of V + price·y rising. */
  private double[] queueAt = new double[16];

  private double[] queueValue = new double[16];
  private int head;
  private int tail;

  private double near;
  private double far;
  private double price;
  private double constant;
  private double least;
  private double most;
  private double stepFrom;

  /** What a charging curve leaves of the window's far end, null for all. */
  private @Nullable CurveReach reach;

  private final PiecewiseLinear reachable = new PiecewiseLinear();
  private final PiecewiseLinear bent = new PiecewiseLinear();

  /** Makes W within [least, most] from V; price per unit of energy. */
  void set(
      PiecewiseLinear v,
      double nearest,
      double farthest,
      double price,
      double constant,
      double least,
      double most) {
    reach = null;
    setWithin(v, nearest, farthest, price, constant, least, most);
  }

  /** The same where a charging curve may keep it from the far end. */
  void set(
      PiecewiseLinear v,
      double nearest,
      double farthest,
      CurveReach curve,
      double price,
      double constant,
      double least,
      double most) {
    reach = curve;
    reachable.setRestricted(v, curve.leastReached(nearest), curve.mostReached(nearest));
    setWithin(reachable, nearest, farthest, price, constant, least, most);
  }

  private void setWithin(
      PiecewiseLinear v,
      double nearest,
      double farthest,
      double price,
      double constant,
      double least,
      double most) {
    this.constant = constant;
    this.near = nearest;
    this.far = farthest;
    this.price = price;
    this.least = least;
    this.most = most;
    rising.clear();
    falling.clear();
    stairs.clear();
    head = 0;
    tail = 0;
    if (nearest == farthest) {
      for (int i = 0; i < v.size; i++) {
        rising.appendMoved(v, i, -near, price * near + constant, least, most);
      }
      return;
    }
    ensureQueue(v.size);
    CurveReach curve = reach;
    for (int i = 0; i < v.size; i++) {
      if (curve == null) {
        addPiece(v, i);
      } else {
        addPiece(v, i, curve);
      }
    }
    while (head < tail) {
      leaveFirst();
    }
  }

  private void addPiece(PiecewiseLinear v, int i) {
    double slope = v.atRight[i] - v.atLeft[i] + price * (v.right[i] - v.left[i]);
    if (slope >= 0) {
      rising.appendMoved(v, i, -near, price * near + constant, least, most);
      addMinimum(v.left[i], v.atLeft[i], v.left[i] - far);
    } else {
      falling.appendMoved(v, i, -far, price * far + constant, least, most);
      addMinimum(v.right[i], v.atRight[i], v.right[i] - far);
    }
  }

  private void addPiece(PiecewiseLinear v, int i, CurveReach curve) {
    double slope = v.atRight[i] - v.atLeft[i] + price * (v.right[i] - v.left[i]);
    if (slope >= 0) {
      rising.appendMoved(v, i, -near, price * near + constant, least, most);
      addMinimum(v.left[i], v.atLeft[i], curve.from(v.left[i], far));
    } else {
      addFalling(v, i, curve);
      addMinimum(v.right[i], v.atRight[i], curve.from(v.right[i], far));
    }
  }

  /** A falling piece seen from the far end, which the curve bends. */
  private void addFalling(PiecewiseLinear v, int i, CurveReach curve) {
    double from = v.left[i];
    double to = v.right[i];
    do {
      double next = curve.nextBend(from, to, far);
      double enters = curve.from(from, far);
      double leaves = curve.from(next, far);
      bent.clear();
      bent.append(enters, bentValue(v, i, from, enters), leaves, bentValue(v, i, next, leaves));
      if (enters == leaves) {
        bent.append(enters, bent.atRight[0], enters, bent.atRight[0]);
      }
      for (int part = 0; part < bent.size; part++) {
        falling.appendMoved(bent, part, 0, 0, least, most);
      }
      from = next;
    } while (from < to);
  }

  private double bentValue(PiecewiseLinear v, int i, double y, double energy) {
    return v.onPiece(i, y) + price * (y - energy) + constant;
  }

  /** A local minimum (y, V(y)) comes into reach at E = enters, which is y − far without a curve. */
  private void addMinimum(double y, double value, double enters) {
    double tilted = value + price * y;
    while (head < tail && queueAt[head] - near < enters) {
      leaveFirst();
    }
    if (head == tail) {
      stepFrom = enters;
    } else if (tilted < queueValue[head]) {
      step(enters);
    }
    while (head < tail && queueValue[tail - 1] >= tilted) {
      tail--;
    }
    queueAt[tail] = y;
    queueValue[tail++] = tilted;
  }

  private void leaveFirst() {
    step(queueAt[head] - near);
    head++;
  }

  /** The queue's first minimum is the best up to E = to. */
  private void step(double to) {
    double from = Math.max(stepFrom, least);
    double end = Math.min(to, most);
    if (from <= end) {
      double value = queueValue[head] + constant;
      stairs.append(from, value - price * from, end, value - price * end);
    }
    stepFrom = to;
  }

  private void ensureQueue(int capacity) {
    if (queueAt.length < capacity) {
      queueAt = new double[2 * capacity];
      queueValue = new double[2 * capacity];
    }
  }

  /** Lowers f to W with the help of a spare function; returns which of the two holds the result. */
  PiecewiseLinear lower(PiecewiseLinear f, PiecewiseLinear spare) {
    PiecewiseLinear result = f;
    PiecewiseLinear other = spare;
    for (int part = 0; part < 3; part++) {
      PiecewiseLinear g = part == 0 ? rising : part == 1 ? falling : stairs;
      if (g.size > 0) {
        other.setMinimum(result, g);
        PiecewiseLinear swap = result;
        result = other;
        other = swap;
      }
    }
    return result;
  }
}
