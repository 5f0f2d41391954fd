package io.evenflow.city.portfolio;

import io.evenflow.market.PeakCharge;
import io.evenflow.time.Horizon;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Many feeders and what they share.
 *
 * @param folder where its files are
 * @param name for people
 * @param currency of all costs
 * @param horizon of every feeder's day
 * @param substations ids of the primary substations, in the order of the file
 * @param limits of substations and groups of them
 * @param budgets of the whole horizon: of substations, groups of them and the city
 * @param peakCharge of the highest import of all together, null for none
 * @param feeders in the order of the table
 * @param commuters vehicles that stay at several feeders, in the order of their table
 */
public record Portfolio(
    Path folder,
    String name,
    String currency,
    Horizon horizon,
    List<String> substations,
    List<SharedLimit> limits,
    List<SharedBudget> budgets,
    @Nullable PeakCharge peakCharge,
    List<PlacedFeeder> feeders,
    List<Commuter> commuters) {
  public Portfolio {
    substations = List.copyOf(substations);
    limits = List.copyOf(limits);
    budgets = List.copyOf(budgets);
    feeders = List.copyOf(feeders);
    commuters = List.copyOf(commuters);
  }

  /** Whether feeders share anything but vehicles. */
  public boolean isCoupled() {
    return peakCharge != null
        || !budgets.isEmpty()
        || limits.stream().anyMatch(l -> l.importLimitKw() != null || l.exportLimitKw() != null);
  }
}
