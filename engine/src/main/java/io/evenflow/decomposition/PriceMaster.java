package io.evenflow.decomposition;

import io.evenflow.fleet.Session;
import io.evenflow.scenario.Scenario;
import io.evenflow.solver.HighsModel;
import io.evenflow.solver.HighsStatus;
import io.evenflow.solver.RowBatch;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The master of the Dantzig–Wolfe decomposition (doi:10.1287/opre.8.1.101): whole schedules of
 * groups of sessions ({@link SessionGroups}) as columns with weights λ, the grid's cost θ of each
 * period above its cuts,
 *
 * <pre>
 * min Σ θₜ + Σ priceₜ·nₜₖ + Σ shortfallCost·λ
 * s.t. θₜ ≥ intercept + Σₖ gradient·nₜₖ for every cut,  nₜₖ = Σ net·λ,  Σ_columns λ = 1 per group
 * </pre>
 *
 * Its multipliers are prices at the stations. A group with one column only has no weight to choose:
 * it stands in the right-hand side until it gets a second one, which keeps the program small where
 * fleets are large.
 */
final class PriceMaster implements AutoCloseable {
  private final Scenario scenario;
  private final int stations;
  private final HighsModel model = new HighsModel();
  private final List<Cut> cuts = new ArrayList<>();
  private final List<Integer> cutRow = new ArrayList<>();
  private final int[][] groups;
  private final List<List<Column>> columns = new ArrayList<>();
  private final int[] convexityRow;
  private final double[][] base;
  private final RowBatch batch = new RowBatch();

  /** Schedules of a group's sessions, in its order, and their column in the model. */
  private record Column(Schedule[] schedules, int index) {
    double shortfallCost() {
      double sum = 0;
      for (Schedule schedule : schedules) {
        sum += schedule.shortfallCost();
      }
      return sum;
    }

    boolean isNear(Schedule[] others) {
      for (int i = 0; i < others.length; i++) {
        if (!schedules[i].isNear(others[i])) {
          return false;
        }
      }
      return true;
    }
  }

  /** A column not in the model, as its group has no other. */
  private static final int ALONE = -1;

  PriceMaster(Scenario scenario) {
    this.scenario = scenario;
    stations = scenario.stations().size();
    base = new double[scenario.periods()][stations];
    groups = SessionGroups.of(scenario);
    convexityRow = new int[groups.length];
    Arrays.fill(convexityRow, ALONE);
    for (int g = 0; g < groups.length; g++) {
      columns.add(new ArrayList<>(2));
    }
    double free = Double.POSITIVE_INFINITY;
    for (int t = 0; t < scenario.periods(); t++) {
      for (int k = 0; k < stations; k++) {
        model.addRow(0, 0, new int[0], new double[0]);
      }
    }
    for (int t = 0; t < scenario.periods(); t++) {
      model.addColumn(1, -free, free, new int[0], new double[0]);
      for (int k = 0; k < stations; k++) {
        model.addColumn(
            Market.kwPrice(scenario, t), -free, free, new int[] {link(t, k)}, new double[] {1});
      }
    }
  }

  private int link(int period, int station) {
    return period * stations + station;
  }

  private int theta(int period) {
    return period * (stations + 1);
  }

  private int net(int period, int station) {
    return theta(period) + 1 + station;
  }

  void addCuts(List<Cut> more) {
    batch.clear();
    for (Cut cut : more) {
      batch.row(cut.intercept(), Double.POSITIVE_INFINITY).entry(theta(cut.period()), 1);
      for (int k = 0; k < stations; k++) {
        batch.entry(net(cut.period(), k), -cut.gradient()[k]);
      }
    }
    int first = model.addRows(batch);
    for (int i = 0; i < more.size(); i++) {
      cuts.add(more.get(i));
      cutRow.add(first + i);
    }
  }

  /** Offers every group the schedules of its sessions. */
  void offer(Schedule[] schedules) {
    for (int g = 0; g < groups.length; g++) {
      addColumn(g, members(g, schedules));
    }
  }

  /**
   * Offers schedules to the groups that have nothing as good at some prices.
   *
   * @param worth what a session must save at least on average. Unit: currency
   * @return whether there was any
   */
  boolean offerWhereBetter(Schedule[] schedules, double[][] pricePerKw, double worth) {
    boolean any = false;
    for (int g = 0; g < groups.length; g++) {
      Schedule[] fresh = members(g, schedules);
      double own = Double.POSITIVE_INFINITY;
      for (Column column : columns.get(g)) {
        own = Math.min(own, cost(g, column.schedules(), pricePerKw));
      }
      if (own - cost(g, fresh, pricePerKw) > worth * fresh.length) {
        any |= addColumn(g, fresh);
      }
    }
    return any;
  }

  private double cost(int g, Schedule[] schedules, double[][] pricePerKw) {
    double sum = 0;
    for (int i = 0; i < schedules.length; i++) {
      int s = groups[g][i];
      int arrival = scenario.sessions().get(s).arrival();
      sum += schedules[i].cost(pricePerKw[scenario.stationOf(s)], arrival);
    }
    return sum;
  }

  private Schedule[] members(int g, Schedule[] schedules) {
    Schedule[] own = new Schedule[groups[g].length];
    Arrays.setAll(own, i -> schedules[groups[g][i]]);
    return own;
  }

  /** Offers a group's schedules; false where it has them already. */
  private boolean addColumn(int g, Schedule[] schedules) {
    List<Column> own = columns.get(g);
    for (Column column : own) {
      if (column.isNear(schedules)) {
        return false;
      }
    }
    if (own.isEmpty()) {
      own.add(new Column(schedules, ALONE));
      moveBase(g, schedules, 1);
      return true;
    }
    if (own.size() == 1) {
      Column first = own.get(0);
      moveBase(g, first.schedules(), -1);
      convexityRow[g] = model.addRow(1, 1, new int[0], new double[0]);
      own.set(0, insert(g, first.schedules()));
    }
    own.add(insert(g, schedules));
    return true;
  }

  private void moveBase(int g, Schedule[] schedules, double factor) {
    int station = scenario.stationOf(groups[g][0]);
    double[] net = netKw(g, schedules);
    for (int t = 0; t < net.length; t++) {
      if (net[t] != 0) {
        base[t][station] += factor * net[t];
        model.rowBounds(link(t, station), base[t][station], base[t][station]);
      }
    }
  }

  /** Net power of a group by period. Unit: kW. */
  private double[] netKw(int g, Schedule[] schedules) {
    double[] net = new double[scenario.periods()];
    for (int i = 0; i < schedules.length; i++) {
      Session session = scenario.sessions().get(groups[g][i]);
      for (int k = 0; k < session.periods(); k++) {
        net[session.arrival() + k] += schedules[i].netKw(k);
      }
    }
    return net;
  }

  private Column insert(int g, Schedule[] schedules) {
    int station = scenario.stationOf(groups[g][0]);
    double[] net = netKw(g, schedules);
    int[] rows = new int[net.length + 1];
    double[] values = new double[rows.length];
    int count = 0;
    for (int t = 0; t < net.length; t++) {
      if (net[t] != 0) {
        rows[count] = link(t, station);
        values[count++] = -net[t];
      }
    }
    rows[count] = convexityRow[g];
    values[count++] = 1;
    double shortfall = new Column(schedules, ALONE).shortfallCost();
    int index =
        model.addColumn(
            shortfall,
            0,
            Double.POSITIVE_INFINITY,
            Arrays.copyOf(rows, count),
            Arrays.copyOf(values, count));
    return new Column(schedules, index);
  }

  /**
   * Prices and what they prove.
   *
   * @param pricePerKw by station and period: market price plus the grid's. Unit: currency per kW
   *     held for the period
   * @param intercept Σ over periods of the grid's part of the bound: with Σ of the sessions' least
   *     costs at these prices it is a lower bound of the day, whatever the accuracy of the master
   * @param stationKw powers the master would like, by period and station. Unit: kW
   * @param leading for each session its schedule in its group's column of greatest weight
   * @param fractional how many groups' greatest weight is below 1
   * @param gridCost what the master believes the grid costs, by period. Unit: currency
   * @param objective the master's own optimum. Unit: currency
   */
  record Prices(
      double[][] pricePerKw,
      double intercept,
      double[][] stationKw,
      Schedule[] leading,
      int fractional,
      double[] gridCost,
      double objective) {}

  /** What may end a solve early. */
  void interruptedBy(BooleanSupplier stop) {
    model.interruptedBy(stop);
  }

  /**
   * Solves the master from its last basis.
   *
   * @param seconds wall time, +∞ for none
   * @return null where it had to end early
   */
  @Nullable Prices solve(double seconds) {
    model.timeLimit(Math.clamp(seconds, 0.01, 1e9));
    HighsStatus status = model.solve();
    if (status == HighsStatus.TIME_LIMIT || status == HighsStatus.INTERRUPTED) {
      return null;
    }
    if (status != HighsStatus.OPTIMAL) {
      throw new IllegalStateException("the master of the decomposition ended " + status);
    }
    double[] x = model.x();
    double[] duals = model.rowDuals();
    double[][] stationKw = new double[scenario.periods()][stations];
    for (int t = 0; t < stationKw.length; t++) {
      for (int k = 0; k < stations; k++) {
        stationKw[t][k] = x[net(t, k)];
      }
    }
    Schedule[] leading = new Schedule[scenario.sessions().size()];
    int fractional = 0;
    for (int g = 0; g < groups.length; g++) {
      fractional += lead(g, x, leading) < 1 - 1e-6 ? 1 : 0;
    }
    double[][] price = new double[stations][scenario.periods()];
    double[] gridCost = new double[scenario.periods()];
    Arrays.setAll(gridCost, t -> x[theta(t)]);
    double intercept = weighCuts(duals, price);
    return new Prices(
        price, intercept, stationKw, leading, fractional, gridCost, model.objective() + alone());
  }

  /** Shortfalls of the groups that are not in the model. */
  private double alone() {
    double sum = 0;
    for (List<Column> own : columns) {
      if (own.size() == 1) {
        sum += own.get(0).shortfallCost();
      }
    }
    return sum;
  }

  /** Writes a group's leading schedules and returns their weight. */
  private double lead(int g, double[] x, Schedule[] leading) {
    double greatest = -1;
    Schedule[] first = new Schedule[0];
    for (Column column : columns.get(g)) {
      double weight = column.index() == ALONE ? 1 : x[column.index()];
      if (weight > greatest) {
        greatest = weight;
        first = column.schedules();
      }
    }
    for (int i = 0; i < first.length; i++) {
      leading[groups[g][i]] = first[i];
    }
    return greatest;
  }

  /**
   * Any weights ≥ 0 of a period's cuts that sum to 1 make one valid cut; the master's multipliers,
   * scaled to that sum, make the best. Fills the prices and returns Σ of the intercepts.
   */
  private double weighCuts(double[] duals, double[][] price) {
    double[] sum = new double[scenario.periods()];
    for (int i = 0; i < cuts.size(); i++) {
      sum[cuts.get(i).period()] += Math.max(0, duals[cutRow.get(i)]);
    }
    double intercept = 0;
    for (int t = 0; t < sum.length; t++) {
      for (int k = 0; k < stations; k++) {
        price[k][t] = Market.kwPrice(scenario, t);
      }
    }
    for (int i = 0; i < cuts.size(); i++) {
      Cut cut = cuts.get(i);
      double weight = Math.max(0, duals[cutRow.get(i)]) / sum[cut.period()];
      if (weight > 0) {
        intercept += weight * cut.intercept();
        for (int k = 0; k < stations; k++) {
          price[k][cut.period()] += weight * cut.gradient()[k];
        }
      }
    }
    return intercept;
  }

  List<Cut> cuts() {
    return cuts;
  }

  @Override
  public void close() {
    model.close();
  }
}
