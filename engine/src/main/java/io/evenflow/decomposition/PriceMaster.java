package io.evenflow.decomposition;

import io.evenflow.fleet.Session;
import io.evenflow.scenario.Scenario;
import io.evenflow.solver.HighsModel;
import io.evenflow.solver.HighsStatus;
import io.evenflow.solver.RowBatch;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The master of the Dantzig–Wolfe decomposition (doi:10.1287/opre.8.1.101): whole schedules of
 * sessions as columns with weights λ, the grid's cost θ of each period above its cuts,
 *
 * <pre>
 * min Σ θₜ + Σ priceₜ·nₜₖ + Σ shortfallCost·λ
 * s.t. θₜ ≥ intercept + Σₖ gradient·nₜₖ for every cut,  nₜₖ = Σ net·λ,  Σ_columns λ = 1 per session
 * </pre>
 *
 * Its multipliers are prices at the stations. A session with one column only has no weight to
 * choose: it stands in the right-hand side until it gets a second one, which keeps the program
 * small where fleets are large.
 */
final class PriceMaster implements AutoCloseable {
  private final Scenario scenario;
  private final int stations;
  private final HighsModel model = new HighsModel();
  private final List<Cut> cuts = new ArrayList<>();
  private final List<Integer> cutRow = new ArrayList<>();
  private final List<List<Column>> columns = new ArrayList<>();
  private final int[] convexityRow;
  private final double[][] base;
  private final RowBatch batch = new RowBatch();

  /** A schedule of a session and its column in the model. */
  private record Column(Schedule schedule, int index) {}

  /** A column not in the model, as its session has no other. */
  private static final int ALONE = -1;

  PriceMaster(Scenario scenario) {
    this.scenario = scenario;
    stations = scenario.stations().size();
    base = new double[scenario.periods()][stations];
    convexityRow = new int[scenario.sessions().size()];
    Arrays.fill(convexityRow, ALONE);
    for (int s = 0; s < convexityRow.length; s++) {
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

  /** Offers a schedule; false where the session has it already. */
  boolean addColumn(int s, Schedule schedule) {
    List<Column> own = columns.get(s);
    for (Column column : own) {
      if (column.schedule().isNear(schedule)) {
        return false;
      }
    }
    if (own.isEmpty()) {
      own.add(new Column(schedule, ALONE));
      moveBase(s, schedule, 1);
      return true;
    }
    if (own.size() == 1) {
      Schedule first = own.get(0).schedule();
      moveBase(s, first, -1);
      convexityRow[s] = model.addRow(1, 1, new int[0], new double[0]);
      own.set(0, new Column(first, insert(s, first)));
    }
    own.add(new Column(schedule, insert(s, schedule)));
    return true;
  }

  private void moveBase(int s, Schedule schedule, double factor) {
    Session session = scenario.sessions().get(s);
    int station = scenario.stationOf(s);
    for (int k = 0; k < session.periods(); k++) {
      if (schedule.netKw(k) != 0) {
        int t = session.arrival() + k;
        base[t][station] += factor * schedule.netKw(k);
        model.rowBounds(link(t, station), base[t][station], base[t][station]);
      }
    }
  }

  private int insert(int s, Schedule schedule) {
    Session session = scenario.sessions().get(s);
    int station = scenario.stationOf(s);
    int[] rows = new int[session.periods() + 1];
    double[] values = new double[rows.length];
    int count = 0;
    for (int k = 0; k < session.periods(); k++) {
      if (schedule.netKw(k) != 0) {
        rows[count] = link(session.arrival() + k, station);
        values[count++] = -schedule.netKw(k);
      }
    }
    rows[count] = convexityRow[s];
    values[count++] = 1;
    return model.addColumn(
        schedule.shortfallCost(),
        0,
        Double.POSITIVE_INFINITY,
        Arrays.copyOf(rows, count),
        Arrays.copyOf(values, count));
  }

  /**
   * Prices and what they prove.
   *
   * @param pricePerKw by station and period: market price plus the grid's. Unit: currency per kW
   *     held for the period
   * @param intercept Σ over periods of the grid's part of the bound: with Σ of the sessions' least
   *     costs at these prices it is a lower bound of the day, whatever the accuracy of the master
   * @param stationKw powers the master would like, by period and station. Unit: kW
   * @param leading for each session its schedule of greatest weight
   * @param fractional sessions whose greatest weight is below 1
   * @param gridCost what the master believes the grid costs, by period. Unit: currency
   * @param objective the master's own optimum. Unit: currency
   */
  record Prices(
      double[][] pricePerKw,
      double intercept,
      double[][] stationKw,
      Schedule[] leading,
      List<Integer> fractional,
      double[] gridCost,
      double objective) {}

  /** Solves the master from its last basis. */
  Prices solve() {
    HighsStatus status = model.solve();
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
    Schedule[] leading = new Schedule[columns.size()];
    List<Integer> fractional = new ArrayList<>();
    for (int s = 0; s < leading.length; s++) {
      double weight = lead(s, x, leading);
      if (weight < 1 - 1e-6) {
        fractional.add(s);
      }
    }
    double[][] price = new double[stations][scenario.periods()];
    double[] gridCost = new double[scenario.periods()];
    Arrays.setAll(gridCost, t -> x[theta(t)]);
    double intercept = weighCuts(duals, price);
    return new Prices(
        price, intercept, stationKw, leading, fractional, gridCost, model.objective() + alone());
  }

  /** Shortfalls of the sessions that are not in the model. */
  private double alone() {
    double sum = 0;
    for (List<Column> own : columns) {
      if (own.size() == 1) {
        sum += own.get(0).schedule().shortfallCost();
      }
    }
    return sum;
  }

  private double lead(int s, double[] x, Schedule[] leading) {
    double greatest = -1;
    for (Column column : columns.get(s)) {
      double weight = column.index() == ALONE ? 1 : x[column.index()];
      if (weight > greatest) {
        greatest = weight;
        leading[s] = column.schedule();
      }
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

  /** Schedules a session has been offered, the oldest first. */
  List<Schedule> schedules(int s) {
    return columns.get(s).stream().map(Column::schedule).toList();
  }

  List<Cut> cuts() {
    return cuts;
  }

  @Override
  public void close() {
    model.close();
  }
}
