package io.evenflow.io.exchange;

import io.evenflow.fleet.Charger;
import io.evenflow.fleet.ChargingCurve;
import io.evenflow.fleet.PowerRange;
import io.evenflow.fleet.Session;
import io.evenflow.fleet.SessionDetails;
import io.evenflow.fleet.Vehicle;
import io.evenflow.io.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A vehicle of a SpiceEV scenario: one vehicle of several stays, or where its charging curve falls
 * below what a charger gives, a session for each stay, as only those have curves.
 */
final class SpiceEvVehicle {
  private final String id;
  private final JsonObject type;
  private final List<SpiceEvStay> stays;
  private final Map<String, SpiceEvCharger> chargers;
  private final SpiceEvTime time;
  private final double dischargeLimit;
  private final double shortfallPerKwh;
  private final Notes notes;
  private final double capacityKwh;
  private final List<double[]> curve;
  private final double mostKw;
  private final double startKwh;

  /**
   * A place to plug in.
   *
   * @param meter id of its grid connector
   */
  record SpiceEvCharger(String meter, double minKw, double maxKw) {}

  SpiceEvVehicle(
      String id,
      JsonObject type,
      double soc,
      List<SpiceEvStay> stays,
      Map<String, SpiceEvCharger> chargers,
      SpiceEvTime time,
      double dischargeLimit,
      double shortfallPerKwh,
      Notes notes) {
    this.id = id;
    this.type = type;
    this.stays = stays;
    this.chargers = chargers;
    this.time = time;
    this.dischargeLimit = dischargeLimit;
    this.shortfallPerKwh = shortfallPerKwh;
    this.notes = notes;
    capacityKwh = type.number("capacity");
    curve = type.pairs("charging_curve");
    mostKw = curve.stream().mapToDouble(point -> point[1]).max().orElse(0);
    startKwh = Rounded.fine(Math.min(1, Math.max(0, soc)) * capacityKwh);
  }

  /** Whether its curve is below what one of its chargers gives. */
  boolean needsCurve() {
    double leastKw = curve.stream().mapToDouble(point -> point[1]).min().orElse(0);
    return stays.stream()
        .anyMatch(stay -> leastKw < Math.min(mostKw, charger(stay).maxKw()) * (1 - 1e-9));
  }

  private SpiceEvCharger charger(SpiceEvStay stay) {
    SpiceEvCharger charger = chargers.get(stay.chargingStation());
    if (charger == null) {
      throw type.error(
          "vehicle '%s': charging station '%s' does not exist"
              .formatted(id, stay.chargingStation()),
          "Maybe it is one of " + chargers.keySet() + ".");
    }
    return charger;
  }

  private boolean feedsIn() {
    return type.has("v2g") && type.truth("v2g");
  }

  private Charger powers(SpiceEvStay stay) {
    SpiceEvCharger at = charger(stay);
    double efficiency = type.numberOr(SpiceEvFleet.USUAL_EFFICIENCY, "battery_efficiency");
    double most = Math.min(at.maxKw(), mostKw);
    double least = Math.max(at.minKw(), type.numberOr(0, "min_charging_power"));
    double fed = Math.min(at.maxKw(), mostKw * type.numberOr(0.5, "v2g_power_factor"));
    return type.build(
        "Maybe min_charging_power is more than the charging station gives.",
        () ->
            new Charger(
                new PowerRange(least, most),
                efficiency,
                feedsIn() ? new PowerRange(0, fed) : null,
                feedsIn() ? efficiency : 1));
  }

  private double leastKwh() {
    return feedsIn() ? Rounded.fine(dischargeLimit * capacityKwh) : 0;
  }

  /** What a stay wants: its desired energy, or of a stay that goes on what is due by then. */
  private double wantedKwh(SpiceEvStay stay, double arrivalKwh) {
    double desired = stay.desiredSoc() * capacityKwh;
    if (!stay.until().isAfter(time.end())) {
      return Rounded.fine(desired);
    }
    double whole = Duration.between(stay.from(), stay.until()).toSeconds();
    double share = Duration.between(stay.from(), time.end()).toSeconds() / whole;
    notes.say(
        "%s: the stay that goes on after the horizon wants %s of its charge by then, its part of the time"
            .formatted(id, Rounded.text(100 * share) + " %"));
    return Rounded.fine(arrivalKwh + share * Math.max(0, desired - arrivalKwh));
  }

  private double usedKwh(SpiceEvStay stay) {
    return Rounded.fine(stay.usedSoc() * capacityKwh);
  }

  /** A place in the horizon; a stay within one step has none. */
  private record Span(int arrival, int departure) {
    boolean isEmpty() {
      return departure <= arrival;
    }
  }

  private Span span(SpiceEvStay stay) {
    return new Span(time.period(stay.from()), time.period(stay.until()));
  }

  private void passOver(SpiceEvStay stay) {
    notes.say(
        "%s: the stay from %s to %s is between two steps and is left out"
            .formatted(id, stay.from(), stay.until()));
  }

  /** All stays as one vehicle. */
  List<Vehicle> vehicle() {
    List<Vehicle.Stay> made = new ArrayList<>();
    double kwh = startKwh;
    double used = 0;
    for (SpiceEvStay stay : stays) {
      used += usedKwh(stay);
      double arrivalKwh = Math.max(0, kwh - usedKwh(stay));
      Span span = span(stay);
      double wanted = wantedKwh(stay, arrivalKwh);
      kwh = Math.max(arrivalKwh, wanted);
      if (span.isEmpty()) {
        passOver(stay);
        continue;
      }
      made.add(
          new Vehicle.Stay(
              charger(stay).meter(), span.arrival(), span.departure(), wanted, used, powers(stay)));
      used = 0;
    }
    if (made.isEmpty()) {
      notes.say(id + ": never stays and is left out");
      return List.of();
    }
    return List.of(new Vehicle(id, capacityKwh, leastKwh(), startKwh, 0, shortfallPerKwh, made));
  }

  /** Each stay as a session that arrives with what was wanted before, less what was used. */
  List<Session> sessions() {
    notes.say(
        id
            + ": its charging curve falls, which vehicles do not have; each stay is a session that"
            + " comes with what was wanted at the departure before, or could be reached, less what"
            + " was used");
    List<Session> sessions = new ArrayList<>();
    double kwh = startKwh;
    for (int i = 0; i < stays.size(); i++) {
      SpiceEvStay stay = stays.get(i);
      double arrivalKwh = Rounded.fine(Math.max(0, kwh - usedKwh(stay)));
      double wanted = wantedKwh(stay, arrivalKwh);
      Span span = span(stay);
      double reachable = reachableKwh(powers(stay), span, arrivalKwh);
      kwh = Math.max(arrivalKwh, Math.min(wanted, reachable));
      if (span.isEmpty()) {
        passOver(stay);
      } else if (wanted > arrivalKwh || feedsIn()) {
        sessions.add(session(id + "-" + (i + 1), stay, span, arrivalKwh, wanted));
      } else {
        notes.say("%s: stay %d wants nothing and is left out".formatted(id, i + 1));
      }
    }
    return sessions;
  }

  private ChargingCurve falling() {
    return type.build(
        "Maybe its points are out of order.",
        () ->
            new ChargingCurve(
                curve.stream().map(point -> new ChargingCurve.Point(point[0], point[1])).toList()));
  }

  /** Energy on departure after a stay at full power. */
  private double reachableKwh(Charger charger, Span span, double arrivalKwh) {
    ChargingCurve falling = falling();
    double kwh = arrivalKwh;
    for (int t = span.arrival(); t < span.departure(); t++) {
      double kwhPerKw = time.horizon().hours(t) * charger.chargeEfficiency();
      kwh += kwhPerKw * heldKw(falling, charger.charge().maxKw(), kwh, kwhPerKw);
    }
    return kwh;
  }

  /** The greatest power that the curve allows at both ends of a period. */
  private double heldKw(ChargingCurve falling, double mostKw, double kwh, double kwhPerKw) {
    double low = 0;
    double high =
        Math.min(
            Math.min(mostKw, falling.maxKw(kwh / capacityKwh)), (capacityKwh - kwh) / kwhPerKw);
    for (int halving = 0; halving < 50; halving++) {
      double kw = (low + high) / 2;
      if (kw <= falling.maxKw((kwh + kwhPerKw * kw) / capacityKwh)) {
        low = kw;
      } else {
        high = kw;
      }
    }
    return low;
  }

  private Session session(
      String name, SpiceEvStay stay, Span span, double arrivalKwh, double wanted) {
    return new Session(
        name,
        charger(stay).meter(),
        span.arrival(),
        span.departure(),
        capacityKwh,
        leastKwh(),
        arrivalKwh,
        wanted,
        shortfallPerKwh,
        powers(stay),
        new SessionDetails(List.of(), 0, 0, 0, 0, 1, List.of(), falling(), false));
  }
}
