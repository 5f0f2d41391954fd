package io.evenflow.service.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.evenflow.io.BuiltInDays;
import io.evenflow.io.ScenarioReader;
import io.evenflow.scenario.Scenario;
import io.evenflow.time.Series;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.OffsetDateTime;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

/** A live site: what is said of it, the plans that follow, and what a new process knows of both. */
class SiteTest {
  private static final String DAY = BuiltInDays.text("case18-small");
  private static final Scenario SCENARIO = ScenarioReader.read("day", DAY);
  private static final String SITE = "/api/v1/sites/depot";

  @RegisterExtension private final TestService service = new TestService();

  /** The start of a period of the day. */
  private static OffsetDateTime at(int period) {
    return OffsetDateTime.parse(SCENARIO.horizon().startOf(period).toString());
  }

  private HttpResponse<String> arrive(String session, int period, double targetKwh) {
    return service.send(
        "PATCH",
        SITE + "/sessions/" + session + "?deadline=20",
        """
            {"at": "%s", "station": "%s", "departure": "%s", "batteryKwh": 60, "energyKwh": 20,
             "targetKwh": %s}"""
            .formatted(at(period), SCENARIO.stations().getFirst().id(), at(period + 3), targetKwh));
  }

  @Test
  void whoComesIsPlannedPromisedAndToldAtOnce() {
    assertThat(service.send("PUT", SITE, DAY).statusCode()).isEqualTo(201);

    JsonNode plan = TestService.json(arrive("a", 1, 50));

    assertThat(plan.get("status").asString()).isEqualTo("optimal");
    assertThat(plan.get("acFeasible").asBoolean()).isTrue();
    JsonNode session = plan.get("sessions").get(0);
    assertThat(session.get("id").asString()).isEqualTo("a");
    assertThat(session.get("promise").get("energyKwh").asDouble()).isCloseTo(50, within(0.02));
    JsonNode here = TestService.json(service.get(SITE)).get("sessions").get(0);
    assertThat(here.get("commandKw").asDouble()).isEqualTo(session.get("netKw").get(0).asDouble());
  }

  @Test
  void eachChangeIsNamedWithItsReason() {
    service.send("PUT", SITE, DAY);
    arrive("a", 1, 50);

    JsonNode plan =
        TestService.json(
            service.send(
                "PATCH",
                SITE + "/sessions/a?deadline=20",
                "{\"at\": \"%s\", \"targetKwh\": 20}".formatted(at(1).plusMinutes(1))));

    assertThat(plan.get("changes").isEmpty()).isFalse();
    for (JsonNode change : plan.get("changes")) {
      assertThat(change.get("reason").asString()).isEqualTo("target");
    }
  }

  @Test
  void aLimitIsKeptFromThePeriodItIsSaidFor() {
    service.send("PUT", SITE, DAY);
    arrive("a", 1, 50);

    HttpResponse<String> answer =
        service.send(
            "PUT",
            SITE + "/limits?deadline=20",
            "{\"at\": \"%s\", \"from\": \"%s\", \"importKw\": 0.5}".formatted(at(1), at(2)));

    JsonNode plan = TestService.json(answer);
    assertThat(plan.get("status").asString()).isEqualTo("best-effort");
    assertThat(plan.get("notes").toString()).contains("no plan was found that keeps all limits");
  }

  @Test
  void pricesMoveWhatCanMove() {
    service.send("PUT", SITE, DAY);
    arrive("a", 1, 40);

    JsonNode plan =
        TestService.json(
            service.send(
                "PUT",
                SITE + "/prices?deadline=20",
                "{\"at\": \"%s\", \"from\": \"%s\", \"perMwh\": [900, 5]}"
                    .formatted(at(1).plusMinutes(1), at(2))));

    double[] kw = new double[3];
    for (int t = 0; t < kw.length; t++) {
      kw[t] = plan.get("sessions").get(0).get("netKw").path(t).asDouble();
    }
    assertThat(kw[1]).as("at 900 per MWh").isLessThanOrEqualTo(0);
  }

  /** From period 2 on a MWh costs 900, one period long. */
  @Test
  void signalsOfOpenAdrArePricesAndLimits() {
    service.send("PUT", SITE, DAY);
    arrive("a", 1, 40);
    String event =
        """
        {"intervalPeriod": {"start": "%s", "duration": "PT1H"},
         "payloadDescriptors": [{"payloadType": "PRICE", "units": "MWH"}],
         "intervals": [{"id": 0, "payloads": [{"type": "PRICE", "values": [900]}]}]}"""
            .formatted(at(2).toInstant());

    HttpResponse<String> answer =
        service.send("PUT", SITE + "/signals?deadline=20&at=" + at(1).toInstant(), event);

    JsonNode session = TestService.json(answer).get("sessions").get(0);
    assertThat(session.get("netKw").get(1).asDouble()).isLessThanOrEqualTo(0);
    HttpResponse<String> empty =
        service.send(
            "PUT",
            SITE + "/signals?at=" + at(1).toInstant(),
            event.replace("PRICE", "ALERT_OTHER"));
    assertThat(TestService.problem(empty))
        .contains("; ALERT_OTHER moves no plan and was left out\nMaybe the event is of another day")
        .startsWith("409 refused: no PRICE, GHG, IMPORT_CAPACITY_LIMIT or EXPORT_CAPACITY_LIMIT");
  }

  /** Of an hour that begins with a period. */
  private HttpResponse<String> signals(int period, String payloads) {
    String event =
        """
        {"intervalPeriod": {"start": "%s", "duration": "PT1H"},
         "intervals": [{"id": 0, "payloads": [%s]}]}"""
            .formatted(at(period).toInstant(), payloads);
    return service.send("PUT", SITE + "/signals?deadline=20&at=" + at(1).toInstant(), event);
  }

  /** 800 g/kWh at 500 a tonne is 400 a MWh more than the prices say, when it was to charge. */
  @Test
  void emissionsMoveWhatCanMoveWhereATonneCosts() {
    String priced =
        DAY.replaceFirst("\\{", "{\"emissions\": {\"gramsPerKwh\": 0, \"pricePerTonne\": 500},")
            .replace("evenflow-scenario/1", "evenflow-scenario/2");
    assertThat(service.send("PUT", SITE, priced).statusCode()).isEqualTo(201);
    JsonNode before = TestService.json(arrive("a", 1, 38)).get("sessions").get(0).get("netKw");
    int later = before.get(1).asDouble() > 0 ? 1 : 2;
    assertThat(before.get(later).asDouble()).isPositive();

    JsonNode plan = TestService.json(signals(1 + later, "{\"type\": \"GHG\", \"values\": [800]}"));

    JsonNode after = plan.get("sessions").get(0).get("netKw");
    assertThat(after.get(later).asDouble()).isLessThanOrEqualTo(0);
    assertThat(plan.get("notes").toString()).doesNotContain("GHG");
    assertThat(plan.get("changes").toString()).contains("\"reason\":\"emissions\"");
  }

  /** What moves nothing is said to who said it, and not to others. */
  @Test
  void whatMovesNothingIsSaidRatherThanDropped() {
    service.send("PUT", SITE, DAY);
    arrive("a", 1, 40);
    String many =
        """
        {"type": "GHG", "values": [800]}, {"type": "EXPORT_PRICE", "values": [0.1]},
        {"type": "EXPORT_CAPACITY_LIMIT", "values": [0]}, {"type": "SIMPLE", "values": [1]}""";

    JsonNode plan = TestService.json(signals(2, many));

    assertThat(plan.get("status").asString()).isEqualTo("optimal");
    assertThat(plan.get("notes").toString())
        .contains(
            "GHG is kept and moves no plan: the site's scenario has no emissions.pricePerTonne",
            "EXPORT_PRICE was left out: ",
            "SIMPLE moves no plan and was left out")
        .doesNotContain("EXPORT_CAPACITY_LIMIT");
    JsonNode kept = TestService.json(service.get(SITE + "/plans/2"));
    assertThat(kept.get("plan").get("notes").toString()).doesNotContain("SIMPLE");
    Scenario inputs = ScenarioReader.read("inputs", kept.get("inputs").toString());
    assertThat(kw(inputs.substation().exportLimitKw(), 1)).isZero();
    assertThat(Objects.requireNonNull(inputs.emissions()).gramsPerKwh().at(1)).isEqualTo(800);
  }

  private static double kw(@Nullable Series series, int period) {
    return Objects.requireNonNull(series).at(period);
  }

  /** Both limits in one body, and kept: another process knows them. */
  @Test
  void limitsHoldBothWaysAndForAnotherProcess() {
    service.send("PUT", SITE, DAY);
    HttpResponse<String> answer =
        service.send(
            "PUT",
            SITE + "/limits?deadline=20",
            "{\"at\": \"%s\", \"from\": \"%s\", \"exportKw\": 7, \"importKw\": 90000}"
                .formatted(at(1), at(2)));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    service.restart();
    arrive("a", 2, 40);
    JsonNode inputs = TestService.json(service.get(SITE + "/plans/2")).get("inputs");
    Scenario rest = ScenarioReader.read("inputs", inputs.toString());
    assertThat(kw(rest.substation().exportLimitKw(), 0)).isEqualTo(7);
    assertThat(kw(rest.substation().importLimitKw(), 0)).isEqualTo(90000);
    HttpResponse<String> none = service.send("PUT", SITE + "/limits", "{}");
    assertThat(TestService.problem(none))
        .startsWith("422 invalid-scenario: body: importKw is missing, and exportKw, too\nMaybe ");
  }

  @Test
  void anotherProcessGoesOnWhereThisOneEnded() {
    service.send("PUT", SITE, DAY);
    arrive("a", 1, 50);
    JsonNode before = TestService.json(service.get(SITE));

    service.restart();

    assertThat(TestService.json(service.get(SITE))).isEqualTo(before);
    JsonNode next = TestService.json(arrive("b", 2, 30));
    assertThat(next.get("number").asInt()).isEqualTo(2);
    assertThat(next.get("sessions").size()).isEqualTo(2);
  }

  @Test
  void plansAreShownByTimeAndByNumberWithTheirInputs() {
    service.send("PUT", SITE, DAY);
    JsonNode first = TestService.json(arrive("a", 1, 50));
    arrive("b", 2, 30);

    String time = at(1).toInstant().toString();
    assertThat(TestService.json(service.get(SITE + "/plan?at=" + time))).isEqualTo(first);
    JsonNode published = TestService.json(service.get(SITE + "/plans/1"));
    assertThat(published.get("plan")).isEqualTo(first);
    Scenario inputs = ScenarioReader.read("inputs", published.get("inputs").toString());
    assertThat(inputs.sessions()).extracting("id").containsExactly("a");
  }

  /** Any time that can be written can be asked for, and a day of any year is one. */
  @Test
  void timesAsFarAwayAsCanBeWritten() {
    service.send("PUT", SITE, DAY);
    JsonNode plan = TestService.json(arrive("a", 1, 50));
    String last = service.get(SITE + "/plan?at=%2B999999999-12-31T23:59:59Z").body();
    assertThat(last).isEqualTo(plan.toString());
    assertThat(service.get(SITE + "/plan?at=-999999999-01-01T00:00:00Z").statusCode())
        .isEqualTo(404);
    for (String year : new String[] {"+999999999", "-999999999", "+292278995"}) {
      String far = DAY.replace("2024-04-09T", year + "-04-09T");
      HttpResponse<String> put = service.send("PUT", "/api/v1/sites/far", far);
      if (put.statusCode() < 300) {
        String at = "{\"at\": \"" + year + "-04-09T05:00:00+02:00\", \"importKw\": 90000}";
        int status = service.send("PUT", "/api/v1/sites/far/limits", at).statusCode();
        assertThat(status).as(year).isIn(200, 409, 422);
      }
    }
  }

  @Test
  void whatDoesNotFitIsRefusedAndChangesNothing() {
    service.send("PUT", SITE, DAY);
    arrive("a", 1, 50);

    HttpResponse<String> unknown =
        service.send(
            "PATCH",
            SITE + "/sessions/nobody",
            "{\"at\": \"%s\", \"left\": true}".formatted(at(1)));
    HttpResponse<String> past =
        service.send(
            "PATCH", SITE + "/sessions/a", "{\"at\": \"%s\", \"energyKwh\": 500}".formatted(at(2)));
    HttpResponse<String> field = service.send("PATCH", SITE + "/sessions/a", "{\"energy\": 5}");
    HttpResponse<String> nowhere = service.send("PATCH", "/api/v1/sites/none/sessions/a", "{}");

    assertThat(TestService.problem(unknown))
        .startsWith("409 refused: session 'nobody': is not here");
    assertThat(TestService.problem(past)).startsWith("409 refused: session 'a': energyKwh (500.0)");
    assertThat(TestService.problem(field))
        .startsWith(
            "422 invalid-scenario: body: energy is not a field\nMaybe one of these: station");
    assertThat(TestService.problem(nowhere)).startsWith("404 not-found: there is no site 'none'");
    assertThat(TestService.json(service.get(SITE)).get("plans").asInt()).isEqualTo(1);
  }

  private String session(String id, String body) {
    return TestService.problem(
        service.send("PATCH", SITE + "/sessions/" + id, body.formatted(at(1))));
  }

  /** A field that would change nothing is not left out silently. */
  @Test
  void whatASessionCannotHearIsNotIgnored() {
    service.send("PUT", SITE, DAY);
    arrive("a", 1, 50);
    String station = SCENARIO.stations().getFirst().id();
    assertThat(session("a", "{\"at\": \"%s\", \"station\": \"elsewhere\"}"))
        .startsWith("409 refused: session 'a': is at station '" + station + "', not 'elsewhere'\n");
    assertThat(session("a", "{\"at\": \"%s\", \"batteryKwh\": 70}"))
        .startsWith("409 refused: session 'a': has a battery of 60.0 kWh, not 70.0\nMaybe ");
    assertThat(session("b", "{\"at\": \"%s\"}"))
        .startsWith("409 refused: session 'b': is not here\n");
    String newcomer =
        "{\"at\": \"%%s\", \"station\": \"%s\", \"departure\": \"%s\", \"batteryKwh\": 60, \"energyKwh\": 20, "
            .formatted(station, at(4));
    assertThat(session("b", newcomer + "\"left\": true}"))
        .startsWith("409 refused: session 'b': is not here\n");
    assertThat(session("b", newcomer + "\"mostKw\": 5000}"))
        .startsWith("409 refused: session 'b': mostKw (5000.0) must be a number from 0 to ");
    JsonNode slow =
        TestService.json(
            service.send(
                "PATCH",
                SITE + "/sessions/c?deadline=20",
                (newcomer + "\"mostKw\": 5}").formatted(at(1))));
    slow.get("sessions")
        .forEach(
            each -> {
              if (each.get("id").asString().equals("c")) {
                each.get("netKw").forEach(kw -> assertThat(kw.asDouble()).isLessThan(5.001));
              }
            });
    assertThat(slow.get("sessions").size()).isEqualTo(2);
  }

  /** What stays on a site is in its day: nothing but its energy is heard of it. */
  @Test
  void whatABatteryCannotHearIsNotIgnored() {
    String day = BuiltInDays.text("depot-day");
    Scenario depot = ScenarioReader.read("day", day);
    String battery = depot.batteries().getFirst().id();
    service.send("PUT", SITE, day);
    String at = "{\"at\": \"" + depot.horizon().startOf(1).toInstant() + "\"";

    assertThat(session(battery, at + ", \"targetKwh\": 5}"))
        .startsWith("422 invalid-scenario: body: energyKwh is missing\nMaybe ");
    assertThat(session(battery, at + ", \"energyKwh\": 5, \"mostKw\": 5}"))
        .startsWith("422 invalid-scenario: body: mostKw is not a field\nMaybe one of these");
    assertThat(
            service
                .send("PATCH", SITE + "/sessions/" + battery, at + ", \"energyKwh\": 5}")
                .statusCode())
        .isEqualTo(200);
  }

  /** The usual slips of who tries it: no time, a day too late, ends that are turned round. */
  @Test
  void timesThatDoNotFitAreSaidInTheirOwnWords() {
    service.send("PUT", SITE, DAY);
    assertThat(said("prices", "{\"from\": \"%s\", \"perMwh\": [1]}".formatted(at(2))))
        .contains(" is after the site's day, which goes from 2024-04-09T00:00+02:00 to 2024-04-10")
        .endsWith("Maybe say when it happened, with at, or put the site anew with another day.");
    String now = "{\"at\": \"%s\", \"from\": \"%s\", ".formatted(at(1), at(5));
    assertThat(said("limits", now + "\"to\": \"%s\", \"importKw\": 9}".formatted(at(3))))
        .startsWith("409 refused: the limit has no periods of the site's day, which goes from ")
        .endsWith("Maybe from and to are the wrong way round, or of another day.");
    assertThat(said("limits", now + "\"importKw\": -9}"))
        .startsWith("422 invalid-scenario: body: importKw (-9.0 kW) must be at least 0");
    assertThat(said("prices", now + "\"perMwh\": []}"))
        .startsWith("409 refused: the list of prices has no periods of the site's day");
    assertThat(said("signals?at=2024-04-09T01:00:00+02:00", "[]"))
        .endsWith("Maybe it has a + that must be written %2B in an address.");
    assertThat(TestService.problem(signals(2, "{\"type\": \"GHG\", \"values\": [-1]}")))
        .startsWith("422 invalid-scenario: ")
        .contains("GHG (-1.0) must be at least 0");
    assertThat(TestService.problem(signals(2, "{\"type\": \"EXPORT_PRICE\", \"values\": [1]}")))
        .contains("; EXPORT_PRICE was left out: energy fed in earns the price of energy drawn");
  }

  private String said(String path, String body) {
    return TestService.problem(service.send("PUT", SITE + "/" + path, body));
  }

  @Test
  void aSiteThatIsThereStaysWhereANewOneIsAskedFor() {
    HttpRequest onlyNew =
        service
            .request(SITE)
            .header("Content-Type", "application/json")
            .header("If-None-Match", "*")
            .PUT(BodyPublishers.ofString(DAY))
            .build();
    assertThat(service.described(onlyNew).statusCode()).isEqualTo(201);
    arrive("a", 1, 50);
    assertThat(TestService.problem(service.described(onlyNew)))
        .isEqualTo(
            "412 site-exists: there is a site 'depot' already\n"
                + "Maybe choose another name, or delete that site first.");
    assertThat(TestService.json(service.get(SITE)).get("plans").asInt()).isEqualTo(1);
    arrive("b", 2, 30);
    assertThat(service.send("PUT", SITE, DAY).statusCode()).isEqualTo(200);
    assertThat(TestService.json(service.get(SITE)).get("plans").asInt()).isZero();
  }

  @Test
  void aSiteThatIsDeletedIsGone() {
    service.send("PUT", SITE, DAY);

    assertThat(service.delete(SITE).statusCode()).isEqualTo(204);

    assertThat(service.get(SITE).statusCode()).isEqualTo(404);
    assertThat(service.get("/api/v1/sites").body()).isEqualTo("{\"sites\":[]}");
  }
}
