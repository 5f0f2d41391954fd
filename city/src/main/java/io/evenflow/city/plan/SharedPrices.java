package io.evenflow.city.plan;

import io.evenflow.city.portfolio.Portfolio;
import io.evenflow.city.portfolio.SharedBudget;
import io.evenflow.coordination.Coupling;
import io.evenflow.coordination.DistantRounds;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is shared, as prices that are added at feeders. */
final class SharedPrices {
  private final Portfolio portfolio;
  private final SharedCouplings couplings;
  private final int[] substationOf;
  private final List<Coupling> shared;
  private final DistantRounds rounds;

  /** Of couplings by their names. */
  private final Map<String, Integer> placeOf = new HashMap<>();

  /**
   * @param shared of the rounds, in their order
   */
  SharedPrices(
      Portfolio portfolio, SharedCouplings couplings, List<Coupling> shared, DistantRounds rounds) {
    this.portfolio = portfolio;
    this.couplings = couplings;
    this.shared = shared;
    this.rounds = rounds;
    substationOf = couplings.substationOf();
    for (int c = 0; c < shared.size(); c++) {
      placeOf.put(shared.get(c).name(), c);
    }
  }

  /**
   * What prices by row add to a feeder's. Unit: currency per MWh
   *
   * @param price by row. Unit: currency per kW held for a period
   */
  double[] addedPerMwh(int feeder, double[] price) {
    double[] perMwh = new double[portfolio.horizon().periods()];
    Arrays.setAll(
        perMwh,
        t -> 1000 * price[couplings.row(substationOf[feeder], t)] / portfolio.horizon().hours(t));
    return perMwh;
  }

  /** What the last prices add at a feeder. Unit: currency per MWh. */
  double[] addedPerMwh(int feeder) {
    return addedPerMwh(feeder, rounds.masterPrice());
  }

  /**
   * What one thing that is shared adds to the price at a substation, 0 where there is none of that
   * name. Unit: currency per MWh
   *
   * @param name of its coupling
   */
  double askedPerMwh(String name, int substation, int period) {
    Integer coupling = placeOf.get(name);
    if (coupling == null) {
      return 0;
    }
    int row = Arrays.binarySearch(shared.get(coupling).rows(), couplings.row(substation, period));
    return 1000 * rounds.asked(coupling)[row] / portfolio.horizon().hours(period);
  }

  /** What budgets alone add at a feeder, null where there are none. Unit: currency per MWh. */
  double @Nullable [] budgetsPerMwh(int feeder) {
    double[] perMwh = null;
    for (SharedBudget budget : portfolio.budgets()) {
      int substation = substationOf[feeder];
      if (budget.substations().contains(portfolio.substations().get(substation))) {
        perMwh = perMwh == null ? new double[portfolio.horizon().periods()] : perMwh;
        for (int t = 0; t < perMwh.length; t++) {
          perMwh[t] += askedPerMwh(SharedCouplings.name(budget), substation, t);
        }
      }
    }
    return perMwh;
  }
}
