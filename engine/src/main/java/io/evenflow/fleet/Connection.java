package io.evenflow.fleet;

import io.evenflow.time.Series;
import org.jspecify.annotations.Nullable;

/**
 * What a connection carries each way, by period.
 *
 * @param importKw most that may be drawn, null for no limit. Unit: kW; at least 0
 * @param exportKw most that may be fed in, null for no limit. Unit: kW; at least 0
 */
public record Connection(@Nullable Series importKw, @Nullable Series exportKw) {
  public static final Connection UNLIMITED = new Connection(null, null);

  public Connection {
    require("import", importKw);
    require("export", exportKw);
  }

  private static void require(String field, @Nullable Series limit) {
    if (limit != null && limit.least() < 0) {
      throw new IllegalArgumentException(field + " (" + limit.least() + " kW) must be at least 0");
    }
  }

  /** Most that may be drawn in a period, +∞ without a limit. Unit: kW. */
  public double mostKw(int period) {
    return importKw == null ? Double.POSITIVE_INFINITY : importKw.at(period);
  }

  /** Least net power in a period, −∞ without a limit. Unit: kW. */
  public double leastKw(int period) {
    return exportKw == null ? Double.NEGATIVE_INFINITY : -exportKw.at(period);
  }

  public boolean isUnlimited() {
    return importKw == null && exportKw == null;
  }
}
