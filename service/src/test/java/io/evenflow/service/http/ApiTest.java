package io.evenflow.service.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.evenflow.io.BuiltInDays;
import io.evenflow.service.ServeOptions;
import io.evenflow.service.queue.Asked;
import io.evenflow.service.queue.RunIds;
import io.evenflow.service.queue.Runs;
import io.evenflow.service.queue.Submission;
import io.evenflow.service.storage.Database;
import io.evenflow.service.storage.DatabaseUrl;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** The whole round of a client; each answer is held against openapi.json. */
class ApiTest {
  private static final String SMALL = BuiltInDays.text("case18-small");
  @RegisterExtension private static final TestService service = new TestService();

  @Test
  void aDayIsSolvedAndAllThatComesOfItCanBeHad() throws Exception {
    String run = service.submitted("", SMALL);
    JsonNode ended = service.ended(run);
    assertThat(ended.get("status").asString()).isEqualTo("done");
    assertThat(ended.get("outcome").asString()).isEqualTo("optimal");
    assertThat(ended.get("progress").get("gap").asDouble()).isLessThan(1e-4);
    String result = service.get(run + "/result").body();
    assertThat(violations("result", result)).isEmpty();
    assertThat(service.get(run + "/scenario").body()).isEqualTo(SMALL);
    assertThat(service.get(run + "/schedule.csv").body()).startsWith("session,station,bus,");
    HttpResponse<String> report = service.get(run + "/report");
    assertThat(report.body()).contains("<!DOCTYPE html>", "case18", "uncontrolled");
    assertThat(TestService.header(report, "Content-Security-Policy"))
        .contains("script-src 'sha256-", "sandbox allow-scripts")
        .doesNotContain("script-src 'unsafe-inline'");
  }

  private static List<?> violations(String format, String text) throws IOException {
    String schema = Files.readString(Path.of("..", "docs", format + ".schema.json"));
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
        .getSchema(schema)
        .validate(text, InputFormat.JSON);
  }

  @Test
  void eventsTellTheWholeRunAndGoOnWhereAClientWas() throws Exception {
    String run = service.submitted("", SMALL);
    String all = service.get(run + "/events").body();
    assertThat(all).contains("id: 1\nevent: status\n", "\"status\":\"queued\"");
    assertThat(all).contains("event: progress\n", "\"status\":\"done\"");
    long events = all.lines().filter(line -> line.startsWith("id: ")).count();
    String rest =
        service.send(service.request(run + "/events").header("Last-Event-ID", "2").build()).body();
    assertThat(rest).doesNotContain("id: 2\n").contains("id: 3\n", "id: " + events + "\n");
    assertThat(rest).isEqualTo("retry: 1000\n\n" + all.substring(all.indexOf("id: 3\n")));
    var over =
        service.request(run + "/events").header("Last-Event-ID", Long.toString(events)).build();
    assertThat(service.send(over).statusCode()).isEqualTo(204);
  }

  @Test
  void theSameKeyMakesOneRun() {
    var first = service.post("", SMALL, "Idempotency-Key", "k1");
    var again = service.post("", SMALL, "Idempotency-Key", "k1");
    assertThat(again.statusCode()).isEqualTo(202);
    assertThat(TestService.header(again, "Location"))
        .isEqualTo(TestService.header(first, "Location"));
    var other = service.post("?method=uncontrolled", SMALL, "Idempotency-Key", "k1");
    assertThat(TestService.problem(other)).startsWith("422 idempotency-key-reused: ");
  }

  /** Of what was kept by versions before this one, and by one started with another limit. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          'method=certified, gap=1.0E-4, timeLimitSeconds=60.0'            |
          'method=certified, gap=1.0E-4, timeLimitSeconds=60.0, fair=NONE' | ?fair=none
          'method=direct, gap=0.01, timeLimitSeconds=7.0'                  | ?method=direct&gap=1e-2&timeLimit=7
          'method=certified, gap=1.0E-4, timeLimitSeconds=60.0, fair=MAX_MIN' | ?fair=max-min
          """)
  void keysOfVersionsBeforeStandForTheSame(
      String kept, @Nullable String query, @TempDir Path folder) throws Exception {
    byte[] request = ("Asked[" + kept + "]\n" + SMALL).getBytes(StandardCharsets.UTF_8);
    byte[] sha = MessageDigest.getInstance("SHA-256").digest(request);
    List<String> digests = List.of(HexFormat.of().formatHex(sha));
    Asked asked = new Asked("certified", 1e-4, 60);
    String id;
    try (Database database = Database.open(DatabaseUrl.in(folder))) {
      Runs runs = new Runs(database, InstantSource.system(), RunIds.random(), 9);
      id = runs.submit(new Submission("day", SMALL, asked, "k", digests)).run().id();
    }
    try (TestService upgraded = new TestService(TestService.options(folder))) {
      String[] key = {"Idempotency-Key", "k"};
      String same = query == null ? "" : query;
      HttpResponse<String> again = upgraded.post(same, SMALL, key);
      assertThat(TestService.header(again, "Location")).isEqualTo("/api/v1/runs/" + id);
      String other = query == null ? "?fair=max-min" : "?method=uncontrolled";
      assertThat(upgraded.post(other, SMALL, key).statusCode()).isEqualTo(422);
      assertThat(upgraded.post(same, SMALL + " ", key).statusCode()).isEqualTo(422);
    }
  }

  /** A service that is started with another limit was asked the same by who said none. */
  @Test
  void anotherDefaultMakesNoOtherRequest(@TempDir Path folder) {
    ServeOptions usual = TestService.options(folder);
    String first;
    try (TestService before = new TestService(usual)) {
      first = TestService.header(before.post("", SMALL, "Idempotency-Key", "k"), "Location");
    }
    ServeOptions shorter =
        new ServeOptions(
            usual.host(),
            0,
            folder,
            null,
            null,
            1,
            9,
            usual.runLimitSeconds() / 2,
            usual.lease(),
            usual.patience(),
            null);
    try (TestService after = new TestService(shorter)) {
      HttpResponse<String> again = after.post("?gap=1e-4", SMALL, "Idempotency-Key", "k");
      assertThat(TestService.header(again, "Location")).isEqualTo(first);
    }
  }

  @Test
  void whatIsAskedReachesTheMethod() throws Exception {
    String run = service.submitted("?method=uncontrolled&gap=0.5&timeLimit=7", SMALL);
    JsonNode ended = service.ended(run);
    assertThat(ended.get("asked").toString())
        .isEqualTo(
            "{\"method\":\"uncontrolled\",\"gap\":0.5,\"timeLimitSeconds\":7.0,\"fair\":\"none\"}");
    assertThat(ended.get("outcome").asString()).isEqualTo("feasible");
  }

  @Test
  void aDayThatNobodyCanServeIsDoneAndSaysWhy() throws Exception {
    String tight =
        SMALL.replace("\"departure\": 23,", "\"departure\": 17, \"shortfallCostPerKwh\": null,");
    assertThat(tight).isNotEqualTo(SMALL);
    JsonNode ended = service.ended(service.submitted("", tight));
    assertThat(ended.get("outcome").asString()).isEqualTo("infeasible");
    assertThat(ended.get("problem").get("detail").asString())
        .startsWith("scenario 'case18")
        .contains("proven infeasible, no schedule keeps all limits");
  }

  @Test
  void runsAreListedFilteredAndPaged() throws Exception {
    String run = service.submitted("?method=uncontrolled", SMALL);
    service.ended(run);
    JsonNode page = TestService.json(service.get("/api/v1/runs?status=done&limit=1"));
    assertThat(page.get("runs")).hasSize(1);
    long before = page.get("before").asLong();
    JsonNode next = TestService.json(service.get("/api/v1/runs?limit=200&before=" + before));
    next.get("runs").forEach(r -> assertThat(r.get("number").asLong()).isLessThan(before));
    JsonNode none = TestService.json(service.get("/api/v1/runs?scenario=nobody"));
    assertThat(none.get("runs")).isEmpty();
    assertThat(none.get("before").isNull()).isTrue();
  }

  @Test
  void whatHasEndedIsDeletedWithAllItHad() throws Exception {
    String run = service.submitted("?method=uncontrolled", SMALL);
    service.ended(run);
    HttpResponse<String> kept = service.delete(run + "?ended=keep");
    assertThat(TestService.json(kept).get("status").asString()).isEqualTo("done");
    assertThat(service.delete(run).statusCode()).isEqualTo(204);
    assertThat(TestService.problem(service.get(run))).startsWith("404 not-found: ");
    assertThat(service.get(run + "/result").statusCode()).isEqualTo(404);
    assertThat(service.delete(run).statusCode()).isEqualTo(404);
  }

  @Test
  void daysProblemsAndTheDescriptionCanBeRead() {
    service.get("/health");
    service.get("/ready");
    assertThat(service.get("/metrics").body()).contains("evenflow_runs_waiting ");
    assertThat(service.get("/api/v1/days").body()).contains("\"case69-day\"");
    assertThat(service.get("/api/v1/days/case18-small").body()).isEqualTo(SMALL);
    assertThat(service.get("/api/v1/problems").body()).contains("queue-full");
    assertThat(service.get("/api/v1/problems/queue-full").body()).contains("429");
    assertThat(service.get("/api/v1/openapi.json").body()).isEqualTo(Resource.text("openapi.json"));
  }

  @Test
  void everyAnswerHasItsHeaders() {
    HttpResponse<String> answer = service.get("/api/v1/days");
    assertThat(TestService.header(answer, "Content-Security-Policy"))
        .contains("default-src 'none'")
        .doesNotContain("unsafe");
    assertThat(TestService.header(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(TestService.header(answer, "Referrer-Policy")).isEqualTo("no-referrer");
    assertThat(TestService.header(answer, "Server")).isNull();
  }
}
