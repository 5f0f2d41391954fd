package io.evenflow.city.plan;

import io.evenflow.city.portfolio.Portfolio;
import io.evenflow.city.portfolio.SharedLimit;
import io.evenflow.coordination.Coupling;
import io.evenflow.coordination.Rows;
import io.evenflow.market.PeakCharge;
import io.evenflow.settlement.MeterCoupling;
import io.evenflow.settlement.PeakCoupling;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What feeders share, as couplings of the import of each substation in each period: limits are
 * meters, the charge of the highest import of all is a peak.
 */
final class SharedCouplings {
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

  /** Indices of the substations that a limit is about, ascending. */
  int[] members(SharedLimit limit) {
    return limit.substations().stream()
        .mapToInt(portfolio.substations()::indexOf)
        .sorted()
        .distinct()
        .toArray();
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
    PeakCharge charge = portfolio.peakCharge();
    if (charge != null) {
      int[] every = IntStream.range(0, portfolio.substations().size() * periods).toArray();
      int[] periodOf = IntStream.of(every).map(row -> row % periods).toArray();
      all.add(new PeakCoupling("peak of all", every, periodOf, new double[periods], charge));
    }
    return all;
  }

  private MeterCoupling meter(SharedLimit limit, int[] members, int t) {
    int[] rows = IntStream.of(members).map(s -> row(s, t)).toArray();
    return new MeterCoupling(
        limit.id() + " in period " + t,
        rows,
        0,
        MeterCoupling.Prices.NONE,
        limit.leastKw(t),
        limit.mostKw(t),
        portfolio.horizon().hours(t));
  }
}
