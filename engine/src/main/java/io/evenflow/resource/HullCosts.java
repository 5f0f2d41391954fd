package io.evenflow.resource;

import io.evenflow.coordination.ConvexCosts;
import io.evenflow.fleet.Storage;
import java.util.Arrays;

/**
 * What it costs at least to come from the start to an energy, or from an energy to the end, for
 * each energy before each step: the recursion of {@link StorageOracle} on the convex hull of what a
 * step can do. All its functions are convex, and a step is a merge of two lists of segments by
 * their slopes, a few segments more for each. It is a lower bound: least powers, power steps,
 * curves, starts, runs and the minimum of later places are left out of it.
 *
 * <p>Where what it says to do can be done, that is the best. Else only energies count that a
 * schedule no dearer than a known one can pass ({@link #keep}).
 *
 * <p>Not safe for threads; arrays grow and are reused.
 */
final class HullCosts {
  /** Corners of the functions before each step, in rising order of energy. */
  private double[][] energies = new double[0][];

  private double[][] costs = new double[0][];
  private int[] size = new int[0];

  /** The function at hand. */
  private double[] x = new double[64];

  private double[] y = new double[64];
  private int count;

  private double[] spareX = new double[64];
  private double[] spareY = new double[64];

  /** Corners of what a step can do. */
  private double[] moveX = new double[16];

  private double[] moveY = new double[16];
  private int moves;

  /** 1 from an energy to the end, −1 from the start to an energy. */
  private int way;

  /**
   * Runs from the start on; what is wanted after k steps is not in the function before the next.
   */
  void runFromStart(StorageOracle of, ConvexCosts given) {
    int n = begin(of, -1);
    count = 1;
    x[0] = 0;
    y[0] = 0;
    store(0);
    for (int k = 0; k < n; k++) {
      want(of, k);
      travel(of, k);
      addHull(of, given, k);
      clip(of.limits().least[k + 1], of.limits().most[k + 1]);
      store(k + 1);
    }
  }

  /**
   * Runs from the end back; what is wanted after k steps is in the function before the next.
   *
   * @param end what the end costs
   */
  void runFromEnd(StorageOracle of, ConvexCosts given, PiecewiseLinear end) {
    int n = begin(of, 1);
    takeHull(end);
    store(n);
    for (int k = n - 1; k >= 0; k--) {
      addHull(of, given, k);
      clip(of.limits().arrivalLeast[k], of.limits().arrivalMost[k]);
      travel(of, k);
      want(of, k);
      store(k);
    }
  }

  /** Makes room; returns the number of steps. */
  private int begin(StorageOracle of, int direction) {
    way = direction;
    int n = of.storage().steps().size();
    int functions = n + 1;
    int old = size.length;
    if (old < functions) {
      size = Arrays.copyOf(size, functions);
      energies = Arrays.copyOf(energies, functions);
      costs = Arrays.copyOf(costs, functions);
      for (int k = old; k < functions; k++) {
        energies[k] = new double[0];
        costs[k] = new double[0];
      }
    }
    return n;
  }

  private void store(int k) {
    if (energies[k].length < count) {
      energies[k] = new double[2 * count];
      costs[k] = new double[2 * count];
    }
    System.arraycopy(x, 0, energies[k], 0, count);
    System.arraycopy(y, 0, costs[k], 0, count);
    size[k] = count;
  }

  /** Begins with the lower hull of a function. */
  private void takeHull(PiecewiseLinear f) {
    moves = 0;
    for (int i = 0; i < f.size; i++) {
      addMove(f.left[i], f.atLeft[i]);
      addMove(f.right[i], f.atRight[i]);
    }
    moves = leaveHull(moveX, moveY, moves);
    ensureRoom(moves);
    System.arraycopy(moveX, 0, x, 0, moves);
    System.arraycopy(moveY, 0, y, 0, moves);
    count = moves;
  }

  /** What is wanted after k steps. */
  private void want(StorageOracle of, int k) {
    Storage storage = of.storage();
    for (int i = 0; i < storage.wanted().size(); i++) {
      Storage.Wanted at = storage.wanted().get(i);
      if (at.afterSteps() == k && k > 0) {
        double bend = of.limits().wanted(i);
        Double perKwh = storage.missingCostPerKwh();
        if (perKwh == null || at.isHard()) {
          clip(bend - of.moves().slack(k), Double.POSITIVE_INFINITY);
        } else {
          addShortage(bend, of.limits().wantedKwh(i), perKwh, of.moves().unit);
        }
      }
    }
  }

  private void addShortage(double bend, double wantedKwh, double perKwh, EnergyUnit unit) {
    int i = 0;
    while (i < count && x[i] < bend) {
      i++;
    }
    if (i > 0 && i < count && x[i] > bend) {
      double between = between(i - 1, bend);
      ensureRoom(count + 1);
      System.arraycopy(x, i, x, i + 1, count - i);
      System.arraycopy(y, i, y, i + 1, count - i);
      x[i] = bend;
      y[i] = between;
      count++;
    }
    for (int j = 0; j < i; j++) {
      y[j] += perKwh * (wantedKwh - unit.kwh(x[j]));
    }
  }

  /** On a trip what is not there is bought, at most all that is used. */
  private void travel(StorageOracle of, int k) {
    EnergyLimits limits = of.limits();
    double used = limits.used[k];
    if (used == 0) {
      return;
    }
    Double perKwh = of.storage().missingCostPerKwh();
    double bought = perKwh == null ? of.moves().slack(k) : used;
    moves = 0;
    addMove(way * used, 0);
    if (bought > 0) {
      addMove(way * (used - bought), perKwh == null ? 0 : bought * of.moves().unit.kwh(perKwh));
    }
    merge();
    if (way < 0) {
      clip(limits.empty, Double.POSITIVE_INFINITY);
    } else {
      clip(limits.least[k], limits.most[k]);
    }
  }

  /** Adds the lower hull of resting and of all moves of a step. */
  private void addHull(StorageOracle of, ConvexCosts given, int k) {
    StorageMoves all = of.moves();
    OnCosts onCosts = of.onCosts();
    int n = all.charging.length;
    moves = 0;
    addMove(0, 0);
    EnergyMove down = all.discharging[k];
    if (down != null) {
      double on = onCosts.ofDischarge(given, n, k);
      for (int i = given.firstPiece(k); i < given.firstPiece(k + 1); i++) {
        addMoves(down, given, i, down.price(given.perUnit(i) - all.wearPerKw[k]), on);
      }
    }
    double on = onCosts.ofCharge(given, n, k);
    for (ChargeOption option : all.charging[k]) {
      EnergyMove up = option.move();
      for (int i = given.firstPiece(k); i < given.firstPiece(k + 1); i++) {
        addMoves(up, given, i, up.price(given.perUnit(i) + all.wearPerKw[k]), on);
      }
    }
    moves = leaveHull(moveX, moveY, moves);
    merge();
  }

  private void addMoves(EnergyMove move, ConvexCosts given, int piece, double price, double on) {
    double near = move.from(given.from(piece));
    double far = move.to(given.to(piece));
    if (near <= far) {
      double constant = given.constant(piece) + on;
      addMove(-way * near, constant + price * near);
      addMove(-way * far, constant + price * far);
    }
  }

  /** Adds a corner in its place by energy. */
  private void addMove(double energy, double cost) {
    if (moves == moveX.length) {
      moveX = Arrays.copyOf(moveX, 2 * moves);
      moveY = Arrays.copyOf(moveY, 2 * moves);
    }
    int i = moves++;
    while (i > 0 && moveX[i - 1] > energy) {
      moveX[i] = moveX[i - 1];
      moveY[i] = moveY[i - 1];
      i--;
    }
    moveX[i] = energy;
    moveY[i] = cost;
  }

  /**
   * Leaves of corners in order of energy those of the lower hull; returns how many. What rounding
   * makes of short segments would hide what comes behind them from a merge by slopes.
   */
  private static int leaveHull(double[] energy, double[] cost, int corners) {
    int kept = 0;
    for (int i = 0; i < corners; i++) {
      if (kept > 0 && energy[kept - 1] == energy[i]) {
        if (cost[kept - 1] <= cost[i]) {
          continue;
        }
        kept--;
      }
      while (kept > 1 && isAbove(energy, cost, kept - 1, i)) {
        kept--;
      }
      energy[kept] = energy[i];
      cost[kept++] = cost[i];
    }
    return kept;
  }

  /** Whether a corner is on or above the line from the one before it to the i-th. */
  private static boolean isAbove(double[] energy, double[] cost, int corner, int i) {
    double before = (cost[corner] - cost[corner - 1]) * (energy[i] - energy[corner]);
    return before >= (cost[i] - cost[corner]) * (energy[corner] - energy[corner - 1]);
  }

  /** The least sum of a function and a move, for each sum of their energies. */
  private void merge() {
    if (count == 0) {
      return;
    }
    count = leaveHull(x, y, count);
    int most = count + moves;
    if (spareX.length < most) {
      spareX = new double[2 * most];
      spareY = new double[2 * most];
    }
    int i = 0;
    int j = 0;
    int merged = 0;
    while (true) {
      spareX[merged] = x[i] + moveX[j];
      spareY[merged++] = y[i] + moveY[j];
      if (i + 1 < count && j + 1 < moves) {
        double own = (y[i + 1] - y[i]) * (moveX[j + 1] - moveX[j]);
        boolean isOwn = own <= (moveY[j + 1] - moveY[j]) * (x[i + 1] - x[i]);
        i += isOwn ? 1 : 0;
        j += isOwn ? 0 : 1;
      } else if (i + 1 < count) {
        i++;
      } else if (j + 1 < moves) {
        j++;
      } else {
        break;
      }
    }
    double[] swap = x;
    x = spareX;
    spareX = swap;
    swap = y;
    y = spareY;
    spareY = swap;
    count = merged;
  }

  private void clip(double least, double most) {
    if (count == 0 || x[0] > most || x[count - 1] < least) {
      count = 0;
      return;
    }
    int first = 0;
    while (first + 1 < count && x[first + 1] <= least) {
      first++;
    }
    int last = count - 1;
    while (last > first && x[last - 1] >= most) {
      last--;
    }
    if (x[last] > most) {
      y[last] = between(last - 1, most);
      x[last] = most;
    }
    if (x[first] < least) {
      y[first] = between(first, least);
      x[first] = least;
    }
    count = last - first + 1;
    System.arraycopy(x, first, x, 0, count);
    System.arraycopy(y, first, y, 0, count);
  }

  private double between(int i, double energy) {
    return y[i] + (energy - x[i]) / (x[i + 1] - x[i]) * (y[i + 1] - y[i]);
  }

  private void ensureRoom(int corners) {
    if (x.length < corners) {
      x = Arrays.copyOf(x, 2 * corners);
      y = Arrays.copyOf(y, 2 * corners);
    }
  }

  /** Copies the function before the k-th step. */
  void copyTo(int k, PiecewiseLinear f) {
    f.setConvex(energies[k], costs[k], size[k]);
  }

  /** Cost at the start's energy before the first step; +∞ where there is none. */
  double atStart() {
    double[] at = energies[0];
    for (int i = 0; i < size[0]; i++) {
      if (at[i] >= 0) {
        return at[i] == 0 || i > 0 ? costAt(0, i, 0) : Double.POSITIVE_INFINITY;
      }
    }
    return Double.POSITIVE_INFINITY;
  }

  /**
   * Keeps of f, which is the other way's, the parts between corners at one end of which the whole
   * costs no more than {@code most}.
   */
  void keep(int k, PiecewiseLinear f, double most, PiecewiseLinear kept) {
    kept.clear();
    kept.raised = f.raised;
    if (size[k] == 0) {
      return;
    }
    double lowest = energies[k][0];
    double highest = energies[k][size[k] - 1];
    int at = 0;
    for (int i = 0; i < f.size; i++) {
      double right = Math.min(f.right[i], highest);
      double energy = Math.max(f.left[i], lowest);
      while (at + 2 < size[k] && energies[k][at + 1] <= energy) {
        at++;
      }
      double from = Double.NaN;
      double to = right;
      double before = energy;
      for (int j = at; energy <= right; energy = next(k, ++j, energy, right)) {
        boolean isNear = costAt(k, j, energy) + f.onPiece(i, energy) <= most;
        if (isNear && Double.isNaN(from)) {
          from = before;
        } else if (!isNear && !Double.isNaN(from)) {
          // the sum is convex along a piece: it does not come back
          to = energy;
          break;
        }
        before = energy;
      }
      if (!Double.isNaN(from)) {
        kept.appendMoved(f, i, 0, 0, from, to);
      }
    }
  }

  /** The j-th corner, or the end of a piece; beyond it after that. */
  private double next(int k, int j, double energy, double right) {
    if (energy >= right) {
      return Double.POSITIVE_INFINITY;
    }
    return j < size[k] ? Math.min(right, energies[k][j]) : right;
  }

  /** On the segment after the j-th corner, or that before it. */
  private double costAt(int k, int j, double energy) {
    double[] at = energies[k];
    double[] cost = costs[k];
    int i = energy < at[j] ? j - 1 : j;
    if (energy == at[i]) {
      return cost[i];
    }
    return cost[i] + (energy - at[i]) / (at[i + 1] - at[i]) * (cost[i + 1] - cost[i]);
  }
}
