package io.evenflow.coordination;

import io.evenflow.solver.HighsModel;
import io.evenflow.solver.RowBatch;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The master's rows θ ≥ intercept + Σ gradient·n, and min ≤ Σ n ≤ max of regions: those that hold
 * in the regions looked at are on, all others off. Sums may leave their interval at a cost, so that
 * there is always an answer.
 */
final class CutRows {
  private final Problem problem;
  private final HighsModel model;
  private final Cuts cuts;
  private final int[] theta;
  private final int[] amount;
  private final @Nullable Region[] regions;
  private final List<List<Integer>> rowOfCut = new ArrayList<>();
  private final List<boolean[]> on = new ArrayList<>();
  private final List<RegionRow> regionRows = new ArrayList<>();
  private final RowBatch batch = new RowBatch();

  /** By coupling, null for those that are known by their cuts. */
  private final @Nullable CurveRow[] curves;

  /** A row of a direction of one coupling's region. */
  private record RegionRow(int coupling, int direction, int row, double[] bounds) {}

  /**
   * @param theta the model's variable of each coupling's cost
   * @param amount the model's variable of each row
   */
  CutRows(Problem problem, HighsModel model, Cuts cuts, int[] theta, int[] amount) {
    this.problem = problem;
    this.model = model;
    this.cuts = cuts;
    this.theta = theta;
    this.amount = amount;
    regions = new @Nullable Region[theta.length];
    for (int c = 0; c < theta.length; c++) {
      rowOfCut.add(new ArrayList<>());
      on.add(new boolean[8]);
    }
    curves = new @Nullable CurveRow[theta.length];
    for (int c = 0; c < theta.length; c++) {
      Coupling coupling = problem.couplings().get(c);
      curves[c] = coupling.curve() == null ? null : new CurveRow(coupling, model, theta[c], amount);
    }
  }

  /** Looks at other regions. */
  void focus(@Nullable Region[] next, double missCost) {
    for (int c = 0; c < regions.length; c++) {
      if (regions[c] != next[c]) {
        regions[c] = next[c];
        for (int i = 0; i < rowOfCut.get(c).size(); i++) {
          turn(c, i, cuts.of(c).get(i).holdsIn(next[c]));
        }
        for (Region region = next[c]; region != null; region = region.parent()) {
          requireRow(c, region, missCost);
        }
      }
    }
    for (RegionRow row : regionRows) {
      boundRow(row);
    }
    for (CurveRow curve : curves) {
      if (curve != null) {
        curve.readCosts();
      }
    }
    readCuts();
  }

  private void turn(int c, int i, boolean hold) {
    if (on.get(c)[i] != hold) {
      on.get(c)[i] = hold;
      double lower = hold ? cuts.of(c).get(i).intercept() : Double.NEGATIVE_INFINITY;
      model.rowBounds(rowOfCut.get(c).get(i), lower, Double.POSITIVE_INFINITY);
    }
  }

  private void requireRow(int c, Region region, double missCost) {
    int direction = region.direction();
    boolean known =
        direction < 0
            || regionRows.stream().anyMatch(r -> r.coupling() == c && r.direction() == direction);
    if (known) {
      return;
    }
    int[] members = region.members(direction);
    int[] columns = new int[members.length];
    double[] ones = new double[members.length];
    Arrays.setAll(columns, i -> amount[problem.couplings().get(c).rows()[members[i]]]);
    Arrays.fill(ones, 1);
    double free = Double.POSITIVE_INFINITY;
    int row = model.addRow(-free, free, columns, ones);
    model.addColumn(missCost, 0, free, new int[] {row}, new double[] {1});
    model.addColumn(missCost, 0, free, new int[] {row}, new double[] {-1});
    regionRows.add(new RegionRow(c, direction, row, new double[] {-free, free}));
  }

  private void boundRow(RegionRow row) {
    Region region = regions[row.coupling()];
    double min = region == null ? Double.NEGATIVE_INFINITY : region.min(row.direction());
    double max = region == null ? Double.POSITIVE_INFINITY : region.max(row.direction());
    if (row.bounds()[0] != min || row.bounds()[1] != max) {
      row.bounds()[0] = min;
      row.bounds()[1] = max;
      model.rowBounds(row.row(), min, max);
    }
  }

  /** Takes the cuts found since. */
  void readCuts() {
    batch.clear();
    int first = model.rows();
    for (int c = 0; c < theta.length; c++) {
      List<Cut> own = curves[c] == null ? cuts.of(c) : List.of();
      for (int i = rowOfCut.get(c).size(); i < own.size(); i++) {
        boolean holds = own.get(i).holdsIn(regions[c]);
        add(c, own.get(i), holds);
        rowOfCut.get(c).add(first + batch.rows() - 1);
        if (i == on.get(c).length) {
          on.set(c, Arrays.copyOf(on.get(c), 2 * i));
        }
        on.get(c)[i] = holds;
      }
    }
    if (batch.rows() > 0) {
      model.addRows(batch);
    }
  }

  private void add(int c, Cut cut, boolean holds) {
    double lower = holds ? cut.intercept() : Double.NEGATIVE_INFINITY;
    batch.row(lower, Double.POSITIVE_INFINITY).entry(theta[c], 1);
    int[] rows = problem.couplings().get(c).rows();
    for (int i = 0; i < rows.length; i++) {
      if (cut.gradient()[i] != 0) {
        batch.entry(amount[rows[i]], -cut.gradient()[i]);
      }
    }
  }

  /**
   * Any weights ≥ 0 of a coupling's cuts that sum to 1 make one valid cut; the master's
   * multipliers, scaled to that sum, make the best. Any multiplier of a region's row is true of
   * that region. Adds what both ask to the prices and returns the constant.
   *
   * @param weights what is made of what, to be added to
   */
  double weigh(double[] duals, double[] price, List<Prices.Weight> weights) {
    double intercept = 0;
    for (int c = 0; c < theta.length; c++) {
      intercept += weigh(c, duals, price, weights);
    }
    for (RegionRow row : regionRows) {
      intercept += weighRegion(row, duals[row.row()], price);
    }
    return intercept;
  }

  private double weigh(int c, double[] duals, double[] price, List<Prices.Weight> weights) {
    CurveRow curve = curves[c];
    if (curve == null) {
      return weighCuts(c, duals, price, weights);
    }
    weights.add(new Prices.Weight(c, null, curve.slope(duals)));
    return curve.weigh(duals, price);
  }

  /** What one coupling adds to the prices of its rows. */
  double[] asked(int c, double[] duals) {
    double[] price = new double[problem.rows().size()];
    weigh(c, duals, price, new ArrayList<>());
    return Problem.gather(problem.couplings().get(c), price);
  }

  /** What each coupling costs at a point of the model. Unit: currency. */
  double[] costs(double[] x) {
    double[] costs = new double[theta.length];
    for (int c = 0; c < costs.length; c++) {
      CurveRow curve = curves[c];
      costs[c] = curve == null ? x[theta[c]] : curve.cost(x);
    }
    return costs;
  }

  private double weighCuts(int c, double[] duals, double[] price, List<Prices.Weight> weights) {
    double sum = 0;
    for (int i = 0; i < rowOfCut.get(c).size(); i++) {
      sum += on.get(c)[i] ? Math.max(0, duals[rowOfCut.get(c).get(i)]) : 0;
    }
    if (!(sum > 0)) {
      return Double.NEGATIVE_INFINITY;
    }
    int[] rows = problem.couplings().get(c).rows();
    double intercept = 0;
    for (int i = 0; i < rowOfCut.get(c).size(); i++) {
      double weight = on.get(c)[i] ? Math.max(0, duals[rowOfCut.get(c).get(i)]) / sum : 0;
      if (weight > 0) {
        Cut cut = cuts.of(c).get(i);
        weights.add(new Prices.Weight(c, cut, weight));
        intercept += weight * cut.intercept();
        for (int k = 0; k < rows.length; k++) {
          price[rows[k]] += weight * cut.gradient()[k];
        }
      }
    }
    return intercept;
  }

  private double weighRegion(RegionRow row, double dual, double[] price) {
    double bound = dual > 0 ? row.bounds()[0] : row.bounds()[1];
    Region region = regions[row.coupling()];
    if (dual == 0 || region == null || Double.isInfinite(bound)) {
      return 0;
    }
    int[] rows = problem.couplings().get(row.coupling()).rows();
    for (int member : region.members(row.direction())) {
      price[rows[member]] -= dual;
    }
    return dual * bound;
  }
}
