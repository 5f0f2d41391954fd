package io.evenflow.decomposition;

import io.evenflow.oracle.StayCosts;
import io.evenflow.scenario.Scenario;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What the grid is believed to cost at a plan's powers: in each period the highest of its cuts,
 * kept as powers move. Along one station's power it is a convex piecewise linear function, which a
 * session can answer to exactly.
 */
final class BelievedCosts {
  /** Cuts that rise above the others by less, all along a station's powers, are left out. */
  private static final double WORTH = 1e-9;

  private final Scenario scenario;
  private final List<Cut> cuts;
  private int known;
  private final double[][] powers;

  /** Cuts by period, and their heights at the powers. */
  private final List<List<Cut>> ofPeriod = new ArrayList<>();

  private final double[][] height;

  /**
   * @param cuts all that are known; new ones count from the next {@link #moveTo} on
   */
  BelievedCosts(Scenario scenario, List<Cut> cuts) {
    this.scenario = scenario;
    this.cuts = cuts;
    powers = new double[scenario.periods()][scenario.stations().size()];
    height = new double[scenario.periods()][8];
    for (int t = 0; t < powers.length; t++) {
      ofPeriod.add(new ArrayList<>());
    }
  }

  private void readCuts() {
    for (; known < cuts.size(); known++) {
      Cut cut = cuts.get(known);
      int t = cut.period();
      ofPeriod.get(t).add(cut);
      if (ofPeriod.get(t).size() > height[t].length) {
        height[t] = Arrays.copyOf(height[t], 2 * height[t].length);
      }
    }
  }

  /** Moves to a plan's powers, with heights computed anew. */
  void moveTo(double[][] stationKw) {
    readCuts();
    for (int t = 0; t < powers.length; t++) {
      System.arraycopy(stationKw[t], 0, powers[t], 0, powers[t].length);
      List<Cut> own = ofPeriod.get(t);
      for (int i = 0; i < own.size(); i++) {
        height[t][i] = own.get(i).at(powers[t]);
      }
    }
  }

  /** One station's power in one period moves. Unit: kW. */
  void move(int period, int station, double byKw) {
    if (byKw != 0) {
      powers[period][station] += byKw;
      List<Cut> own = ofPeriod.get(period);
      for (int i = 0; i < own.size(); i++) {
        height[period][i] += own.get(i).gradient()[station] * byKw;
      }
    }
  }

  /** Believed cost of the grid at the powers. Unit: currency. */
  double gridCost(int period) {
    double highest = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < ofPeriod.get(period).size(); i++) {
      highest = Math.max(highest, height[period][i]);
    }
    return highest;
  }

  /** Believed cost of the grid at the powers in all periods, and of their energy. */
  double total() {
    double sum = 0;
    for (int t = 0; t < powers.length; t++) {
      sum += gridCost(t);
      for (double kw : powers[t]) {
        sum += Market.kwPrice(scenario, t) * kw;
      }
    }
    return sum;
  }

  /**
   * Adds to a session's costs what its power costs on top of the powers there are.
   *
   * @param fromKw least net power, at most 0
   * @param toKw greatest net power, at least 0
   */
  void addTo(StayCosts costs, int period, int station, double fromKw, double toKw) {
    costs.beginPeriod();
    List<Cut> own = ofPeriod.get(period);
    double[] heights = height[period];
    double market = Market.kwPrice(scenario, period);
    double atNothing = gridCost(period);
    double at = fromKw;
    int line = highest(period, station, at);
    while (line >= 0) {
      double slope = own.get(line).gradient()[station];
      int next = -1;
      double end = toKw;
      for (int i = 0; i < own.size(); i++) {
        double steeper = own.get(i).gradient()[station] - slope;
        // only a line that is worth something at the far end can be worth it before
        if (steeper > 0 && heights[i] - heights[line] + steeper * toKw > WORTH) {
          double crossing = (heights[line] - heights[i]) / steeper;
          if (crossing < end) {
            end = crossing;
            next = i;
          }
        }
      }
      end = Math.max(at, end);
      costs.addPiece(at, end, market + slope, heights[line] - atNothing);
      at = end;
      line = next;
    }
  }

  /** The highest line at a net power on top of the powers there are. */
  private int highest(int period, int station, double kw) {
    List<Cut> own = ofPeriod.get(period);
    int best = -1;
    double highest = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < own.size(); i++) {
      double value = height[period][i] + own.get(i).gradient()[station] * kw;
      if (value > highest) {
        highest = value;
        best = i;
      }
    }
    return best;
  }
}
