package io.evenflow.ocpp.replay;

import io.evenflow.io.JsonObject;
import io.evenflow.io.JsonSource;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.node.NumericNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A {@code TxProfile} as a charger reads it, from a message of any version.
 *
 * @param transactionId of the transaction it is for
 * @param start of its schedule
 * @param seconds after which it ends. Unit: s
 * @param pieces rates in order of time
 */
public record ReadProfile(String transactionId, Instant start, long seconds, List<Piece> pieces) {

  /**
   * A rate that holds until the next one.
   *
   * @param startSeconds from the start of the schedule. Unit: s
   * @param kw what to draw, negative to feed in. Unit: kW
   */
  public record Piece(long startSeconds, double kw) {}

  /**
   * Reads a request.
   *
   * @param file how errors name it
   * @throws io.evenflow.io.InputException where it is no absolute TxProfile of one schedule
   */
  public static ReadProfile of(String file, String json, ChargerModel charger) {
    JsonObject profile = profile(JsonSource.parse(file, json));
    JsonObject schedule = schedule(profile);
    requireWord(profile, "chargingProfilePurpose", "TxProfile");
    requireWord(profile, "chargingProfileKind", "Absolute");
    List<Piece> pieces = new ArrayList<>();
    for (JsonObject period : schedule.objects("chargingSchedulePeriod")) {
      pieces.add(new Piece(period.wholeNumber("startPeriod"), kw(schedule, period, charger)));
    }
    return new ReadProfile(
        profile.node().get("transactionId") instanceof NumericNode
            ? Integer.toString(profile.wholeNumber("transactionId"))
            : profile.text("transactionId"),
        time(schedule, "startSchedule"),
        schedule.wholeNumber("duration"),
        pieces);
  }

  /** What a profile of one rate allows. Unit: kW */
  static double limitKw(String file, String json, ChargerModel charger) {
    JsonObject schedule = schedule(profile(JsonSource.parse(file, json)));
    return kw(schedule, schedule.objects("chargingSchedulePeriod").getFirst(), charger);
  }

  private static JsonObject profile(JsonObject request) {
    boolean isFirst = request.has("csChargingProfiles");
    return request.object(isFirst ? "csChargingProfiles" : "chargingProfile");
  }

  /** A list in 2.x, of which more than one is for ISO 15118 alone. */
  private static JsonObject schedule(JsonObject profile) {
    return profile.node().get("chargingSchedule") instanceof ObjectNode
        ? profile.object("chargingSchedule")
        : profile.objects("chargingSchedule").getFirst();
  }

  /** What a charger makes of a rate: whole watts, or tenths of an ampere on each phase. */
  private static double kw(JsonObject schedule, JsonObject period, ChargerModel charger) {
    double rate = period.has("setpoint") ? period.number("setpoint") : period.number("limit");
    if (schedule.text("chargingRateUnit").equals("W")) {
      return Math.rint(rate) / 1000;
    }
    int phases = period.has("numberPhases") ? period.wholeNumber("numberPhases") : charger.phases();
    return Math.rint(rate * 10) / 10 * phases * charger.volts() / 1000;
  }

  private static void requireWord(JsonObject object, String field, String word) {
    String found = object.text(field);
    if (!found.equals(word)) {
      throw object.error(
          field + " ('" + found + "') must be " + word, "Maybe another message was meant.");
    }
  }

  private static Instant time(JsonObject object, String field) {
    try {
      return OffsetDateTime.parse(object.text(field)).toInstant();
    } catch (DateTimeException noTime) {
      throw object.error(
          field + " ('" + object.text(field) + "') must be a time such as 2024-04-09T00:00:00Z",
          "Maybe its offset from UTC is missing.");
    }
  }
}
