package io.evenflow.io.exchange;

import io.evenflow.fleet.Charger;
import io.evenflow.fleet.PowerRange;
import io.evenflow.fleet.Session;
import io.evenflow.fleet.Station;
import io.evenflow.time.Horizon;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Puts recorded sessions into a horizon's periods: each end of a stay goes to the nearest boundary
 * of periods, and a stay between two boundaries gets the period its middle is in. What is before or
 * after the horizon is cut off, with its part of the energy, as if that were charged evenly.
 */
final class FleetOnHorizon {
  private final SessionFile file;
  private final Horizon horizon;
  private final ChargerPlaces places;
  private final Notes notes;
  private final Set<String> ids = new HashSet<>();
  private int elsewhere;

  FleetOnHorizon(SessionFile file, Horizon horizon, ChargerPlaces places, Notes notes) {
    this.file = file;
    this.horizon = horizon;
    this.places = places;
    this.notes = notes;
  }

  /** The sessions that are there during the horizon. */
  List<Session> of(List<RecordedSession> recorded) {
    List<Session> sessions = new ArrayList<>();
    for (RecordedSession each : recorded) {
      Session session = session(each);
      if (session != null) {
        sessions.add(session);
      }
    }
    notes.say(
        "%s: %d sessions are used, %d are of other days"
            .formatted(file.name(), sessions.size(), elsewhere));
    return sessions;
  }

  private @Nullable Session session(RecordedSession recorded) {
    Instant first = horizon.startOf(0).toInstant();
    Instant end = horizon.startOf(horizon.periods()).toInstant();
    if (!recorded.arrival().isBefore(end) || !recorded.departure().isAfter(first)) {
      elsewhere++;
      return null;
    }
    Station station = places.of(recorded.charger());
    if (station == null) {
      notes.count(
          "sessions at chargers without a station are left out",
          "%s, '%s'".formatted(file.place(recorded.line()), recorded.charger()));
      return null;
    }
    Instant from = recorded.arrival().isBefore(first) ? first : recorded.arrival();
    Instant to = recorded.departure().isAfter(end) ? end : recorded.departure();
    cut(recorded, from, to);
    double arrivalKwh = Rounded.of(energyAt(recorded, from));
    double targetKwh = Rounded.of(energyAt(recorded, to));
    if (targetKwh <= arrivalKwh) {
      notes.count("sessions that charge nothing within the horizon are left out", at(recorded));
      return null;
    }
    int arrival = boundary(from);
    int departure = boundary(to);
    if (departure <= arrival) {
      notes.count("stays between two boundaries of periods are given a whole one", at(recorded));
      arrival = Math.min(period(from, to), horizon.periods() - 1);
      departure = arrival + 1;
    }
    return new Session(
        id(recorded),
        station.id(),
        arrival,
        departure,
        battery(recorded, targetKwh),
        0,
        arrivalKwh,
        targetKwh,
        Session.DEFAULT_SHORTFALL_COST_PER_KWH,
        charger(recorded, station.charger(), arrival, departure, targetKwh - arrivalKwh));
  }

  private void cut(RecordedSession recorded, Instant from, Instant to) {
    if (from.isAfter(recorded.arrival())) {
      notes.count("sessions that come before the horizon are cut at its start", at(recorded));
    }
    if (to.isBefore(recorded.departure())) {
      notes.count("sessions that leave after the horizon are cut at its end", at(recorded));
    }
  }

  private String at(RecordedSession recorded) {
    return "%s, %s to %s"
        .formatted(
            file.place(recorded.line()),
            horizon.at(recorded.arrival()),
            horizon.at(recorded.departure()));
  }

  /** Energy at a time of the stay, if charged evenly. */
  private static double energyAt(RecordedSession recorded, Instant time) {
    double stay = Duration.between(recorded.arrival(), recorded.departure()).toMillis();
    double share = Duration.between(recorded.arrival(), time).toMillis() / stay;
    return recorded.arrivalKwh() + share * (recorded.departureKwh() - recorded.arrivalKwh());
  }

  /** A battery that was only known by what is charged holds what is left of that. */
  private static double battery(RecordedSession recorded, double targetKwh) {
    boolean isKnown = recorded.arrivalKwh() > 0 || recorded.batteryKwh() > recorded.departureKwh();
    return isKnown ? Math.max(Rounded.of(recorded.batteryKwh()), targetKwh) : targetKwh;
  }

  private double periodsTo(Instant time) {
    double minutes = Duration.between(horizon.startOf(0).toInstant(), time).toMillis() / 60_000.0;
    return minutes / horizon.stepMinutes();
  }

  private int boundary(Instant time) {
    return Math.clamp(Math.round(periodsTo(time)), 0, horizon.periods());
  }

  private int period(Instant from, Instant to) {
    return (int) ((periodsTo(from) + periodsTo(to)) / 2);
  }

  private String id(RecordedSession recorded) {
    String id = recorded.id();
    if (!ids.add(id)) {
      id = id + "-line" + recorded.line();
      ids.add(id);
    }
    return id;
  }

  private Charger charger(
      RecordedSession recorded, Charger station, int arrival, int departure, double kwh) {
    PowerRange range = station.charge();
    Double own = recorded.powerKw();
    double most =
        own == null || places.arePowersTold() && own > range.maxKw() ? range.maxKw() : own;
    double needed = kwh / station.chargeEfficiency() / horizon.hours(arrival, departure);
    if (needed > most * (1 + 1e-9)) {
      if (places.arePowersTold()) {
        notes.count(
            "sessions cannot get their energy within their stay with the power told", at(recorded));
      } else {
        notes.count(
            "sessions that need more than %s to get their energy within their stay are given it"
                .formatted(own == null ? Rounded.text(most) + " kW" : "their own power"),
            at(recorded));
        most = Math.ceil(needed);
      }
    }
    if (most == range.maxKw()) {
      return station;
    }
    PowerRange power = new PowerRange(Math.min(range.minKw(), most), Rounded.of(most));
    return new Charger(
        power, station.chargeEfficiency(), station.discharge(), station.dischargeEfficiency());
  }
}
