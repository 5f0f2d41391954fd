package io.evenflow.io.exchange;

import io.evenflow.io.InputException;
import io.evenflow.io.Quantity;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a table of sessions is to be read.
 *
 * @param columns names of columns that are not to be guessed
 * @param energyUnit unit of all energies, null where names or sizes tell
 * @param powerUnit unit of all powers, null where names or sizes tell
 * @param batteryKwh what batteries hold of which the table does not say it, null for what they are
 *     given
 * @param efficiency energy into the battery per energy at the meter; 0 &lt; η ≤ 1
 * @param countedMinutes the step that times are counted in from the first day's start, null where
 *     they are times
 */
public record SessionOptions(
    Map<SessionField, String> columns,
    @Nullable String energyUnit,
    @Nullable String powerUnit,
    @Nullable Double batteryKwh,
    double efficiency,
    @Nullable Integer countedMinutes) {
  /** Everything as the table says. */
  public static final SessionOptions AS_WRITTEN =
      new SessionOptions(Map.of(), null, null, null, 1, null);

  public SessionOptions {
    columns = Map.copyOf(columns);
    requireUnit("--energy-unit", energyUnit, Measured.ENERGY);
    requireUnit("--power-unit", powerUnit, Measured.POWER);
    if (countedMinutes != null && countedMinutes < 1) {
      throw new InputException(
          "--counted (" + countedMinutes + ") must be at least 1 minute",
          "Maybe leave it out: then times are times.");
    }
    if (batteryKwh != null && !(batteryKwh > 0 && Quantity.ENERGY_KWH.allows(batteryKwh))) {
      throw new InputException(
          "--battery (" + batteryKwh + ") must be a number of kWh above 0",
          "Maybe leave it out: then batteries hold what they are given.");
    }
  }

  private static void requireUnit(String flag, @Nullable String unit, Measured kind) {
    if (unit != null && !kind.knows(unit)) {
      throw new InputException(
          flag + " ('" + unit + "') must be " + kind.units(), "Maybe a typing error.");
    }
  }
}
