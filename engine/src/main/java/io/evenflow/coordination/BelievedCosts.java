package io.evenflow.coordination;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What couplings are believed to cost at a plan's amounts: for each the highest of its cuts, kept
 * as amounts move. Along one row it is a convex piecewise linear function, which a resource can
 * answer to exactly.
 */
final class BelievedCosts {
  /** Cuts that rise above the others by less, all along a row, are left out. */
  private static final double WORTH = 1e-9;

  private final Problem problem;
  private final Cuts cuts;
  private final @Nullable Region[] regions;
  private final int[] known;
  private final double[] amounts;

  /** Cuts by coupling, and their heights at the amounts. */
  private final List<List<Cut>> ofCoupling = new ArrayList<>();

  private final double[][] height;

  /** For each row the couplings that see it, and its place in their rows. */
  private final int[][] couplingsOf;

  private final int[][] placeIn;

  /** The line that is highest at the moment, for each coupling of a row. */
  private int[] line = new int[4];

  /**
   * @param cuts all that are known; new ones count from the next {@link #moveTo} on
   * @param regions in which cuts must hold to count
   */
  BelievedCosts(Problem problem, Cuts cuts, @Nullable Region[] regions) {
    this.problem = problem;
    this.cuts = cuts;
    this.regions = regions;
    int couplings = problem.couplings().size();
    known = new int[couplings];
    amounts = new double[problem.rows().size()];
    height = new double[couplings][8];
    couplingsOf = new int[amounts.length][0];
    placeIn = new int[amounts.length][0];
    for (int c = 0; c < couplings; c++) {
      ofCoupling.add(new ArrayList<>());
      int[] rows = problem.couplings().get(c).rows();
      for (int i = 0; i < rows.length; i++) {
        couplingsOf[rows[i]] = append(couplingsOf[rows[i]], c);
        placeIn[rows[i]] = append(placeIn[rows[i]], i);
      }
    }
  }

  private static int[] append(int[] array, int value) {
    int[] longer = Arrays.copyOf(array, array.length + 1);
    longer[array.length] = value;
    return longer;
  }

  private void readCuts() {
    for (int c = 0; c < known.length; c++) {
      List<Cut> all = cuts.of(c);
      List<Cut> own = ofCoupling.get(c);
      for (; known[c] < all.size(); known[c]++) {
        if (all.get(known[c]).holdsIn(regions[c])) {
          own.add(all.get(known[c]));
        }
      }
      if (own.size() > height[c].length) {
        height[c] = Arrays.copyOf(height[c], 2 * own.size());
      }
    }
  }

  /** Moves to a plan's amounts, with heights computed anew. */
  void moveTo(double[] planned) {
    readCuts();
    System.arraycopy(planned, 0, amounts, 0, amounts.length);
    for (int c = 0; c < known.length; c++) {
      double[] seen = Problem.gather(problem.couplings().get(c), amounts);
      List<Cut> own = ofCoupling.get(c);
      for (int i = 0; i < own.size(); i++) {
        height[c][i] = own.get(i).at(seen);
      }
    }
  }

  /** Adds a multiple of a resource's profile to the amounts, or takes it away. */
  void move(int resource, Profile profile, double factor) {
    int[] rows = problem.resources().get(resource).rows();
    for (int i = 0; i < rows.length; i++) {
      move(rows[i], factor * profile.amounts()[i]);
    }
  }

  /** The sum of one row moves. */
  void move(int row, double by) {
    if (by == 0) {
      return;
    }
    amounts[row] += by;
    for (int k = 0; k < couplingsOf[row].length; k++) {
      int c = couplingsOf[row][k];
      int place = placeIn[row][k];
      List<Cut> own = ofCoupling.get(c);
      for (int i = 0; i < own.size(); i++) {
        height[c][i] += own.get(i).gradient()[place] * by;
      }
    }
  }

  /** Believed cost of a coupling at the amounts. Unit: currency. */
  double cost(int coupling) {
    double highest = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < ofCoupling.get(coupling).size(); i++) {
      highest = Math.max(highest, height[coupling][i]);
    }
    return highest;
  }

  /** Believed cost of all couplings at the amounts, and the rows' own. */
  double total() {
    double sum = 0;
    for (int c = 0; c < known.length; c++) {
      sum += cost(c);
    }
    for (int row = 0; row < amounts.length; row++) {
      sum += problem.rows().price()[row] * amounts[row];
    }
    return sum;
  }

  /**
   * Adds to a resource's costs what its next row costs on top of the amounts there are.
   *
   * @param from least amount, at most 0
   * @param to greatest amount, at least 0
   */
  void addTo(ConvexCosts costs, int row, double from, double to) {
    costs.beginRow();
    int[] couplings = couplingsOf[row];
    if (line.length < couplings.length) {
      line = new int[couplings.length];
    }
    double slope = problem.rows().price()[row];
    double constant = 0;
    for (int k = 0; k < couplings.length; k++) {
      line[k] = highest(couplings[k], placeIn[row][k], from);
      slope += slope(row, k, line[k]);
      constant += height[couplings[k]][line[k]] - cost(couplings[k]);
    }
    double at = from;
    while (true) {
      int turning = -1;
      int next = -1;
      double end = to;
      for (int k = 0; k < couplings.length; k++) {
        double[] heights = height[couplings[k]];
        double slopeNow = slope(row, k, line[k]);
        for (int i = 0; i < ofCoupling.get(couplings[k]).size(); i++) {
          double steeper = slope(row, k, i) - slopeNow;
          // only a line that is worth something at the far end can be worth it before
          if (steeper > 0 && heights[i] - heights[line[k]] + steeper * to > WORTH) {
            double crossing = (heights[line[k]] - heights[i]) / steeper;
            if (crossing < end) {
              end = crossing;
              next = i;
              turning = k;
            }
          }
        }
      }
      end = Math.max(at, end);
      costs.addPiece(at, end, slope, constant);
      if (turning < 0) {
        return;
      }
      double[] heights = height[couplings[turning]];
      slope += slope(row, turning, next) - slope(row, turning, line[turning]);
      constant += heights[next] - heights[line[turning]];
      line[turning] = next;
      at = end;
    }
  }

  private double slope(int row, int k, int cut) {
    return ofCoupling.get(couplingsOf[row][k]).get(cut).gradient()[placeIn[row][k]];
  }

  /** The highest line at an amount on top of the amounts there are. */
  private int highest(int coupling, int place, double amount) {
    List<Cut> own = ofCoupling.get(coupling);
    int best = 0;
    double highest = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < own.size(); i++) {
      double value = height[coupling][i] + own.get(i).gradient()[place] * amount;
      if (value > highest) {
        highest = value;
        best = i;
      }
    }
    return best;
  }
}
