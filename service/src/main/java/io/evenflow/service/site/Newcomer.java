package io.evenflow.service.site;

import io.evenflow.fleet.Charger;
import io.evenflow.fleet.Session;
import io.evenflow.live.SiteState;
import io.evenflow.scenario.Scenario;
import io.evenflow.service.problem.Refused;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A vehicle that is not here yet.
 *
 * @param id name the session will have when it comes; empty where nobody knows
 * @param station id of the station it comes to
 * @param arrival when it comes
 * @param departure when it leaves, after that
 * @param batteryKwh what its battery holds, above 0. Unit: kWh
 * @param energyKwh what is in it on arrival, 0 to batteryKwh. Unit: kWh
 * @param targetKwh what it wants on departure, 0 to batteryKwh. Unit: kWh
 * @param mostKw the most it draws, null for what the station has. Unit: kW
 */
public record Newcomer(
    String id,
    String station,
    Instant arrival,
    Instant departure,
    double batteryKwh,
    double energyKwh,
    double targetKwh,
    @Nullable Double mostKw) {
  /** Part of a period by which a time may miss a boundary. */
  private static final double SAME = 1e-9;

  public Newcomer {
    require(
        departure.isAfter(arrival),
        "departure (%s) must come after arrival (%s)",
        departure,
        arrival);
    require(batteryKwh > 0, "batteryKwh (%s) must be above 0", batteryKwh);
    require(
        within(energyKwh, batteryKwh),
        "energyKwh (%s) must be from 0 to batteryKwh (%s)",
        energyKwh,
        batteryKwh);
    require(
        within(targetKwh, batteryKwh),
        "targetKwh (%s) must be from 0 to batteryKwh (%s)",
        targetKwh,
        batteryKwh);
    require(mostKw == null || mostKw >= 0, "mostKw (%s) must be at least 0", mostKw);
  }

  private static boolean within(double value, double most) {
    return value >= 0 && value <= most;
  }

  private static void require(boolean holds, String sentence, @Nullable Object... values) {
    if (!holds) {
      throw new IllegalArgumentException(sentence.formatted(values));
    }
  }

  /** How sentences call it. */
  String name() {
    return id.isEmpty() ? "a newcomer of a scenario" : "booking '" + id + "'";
  }

  /**
   * Refuses what the site has not.
   *
   * @throws Refused where its station does not exist or gives less than mostKw
   */
  void requireFits(Scenario day) {
    int place = day.stationIndex(station);
    if (place < 0) {
      throw new Refused(
          name() + ": station '" + station + "' does not exist", "Maybe a typing error.");
    }
    double full = day.stations().get(place).charger().charge().maxKw();
    if (mostKw != null && mostKw > full) {
      throw new Refused(
          "%s: mostKw (%s) must be a number from 0 to %s".formatted(name(), mostKw, full),
          "Maybe it was given in W, or leave it out: then it is what the station has.");
    }
  }

  /** Whether it was here or is. */
  boolean hasCome(SiteState state) {
    return state.here().containsKey(id) || state.hasLeft(id);
  }

  /**
   * Its session in the rest of a site's day, whole periods that lie within its stay; none where
   * there is none after the one that runs.
   *
   * @param as its name there
   */
  Optional<Session> session(String as, SiteState state) {
    int first = state.period();
    int from = (int) Math.ceil(periods(state, arrival) - SAME) - first;
    int to = (int) Math.floor(periods(state, departure) + SAME) - first;
    if (from < 1 || to <= from) {
      return Optional.empty();
    }
    Charger full = state.day().stations().get(state.day().stationIndex(station)).charger();
    return Optional.of(
        new Session(
            as,
            station,
            from,
            to,
            batteryKwh,
            0,
            energyKwh,
            targetKwh,
            Session.DEFAULT_SHORTFALL_COST_PER_KWH,
            mostKw == null ? full : full.drawingAtMost(mostKw)));
  }

  /** Periods from the start of the day to a time, from its start to its end. */
  private static double periods(SiteState state, Instant time) {
    Scenario day = state.day();
    Duration since = Duration.between(day.horizon().startOf(0).toInstant(), time);
    double periods = since.getSeconds() / 60.0 / day.horizon().stepMinutes();
    return Math.clamp(periods, 0, day.periods());
  }
}
