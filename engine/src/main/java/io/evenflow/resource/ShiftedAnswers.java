package io.evenflow.resource;

import io.evenflow.coordination.ConvexCosts;

/**
 * The least cost of a storage when the price of one period alone is another, for each of its
 * steps at the work of a few answers: what it costs to come to an energy, a step at the other price,
 * and what the rest costs from there.
 *
 * <pre>
 * minₑ,ᵧ Fₖ(E) + (πₖ + shift)·power(y − E) + Vₖ₊₁(y)
 * </pre>
 *
 * V is Bellman's recursion of {@link StorageOracle}; F is the same run from the start on. Where V
 * depends on energies alone, and moves on differences of them ({@link StorageOracle#isPlain}).
 */
final class ShiftedAnswers {
  private static final ThreadLocal<ShiftedAnswers> ROOM =
      ThreadLocal.withInitial(ShiftedAnswers::new);

  private final WindowMinimum charge = new WindowMinimum();
  private final WindowMinimum discharge = new WindowMinimum();
  private PiecewiseLinear until = new PiecewiseLinear();
  private PiecewiseLinear next = new PiecewiseLinear();
  private PiecewiseLinear step = new PiecewiseLinear();
  private PiecewiseLinear spare = new PiecewiseLinear();

  private ShiftedAnswers() {}

  /** The room of the calling thread. */
  static ShiftedAnswers room() {
    return ROOM.get();
  }

  /**
   * Proven lower bounds, −∞ where there is no shift.
   *
   * @param session that has solved at these costs, on this thread
   * @param linear prices by period of the stay
   * @param shifts several of them, of the price by period of the stay
   * @param least for each of them, by period of the stay
   */
  void solve(StorageOracle storage, ConvexCosts linear, double[][] shifts, double[][] least) {
    double error = storage.error(linear, most(shifts));
    double raised = 0;
    until.clear();
    until.append(0, 0, 0, 0);
    int periods = least[0].length;
    for (int k = 0; k < periods; k++) {
      double price = linear.perUnit(linear.firstPiece(k));
      for (int n = 0; n < shifts.length; n++) {
        least[n][k] =
            shifts[n][k] == 0
                ? Double.NEGATIVE_INFINITY
                : across(storage, k, price + shifts[n][k]) - error - raised;
      }
      if (k + 1 < periods) {
        next.setRestricted(until, storage.limits().least[k + 1], storage.limits().most[k + 1]);
        next = lowered(next, storage, until, price, k + 1, -1);
        raised += next.raised;
        PiecewiseLinear wanted = storage.withWanted(k + 1, next, spare);
        if (wanted == spare) {
          spare = next;
          next = wanted;
        }
        PiecewiseLinear swap = until;
        until = next;
        next = swap;
      }
    }
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

  /** The least cost where the k-th period has a price of its own. */
  private double across(StorageOracle storage, int k, double price) {
    step.setRestricted(storage.before(k + 1), storage.limits().least[k], storage.limits().most[k]);
    step = lowered(step, storage, storage.before(k + 1), price, k, 1);
    return leastSum(until, step) - step.raised;
  }

  /**
   * f lowered to what moves from or to g cost.
   *
   * @param k the energy's limits are those before this period
   * @param way 1 where g is what comes after the moves, −1 where it is what was before them
   */
  private PiecewiseLinear lowered(
      PiecewiseLinear f, StorageOracle storage, PiecewiseLinear g, double price, int k, int way) {
    int step = way > 0 ? k : k - 1;
    PiecewiseLinear result = f;
    double wear = storage.moves().wearPerKw[step];
    for (ChargeOption option : storage.moves().charging[step]) {
      result = lowered(result, charge, option.move(), storage, g, price + wear, k, way);
    }
    EnergyMove out = storage.moves().discharging[step];
    return out == null
        ? result
        : lowered(result, discharge, out, storage, g, price - wear, k, way);
  }

  private PiecewiseLinear lowered(
      PiecewiseLinear f,
      WindowMinimum window,
      EnergyMove move,
      StorageOracle storage,
      PiecewiseLinear g,
      double price,
      int k,
      int way) {
    double near = way > 0 ? move.nearest() : -move.farthest();
    double far = way > 0 ? move.farthest() : -move.nearest();
    EnergyLimits limits = storage.limits();
    window.set(g, near, far, way * move.price(price), 0, limits.least[k], limits.most[k]);
    PiecewiseLinear result = window.lower(f, spare);
    if (result == spare) {
      spare = f;
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
