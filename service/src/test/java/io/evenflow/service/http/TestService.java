package io.evenflow.service.http;

import io.evenflow.service.ServeOptions;
import io.evenflow.service.Service;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A service of the test's own, and a client that holds each answer against the description.
 *
 * <p>As a JUnit extension it begins with an empty folder: in a static field it runs for all tests
 * of a class, in another one for each.
 */
public final class TestService
    implements AutoCloseable,
        BeforeAllCallback,
        BeforeEachCallback,
        AfterEachCallback,
        AfterAllCallback {
  /** A minute is far more than any of these days takes. */
  private static final int LOOKS = 1200;

  /** An answer that takes longer than this never comes. */
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private final UnaryOperator<ServeOptions> change;
  private final InstantSource clock;
  private final HttpClient client = HttpClient.newHttpClient();
  private @Nullable Path folder;
  private @Nullable Service service;
  private boolean isOfClass;

  /** One that JUnit starts. */
  public TestService() {
    this(options -> options);
  }

  /** The same with other options. */
  public TestService(UnaryOperator<ServeOptions> change) {
    this.change = change;
    clock = InstantSource.system();
  }

  /** Started on a free port. */
  public TestService(ServeOptions options) {
    this(options, InstantSource.system());
  }

  /** The same by another clock. */
  public TestService(ServeOptions options, InstantSource clock) {
    change = usual -> options;
    this.clock = clock;
    folder = options.data();
    start();
  }

  private void start() {
    Service started = new Service(change.apply(options(Objects.requireNonNull(folder))), clock);
    service = started;
    started.start();
  }

  /** Ended, and another one begun on the same database. */
  void restart() {
    close();
    start();
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    isOfClass = true;
    begin();
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    if (!isOfClass) {
      begin();
    }
  }

  @Override
  public void afterEach(ExtensionContext context) {
    if (!isOfClass) {
      end();
    }
  }

  @Override
  public void afterAll(ExtensionContext context) {
    end();
  }

  /** Starts in a new folder. */
  public void begin() {
    try {
      folder = Files.createTempDirectory("evenflow");
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
    start();
  }

  /** Ends, and removes the folder. */
  public void end() {
    close();
    try (Stream<Path> all = Files.walk(Objects.requireNonNull(folder))) {
      for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(each);
      }
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }

  private Service service() {
    return Objects.requireNonNull(service);
  }

  /** The port that chargers connect to. */
  public int ocppPort() {
    return service().ocppPort().orElseThrow();
  }

  /** Usual ones, with the database in a folder. */
  public static ServeOptions options(Path folder) {
    return new ServeOptions(
        "127.0.0.1",
        0,
        folder,
        null,
        null,
        2,
        100,
        60,
        Duration.ofSeconds(20),
        Duration.ofSeconds(1),
        null);
  }

  /** Address of a path. */
  public URI uri(String path) {
    return URI.create("http://localhost:" + service().port() + path);
  }

  HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(uri(path)).timeout(PATIENCE);
  }

  HttpResponse<String> send(HttpRequest request) {
    try {
      return client.send(request, BodyHandlers.ofString());
    } catch (IOException | InterruptedException problem) {
      throw new IllegalStateException(problem);
    }
  }

  HttpResponse<String> described(HttpRequest request) {
    HttpResponse<String> answer = send(request);
    String path = request.uri().getRawPath();
    Description.require(request.method(), path, answer);
    return answer;
  }

  /** Asks and holds the answer against the description. */
  public HttpResponse<String> get(String path) {
    return described(request(path).build());
  }

  /** Deletes, likewise. */
  public HttpResponse<String> delete(String path) {
    return described(request(path).DELETE().build());
  }

  /** Sends JSON by any method and holds the answer against the description. */
  public HttpResponse<String> send(String method, String path, String body) {
    return described(
        request(path)
            .method(method, BodyPublishers.ofString(body))
            .header("Content-Type", "application/json")
            .build());
  }

  /** Sends a form and holds the answer against the description. */
  HttpResponse<String> post(String path, TestForm form) {
    return described(
        request(path)
            .POST(BodyPublishers.ofByteArray(form.bytes()))
            .header("Content-Type", TestForm.TYPE)
            .build());
  }

  /** Submits. */
  public HttpResponse<String> post(String query, String body, String... headers) {
    HttpRequest.Builder request =
        request("/api/v1/runs" + query)
            .POST(BodyPublishers.ofString(body))
            .header("Content-Type", "application/json");
    return described((headers.length == 0 ? request : request.headers(headers)).build());
  }

  /** Submits, and returns the run's path. */
  public String submitted(String query, String body) {
    HttpResponse<String> answer = post(query, body);
    if (answer.statusCode() != 202) {
      throw new AssertionError(answer.statusCode() + " " + answer.body());
    }
    return answer.headers().firstValue("Location").orElseThrow();
  }

  /** The run's JSON once it has ended. */
  public JsonNode ended(String path) throws InterruptedException {
    for (int look = 0; look < LOOKS; look++) {
      JsonNode run = json(get(path));
      if (!run.get("finishedAt").isNull()) {
        return run;
      }
      Thread.sleep(50);
    }
    throw new AssertionError(path + " does not end");
  }

  /** The body. */
  public static JsonNode json(HttpResponse<String> answer) {
    return Objects.requireNonNull(MAPPER.readTree(answer.body()));
  }

  /** Its detail and hint, with status and kind. */
  static String problem(HttpResponse<String> answer) {
    JsonNode problem = json(answer);
    String kind = problem.get("type").asString().replaceFirst(".*/", "");
    return "%d %s: %s\n%s"
        .formatted(
            answer.statusCode(),
            kind,
            problem.get("detail").asString(),
            problem.get("maybe").asString());
  }

  static @Nullable String header(HttpResponse<?> answer, String name) {
    return answer.headers().firstValue(name).orElse(null);
  }

  @Override
  public void close() {
    service().close();
  }
}
