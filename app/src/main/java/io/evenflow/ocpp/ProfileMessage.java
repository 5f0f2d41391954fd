package io.evenflow.ocpp;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A {@code SetChargingProfileRequest} (1.6: {@code SetChargingProfile.req}) as JSON. */
final class ProfileMessage {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final ProfileOptions options;

  ProfileMessage(ProfileOptions options) {
    this.options = options;
  }

  /**
   * The profile of a transaction: absolute, from the stay's start on.
   *
   * @param id of the profile, unique at its charger
   * @param seconds after which it ends
   */
  ObjectNode ofTransaction(
      int id,
      Transaction transaction,
      OffsetDateTime start,
      int seconds,
      List<RatePeriod> periods) {
    ObjectNode profile = profile(id, "TxProfile", "Absolute");
    if (options.version() == OcppVersion.V1_6) {
      profile.put("transactionId", Integer.parseInt(transaction.id()));
    } else {
      profile.put("transactionId", transaction.id());
    }
    Integer offline = options.maxOfflineMinutes();
    if (offline != null) {
      // Meanwhile others may have been planned anew: only a new profile shall hold again.
      profile.put("maxOfflineDuration", 60 * offline);
      profile.put("invalidAfterOfflineDuration", true);
    }
    ObjectNode schedule = schedule(id);
    schedule.put("startSchedule", text(start));
    schedule.put("duration", seconds);
    ArrayNode list = schedule.putArray("chargingSchedulePeriod");
    periods.forEach(period -> list.add(period(period)));
    return request(transaction.evse(), profile, schedule);
  }

  /** What holds for transactions that have no profile, or none any more. */
  ObjectNode fallback(int id, long steps) {
    ObjectNode profile = profile(id, "TxDefaultProfile", "Relative");
    ObjectNode schedule = schedule(id);
    ObjectNode period = NODES.objectNode().put("startPeriod", 0);
    period.put("limit", options.unit().rate(steps));
    addPhases(period);
    schedule.putArray("chargingSchedulePeriod").add(period);
    return request(0, profile, schedule);
  }

  private ObjectNode profile(int id, String purpose, String kind) {
    ObjectNode profile = NODES.objectNode();
    profile.put(options.version() == OcppVersion.V1_6 ? "chargingProfileId" : "id", id);
    profile.put("stackLevel", 0);
    profile.put("chargingProfilePurpose", purpose);
    profile.put("chargingProfileKind", kind);
    return profile;
  }

  private ObjectNode schedule(int id) {
    ObjectNode schedule = NODES.objectNode();
    if (options.version() != OcppVersion.V1_6) {
      schedule.put("id", id);
    }
    schedule.put("chargingRateUnit", options.unit().word());
    return schedule;
  }

  private ObjectNode period(RatePeriod period) {
    RateUnit unit = options.unit();
    ObjectNode node = NODES.objectNode().put("startPeriod", period.startSeconds());
    if (options.hasSetpoints()) {
      // Limits as tight as the setpoint: a vehicle may fall short of it, never pass it.
      node.put("operationMode", "CentralSetpoint");
      node.put("setpoint", unit.rate(period.steps()));
      node.put("limit", unit.rate(Math.max(0, period.steps())));
      node.put("dischargeLimit", unit.rate(Math.min(0, period.steps())));
    } else {
      if (options.version() == OcppVersion.V2_1) {
        node.put("operationMode", "ChargingOnly");
      }
      node.put("limit", unit.rate(period.steps()));
    }
    addPhases(node);
    return node;
  }

  private void addPhases(ObjectNode period) {
    @Nullable Integer phases = options.unit().phases();
    if (phases != null) {
      period.put("numberPhases", phases);
    }
  }

  private ObjectNode request(int evse, ObjectNode profile, ObjectNode schedule) {
    ObjectNode request = NODES.objectNode();
    if (options.version() == OcppVersion.V1_6) {
      profile.set("chargingSchedule", schedule);
      request.put("connectorId", evse);
      request.set("csChargingProfiles", profile);
    } else {
      profile.putArray("chargingSchedule").add(schedule);
      request.put("evseId", evse);
      request.set("chargingProfile", profile);
    }
    return request;
  }

  /** OCPP recommends UTC. */
  static String text(OffsetDateTime time) {
    return DateTimeFormatter.ISO_INSTANT.format(time.withOffsetSameInstant(ZoneOffset.UTC));
  }
}
