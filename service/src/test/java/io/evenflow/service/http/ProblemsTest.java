package io.evenflow.service.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenflow.io.BuiltInDays;
import io.evenflow.service.ServeOptions;
import io.evenflow.service.metrics.Metrics;
import io.evenflow.service.problem.Kind;
import io.evenflow.service.problem.Kinds;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the service says where something is wrong, kind by kind. */
class ProblemsTest {
  private static final String DAY = BuiltInDays.text("case69-day");
  private static final String TOKEN = "a-token-of-some-length";

  @RegisterExtension
  private static final TestService service = new TestService(usual -> with(usual, null));

  @RegisterExtension
  private static final TestService guarded = new TestService(usual -> with(usual, TOKEN));

  /** One worker and one place to wait. */
  private static ServeOptions with(ServeOptions usual, @Nullable String token) {
    return new ServeOptions(
        usual.host(),
        0,
        usual.data(),
        null,
        token,
        1,
        1,
        usual.runLimitSeconds(),
        usual.lease(),
        Duration.ZERO,
        null);
  }

  private static void assertProblem(HttpResponse<String> answer, String problem) {
    assertThat(TestService.problem(answer)).isEqualTo(problem);
  }

  @Test
  void malformedJson() {
    assertProblem(
        service.post("", "{\"format\": \"evenflow-scenario/1\",\n  oops}"),
        """
        400 malformed-json: scenario, line 2, column 3: not JSON: Unexpected character ('o' (code \
        111)): was expecting double-quote to start property name
        Maybe a comma, bracket or quotation mark is missing there or just before.""");
    var request =
        service
            .request("/api/v1/runs")
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofByteArray(new byte[] {'"', (byte) 0xff, '"'}))
            .build();
    assertProblem(
        service.send(request),
        """
        400 malformed-json: scenario: the body is not UTF-8
        Maybe it was saved in another encoding.""");
  }

  /** What no file of a kind has within itself, and what is packed. */
  /** A byte order mark is no fault; two files in one are, and are said in words of files. */
  @Test
  void bodiesOfOddEditors() {
    String day = BuiltInDays.text("case18-small");
    assertThat(service.post("?method=uncontrolled", "\uFEFF" + day).statusCode()).isEqualTo(202);
    String twice = TestService.problem(service.post("", day + day));
    assertThat(twice)
        .startsWith("400 malformed-json: scenario, line ")
        .endsWith(": has more after its end\nMaybe two files were put together.");
  }

  /** The sentence names the value; one of a megabyte is not sent back. */
  @Test
  void sentencesStayShort() {
    String value = "a".repeat(1 << 20);
    HttpResponse<String> answer = service.post("", "{\"format\": \"" + value + "\"}");
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body()).hasSizeLessThan(3000).contains("scenario: format ('aaa", " … ");
  }

  @Test
  void bodiesThatAreNoDays() {
    assertProblem(
        service.post("", "[".repeat(2000)),
        """
        400 malformed-json: scenario: has more within another than any file of this kind
        Maybe a bracket was written again and again, or a text or number is far too long.""");
    assertProblem(
        service.post("", DAY, "Content-Encoding", "gzip"),
        """
        415 unsupported-media-type: Content-Encoding 'gzip' is not read here
        Maybe send it as it is.""");
  }

  @Test
  void parametersThatContradict() {
    assertProblem(
        service.post("?method=direct&method=certified", DAY),
        """
        400 invalid-parameter: parameter method is given twice
        Maybe one of the two is left from before.""");
    assertThat(TestService.problem(service.post("?timeLimit=1e9", DAY)))
        .startsWith("400 invalid-parameter: timeLimit (1000000000 s) must be at most ");
    assertProblem(
        service.post("?gap=5", DAY),
        """
        400 invalid-parameter: gap (5) must be at most 1
        Maybe a percentage was given: 1 % is 0.01.""");
  }

  /** In a browser the same sentences are a page, whose status and headers are the problem's. */
  @Test
  void aBrowserIsShownAPage() {
    for (String path : List.of("/runs/nothing", "/sites/nothing", "/nothing", "/compare?a=x")) {
      HttpResponse<String> page =
          service.send(service.request(path).header("Accept", "text/html,*/*").build());
      assertThat(page.statusCode()).isEqualTo(404);
      assertThat(TestService.header(page, "Content-Type")).startsWith("text/html");
      assertThat(TestService.header(page, "Content-Security-Policy")).isNotNull();
      assertThat(page.body()).contains("<h1>There is no such thing</h1>", "Maybe ");
    }
    HttpResponse<String> compare =
        service.send(service.request("/compare").header("Accept", "text/html").build());
    assertThat(compare.statusCode()).isEqualTo(400);
    assertThat(compare.body()).contains("parameter a is missing: the id of a run");
    assertThat(TestService.problem(service.send(service.request("/runs/nothing").build())))
        .startsWith("404 not-found: there is no run 'nothing'");
  }

  /** In the sentences of the command line. */
  @Test
  void invalidScenario() {
    assertProblem(
        service.post("", DAY.replace("\"departure\": 9,", "\"departure\": 90,")),
        """
        422 invalid-scenario: scenario: session 'ev1': departure (period 90) must be at most \
        horizon.periods (24)
        Maybe the stay ends after the horizon: end it there, or plan more periods.""");
    assertThat(
            TestService.problem(
                service.post(
                    "", DAY.replace("{\"case\": \"case69\"}", "{\"case\": \"/etc/x.m\"}"))))
        .startsWith("422 invalid-scenario: ")
        .doesNotContain("such file");
  }

  @Test
  void invalidParameter() {
    assertProblem(
        service.post("?method=magic", DAY),
        """
        400 invalid-parameter: parameter method ('magic') must be one of certified, two-stage, \
        direct, uncontrolled
        Maybe a typing error.""");
    assertProblem(
        service.post("?gap=0", DAY),
        """
        400 invalid-parameter: gap (0.0) must be above 0
        Maybe a typing error.""");
    assertProblem(
        service.post("?gapp=1", DAY),
        """
        400 invalid-parameter: there is no parameter 'gapp' here
        Maybe one of these is meant: method, gap, timeLimit, fair.""");
    assertThat(TestService.problem(service.post("?timeLimit=1e9", DAY)))
        .startsWith("400 invalid-parameter: timeLimit (1000000000 s) must be at most 60 s");
    assertThat(TestService.problem(service.post("?timeLimit=NaN", DAY)))
        .startsWith("400 invalid-parameter: time limit (NaN s) must be above 0");
    assertThat(TestService.problem(service.get("/api/v1/runs?limit=0")))
        .startsWith("400 invalid-parameter: parameter limit (0) must be from 1 to 200");
  }

  /** As of fields, so of parameters: one that is not known is a slip, wherever it stands. */
  @Test
  void parametersThatAreNotKnownAreNotIgnored() {
    List<String> asked =
        List.of(
            "GET /api/v1/runs",
            "GET /api/v1/runs/none",
            "DELETE /api/v1/runs/none",
            "GET /api/v1/days",
            "GET /api/v1/days/case18-small",
            "GET /api/v1/sites",
            "GET /api/v1/sites/none",
            "PUT /api/v1/sites/none",
            "DELETE /api/v1/sites/none",
            "GET /api/v1/sites/none/plans/1",
            "POST /api/v1/scenario/check",
            "POST /api/v1/scenario/columns",
            "POST /api/v1/scenario/import");
    for (String each : asked) {
      String[] words = each.split(" ");
      assertThat(TestService.problem(service.send(words[0], words[1] + "?zone=UTC", "{}")))
          .as(each)
          .startsWith("400 invalid-parameter: there is no parameter 'zone' here\nMaybe ");
    }
  }

  @Test
  void notFoundAndMethodNotAllowed() {
    assertProblem(
        service.get("/api/v1/runs/nobody"),
        """
        404 not-found: there is no run 'nobody'
        Maybe it was deleted, or the id has a typing error.""");
    assertThat(TestService.problem(service.send(service.request("/nothing").build())))
        .startsWith("404 not-found: there is nothing at '/nothing'");
    var put = service.request("/api/v1/runs").PUT(BodyPublishers.noBody()).build();
    assertThat(TestService.problem(service.send(put)))
        .startsWith("405 method-not-allowed: PUT is not allowed at '/api/v1/runs'");
  }

  @Test
  void bodyTooLargeAndOfAnotherType() {
    assertThat(TestService.problem(service.post("", " ".repeat(BodyReader.MOST_BYTES + 1))))
        .startsWith("413 body-too-large: the body must have at most 8388608 bytes");
    // Without a length in front.
    InputStream endless =
        new InputStream() {
          private int left = BodyReader.MOST_BYTES + 1000;

          @Override
          public int read() {
            return left-- > 0 ? ' ' : -1;
          }
        };
    var chunked =
        service
            .request("/api/v1/runs")
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofInputStream(() -> endless))
            .build();
    assertThat(TestService.problem(service.send(chunked))).startsWith("413 body-too-large: ");
    var form =
        service
            .request("/api/v1/runs")
            .header("Content-Type", "text/plain")
            .POST(BodyPublishers.ofString(DAY))
            .build();
    assertProblem(
        service.send(form),
        """
        415 unsupported-media-type: Content-Type 'text/plain' must be 'application/json'
        Maybe the header is missing.""");
  }

  /** One is solved, one waits; then the queue is full until the one that waits is cancelled. */
  @Test
  void queueFullNotReadyAndNoDocument() {
    HttpResponse<String> answer = service.post("", DAY);
    while (answer.statusCode() == 202) {
      answer = service.post("", DAY);
    }
    assertProblem(
        answer,
        """
        429 queue-full: as many runs wait already as may
        Maybe try again when Retry-After has passed.""");
    assertThat(TestService.header(answer, "Retry-After")).matches("[1-9]\\d?");
    var waiting = TestService.json(service.get("/api/v1/runs?status=queued")).get("runs");
    for (var run : waiting) {
      String path = "/api/v1/runs/" + run.get("id").asString();
      HttpResponse<String> early = service.get(path + "/result");
      if (service.delete(path).statusCode() == 200) {
        assertThat(TestService.problem(early)).startsWith("409 not-ready: run '");
        assertThat(TestService.problem(service.get(path + "/result")))
            .startsWith("409 no-document: run '")
            .contains("was cancelled before it had a result");
      }
    }
  }

  @Test
  void withoutTheTokenNobodyIsLetIn() {
    HttpResponse<String> answer = guarded.get("/api/v1/runs");
    assertThat(TestService.problem(answer)).startsWith("401 unauthorized: ");
    assertThat(TestService.header(answer, "WWW-Authenticate")).startsWith("Basic");
    assertThat(guarded.get("/health").statusCode()).isEqualTo(200);
    assertThat(authorised("Bearer " + TOKEN)).isEqualTo(200);
    assertThat(authorised("Bearer " + TOKEN + "x")).isEqualTo(401);
    assertThat(authorised("Bearer ")).isEqualTo(401);
    String pair =
        Base64.getEncoder().encodeToString(("me:" + TOKEN).getBytes(StandardCharsets.UTF_8));
    assertThat(authorised("Basic " + pair)).isEqualTo(200);
    assertThat(authorised("Basic !")).isEqualTo(401);
  }

  private static int authorised(String header) {
    var request = guarded.request("/api/v1/runs").header("Authorization", header).build();
    return guarded.send(request).statusCode();
  }

  /** A page of another site must not start runs through a browser of this machine. */
  @Test
  void otherSitesAreTurnedAway() throws IOException {
    var cross =
        service.request("/api/v1/runs/x").DELETE().header("Sec-Fetch-Site", "cross-site").build();
    assertThat(TestService.problem(service.send(cross))).startsWith("403 foreign-origin: ");
    var origin =
        service.request("/api/v1/runs/x").DELETE().header("Origin", "http://evil.example").build();
    assertThat(TestService.problem(service.send(origin))).startsWith("403 foreign-origin: ");
    assertThat(raw("GET /api/v1/runs HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n"))
        .startsWith("HTTP/1.1 403")
        .contains("the request names host 'evil.example'");
  }

  @Test
  void whatIsNoHttpIsAProblemToo() throws IOException {
    String answer = raw("GET /%zz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
    assertThat(answer).startsWith("HTTP/1.1 400").contains("application/problem+json", "\"maybe\"");
    assertThat(raw("nonsense\r\n\r\n")).startsWith("HTTP/1.1 400").doesNotContain("at org.");
  }

  private static String raw(String request) throws IOException {
    try (Socket socket = new Socket("127.0.0.1", service.uri("/").getPort())) {
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** No trace, no path, no message of an error that nobody expected. */
  @Test
  void aBugShowsNothingOfTheProgram() throws Exception {
    Routes broken =
        routes -> {
          routes.get(
              "/bug",
              context -> {
                throw new IllegalStateException("/home/secret/file");
              });
          routes.get(
              "/error",
              context -> {
                throw new StackOverflowError("/home/secret/file");
              });
        };
    try (Server server = new Server("127.0.0.1", 0, null, new Metrics(1), List.of(broken));
        HttpClient client = HttpClient.newHttpClient()) {
      for (String path : List.of("/bug", "/error")) {
        URI uri = URI.create("http://localhost:" + server.port() + path);
        var answer = client.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
        assertProblem(
            answer,
            """
            500 service-failed: the service failed on this request; its log says more
            Maybe try again; if it fails again, report what the log has.""");
      }
    }
  }

  @Test
  void docsListEveryKind() throws IOException {
    String docs = Files.readString(Path.of("..", "docs", "service.md"));
    for (Kind kind : Kinds.all()) {
      assertThat(docs)
          .contains("| " + kind.status() + " | `" + kind.slug() + "` | " + kind.meaning());
    }
  }
}
