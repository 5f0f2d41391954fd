package io.evenflow.resource;

import io.evenflow.coordination.ConvexCosts;

/**
 * The least cost of a storage when the price of one period alone is another, for each of its steps
 * at the work of a few answers: what it costs to come to an energy, a step at the other price, and
 * what the rest costs from there.
 *
 * <pre>
 * minₑ,ᵧ Fₖ(E) + (πₖ + shift)·power(y − E) + Vₖ₊₁(y)
 * </pre>
 *
 * V is Bellman's recursion of {@link StorageOracle}; F is the same run from the start on. For
 * storages whose moves depend on nothing but differences of energies and whose V on nothing but
 * energy ({@link StorageOracle#isPlain}).
 */
final class ShiftedAnswers {
  private static final ThreadLocal<ShiftedAnswers> ROOM =
      ThreadLocal.withInitial(ShiftedAnswers::new);

  private static final double NONE = Double.NEGATIVE_INFINITY;

  private final WindowMinimum charge = new WindowMinimum();
  private final WindowMinimum discharge = new WindowMinimum();
  private PiecewiseLinear until = new PiecewiseLinear();
  private PiecewiseLinear next = new PiecewiseLinear();
  private PiecewiseLinear step = new PiecewiseLinear();
  private PiecewiseLinear spare = new PiecewiseLinear();

  /** Limits of the energy at the near end of the moves at hand. */
  private double from;

  private double to;

  private ShiftedAnswers() {}

  /** The room of the calling thread. */
  static ShiftedAnswers room() {
    return ROOM.get();
  }

  /**
   * Proven lower bounds, −∞ where there is no shift.
   *
   * @param storage that has solved at these costs, on this thread
   * @param linear prices by step, of plugs after those of powers
   * @param shifts several of them, of these prices
   * @param least for each of them
   */
  void solve(StorageOracle storage, ConvexCosts linear, double[][] shifts, double[][] least) {
    double error = storage.error(linear, most(shifts));
    int steps = storage.storage().steps().size();
    double raised = 0;
    until.clear();
    until.append(0, 0, 0, 0);
    for (int k = 0; k < steps; k++) {
      if (storage.limits().used[k] != 0) {
        storage.addTripTo(k, until, next);
        swap();
      }
      double price = price(linear, k);
      double plug = storage.hasPlugs() ? price(linear, steps + k) : 0;
      for (int n = 0; n < shifts.length; n++) {
        double shift = shifts[n][k];
        double lost = error + raised;
        least[n][k] = shift == 0 ? NONE : across(storage, k, price + shift, plug) - lost;
        if (storage.hasPlugs()) {
          shift = shifts[n][steps + k];
          least[n][steps + k] = shift == 0 ? NONE : across(storage, k, price, plug + shift) - lost;
        }
      }
      if (k + 1 < steps) {
        double lowest = Math.max(storage.limits().least[k + 1], storage.limits().minimum[k]);
        next.setRestricted(until, lowest, storage.limits().most[k + 1]);
        next = lowered(next, storage, until, price, plug, k, -1);
        next = storage.withWanted(k + 1, next, spare) == next ? next : swapSpare();
        raised += next.raised;
        swap();
      }
    }
  }

  private static double price(ConvexCosts linear, int i) {
    return linear.perUnit(linear.firstPiece(i));
  }

  private void swap() {
    PiecewiseLinear swap = until;
    until = next;
    next = swap;
  }

  /** Takes what is in the spare for what is next. */
  private PiecewiseLinear swapSpare() {
    PiecewiseLinear taken = spare;
    spare = next;
    return taken;
  }

  private static double most(double[][] shifts) {
    double most = 0;
    for (double[] shift : shifts) {
      for (double by : shift) {
        most = Math.max(most, Math.abs(by));
      }
    }
    return most;
  }

  /** The least cost where the k-th step has prices of its own. */
  private double across(StorageOracle storage, int k, double price, double plug) {
    EnergyLimits limits = storage.limits();
    PiecewiseLinear after = storage.allowed(k, storage.before(k + 1));
    step.setRestricted(after, limits.arrivalLeast[k], limits.arrivalMost[k]);
    step = lowered(step, storage, after, price, plug, k, 1);
    return leastSum(until, step) - step.raised;
  }

  /**
   * f lowered to what moves from or to g cost in the k-th step.
   *
   * @param way 1 where g is what comes after the moves, −1 where it is what was before them
   */
  private PiecewiseLinear lowered(
      PiecewiseLinear f,
      StorageOracle storage,
      PiecewiseLinear g,
      double price,
      double plug,
      int k,
      int way) {
    EnergyLimits limits = storage.limits();
    from = way > 0 ? limits.arrivalLeast[k] : Math.max(limits.least[k + 1], limits.minimum[k]);
    to = way > 0 ? limits.arrivalMost[k] : limits.most[k + 1];
    PiecewiseLinear result = f;
    double wear = storage.moves().wearPerKw[k];
    for (ChargeOption option : storage.moves().charging[k]) {
      EnergyMove move = option.move();
      set(charge, g, move.nearest(), move.farthest(), move.price(price + wear), plug, way);
      result = lowered(result, charge);
    }
    EnergyMove out = storage.moves().discharging[k];
    if (out != null) {
      set(discharge, g, out.nearest(), out.farthest(), out.price(price - wear), plug, way);
      result = lowered(result, discharge);
    }
    return limits.minimum[k] == Double.NEGATIVE_INFINITY
        ? result
        : loweredBelowMinimum(
            result, storage, way > 0 ? storage.before(k + 1) : g, price, plug, k, way);
  }

  private void set(
      WindowMinimum window,
      PiecewiseLinear g,
      double nearest,
      double farthest,
      double price,
      double constant,
      int way) {
    double near = way > 0 ? nearest : -farthest;
    double far = way > 0 ? farthest : -nearest;
    window.set(g, near, far, way * price, constant, from, to);
  }

  private PiecewiseLinear lowered(PiecewiseLinear f, WindowMinimum window) {
    PiecewiseLinear result = window.lower(f, spare);
    if (result == spare) {
      spare = f;
    }
    return result;
  }

  /** Likewise full power below the minimum, and batteries that do not take the least power. */
  private PiecewiseLinear loweredBelowMinimum(
      PiecewiseLinear f,
      StorageOracle storage,
      PiecewiseLinear g,
      double price,
      double plug,
      int k,
      int way) {
    EnergyLimits limits = storage.limits();
    double minimum = limits.mostBelowMinimum(k);
    double up = storage.moves().fullPower(k);
    from = way > 0 ? limits.arrivalLeast[k] : limits.least[k + 1];
    to = Math.min(way > 0 ? limits.arrivalMost[k] : limits.most[k + 1], minimum);
    double full = to;
    to = way > 0 ? Math.min(to, minimum - up) : to;
    set(charge, g, up, up, 0, storage.moves().fullPowerCost(k, price, plug), way);
    PiecewiseLinear result = lowered(f, charge);
    if (limits.canBeTooFull(k)) {
      from = Math.max(from, limits.tooFull(k));
      to = full;
      set(charge, g, 0, 0, 0, 0, way);
      result = lowered(result, charge);
    }
    return result;
  }

  /** min f + g, over all pairs of pieces that overlap. */
  private static double leastSum(PiecewiseLinear f, PiecewiseLinear g) {
    double least = Double.POSITIVE_INFINITY;
    int first = 0;
    for (int i = 0; i < f.size; i++) {
      while (first < g.size && g.right[first] < f.left[i]) {
        first++;
      }
      for (int j = first; j < g.size && g.left[j] <= f.right[i]; j++) {
        double from = Math.max(f.left[i], g.left[j]);
        double to = Math.min(f.right[i], g.right[j]);
        least = Math.min(least, f.onPiece(i, from) + g.onPiece(j, from));
        least = Math.min(least, f.onPiece(i, to) + g.onPiece(j, to));
      }
    }
    return least;
  }
}
