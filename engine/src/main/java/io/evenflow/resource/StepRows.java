package io.evenflow.resource;

import io.evenflow.coordination.ConvexCosts;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The rows of a problem that a storage moves, in order of its steps and in ascending order, which
 * differ where a vehicle goes from a later station to an earlier one, and where there are plugs.
 */
public final class StepRows {
  /** No plugs are counted there. */
  public static final int NONE = -1;

  private final int[] power;
  private final int[] plugs;

  /** What each row in ascending order is: a step's power, or number of steps + a step's plug. */
  private final int[] own;

  private final int[] ascending;
  private final boolean isInOrder;

  /**
   * @param power row of the power in each step
   * @param plugs row of the plugs in use in each step, {@link #NONE} where they are not counted;
   *     empty where they are counted nowhere
   */
  public StepRows(int[] power, int[] plugs) {
    int n = power.length;
    this.power = power.clone();
    this.plugs = plugs.clone();
    boolean rises = plugs.length == 0;
    for (int k = 1; k < n; k++) {
      rises &= power[k - 1] < power[k];
    }
    // nearly all: sorting thousands of them would take longer than many an answer
    own = rises ? upTo(n) : sorted();
    ascending = rises ? this.power : Arrays.stream(own).map(this::row).toArray();
    isInOrder = rises;
  }

  private int[] sorted() {
    int n = power.length;
    return IntStream.range(0, n + plugs.length)
        .filter(i -> i < n || plugs[i - n] != NONE)
        .boxed()
        .sorted((i, j) -> Integer.compare(row(i), row(j)))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  static int[] upTo(int n) {
    int[] all = new int[n];
    for (int i = 0; i < n; i++) {
      all[i] = i;
    }
    return all;
  }

  private int row(int i) {
    return i < power.length ? power[i] : plugs[i - power.length];
  }

  boolean hasPlugs() {
    return plugs.length > 0;
  }

  /** All rows, ascending. The object's own array. */
  int[] ascending() {
    return ascending;
  }

  /** Row of the power in each step. The object's own array. */
  int[] power() {
    return power;
  }

  /** Step of the i-th row in ascending order. */
  int step(int i) {
    return own[i] < power.length ? own[i] : own[i] - power.length;
  }

  /** Whether the i-th row in ascending order counts plugs. */
  boolean isPlug(int i) {
    return own[i] >= power.length;
  }

  /** Prices by row of the problem as costs by step, of plugs after those of powers. */
  void setLinear(ConvexCosts costs, double[] pricePerUnit) {
    costs.setLinear(pricePerUnit, power);
    for (int row : plugs) {
      costs.beginRow();
      double price = row == NONE ? 0 : pricePerUnit[row];
      costs.addPiece(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, price, 0);
    }
  }

  /** Costs by row in ascending order as costs by step; room for what differs. */
  ConvexCosts inOrderOfSteps(ConvexCosts costs, ConvexCosts room) {
    if (isInOrder) {
      return costs;
    }
    int[] place = new int[power.length + plugs.length];
    Arrays.fill(place, NONE);
    for (int i = 0; i < own.length; i++) {
      place[own[i]] = i;
    }
    room.clear();
    for (int i : place) {
      room.beginRow();
      if (i == NONE) {
        room.addPiece(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, 0, 0);
        continue;
      }
      for (int piece = costs.firstPiece(i); piece < costs.firstPiece(i + 1); piece++) {
        room.addPiece(
            costs.from(piece), costs.to(piece), costs.perUnit(piece), costs.constant(piece));
      }
    }
    return room;
  }

  /** How many numbers by step there are: of powers, then of plugs if they are counted. */
  int count() {
    return power.length + plugs.length;
  }

  /** Numbers by row of the problem as numbers by step. */
  double[] inOrderOfSteps(double[] byRow) {
    double[] byStep = new double[count()];
    for (int i = 0; i < byStep.length; i++) {
      byStep[i] = row(i) == NONE ? 0 : byRow[row(i)];
    }
    return byStep;
  }

  /** Writes numbers by step in ascending order of the rows. */
  void ascending(double[] byStep, double[] byRow) {
    for (int i = 0; i < own.length; i++) {
      byRow[i] = byStep[own[i]];
    }
  }

  /** Amounts by row in ascending order, of net powers by step. */
  double[] amounts(double[] netKw) {
    double[] amounts = new double[own.length];
    for (int i = 0; i < amounts.length; i++) {
      double kw = netKw[step(i)];
      amounts[i] = !isPlug(i) ? kw : kw == 0 ? 0 : 1;
    }
    return amounts;
  }

  /** Net powers by step, of amounts by row in ascending order. Unit: kW. */
  double[] netKw(double[] amounts) {
    double[] netKw = new double[power.length];
    for (int i = 0; i < amounts.length; i++) {
      if (!isPlug(i)) {
        netKw[step(i)] = amounts[i];
      }
    }
    return netKw;
  }
}
