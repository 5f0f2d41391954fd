package io.evenflow.city.portfolio;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What some substations together may draw and give back: one substation's capacity, or the limits
 * of a balancing group.
 *
 * @param id unique among limits
 * @param substations ids of those it is about
 * @param importLimitKw by period, null for none. Unit: kW
 * @param exportLimitKw by period, null for none. Unit: kW
 */
public record SharedLimit(
    String id,
    List<String> substations,
    double @Nullable [] importLimitKw,
    double @Nullable [] exportLimitKw) {
  public SharedLimit {
    substations = List.copyOf(substations);
  }

  /** Most import in a period, +∞ for no limit. Unit: kW. */
  public double mostKw(int period) {
    return importLimitKw == null ? Double.POSITIVE_INFINITY : importLimitKw[period];
  }

  /** Least import in a period, below 0 where it is an export, −∞ for no limit. Unit: kW. */
  public double leastKw(int period) {
    return exportLimitKw == null ? Double.NEGATIVE_INFINITY : -exportLimitKw[period];
  }
}
