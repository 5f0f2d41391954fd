package io.evenflow.scenario;

import io.evenflow.market.PeakCharge;
import io.evenflow.market.Tariff;
import io.evenflow.time.Series;
import org.jspecify.annotations.Nullable;

/**
 * What holds at the substation beside what the case says.
 *
 * @param tariff what its net energy costs, null for the case's cost or {@code substationCostPerMwh}
 * @param importLimitKw most it may draw, by period, null for the case's. Unit: kW; at least 0
 * @param exportLimitKw most it may give back, by period, null for the case's. Unit: kW; at least 0
 * @param peakCharge what its highest import costs, null for nothing
 */
public record Substation(
    @Nullable Tariff tariff,
    @Nullable Series importLimitKw,
    @Nullable Series exportLimitKw,
    @Nullable PeakCharge peakCharge) {
  public static final Substation OF_THE_CASE = new Substation(null, null, null, null);

  public Substation {
    require("importLimitKw", importLimitKw);
    require("exportLimitKw", exportLimitKw);
  }

  private static void require(String field, @Nullable Series limit) {
    if (limit != null && limit.least() < 0) {
      throw new IllegalArgumentException(field + " (" + limit.least() + " kW) must be at least 0");
    }
  }

  /** The same with another limit of what it may draw. */
  public Substation withImportLimit(Series kw) {
    return new Substation(tariff, kw, exportLimitKw, peakCharge);
  }

  /** The same with another limit of what it may give back. */
  public Substation withExportLimit(Series kw) {
    return new Substation(tariff, importLimitKw, kw, peakCharge);
  }

  boolean hasLimits() {
    return importLimitKw != null || exportLimitKw != null;
  }
}
