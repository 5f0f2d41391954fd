package io.evenflow.live;

import io.evenflow.fleet.Session;
import io.evenflow.fleet.SessionDetails;
import io.evenflow.fleet.Vehicle;
import io.evenflow.method.ShareClaim;
import io.evenflow.scenario.Scenario;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * What is left of a site's day, as a scenario from now on: who is here with the energy it has now,
 * promises before wishes. Who was told something for the period that runs goes on with it: it is
 * part of that period's load, and decides from the next one on.
 *
 * @param scenario sessions in the order of their names, the first ones of it; period 0 is the one
 *     that runs
 * @param firstPeriod that period in the site's day
 * @param wishCost what shortfalls of wishes cost that the scenario books as value of energy beyond
 *     a promise: to be added to its costs. Unit: currency
 */
public record Rest(Scenario scenario, int firstPeriod, double wishCost) {
  /**
   * A kWh that was promised is worth this many kWh that were only wished for: a kilowatt elsewhere
   * on the feeder moves limits by less than this many times what one here does.
   */
  static final double PROMISED_FACTOR = 20;

  private static final double WISH_PER_KWH = Session.DEFAULT_SHORTFALL_COST_PER_KWH;

  /** Energies nearer than this are the same. Unit: kWh. */
  private static final double SAME_KWH = 1e-6;

  /** What is left of the day of a site, as if everybody left when it said. */
  public static Rest of(SiteState state) {
    return new Builder(state, Forecast.NONE).rest();
  }

  /**
   * The same where vehicles may leave earlier: a shortfall then costs its share of what it costs on
   * departure, so the scenario's cost is the mean over the departures that are thought of.
   */
  static Rest of(SiteState state, Forecast forecast) {
    return new Builder(state, forecast).rest();
  }

  /** What the scenario's sessions have shares of, promises first. */
  List<ShareClaim> claims(SiteState state) {
    List<ShareClaim> claims = new ArrayList<>();
    for (Session session : scenario.sessions()) {
      Here each = Objects.requireNonNull(state.here().get(session.id()));
      Promise promise = each.promise();
      double promised = promise == null ? 0 : promise.energyKwh();
      double wanted = Math.min(each.targetKwh(), session.batteryKwh());
      claims.add(ShareClaim.of(session, scenario.horizon(), each.arrivalKwh(), wanted, promised));
    }
    return claims;
  }

  private static final class Builder {
    private final SiteState state;
    private final Forecast forecast;
    private final int period;
    private final double[] commandedKw;
    private final List<Session> sessions = new ArrayList<>();
    private double wishCost;

    Builder(SiteState state, Forecast forecast) {
      this.state = state;
      this.forecast = forecast;
      period = state.period();
      commandedKw = new double[state.day().stations().size()];
    }

    Rest rest() {
      state.here().values().forEach(this::add);
      RestOfAssets assets = new RestOfAssets(state, commandedKw);
      List<Vehicle> vehicles = assets.vehicles();
      Scenario scenario =
          RestOfDay.of(
              state.day(),
              period,
              state.now(),
              state.minutesLeft(),
              commandedKw,
              sessions,
              assets.batteries(),
              vehicles);
      return new Rest(scenario, period, wishCost);
    }

    private void add(Here each) {
      Command command = each.command();
      boolean isCommanded = command != null && command.period() == period;
      int arrival = 0;
      double energy = each.energyKwh();
      if (command != null && isCommanded) {
        commandedKw[state.day().stationIndex(each.station())] += command.netKw();
        arrival = 1;
        energy = each.energyAfter(state.hoursLeft());
      }
      int departure = state.boundary(each.departure()) - period;
      // who should have left and has not is still here for a period
      departure = isCommanded ? departure : Math.max(1, departure);
      if (departure > arrival) {
        sessions.add(session(each, arrival, departure, energy));
      }
    }

    private Session session(Here each, int arrival, int departure, double energy) {
      Promise promise = each.promise();
      double wish = each.targetKwh();
      double promised = promise == null ? 0 : Math.min(promise.energyKwh(), wish);
      boolean isPartly = promise != null && promised < wish - SAME_KWH;
      double battery = isPartly ? Math.max(wish, energy) : each.batteryKwh();
      double target = promise == null ? wish : promised;
      List<SessionDetails.Target> early = early(each, arrival, departure, target);
      int departures = early.size() + 1;
      double perKwh = (promise == null ? 1 : PROMISED_FACTOR) * WISH_PER_KWH / departures;
      double perKwhAbove = isPartly ? Math.min(perKwh, WISH_PER_KWH) : 0;
      wishCost += perKwhAbove * Math.max(0, wish - promised);
      SessionDetails none = SessionDetails.NONE;
      return new Session(
          each.id(),
          each.station(),
          arrival,
          departure,
          Math.max(battery, SAME_KWH),
          0,
          Math.min(energy, battery),
          target,
          perKwh,
          each.charger(),
          new SessionDetails(
              early,
              perKwhAbove,
              none.valueAtEndPerKwh(),
              none.throughputCostPerKwh(),
              none.startCost(),
              none.minimumRunPeriods(),
              none.powerStepsKw(),
              none.chargingCurve(),
              none.chargingNow()));
    }

    /** Departures before the one that was said, one target each. */
    private List<SessionDetails.Target> early(
        Here each, int arrival, int departure, double target) {
      List<SessionDetails.Target> early = new ArrayList<>();
      for (Instant leaves : forecast.departures(each, state.now())) {
        // who would be gone before anything can be decided is of no concern
        int t = Math.max(arrival + 1, state.boundary(leaves) - period);
        if (t < departure) {
          early.add(new SessionDetails.Target(t, target));
        }
      }
      return early;
    }
  }
}
