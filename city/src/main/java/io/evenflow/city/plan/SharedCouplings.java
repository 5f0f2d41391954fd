package io.evenflow.city.plan;

import io.evenflow.city.portfolio.Portfolio;
import io.evenflow.city.portfolio.SharedBudget;
import io.evenflow.city.portfolio.SharedLimit;
import io.evenflow.coordination.Coupling;
import io.evenflow.coordination.Rows;
import io.evenflow.market.PeakCharge;
import io.evenflow.settlement.BudgetCoupling;
import io.evenflow.settlement.MeterCoupling;
import io.evenflow.settlement.PeakCoupling;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What feeders share, as couplings of the import of each substation in each period: limits are
 * meters, budgets sums over all periods, the charge of the highest import of all is a peak.
 */
final class SharedCouplings {
  /** Name of the coupling of the highest import of all. */
  static final String PEAK = "peak of all";

  private final Portfolio portfolio;
  private final int periods;

  SharedCouplings(Portfolio portfolio) {
    this.portfolio = portfolio;
    periods = portfolio.horizon().periods();
  }

  /** Row of a substation's import in a period. Unit: kW. */
  int row(int substation, int period) {
    return substation * periods + period;
  }

  Rows rows() {
    int size = portfolio.substations().size() * periods;
    int[] place = new int[size];
    int[] period = new int[size];
    Arrays.setAll(place, row -> row / periods);
    Arrays.setAll(period, row -> row % periods);
    return new Rows(place, period, new double[size]);
  }

  /** Index of the substation above each feeder. */
  int[] substationOf() {
    return portfolio.feeders().stream()
        .mapToInt(feeder -> portfolio.substations().indexOf(feeder.substation()))
        .toArray();
  }

  int[] rowsOf(int substation) {
    return IntStream.range(0, periods).map(t -> row(substation, t)).toArray();
  }

  /** Indices of some substations, ascending. */
  int[] members(List<String> substations) {
    return substations.stream()
        .mapToInt(portfolio.substations()::indexOf)
        .sorted()
        .distinct()
        .toArray();
  }

  int[] members(SharedLimit limit) {
    return members(limit.substations());
  }

  List<Coupling> all() {
    List<Coupling> all = new ArrayList<>();
    for (SharedLimit limit : portfolio.limits()) {
      int[] members = members(limit);
      for (int t = 0; t < periods; t++) {
        if (Double.isFinite(limit.mostKw(t)) || Double.isFinite(limit.leastKw(t))) {
          all.add(meter(limit, members, t));
        }
      }
    }
    for (SharedBudget budget : portfolio.budgets()) {
      all.add(budget(budget));
    }
    PeakCharge charge = portfolio.peakCharge();
    if (charge != null) {
      int[] every = IntStream.range(0, portfolio.substations().size() * periods).toArray();
      int[] periodOf = IntStream.of(every).map(row -> row % periods).toArray();
      all.add(new PeakCoupling(PEAK, every, periodOf, new double[periods], charge));
    }
    return all;
  }

  /** Name of a limit's coupling. */
  static String name(SharedLimit limit, int period) {
    return limit.id() + " in period " + period;
  }

  /** Name of a budget's coupling. */
  static String name(SharedBudget budget) {
    return budget.kind().word() + " of " + budget.id();
  }

  private BudgetCoupling budget(SharedBudget budget) {
    int[] members = members(budget.substations());
    int[] rows =
        IntStream.of(members)
            .flatMap(s -> IntStream.range(0, periods).map(t -> row(s, t)))
            .toArray();
    double[] weights =
        IntStream.of(rows)
            .map(row -> row % periods)
            .mapToDouble(t -> portfolio.horizon().hours(t) * budget.perKwh()[t])
            .toArray();
    return new BudgetCoupling(name(budget), rows, weights, budget.most(), budget.kwhPerUnit());
  }

  private MeterCoupling meter(SharedLimit limit, int[] members, int t) {
    int[] rows = IntStream.of(members).map(s -> row(s, t)).toArray();
    return new MeterCoupling(
        name(limit, t),
        rows,
        0,
        MeterCoupling.Prices.NONE,
        limit.leastKw(t),
        limit.mostKw(t),
        portfolio.horizon().hours(t));
  }
}
