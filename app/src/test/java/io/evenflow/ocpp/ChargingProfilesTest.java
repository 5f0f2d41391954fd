package io.evenflow.ocpp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.evenflow.fleet.Charger;
import io.evenflow.fleet.PowerRange;
import io.evenflow.time.Horizon;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A stay from 01:00 to 05:00 at a charger of 4.14 to 11 kW that can feed in 10 kW. */
class ChargingProfilesTest {
  private static final Horizon HOURS =
      new Horizon(OffsetDateTime.parse("2024-04-09T00:00:00+02:00"), 24, 60);
  private static final Charger BOTH_WAYS =
      new Charger(new PowerRange(4.14, 11), 0.9, new PowerRange(1, 10), 0.9);

  private static PlannedStay stay(String id, double... netKw) {
    return new PlannedStay(id, 0, "depot", BOTH_WAYS, 1, 1 + netKw.length, netKw);
  }

  private static ObjectNode request(ProfileOptions options, PlannedStay stay) {
    List<PlannedStay> stays = List.of(stay);
    List<Transaction> transactions = Transactions.of(stays, options.version());
    ObjectNode request =
        new ChargingProfiles(options).of(stays, transactions, HOURS).getFirst().request();
    StandardRules.assertProfile(options.version(), request);
    OfficialSchemas.assertValid(options.version(), "SetChargingProfile", request);
    return request;
  }

  private static ProfileOptions options(OcppVersion version, RateUnit unit) {
    return new ProfileOptions(version, unit, false, false, null, 1024, null);
  }

  private static String periods(JsonNode request) {
    JsonNode profile =
        request.has("chargingProfile")
            ? request.get("chargingProfile").get("chargingSchedule").get(0)
            : request.get("csChargingProfiles").get("chargingSchedule");
    StringBuilder text = new StringBuilder();
    for (JsonNode period : profile.get("chargingSchedulePeriod")) {
      String rate = period.has("setpoint") ? "setpoint" : "limit";
      text.append(period.get("startPeriod")).append(": ").append(period.get(rate)).append("  ");
    }
    return text.toString().strip();
  }

  @Test
  void ofVersion21() {
    assertThat(
            request(ProfileOptions.of(OcppVersion.V2_1), stay("ev1", 11, 11, 0, -7.5)).toString())
        .isEqualTo(
            """
            {"evseId":1,"chargingProfile":{"id":1,"stackLevel":0,\
            "chargingProfilePurpose":"TxProfile","chargingProfileKind":"Absolute",\
            "transactionId":"ev1","chargingSchedule":[{"id":1,"chargingRateUnit":"W",\
            "startSchedule":"2024-04-08T23:00:00Z","duration":14400,"chargingSchedulePeriod":[\
            {"startPeriod":0,"operationMode":"CentralSetpoint","setpoint":11000,"limit":11000,\
            "dischargeLimit":0},\
            {"startPeriod":7200,"operationMode":"CentralSetpoint","setpoint":0,"limit":0,\
            "dischargeLimit":0},\
            {"startPeriod":10800,"operationMode":"CentralSetpoint","setpoint":-7500,"limit":0,\
            "dischargeLimit":-7500}]}]}}""");
  }

  @Test
  void ofVersion16() {
    assertThat(request(ProfileOptions.of(OcppVersion.V1_6), stay("4711", 11, 0)).toString())
        .isEqualTo(
            """
            {"connectorId":1,"csChargingProfiles":{"chargingProfileId":1,"stackLevel":0,\
            "chargingProfilePurpose":"TxProfile","chargingProfileKind":"Absolute",\
            "transactionId":4711,"chargingSchedule":{"chargingRateUnit":"W",\
            "startSchedule":"2024-04-08T23:00:00Z","duration":7200,"chargingSchedulePeriod":[\
            {"startPeriod":0,"limit":11000},{"startPeriod":3600,"limit":0}]}}}""");
  }

  @Test
  void amperesAreThoseOfEachPhaseAndNeverMoreThanPlanned() {
    // 10 kW are 14.49 A on three phases of 230 V, 43.48 A on one.
    PlannedStay stay = stay("ev1", 10, 4.14, 0, -9);
    assertThat(periods(request(options(OcppVersion.V2_1, RateUnit.amperes(3, 230)), stay)))
        .isEqualTo("0: 14.4  3600: 6  7200: 0  10800: -13");
    assertThat(periods(request(options(OcppVersion.V2_1, RateUnit.amperes(1, 230)), stay)))
        .isEqualTo("0: 43.4  3600: 18  7200: 0  10800: -39.1");
  }

  @Test
  void whatIsJustAboveTheLeastPowerStaysAboveIt() {
    // 4.2 kW would be 6.09 A, and a tenth below that less than a charger of 4.2 kW can hold.
    Charger charger = new Charger(new PowerRange(4.2, 11), 1, null, 1);
    PlannedStay stay = new PlannedStay("ev1", 0, "depot", charger, 1, 2, new double[] {4.2});
    assertThat(periods(request(options(OcppVersion.V1_6, RateUnit.amperes(3, 230)), stay)))
        .isEqualTo("0: 6.1");
  }

  /** Half watts: 3 hours of 4200.5 W are 12,601.5 Wh, so one hour has a watt more. */
  @Test
  void energiesOfRunsStayWithinHalfAWattOverAPeriod() {
    assertThat(
            periods(
                request(
                    ProfileOptions.of(OcppVersion.V2_1), stay("ev1", 4.2003, 4.2003, 4.2003, 0))))
        .isEqualTo("0: 4201  3600: 4200  10800: 0");
  }

  @Test
  void energiesOfManyUnequalPeriodsStayWithinHalfAWattOverAPeriod() {
    double[] netKw = IntStream.range(0, 20).mapToDouble(k -> 5 + 0.1 * k + 0.0004).toArray();
    long[] steps = RoundedRates.of(stay("ev1", netKw), RateUnit.WATTS, HOURS);
    double planned = 0;
    double rounded = 0;
    for (int k = 0; k < netKw.length; k++) {
      planned += 1000 * netKw[k];
      rounded += steps[k];
      assertThat(rounded).isBetween(planned - 0.5001, planned + 0.5001);
      assertThat((double) steps[k]).isBetween(1000 * netKw[k] - 1, 1000 * netKw[k] + 1);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"V1_6", "V2_0_1"})
  void olderVersionsRefuseWhatFeedsIn(OcppVersion version) {
    assertThatThrownBy(() -> request(ProfileOptions.of(version), stay("ev1", 11, 0, -7.5)))
        .hasMessage(
            "session 'ev1': feeds in 7.5 kW from 2024-04-09T03:00:00+02:00 on, which OCPP "
                + version.word()
                + " cannot say\nMaybe use 2.1 with setpoints, or --clip-discharge: the vehicle then"
                + " pauses instead.");
    ProfileOptions clips =
        new ProfileOptions(version, RateUnit.WATTS, false, true, null, 1024, null);
    assertThat(periods(request(clips, stay("ev1", 11, 0, -7.5)))).isEqualTo("0: 11000  3600: 0");
  }

  @Test
  void limitsInPlaceOfSetpointsIn21() {
    ProfileOptions limits =
        new ProfileOptions(OcppVersion.V2_1, RateUnit.WATTS, true, false, null, 1024, 15);
    String text = request(limits, stay("ev1", 11, 0)).toString();
    assertThat(text)
        .contains("{\"startPeriod\":0,\"operationMode\":\"ChargingOnly\",\"limit\":11000}")
        .contains("\"maxOfflineDuration\":900,\"invalidAfterOfflineDuration\":true");
    assertThatThrownBy(() -> request(limits, stay("ev1", -7.5)))
        .hasMessageContaining("which OCPP 2.1 in ChargingOnly cannot say");
  }

  @Test
  void aProfileEndsByItself() {
    ProfileOptions short90 =
        new ProfileOptions(OcppVersion.V2_0_1, RateUnit.WATTS, false, false, 90, 1024, null);
    ObjectNode request = request(short90, stay("ev1", 11, 5, 7, 9));
    assertThat(periods(request)).isEqualTo("0: 11000  3600: 5000");
    assertThat(request.toString()).contains("\"duration\":5400");
  }

  @Test
  void moreThan1024PeriodsAreRefusedAndAShorterValidityHelps() {
    Horizon minutes = new Horizon(HOURS.start(), 1440, 1);
    double[] netKw = IntStream.range(0, 1100).mapToDouble(k -> 5 + k % 2).toArray();
    List<PlannedStay> stays =
        List.of(new PlannedStay("ev1", 0, "depot", BOTH_WAYS, 0, 1100, netKw));
    List<Transaction> transactions = Transactions.of(stays, OcppVersion.V2_1);
    assertThatThrownBy(
            () ->
                new ChargingProfiles(ProfileOptions.of(OcppVersion.V2_1))
                    .of(stays, transactions, minutes))
        .hasMessage(
            "session 'ev1': the schedule has 1100 periods after equal ones were merged, at most"
                + " 1024 are allowed\nMaybe hand out less of it at once, by a shorter validity, or"
                + " plan in longer periods.");
    ProfileOptions shorter =
        new ProfileOptions(OcppVersion.V2_1, RateUnit.WATTS, false, false, 1000, 1024, null);
    JsonNode request =
        new ChargingProfiles(shorter).of(stays, transactions, minutes).getFirst().request();
    StandardRules.assertProfile(OcppVersion.V2_1, request);
  }

  @Test
  void aFallbackIsALowerLimitForEveryTransaction() {
    ObjectNode fallback =
        new ChargingProfiles(options(OcppVersion.V1_6, RateUnit.amperes(3, 230))).fallback(4.14);
    OfficialSchemas.assertValid(OcppVersion.V1_6, "SetChargingProfile", fallback);
    assertThat(fallback.toString())
        .isEqualTo(
            """
            {"connectorId":0,"csChargingProfiles":{"chargingProfileId":0,"stackLevel":0,\
            "chargingProfilePurpose":"TxDefaultProfile","chargingProfileKind":"Relative",\
            "chargingSchedule":{"chargingRateUnit":"A","chargingSchedulePeriod":[\
            {"startPeriod":0,"limit":6,"numberPhases":3}]}}}""");
  }

  /**
   * <pre>
   *   a  ████████            EVSE 1
   *   b     ██████           EVSE 2
   *   c           ████       EVSE 1 again
   * </pre>
   */
  @Test
  void carsThatAreThereTogetherAreAtDifferentEvses() {
    List<PlannedStay> stays =
        List.of(
            at("b", 3, 9), at("a", 0, 8), at("c", 9, 12), at("a-very-long-name".repeat(3), 9, 10));
    assertThat(Transactions.of(stays, OcppVersion.V2_1))
        .extracting(Transaction::evse)
        .containsExactly(2, 1, 1, 2);
    assertThat(Transactions.of(stays, OcppVersion.V2_1).get(3).id())
        .hasSize(36)
        .doesNotContain("very-long");
    assertThat(Transactions.of(stays, OcppVersion.V1_6))
        .extracting(Transaction::id)
        .containsExactly("1", "2", "3", "4");
  }

  /** Of the first quarter 6 minutes are left. */
  @Test
  void aPeriodThatHasBegunIsShorter() {
    Horizon quarters = new Horizon(HOURS.start(), 8, 15, 6, null);
    List<PlannedStay> stays =
        List.of(new PlannedStay("ev1", 0, "depot", BOTH_WAYS, 0, 3, new double[] {11, 5, 7}));
    ObjectNode request =
        new ChargingProfiles(ProfileOptions.of(OcppVersion.V2_1))
            .of(stays, Transactions.of(stays, OcppVersion.V2_1), quarters)
            .getFirst()
            .request();
    assertThat(periods(request)).isEqualTo("0: 11000  360: 5000  1260: 7000");
    assertThat(request.toString()).contains("\"duration\":2160");
  }

  @Test
  void transactionsThatAVersionHasNoRoomForAreRefused() {
    List<PlannedStay> stays = List.of(at("a", 0, 2));
    assertThatThrownBy(
            () ->
                new ChargingProfiles(ProfileOptions.of(OcppVersion.V1_6))
                    .of(stays, List.of(new Transaction("tx-1", 1)), HOURS))
        .hasMessageContaining("OCPP 1.6 has a whole number of up to nine digits for its id");
    assertThatThrownBy(
            () ->
                new ChargingProfiles(ProfileOptions.of(OcppVersion.V2_1))
                    .of(stays, List.of(new Transaction("tx-1", 0)), HOURS))
        .hasMessageContaining("evse (0) must be at least 1");
  }

  private static PlannedStay at(String id, int arrival, int departure) {
    return new PlannedStay(
        id, 0, "depot", BOTH_WAYS, arrival, departure, new double[departure - arrival]);
  }

  @Test
  void namesNeitherLeaveTheirFolderNorMeet() {
    String[] ids = {
      "ev1",
      "EV1",
      "../../etc/passwd",
      "..",
      "a/b",
      "a%2Fb",
      "nul",
      ".hidden",
      "Wörth 7",
      "x".repeat(300)
    };
    List<String> names = FileNames.of(Arrays.stream(ids).map(id -> at(id, 0, 1)).toList());
    assertThat(names.subList(0, 9))
        .containsExactly(
            "ev1",
            "EV1~~2",
            "%2E.%2F..%2Fetc%2Fpasswd",
            "%2E%2E",
            "a%2Fb",
            "a%252Fb",
            "%nul",
            "%2Ehidden",
            "W%C3%B6rth%207");
    assertThat(names.get(9)).hasSizeLessThan(200);
    assertThat(FileNames.of(List.of(at("van~1", 0, 1), vanStay(1), vanStay(2))))
        .containsExactly("van%7E1", "van~1", "van~2");
  }

  private static PlannedStay vanStay(int number) {
    return new PlannedStay("van", number, "depot", BOTH_WAYS, number, number + 1, new double[1]);
  }
}
