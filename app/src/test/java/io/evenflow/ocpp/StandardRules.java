package io.evenflow.ocpp;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/**
 * What the three versions ask of a SetChargingProfile with a TxProfile, in our own words: fields
 * that must be there, fields that may, types, ranges, order of periods, and signs.
 */
public final class StandardRules {
  private StandardRules() {}

  public static void assertProfile(OcppVersion version, JsonNode request) {
    boolean isFirst = version == OcppVersion.V1_6;
    String evse = isFirst ? "connectorId" : "evseId";
    String name = isFirst ? "csChargingProfiles" : "chargingProfile";
    assertFields(request, Set.of(evse, name), Set.of());
    assertThat(request.get(evse).intValue()).as("a TxProfile is for one EVSE").isPositive();
    JsonNode profile = request.get(name);
    assertFields(
        profile,
        Set.of(
            isFirst ? "chargingProfileId" : "id",
            "stackLevel",
            "chargingProfilePurpose",
            "chargingProfileKind",
            "chargingSchedule",
            "transactionId"),
        version == OcppVersion.V2_1
            ? Set.of("maxOfflineDuration", "invalidAfterOfflineDuration")
            : Set.of());
    assertThat(profile.get("chargingProfilePurpose").stringValue()).isEqualTo("TxProfile");
    assertThat(profile.get("chargingProfileKind").stringValue()).isEqualTo("Absolute");
    assertThat(profile.get("stackLevel").intValue()).isNotNegative();
    if (isFirst) {
      assertThat(profile.get("transactionId").isInt()).isTrue();
      assertSchedule(version, profile.get("chargingSchedule"));
    } else {
      assertThat(profile.get("transactionId").stringValue()).hasSizeBetween(1, 36);
      assertThat(profile.get("chargingSchedule").size()).isEqualTo(1);
      assertSchedule(version, profile.get("chargingSchedule").get(0));
    }
  }

  private static void assertSchedule(OcppVersion version, JsonNode schedule) {
    Set<String> required =
        new TreeSet<>(
            Set.of("chargingRateUnit", "chargingSchedulePeriod", "startSchedule", "duration"));
    if (version != OcppVersion.V1_6) {
      required.add("id");
    }
    assertFields(schedule, required, Set.of());
    assertThat(schedule.get("chargingRateUnit").stringValue()).isIn("W", "A");
    assertThat(schedule.get("startSchedule").stringValue()).endsWith("Z");
    assertThat(Instant.parse(schedule.get("startSchedule").stringValue())).isNotNull();
    JsonNode periods = schedule.get("chargingSchedulePeriod");
    assertThat(periods.size()).isBetween(1, 1024);
    assertThat(periods.get(0).get("startPeriod").intValue()).isZero();
    int last = -1;
    for (JsonNode period : periods) {
      assertThat(period.get("startPeriod").intValue()).isGreaterThan(last);
      last = period.get("startPeriod").intValue();
      assertPeriod(version, period);
    }
    assertThat(schedule.get("duration").intValue()).isGreaterThan(last);
  }

  private static void assertPeriod(OcppVersion version, JsonNode period) {
    boolean hasSetpoint = period.has("setpoint");
    Set<String> required = new TreeSet<>(Set.of("startPeriod", "limit"));
    if (version == OcppVersion.V2_1) {
      required.add("operationMode");
    }
    if (hasSetpoint) {
      assertThat(version).as("setpoints are of 2.1").isEqualTo(OcppVersion.V2_1);
      required.addAll(Set.of("setpoint", "dischargeLimit"));
    }
    assertFields(period, required, Set.of("numberPhases"));
    BigDecimal limit = decimal(period, "limit");
    assertThat(limit).isNotNegative();
    if (hasSetpoint) {
      assertThat(period.get("operationMode").stringValue()).isEqualTo("CentralSetpoint");
      assertThat(decimal(period, "dischargeLimit")).isNotPositive();
      assertThat(decimal(period, "setpoint")).isBetween(decimal(period, "dischargeLimit"), limit);
    }
  }

  /** At most one digit behind the point. */
  private static BigDecimal decimal(JsonNode period, String field) {
    BigDecimal value = period.get(field).decimalValue();
    assertThat(value.stripTrailingZeros().scale()).as(field + " " + value).isLessThan(2);
    return value;
  }

  private static void assertFields(JsonNode object, Set<String> required, Set<String> allowed) {
    Set<String> names = new TreeSet<>(object.propertyNames());
    assertThat(names).containsAll(required);
    names.removeAll(required);
    assertThat(allowed).containsAll(names);
  }
}
