package io.evenflow.service.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenflow.io.ScenarioReader;
import io.evenflow.scenario.Scenario;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Tables over HTTP become the scenarios that the command line makes of them. */
class ImportTest {
  static final String SESSIONS =
      """
      id,where,came,departure,energy (kWh)
      a,north,2024-04-09T08:00:00+02:00,2024-04-09T12:00:00+02:00,12
      b,south,2024-04-09T09:30:00+02:00,2024-04-09T17:00:00+02:00,30
      """;
  static final String PRICES =
      """
      start,end,price_eur_mwh
      2024-04-09T00:00:00+02:00,2024-04-09T12:00:00+02:00,80
      2024-04-09T12:00:00+02:00,2024-04-10T00:00:00+02:00,-5
      """;

  /** The substation, 400 m of cable, a street of 50 kW; energy costs 60 a MWh. */
  static final String STREET =
      """
      function mpc = street
      mpc.version = '2';
      mpc.baseMVA = 1;
      mpc.bus = [
        1 3 0    0    0 0 1 1 0 0.4 1 1.05 0.95;
        7 1 0.05 0.01 0 0 1 1 0 0.4 1 1.1  0.9;
      ];
      mpc.gen = [1 0 0 1 -1 1 100 1 1 0];
      mpc.branch = [1 7 0.02 0.01 0 0.4 0 0 0 0 1];
      mpc.gencost = [2 0 0 2 60 0];
      """;

  @RegisterExtension private static final TestService service = new TestService();

  private static HttpResponse<String> post(String path, TestForm form) {
    return service.post(path, form);
  }

  private static TestForm day() {
    return new TestForm()
        .field("feeder", "case33bw")
        .file("sessions", "C:\\data\\day.csv", SESSIONS)
        .field("column", "arrival=came")
        .field("column", "charger=where")
        .field("step", "60")
        .field("buses", "6,18")
        .file("prices", "prices.csv", PRICES)
        .file("stations", "", "");
  }

  @Test
  void tablesBecomeADayThatRuns() throws Exception {
    HttpResponse<String> answer = post("/api/v1/scenario/import", day());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    Scenario scenario = ScenarioReader.read("day", answer.body());
    assertThat(scenario.sessions()).hasSize(2);
    assertThat(scenario.prices().perMwh(13)).isEqualTo(-5);
    assertThat(scenario.assumptions()).anyMatch(line -> line.startsWith("day.csv: each session"));
    TestService running = service;
    String run = running.submitted("", answer.body());
    assertThat(running.ended(run).get("outcome").asString()).isEqualTo("optimal");
  }

  @Test
  void whatIsWrongIsSaidAsTheCommandLineSaysIt() {
    TestForm form =
        new TestForm().field("feeder", "case33bw").file("sessions", "day.csv", SESSIONS);
    assertThat(TestService.problem(post("/api/v1/scenario/import", form)))
        .isEqualTo(
            """
            422 invalid-scenario: day.csv: has no column of arrivals among id, where, came, \
            departure, energy (kWh)
            Maybe say which it is: --column arrival=NAME.""");
    form.field("column", "arrival=came").field("zone", "Mars");
    assertThat(TestService.problem(post("/api/v1/scenario/import", form)))
        .startsWith("422 invalid-scenario: --zone ('Mars') is not the name of a time zone\n");
    String wh = SESSIONS.replace("(kWh)", "").replace(",12\n", ",500\n").replace(",30\n", ",800\n");
    TestForm unclear =
        new TestForm()
            .field("feeder", "case33bw")
            .file("sessions", "day.csv", wh)
            .field("column", "arrival=came");
    assertThat(TestService.problem(post("/api/v1/scenario/import", unclear)))
        .contains("can be kWh or Wh", "--energy-unit kWh or --energy-unit Wh");
  }

  /** What no scenario may have is refused here, and not first by who reads the scenario. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          date            | +999999999-12-31 | --date ('+999999999-12-31') must be a day such as
          date            | -999999999-01-01 | --date ('-999999999-01-01') must be a day such as
          power           | 1e300            | --power (1.0E300) must be at most 1e9 kW
          substation-cost | -1e300           | --substation-cost (-1.0E300) must be at least -1e10
          energy-unit     | J                | --energy-unit ('J') must be kWh, Wh or MWh
          power-unit      | hp               | --power-unit ('hp') must be kW, W or MW
          buses           | ,                | --buses (',') names no bus
          counted         | 0                | --counted (0) must be at least 1 minute
          """)
  void valuesThatNoScenarioMayHave(String field, String value, String sentence) {
    TestForm form = new TestForm().field("feeder", "case33bw").field("column", "arrival=came");
    form.file("sessions", "day.csv", SESSIONS).field(field, value);
    assertThat(TestService.problem(post("/api/v1/scenario/import", form)))
        .startsWith("422 invalid-scenario: " + sentence)
        .contains("\nMaybe ");
  }

  /** As on the command line: a field that says something of a file says nothing without it. */
  @Test
  void fieldsWithoutTheirFileAreNotIgnored() {
    Map<String, String> owners =
        Map.of(
            "prices-column", "--prices",
            "prices-start", "--prices",
            "solar-at", "--solar",
            "loads-unit", "--loads",
            "battery", "--sessions",
            "power", "--sessions or --stations");
    owners.forEach(
        (field, owner) -> {
          TestForm form = new TestForm().field("feeder", "case33bw").field("date", "2024-04-09");
          form.field("zone", "UTC").field(field, "6");
          assertThat(TestService.problem(post("/api/v1/scenario/import", form)))
              .startsWith(
                  "422 invalid-scenario: --"
                      + field
                      + " says nothing without "
                      + owner
                      + "\nMaybe ");
        });
    TestForm column = new TestForm().field("feeder", "case33bw").field("column", "arrival=x");
    assertThat(TestService.problem(post("/api/v1/scenario/import", column)))
        .startsWith("422 invalid-scenario: --column says nothing without --sessions\nMaybe ");
    TestForm more =
        new TestForm().file("sessions", "day.csv", SESSIONS).field("column", "arrival=came");
    assertThat(TestService.problem(post("/api/v1/scenario/columns", more)))
        .startsWith("400 malformed-form: field 'column' says nothing here\nMaybe ");
    TestForm other =
        new TestForm().file("sessions", "day.csv", SESSIONS).file("loads", "l.csv", "x");
    assertThat(TestService.problem(post("/api/v1/scenario/columns", other)))
        .startsWith("400 malformed-form: file 'loads' says nothing here\nMaybe ");
  }

  /** A short request must not ask for all memory. */
  @Test
  void whatIsFarTooMuchIsRefused() {
    TestForm minutes =
        new TestForm().field("feeder", "case141").field("zone", "UTC").field("date", "2024-01-01");
    minutes.field("days", "366").field("step", "1");
    assertThat(TestService.problem(post("/api/v1/scenario/import", minutes)))
        .contains("--days (366) of --step (1) are 527040 periods; 35136 are the most");
    StringBuilder line = new StringBuilder();
    StringBuilder buses = new StringBuilder("7 1 0.05 0.01 0 0 1 1 0 0.4 1 1.1  0.9;\n");
    for (int bus = 8; bus < 1000; bus++) {
      buses.append(bus).append(" 1 0 0 0 0 1 1 0 0.4 1 1.1 0.9;\n");
      line.append(bus - 1).append(' ').append(bus).append(" 0.02 0.01 0 0 0 0 0 0 1;\n");
    }
    String street = STREET.replaceFirst("7 1 0.05.*\n", buses.toString());
    String grid = street.replace("0 1];", "0 1;\n" + line + "];");
    TestForm large = new TestForm().file("feeder", "long.m", grid).field("zone", "UTC");
    large.field("date", "2024-01-01").field("days", "366").field("step", "15");
    assertThat(TestService.problem(post("/api/v1/scenario/import", large)))
        .contains("994 buses in 35136 periods have 34925184 loads; 10000000 are the most");
  }

  @Test
  void theMappingOfColumnsCanBeSeen() {
    HttpResponse<String> answer =
        post("/api/v1/scenario/columns", new TestForm().file("sessions", "day.csv", SESSIONS));
    JsonNode found = TestService.json(answer);
    assertThat(found.get("columns").get("departure").asString()).isEqualTo("departure");
    assertThat(found.get("columns").get("arrival").isNull()).isTrue();
    assertThat(found.get("header").get(2).asString()).isEqualTo("came");
    assertThat(found.get("sample").get(1).get(1).asString()).isEqualTo("south");
    assertThat(found.get("rows").asInt()).isEqualTo(2);
    HttpResponse<String> ofPrices =
        post("/api/v1/scenario/columns", new TestForm().file("prices", "p.csv", PRICES));
    assertThat(TestService.json(ofPrices).get("columns"))
        .hasToString("{\"start\":\"start\",\"price\":\"price_eur_mwh\"}");
    TestForm both =
        new TestForm().file("prices", "p.csv", PRICES).file("sessions", "day.csv", SESSIONS);
    assertThat(TestService.problem(post("/api/v1/scenario/columns", both)))
        .startsWith("422 invalid-scenario: --sessions and --prices are both given");
    HttpResponse<String> none = post("/api/v1/scenario/columns", new TestForm().field("step", "5"));
    assertThat(TestService.problem(none)).startsWith("422 invalid-scenario: --sessions is missing");
  }

  /** A feeder of one's own stands in the scenario, which then needs no other file. */
  @Test
  void aMatpowerFileOfOnesOwnComesAlong() throws Exception {
    TestForm form =
        new TestForm()
            .file("feeder", "street.m", STREET)
            .file("sessions", "day.csv", SESSIONS)
            .field("column", "arrival=came")
            .field("buses", "7");
    HttpResponse<String> answer = post("/api/v1/scenario/import", form);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(TestService.json(answer).get("feeder").get("case").asString()).isEqualTo("street");
    TestService running = service;
    String run = running.submitted("", answer.body());
    assertThat(running.ended(run).get("outcome").asString()).isEqualTo("optimal");
    assertThat(running.get(run + "/report").body()).contains("street");
    String torn = STREET.replace("1 1.1  0.9", "1 1.1");
    TestForm broken = new TestForm().file("feeder", "street.m", torn);
    assertThat(TestService.problem(post("/api/v1/scenario/import", broken)))
        .startsWith("422 invalid-scenario: street, line ");
  }

  private static String wrong(TestForm form) {
    return TestService.problem(post("/api/v1/scenario/import", form));
  }

  private static TestForm begun() {
    return new TestForm().field("feeder", "case33bw").field("column", "arrival=came");
  }

  private static String wrongFile(String text) {
    return wrong(begun().file("sessions", "day.csv", text));
  }

  /** Files of another kind, and figures that only look like some. */
  @Test
  void whatCannotBeMeantIsSaid() {
    assertThat(wrongFile("{\"format\": \"evenflow-scenario/2\"}"))
        .contains("day.csv: is JSON, not CSV\nMaybe it is a scenario, which needs no import");
    assertThat(wrongFile("%PDF-1.7")).contains("day.csv: is a picture, a PDF or a packed file");
    assertThat(wrongFile("id,came,departure,energy\n"))
        .contains("day.csv: holds no sessions\nMaybe the download was empty.");
    assertThat(wrong(day().field("price", "80")))
        .contains("--price and --prices are both given\nMaybe one of the two");
    assertThat(wrong(begun().file("sessions", "day.csv", SESSIONS).field("price", "1e300")))
        .contains("--price (1.0E300) must be at most 1e10 per MWh");
    assertThat(wrong(day().field("battery", "-5")))
        .contains("--battery (-5.0) must be a number of kWh above 0");
    assertThat(wrong(day().field("power", "11-4")))
        .contains("--power ('11-4') must be a power or two, the least first, in kW");
    assertThat(wrong(day().field("step", "30"))).contains("'step' comes twice");
    assertThat(wrong(begun().field("sessions", "day.csv")))
        .contains(
            "field 'sessions' must be a file\nMaybe send it as one: -F sessions=@sessions.csv.");
  }

  @Test
  void formsThatAreNoneAreRefused() {
    assertThat(TestService.problem(post("/api/v1/scenario/import", new TestForm().field("x", "1"))))
        .startsWith("400 malformed-form: field 'x' is not known here\nMaybe one of these");
    TestService running = service;
    assertThat(TestService.problem(running.send("POST", "/api/v1/scenario/import", "{}")))
        .startsWith("415 unsupported-media-type: Content-Type 'application/json' must be");
    HttpResponse<String> cut =
        running.described(
            running
                .request("/api/v1/scenario/import")
                .header("Content-Type", "multipart/form-data; boundary=b")
                .POST(BodyPublishers.ofString("--b\r\nContent-Disposition: form-data; name="))
                .build());
    assertThat(TestService.problem(cut)).startsWith("400 malformed-form: the body is no form");
    TestForm large = new TestForm().file("sessions", "day.csv", "x".repeat(BodyReader.MOST_BYTES));
    HttpResponse<String> chunked =
        running.described(
            running
                .request("/api/v1/scenario/import")
                .header("Content-Type", TestForm.TYPE)
                .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large.bytes())))
                .build());
    assertThat(TestService.problem(chunked)).startsWith("413 body-too-large: ");
  }

  @Test
  void scenariosAreCheckedAndNotKept() throws IOException {
    TestService running = service;
    String day = post("/api/v1/scenario/import", day()).body();
    JsonNode checked = TestService.json(running.send("POST", "/api/v1/scenario/check", day));
    assertThat(checked.get("scenario").asString()).isEqualTo("case33bw-2024-04-09");
    String wrong = day.replace("\"arrival\":8", "\"arrival\":80");
    assertThat(TestService.problem(running.send("POST", "/api/v1/scenario/check", wrong)))
        .startsWith("422 invalid-scenario: scenario: session 'a': ");
    assertThat(running.get("/api/v1/scenario/schema").body())
        .isEqualTo(Files.readString(Path.of("..", "docs", "scenario.schema.json")));
  }
}
