package io.evenflow.service.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.evenflow.io.BuiltInDays;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

/** The profiles of a run; each answer is held against openapi.json. */
class ProfilesTest {
  private static final String SMALL = BuiltInDays.text("case18-small");
  @RegisterExtension private static final TestService service = new TestService();

  /** Charging on arrival, so that every version can say it; the day charges 352.8 kWh. */
  @Test
  void everyVersionSaysTheSameEnergy() throws Exception {
    String run = service.submitted("?method=uncontrolled", SMALL);
    service.ended(run);
    JsonNode newest = TestService.json(service.get(run + "/ocpp?version=2.1"));
    JsonNode older = TestService.json(service.get(run + "/ocpp?version=2.0.1"));
    JsonNode oldest = TestService.json(service.get(run + "/ocpp?version=1.6"));
    assertThat(service.get(run + "/ocpp").body()).isEqualTo(newest.toString());
    double planned = plannedKwh(service.get(run + "/schedule.csv").body());
    assertThat(planned).isGreaterThan(100);
    assertThat(kwh(newest, "setpoint")).isCloseTo(planned, within(0.1));
    assertThat(kwh(older, "limit")).isEqualTo(kwh(newest, "setpoint"));
    assertThat(kwh(oldest, "limit")).isEqualTo(kwh(newest, "setpoint"));
  }

  /** An hour a row; the sixth column has the power drawn, the seventh what is fed in. */
  private static double plannedKwh(String csv) {
    return csv.lines()
        .skip(1)
        .map(line -> line.split(","))
        .mapToDouble(row -> Double.parseDouble(row[5]) - Double.parseDouble(row[6]))
        .sum();
  }

  private static double kwh(JsonNode requests, String field) {
    double kwh = 0;
    for (JsonNode request : requests) {
      JsonNode schedule =
          request.has("chargingProfile")
              ? request.at("/chargingProfile/chargingSchedule/0")
              : request.at("/csChargingProfiles/chargingSchedule");
      JsonNode periods = schedule.get("chargingSchedulePeriod");
      for (int k = 0; k < periods.size(); k++) {
        int end =
            k + 1 < periods.size()
                ? periods.get(k + 1).get("startPeriod").asInt()
                : schedule.get("duration").asInt();
        int seconds = end - periods.get(k).get("startPeriod").asInt();
        kwh += periods.get(k).get(field).asDouble() * seconds / 3.6e6;
      }
    }
    return kwh;
  }

  /** Two dear hours in the evening: who is there then feeds in before it leaves full. */
  @Test
  void aScheduleThatFeedsInIsRefusedOrClipped() throws Exception {
    String dear = SMALL.replace("81.75, 81.74", "500, 500");
    assertThat(dear).isNotEqualTo(SMALL);
    String run = service.submitted("", dear);
    service.ended(run);
    HttpResponse<String> refused = service.get(run + "/ocpp?version=1.6");
    assertThat(TestService.problem(refused))
        .isEqualTo(
            """
            409 cannot-be-said: session 'ev4': feeds in 16.0 kW from 2024-04-09T19:00:00+02:00 on, \
            which OCPP 1.6 cannot say
            Maybe use 2.1 with setpoints, or clipDischarge=true: the vehicle then pauses instead.""");
    HttpResponse<String> clipped = service.get(run + "/ocpp?version=1.6&clipDischarge=true");
    assertThat(kwh(TestService.json(clipped), "limit"))
        .isGreaterThan(kwh(TestService.json(service.get(run + "/ocpp")), "setpoint"));
  }

  /** 25 kW are 36.23 A on each of three phases of 230 V. */
  @Test
  void amperesAreOfThreePhases() throws Exception {
    String run = service.submitted("?method=uncontrolled", SMALL);
    service.ended(run);
    JsonNode requests = TestService.json(service.get(run + "/ocpp?unit=A"));
    JsonNode schedule = requests.at("/0/chargingProfile/chargingSchedule/0");
    assertThat(schedule.get("chargingRateUnit").asString()).isEqualTo("A");
    assertThat(schedule.at("/chargingSchedulePeriod/0/setpoint").asDouble()).isEqualTo(36.2);
  }

  @Test
  void whatIsAskedMustBeThere() {
    String run = service.submitted("?method=uncontrolled", SMALL);
    assertThat(TestService.problem(service.get(run + "/ocpp?version=3")))
        .startsWith(
            "400 invalid-parameter: parameter version ('3') must be one of 1.6, 2.0.1, 2.1");
    assertThat(TestService.problem(service.get("/api/v1/runs/nobody/ocpp")))
        .startsWith("404 not-found: there is no run 'nobody'");
  }
}
