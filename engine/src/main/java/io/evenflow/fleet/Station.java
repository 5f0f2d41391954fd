package io.evenflow.fleet;

import io.evenflow.market.PeakCharge;
import io.evenflow.market.Tariff;
import io.evenflow.time.Series;
import org.jspecify.annotations.Nullable;

/**
 * A place with chargers at one bus, behind one meter.
 *
 * @param id name, unique in a scenario
 * @param bus number of the bus in the case file
 * @param charger what its sessions have unless they say otherwise
 * @param site what else is behind its meter
 */
public record Station(String id, int bus, Charger charger, Site site) {
  /** Chargers alone. */
  public Station(String id, int bus, Charger charger) {
    this(id, bus, charger, Site.NONE);
  }

  /** The same with a tariff. */
  public Station withTariff(Tariff tariff) {
    return new Station(
        id,
        bus,
        charger,
        new Site(tariff, site.loadKw, site.connection, site.plugs, site.peakCharge));
  }

  /**
   * What is behind a station's meter and what holds there. Its net power is its load, less its PV,
   * and what batteries, sessions and vehicles draw.
   *
   * @param tariff what the net energy costs, null where sessions and vehicles pay the day's prices
   *     both ways and the rest settles at the substation
   * @param loadKw the building's load by period, null for none. Unit: kW
   * @param connection limits of the net power
   * @param plugs how many sessions and vehicles may draw or feed in at once, null for any number
   * @param peakCharge what the highest net import costs, null for nothing
   */
  public record Site(
      @Nullable Tariff tariff,
      @Nullable Series loadKw,
      Connection connection,
      @Nullable Integer plugs,
      @Nullable PeakCharge peakCharge) {
    public static final Site NONE = new Site(null, null, Connection.UNLIMITED, null, null);

    public Site {
      if (plugs != null && plugs < 0) {
        throw new IllegalArgumentException("plugs (" + plugs + ") must be at least 0");
      }
    }

    /** The building's load in a period. Unit: kW. */
    public double loadKw(int period) {
      return loadKw == null ? 0 : loadKw.at(period);
    }
  }
}
