package io.evenflow.fleet;

import io.evenflow.time.Series;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A photovoltaic plant.
 *
 * @param id name, unique among plants
 * @param location where it is
 * @param availableKw what the sun gives, by period. Unit: kW; at least 0
 * @param curtailable whether it may give less
 * @param ratingKva most apparent power of its inverter, null for no limit. Unit: kVA; above 0
 * @param reactive what becomes of its reactive power
 * @param powerFactor with {@link Reactive#FIXED}: cos φ; positive where it draws reactive power
 *     (under-excited), negative where it feeds some in. 0 &lt; |cos φ| ≤ 1
 */
public record Solar(
    String id,
    Location location,
    Series availableKw,
    boolean curtailable,
    @Nullable Double ratingKva,
    Reactive reactive,
    double powerFactor) {
  /** What becomes of reactive power. */
  public enum Reactive {
    /** None. */
    NONE,
    /** Decided, within the rating. */
    FREE,
    /** In proportion to the active power. */
    FIXED;

    /** The word in files. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public Solar {
    require(
        availableKw.least() >= 0,
        "availableKw (" + availableKw.least() + " kW) must be at least 0");
    if (ratingKva != null) {
      require(
          ratingKva > 0 && Double.isFinite(ratingKva),
          "ratingKva (" + ratingKva + ") must be a number above 0");
    }
    require(
        reactive != Reactive.FREE || ratingKva != null,
        "ratingKva is missing, and reactive is 'free'");
    require(
        powerFactor != 0 && Math.abs(powerFactor) <= 1,
        "powerFactor (" + powerFactor + ") must be from -1 to 1 and not 0");
  }

  private static void require(boolean holds, String sentence) {
    if (!holds) {
      throw new IllegalArgumentException(sentence);
    }
  }

  /** Reactive power drawn per active power fed in, where that is fixed. Unit: kvar per kW. */
  public double drawnKvarPerKw() {
    if (reactive != Reactive.FIXED) {
      return 0;
    }
    return Math.signum(powerFactor)
        * Math.sqrt(1 - powerFactor * powerFactor)
        / Math.abs(powerFactor);
  }

  /** The most it can feed in: what the sun gives and the inverter passes. Unit: kW. */
  public double mostKw(int period) {
    double passed = ratingKva == null ? Double.POSITIVE_INFINITY : ratingKva;
    if (reactive == Reactive.FIXED) {
      passed *= Math.abs(powerFactor);
    }
    return Math.min(availableKw.at(period), passed);
  }

  /** Whether anything about it can be decided. */
  public boolean isDecided() {
    return curtailable || reactive == Reactive.FREE;
  }
}
