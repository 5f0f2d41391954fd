package io.evenflow.replay;

import io.evenflow.io.exchange.FeederSource;
import io.evenflow.io.exchange.SessionOptions;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is replayed.
 *
 * @param feeder the grid
 * @param sessions table of sessions
 * @param sessionOptions how it is read
 * @param equipment PV, batteries and vehicles that come more than once
 * @param prices file of prices
 * @param zone whose days they are, null for the offset of the sessions' times
 * @param date first day, null for the first with a session
 * @param days how many of the days with sessions
 * @param span how many days are replayed as one, from midnight to midnight
 * @param published when prices of a day are published the day before
 * @param stepMinutes length of a period
 * @param v2gShare part of the sessions that can feed back, with the power they charge with; 0 to 1
 * @param congested whether limits are drawn in until they bind
 * @param scenarios forecasts in a plan, 0 for none
 * @param risk part of the forecasts that do not count, the cheapest ones; 0 for the mean of all
 * @param shares whether plans give all the same share where energy is short
 * @param seed of whatever is drawn
 * @param gap of plans, as part of what the sessions cost
 * @param deadlineSeconds of a decision, +∞ for none
 */
public record ReplaySetup(
    FeederSource feeder,
    Path sessions,
    SessionOptions sessionOptions,
    ReplayEquipment equipment,
    Path prices,
    @Nullable ZoneId zone,
    @Nullable LocalDate date,
    int days,
    int span,
    LocalTime published,
    int stepMinutes,
    double v2gShare,
    boolean congested,
    int scenarios,
    double risk,
    boolean shares,
    long seed,
    double gap,
    double deadlineSeconds) {
  /** All that rows depend on and have no column for. */
  public String settings() {
    String words =
        "step=%d v2g=%s battery=%s efficiency=%s congested=%s gap=%s deadline=%s"
            .formatted(
                stepMinutes,
                v2gShare,
                sessionOptions.batteryKwh(),
                sessionOptions.efficiency(),
                congested,
                gap,
                deadlineSeconds);
    return words
        + (risk > 0 ? " risk=" + risk : "")
        + (shares ? " fair=max-min" : "")
        + (equipment.isNone() ? "" : " " + equipment.settings())
        + (span > 1 ? " span=" + span + " published=" + published : "");
  }

  List<String> key(String policy, LocalDate day) {
    String name = feeder.name();
    return List.of(
        policy,
        day.toString(),
        name.substring(name.lastIndexOf('/') + 1),
        sessions.getFileName().toString(),
        Integer.toString(policy.equals(Policies.FORECAST) ? scenarios : 0),
        Long.toString(seed),
        settings());
  }
}
