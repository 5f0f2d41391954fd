package io.evenflow.io.exchange;

import io.evenflow.io.JsonObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Follows a vehicle of a SpiceEV scenario through its events, from stay to stay. */
final class SpiceEvStays {
  private final String id;
  private final Instant end;
  private final Notes notes;
  private final List<SpiceEvStay> stays = new ArrayList<>();
  private @Nullable String station;
  private Instant from;
  private Instant expected;
  private double desiredSoc;
  private double usedSoc;

  private SpiceEvStays(String id, JsonObject vehicle, Instant start, Instant end, Notes notes) {
    this.id = id;
    this.end = end;
    this.notes = notes;
    from = start;
    expected = end;
    begin(vehicle, start);
  }

  /**
   * @param events of this vehicle
   * @param start of the horizon
   * @param end of the horizon
   */
  static List<SpiceEvStay> of(
      String id,
      JsonObject vehicle,
      List<JsonObject> events,
      Instant start,
      Instant end,
      Notes notes) {
    SpiceEvStays walk = new SpiceEvStays(id, vehicle, start, end, notes);
    events.stream()
        .sorted(Comparator.comparing(event -> time(event)))
        .filter(event -> time(event).isBefore(end))
        .forEach(walk::take);
    walk.finish(walk.expected.isAfter(end) ? walk.expected : end);
    return walk.stays;
  }

  private static Instant time(JsonObject event) {
    return SpiceEvTime.time(event, "start_time").toInstant();
  }

  private void take(JsonObject event) {
    String type = event.text("event_type");
    switch (type) {
      case "departure" -> finish(time(event));
      case "arrival" -> {
        finish(time(event));
        begin(event.object("update"), time(event));
      }
      default -> notes.say("%s: an event of type '%s' is not used".formatted(id, type));
    }
  }

  private void begin(JsonObject update, Instant now) {
    station =
        update.has("connected_charging_station") && !update.isNull("connected_charging_station")
            ? update.text("connected_charging_station")
            : null;
    from = now;
    expected =
        update.has("estimated_time_of_departure") && !update.isNull("estimated_time_of_departure")
            ? SpiceEvTime.time(update, "estimated_time_of_departure").toInstant()
            : end;
    Double desired = update.numberOrNull("desired_soc");
    desiredSoc = desired == null ? desiredSoc : desired;
    Double delta = update.numberOrNull("soc_delta");
    usedSoc += delta == null ? 0 : Math.max(0, -delta);
  }

  private void finish(Instant until) {
    if (station != null && until.isAfter(from)) {
      stays.add(new SpiceEvStay(station, from, until, desiredSoc, usedSoc));
      usedSoc = 0;
    }
    station = null;
  }
}
