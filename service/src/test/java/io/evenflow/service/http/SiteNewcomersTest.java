package io.evenflow.service.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

/**
 * Who may come to a site, on the street of {@link SiteForecastsTest}: some 49 kW are left for
 * station a. A vehicle is here until three and would take its 40 kWh in the second hour, the
 * cheapest; a guest has that hour alone and wants 45 kWh.
 */
class SiteNewcomersTest {
  private static final String SITE = "/api/v1/sites/street";
  private static final String GUEST =
      """
      "station": "a", "arrival": "2024-04-09T01:00:00Z", "departure": "2024-04-09T02:00:00Z",
      "batteryKwh": 60, "energyKwh": 15""";

  @RegisterExtension private final TestService service = new TestService();

  @BeforeEach
  void put() {
    service.send("PUT", SITE, SiteForecastsTest.DAY);
  }

  private HttpResponse<String> say(String method, String path, String body) {
    return service.send(method, SITE + path + "?deadline=20", body);
  }

  private JsonNode arrive(String id, String body) {
    HttpResponse<String> answer = say("PATCH", "/sessions/" + id, body);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return TestService.json(answer);
  }

  private JsonNode arrive() {
    return arrive(
        "ev",
        """
        {"at": "2024-04-09T00:00:00Z", "station": "a", "departure": "2024-04-09T03:00:00Z",
         "batteryKwh": 60, "energyKwh": 10, "targetKwh": 50}""");
  }

  private HttpResponse<String> expect(String newcomers) {
    return say(
        "PUT",
        "/forecasts",
        "{\"at\": \"2024-04-09T00:00:00Z\", \"newcomers\": {%s}}".formatted(newcomers));
  }

  private static double kw(JsonNode plan, String session, int hour) {
    return SiteForecastsTest.kw(plan, session)[hour];
  }

  private static String booking(String id) {
    return "\"bookings\": [{\"id\": \"" + id + "\", " + GUEST + "}]";
  }

  /**
   * Then it takes the third hour, and the guest is promised all it wants; so by another process.
   */
  @Test
  void roomIsKeptForWhoIsBooked() {
    JsonNode alone = arrive();
    assertThat(kw(alone, "ev", 1)).isCloseTo(40, within(0.1));
    assertThat(alone.has("scenarios")).isFalse();

    JsonNode plan = TestService.json(expect(booking("guest")));

    assertThat(plan.get("status").asString()).isEqualTo("optimal");
    assertThat(plan.get("scenarios").asInt()).isEqualTo(1);
    assertThat(kw(plan, "ev", 1)).isLessThan(5);
    assertThat(kw(plan, "ev", 2)).isGreaterThan(35);
    assertThat(plan.get("sessions")).as("the guest is not here").hasSize(1);
    assertThat(plan.get("changes").toString()).contains("\"reason\":\"forecast\"");
    service.restart();
    JsonNode expected = TestService.json(service.get(SITE)).get("newcomers");
    assertThat(expected.get("bookings").get(0).get("id").asString()).isEqualTo("guest");
    assertThat(TestService.json(service.get(SITE + "/plans/2")).get("newcomers"))
        .isEqualTo(expected);
    assertThat(service.send(service.request("/sites/street").build()).body())
        .contains("Who is expected", "guest", "with who is expected");
    JsonNode after =
        arrive(
            "guest",
            "{\"at\": \"2024-04-09T01:00:00Z\", " + GUEST.replaceAll("\"arr[^,]*,", "") + "}");
    assertThat(promise(after, "guest")).isCloseTo(60, within(0.05));
    assertThat(promise(after, "ev")).isCloseTo(50, within(0.05));
    assertThat(after.has("scenarios")).as("nobody is expected any more").isFalse();
    assertThat(TestService.json(service.get(SITE)).get("newcomers").get("bookings")).isEmpty();
  }

  private static double promise(JsonNode plan, String session) {
    for (JsonNode each : plan.get("sessions")) {
      if (each.get("id").asString().equals(session)) {
        return each.get("promise").get("energyKwh").asDouble();
      }
    }
    return Double.NaN;
  }

  /** Objective and bound are means: of a guest who comes in one of two scenarios half its cost. */
  @Test
  void scenariosAreAsLikelyAsEachOther() {
    arrive();
    double sure = TestService.json(expect(booking("guest"))).get("objective").asDouble();

    JsonNode plan =
        TestService.json(
            expect(
                "\"bookings\": [], \"scenarios\": [{\"sessions\": [{"
                    + GUEST
                    + "}]}, {\"sessions\": []}]"));

    assertThat(plan.get("scenarios").asInt()).isEqualTo(2);
    assertThat(kw(plan, "ev", 2)).isGreaterThan(35);
    double mean = plan.get("objective").asDouble();
    assertThat(plan.get("bound").asDouble()).isBetween(mean - 0.05, mean + 1e-6);
    double guest = 45 * (60 + 20) / 1000.0; // at the substation, and to who sells it
    assertThat(sure - mean).isCloseTo(guest / 2, within(0.05));
    JsonNode board = TestService.json(service.get(SITE)).get("newcomers");
    assertThat(board.get("bookings")).isEmpty();
    assertThat(board.get("scenarios")).hasSize(2);
    assertThat(service.send(service.request("/sites/street").build()).body())
        .contains("0.5 vehicles on average of 2 scenarios", "for 2 scenarios of who may come");

    JsonNode none = TestService.json(expect("\"scenarios\": []"));
    assertThat(kw(none, "ev", 1)).isCloseTo(40, within(0.1));
    assertThat(none.get("changes").toString()).contains("\"reason\":\"forecast\"");
  }

  /** What was said of newcomers alone needs no from; what is in no plan is said. */
  @Test
  void whoCannotBePlannedIsNamed() {
    arrive();
    JsonNode plan = TestService.json(expect(booking("ev")));
    assertThat(plan.get("notes").toString())
        .contains("booking 'ev' has come and is no newcomer any more");
    String early = booking("late").replace("T02:00", "T01:59");
    assertThat(TestService.json(expect(early)).get("notes").toString())
        .contains("booking 'late' stays for no whole period that is to come and moves no plan");
    String others = "\"scenarios\": [{\"sessions\": [{" + GUEST.replace("-09T", "-10T") + "}]}]";
    assertThat(TestService.json(expect(others)).get("notes").toString())
        .contains("1 of the scenarios' sessions stay for no whole period that is to come");
  }

  @Test
  void whatMakesNoSenseIsRefusedAndChangesNothing() {
    JsonNode empty = TestService.json(expect(booking("guest")));
    assertThat(empty.has("scenarios")).as("nobody is here to be planned for").isFalse();
    assertProblem(
        booking("x").replace("\"a\"", "\"c\""),
        """
        409 refused: booking 'x': station 'c' does not exist
        Maybe a typing error.""");
    assertProblem(
        booking("x").replace("15", "75"),
        """
        422 invalid-scenario: body: newcomers.bookings[0].energyKwh (75.0) must be from 0 to \
        batteryKwh (60.0)
        Maybe two fields were swapped, or another unit was meant.""");
    assertProblem(
        booking("x").replace("02:00", "01:00"),
        """
        422 invalid-scenario: body: newcomers.bookings[0].departure (2024-04-09T01:00:00Z) must \
        come after arrival (2024-04-09T01:00:00Z)
        Maybe two fields were swapped, or another unit was meant.""");
    assertProblem(
        booking("x").replace("\"energyKwh\"", "\"mostKw\": 51, \"energyKwh\""),
        """
        409 refused: booking 'x': mostKw (51.0) must be a number from 0 to 50.0
        Maybe it was given in W, or leave it out: then it is what the station has.""");
    assertProblem(
        booking("x").replace("}]", "}, {\"id\": \"x\"}]"),
        """
        422 invalid-scenario: body: newcomers.bookings[1].id ('x') is that of another booking, too
        Maybe it is meant to be the name its session will have.""");
    assertProblem(
        "\"scenarios\": [{\"sessions\": [{\"id\": \"x\", " + GUEST + "}]}]",
        """
        422 invalid-scenario: body: newcomers.scenarios[0].sessions[0].id is not a field
        Maybe one of these: station, arrival, departure, batteryKwh, energyKwh, targetKwh, mostKw.""");
    assertProblem(
        "\"scenarios\": [" + "{\"sessions\": []}, ".repeat(50) + "{\"sessions\": []}]",
        """
        422 invalid-scenario: body: newcomers.scenarios (51) must be at most 50
        Maybe fewer, drawn at random, say the same.""");
    assertProblem(
        booking("x").replace("01:00:00Z", "01:00:00"),
        """
        422 invalid-scenario: body: newcomers.bookings[0].arrival ('2024-04-09T01:00:00') must be a \
        time such as 2024-04-09T07:30:00+02:00
        Maybe the offset or Z is missing.""");
    JsonNode site = TestService.json(service.get(SITE));
    assertThat(site.get("plans").asInt()).isEqualTo(1);
    assertThat(site.get("newcomers").get("bookings")).hasSize(1);
  }

  private void assertProblem(String newcomers, String problem) {
    assertThat(TestService.problem(expect(newcomers))).isEqualTo(problem);
  }
}
