package io.evenflow.live;

import io.evenflow.fleet.Charger;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that a site hears of. Its time is that of the fact, not of the message: what is late or
 * comes twice is told by it. Energies in kWh in the battery, powers in kW at the meter.
 */
public sealed interface Event {
  /** When it happened. */
  Instant at();

  /** The site's own clock, the only thing that moves its time. */
  record Clock(Instant at) implements Event {}

  /**
   * A vehicle plugged in.
   *
   * @param departure when it says it leaves
   * @param targetKwh energy it wants by then
   * @param charger powers and efficiencies, null for the station's
   */
  record Arrived(
      Instant at,
      String session,
      String station,
      Instant departure,
      double batteryKwh,
      double energyKwh,
      double targetKwh,
      @Nullable Charger charger)
      implements Event {}

  /** A measurement of the energy in a battery. */
  record EnergyNow(Instant at, String session, double energyKwh) implements Event {}

  /**
   * A measurement of the energy in a stationary battery, or in a vehicle of several stays, on the
   * road too.
   */
  record AssetEnergy(Instant at, String asset, double energyKwh) implements Event {}

  /**
   * What a photovoltaic plant is expected to give.
   *
   * @param from first period of the site's day
   * @param availableKw one for each period from there on. Unit: kW
   */
  record SolarExpected(Instant at, String plant, int from, double[] availableKw) implements Event {
    public SolarExpected {
      availableKw = availableKw.clone();
    }

    /** A copy. */
    @Override
    public double[] availableKw() {
      return availableKw.clone();
    }
  }

  /**
   * What a building behind a station's meter is expected to draw, beside its vehicles.
   *
   * @param from first period of the site's day
   * @param loadKw one for each period from there on. Unit: kW
   */
  record LoadExpected(Instant at, String station, int from, double[] loadKw) implements Event {
    public LoadExpected {
      loadKw = loadKw.clone();
    }

    /** A copy. */
    @Override
    public double[] loadKw() {
      return loadKw.clone();
    }
  }

  /**
   * What the loads of the feeder's case are expected to be.
   *
   * @param from first period of the site's day
   * @param scale factors on all of them, one for each period from there on
   */
  record LoadsExpected(Instant at, int from, double[] scale) implements Event {
    public LoadsExpected {
      scale = scale.clone();
    }

    /** A copy. */
    @Override
    public double[] scale() {
      return scale.clone();
    }
  }

  /** Its driver wants another energy. */
  record TargetChanged(Instant at, String session, double targetKwh) implements Event {}

  /** Its driver leaves at another time. */
  record DepartureChanged(Instant at, String session, Instant departure) implements Event {}

  /** It draws no more than this, whatever it is told. */
  record DrawsLess(Instant at, String session, double mostKw) implements Event {}

  /** It is gone. */
  record Left(Instant at, String session) implements Event {}

  /**
   * Another limit of what the substation may draw, for a while.
   *
   * @param from first period of the site's day
   * @param to first period after it
   */
  record LimitChanged(Instant at, int from, int to, double importKw) implements Event {}

  /**
   * Another limit of what the substation may give back, for a while.
   *
   * @param from first period of the site's day
   * @param to first period after it
   */
  record ExportLimitChanged(Instant at, int from, int to, double exportKw) implements Event {}

  /**
   * What a kWh that the substation draws is expected to emit. What a tonne costs is the day's;
   * where it costs nothing no plan changes.
   *
   * @param from first period of the site's day
   * @param gramsPerKwh one for each period from there on. Unit: g/kWh
   */
  record EmissionsExpected(Instant at, int from, double[] gramsPerKwh) implements Event {
    public EmissionsExpected {
      gramsPerKwh = gramsPerKwh.clone();
    }

    /** A copy. */
    @Override
    public double[] gramsPerKwh() {
      return gramsPerKwh.clone();
    }
  }

  /**
   * Day-ahead prices.
   *
   * @param from first period of the site's day
   * @param perMwh one for each period from there on. Unit: currency per MWh
   */
  record PricesPublished(Instant at, int from, double[] perMwh) implements Event {
    public PricesPublished {
      perMwh = perMwh.clone();
    }

    /** A copy. */
    @Override
    public double[] perMwh() {
      return perMwh.clone();
    }
  }
}
