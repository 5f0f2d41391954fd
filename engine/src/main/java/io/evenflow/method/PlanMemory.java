package io.evenflow.method;

import io.evenflow.coordination.Coordinator;
import io.evenflow.coordination.LastPrices;
import io.evenflow.coordination.QuickLeast;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a plan leaves to the next one of the same site: the prices that proved its bound, by what
 * the couplings are that asked them.
 */
public final class PlanMemory {
  private final LastPrices prices;
  private final List<String> couplings;
  private final int firstPeriod;

  private PlanMemory(LastPrices prices, List<String> couplings, int firstPeriod) {
    this.prices = prices;
    this.couplings = couplings;
    this.firstPeriod = firstPeriod;
  }

  /**
   * After a run; null where nothing was proven.
   *
   * @param couplings by coupling a word for what it is, the same in every plan of the site
   * @param firstPeriod number of period 0 in the site's day
   */
  static @Nullable PlanMemory of(Coordinator coordinator, List<String> couplings, int firstPeriod) {
    LastPrices prices = coordinator.lastPrices();
    return prices == null ? null : new PlanMemory(prices, couplings, firstPeriod);
  }

  /** What missing a limit by one unit cost in the end. Unit: currency per unit. */
  double missCost() {
    return prices.missCost();
  }

  /**
   * Runs another coordination from a plan and from these prices.
   *
   * @param start amounts of each resource
   * @param now as the words above
   * @param period number of period 0 now
   * @param quick for a bound that is there at once
   */
  void run(
      Coordinator coordinator, double[][] start, List<String> now, int period, QuickLeast quick) {
    Map<String, Integer> number = new HashMap<>();
    for (int c = 0; c < couplings.size(); c++) {
      number.put(couplings.get(c), c);
    }
    int[] former = now.stream().mapToInt(each -> number.getOrDefault(each, -1)).toArray();
    coordinator.runOn(start, prices, former, period - firstPeriod, quick);
  }
}
