package io.evenflow.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.sun.net.httpserver.HttpServer;
import io.evenflow.io.exchange.Notes;
import io.evenflow.io.exchange.SessionFile;
import io.evenflow.io.exchange.SessionOptions;
import io.evenflow.io.exchange.TableText;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** Tables of sessions that do not come along: drawn ones, and ACN-Data's by its public API. */
class SessionTablesTest {
  private static final LocalDate TUESDAY = LocalDate.of(2024, 4, 9);

  private static SessionFile read(String csv) {
    SessionOptions options = new SessionOptions(Map.of(), null, null, 60.0, 0.95, null);
    return SessionFile.read(new TableText("sessions.csv", csv), options, new Notes());
  }

  @Test
  void theSameSeedDrawsTheSameTable() {
    assertThat(DrawnSessions.csv(TUESDAY, 3, 7)).isEqualTo(DrawnSessions.csv(TUESDAY, 3, 7));
    assertThat(DrawnSessions.csv(TUESDAY, 3, 7)).isNotEqualTo(DrawnSessions.csv(TUESDAY, 3, 8));
  }

  /** 200 days by seed 1: 66.5 sessions a working day, 4.9 of a weekend's; half come by 7:21. */
  @Test
  void drawnSessionsHaveTheStatisticsTheySay() {
    String csv = DrawnSessions.csv(TUESDAY, 200, 1);
    List<String[]> rows = csv.lines().skip(1).map(line -> line.split(",")).toList();
    long weekends =
        TUESDAY
            .datesUntil(TUESDAY.plusDays(200))
            .filter(d -> d.getDayOfWeek().getValue() > 5)
            .count();
    double[] hours =
        rows.stream()
            .filter(row -> LocalDate.parse(row[2].substring(0, 10)).getDayOfWeek().getValue() < 6)
            .mapToDouble(row -> hour(row[2]))
            .sorted()
            .toArray();

    assertThat((double) hours.length / (200 - weekends)).isCloseTo(66.5, within(4.0));
    assertThat((double) (rows.size() - hours.length) / weekends).isCloseTo(4.9, within(1.0));
    assertThat(hours[hours.length / 2]).isCloseTo(7.35, within(0.1));
    assertThat(Arrays.stream(hours).filter(h -> h > 15.72).count())
        .isCloseTo(hours.length / 10, within(100L));
    assertThat(read(csv).days(ZoneOffset.UTC)).hasSizeGreaterThan(180);
  }

  private static double hour(String time) {
    return Integer.parseInt(time.substring(11, 13))
        + Integer.parseInt(time.substring(14, 16)) / 60.0;
  }

  private static final String FIRST_PAGE =
      """
      {"_items": [{"sessionID": "s1", "spaceID": "CA-305",
        "connectionTime": "Wed, 01 May 2019 08:18:45 GMT",
        "disconnectTime": "Wed, 01 May 2019 22:52:36 GMT", "kWhDelivered": 44.069,
        "userInputs": [{"kWhRequested": 60.0, "requestedDeparture": "Wed, 01 May 2019 16:20:45 GMT"}]}],
       "_links": {"next": {"href": "sessions/caltech?page=2"}}}
      """;

  private static final String SECOND_PAGE =
      """
      {"_items": [{"sessionID": "s2", "spaceID": "CA-306",
        "connectionTime": "Wed, 01 May 2019 10:00:00 GMT",
        "disconnectTime": "Wed, 01 May 2019 12:00:00 GMT", "kWhDelivered": 7.5,
        "userInputs": null}], "_links": {}}
      """;

  /** The script of docs/examples against two pages as that API gives them. */
  @Test
  void acnDataIsFetchedPageByPage() throws IOException, InterruptedException {
    Assumptions.assumeTrue(hasPython(), "python3 is not here");
    String login =
        "Basic " + Base64.getEncoder().encodeToString("secret:".getBytes(StandardCharsets.UTF_8));
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/api/sessions/caltech",
        exchange -> {
          boolean isAllowed = login.equals(exchange.getRequestHeaders().getFirst("Authorization"));
          String query = Objects.requireNonNull(exchange.getRequestURI().getQuery());
          byte[] body =
              (query.contains("page=2") ? SECOND_PAGE : FIRST_PAGE)
                  .getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(isAllowed ? 200 : 401, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
    try {
      String api = "http://localhost:" + server.getAddress().getPort() + "/api";
      String csv = fetched(api, "secret", 0);
      assertThat(csv.lines())
          .containsExactly(
              "session,charger,arrival,departure,energy_kwh,estimated_departure,requested_energy_kwh",
              "s1,CA-305,2019-05-01T08:18:45Z,2019-05-01T22:52:36Z,44.069,2019-05-01T16:20:45Z,60.0",
              "s2,CA-306,2019-05-01T10:00:00Z,2019-05-01T12:00:00Z,7.5,,");
      assertThat(read(csv).days(ZoneOffset.UTC)).containsExactly(LocalDate.of(2019, 5, 1));
      assertThat(read(csv).announced(ZoneOffset.UTC)).containsOnlyKeys("s1");
      assertThat(fetched(api, "another", 1)).contains("Maybe the token in ACN_TOKEN");
    } finally {
      server.stop(0);
    }
  }

  private static boolean hasPython() throws InterruptedException {
    try {
      return new ProcessBuilder("python3", "--version").start().waitFor() == 0;
    } catch (IOException none) {
      return false;
    }
  }

  private static String fetched(String api, String token, int exitCode)
      throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(
            "python3", "../docs/examples/acn_data.py", "caltech", "2019-05-01", "2019-05-01");
    builder.environment().put("ACN_API", api);
    builder.environment().put("ACN_TOKEN", token);
    if (exitCode != 0) {
      builder.redirectErrorStream(true);
    } else {
      builder.redirectError(ProcessBuilder.Redirect.DISCARD);
    }
    Process process = builder.start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).isEqualTo(exitCode);
    return out;
  }
}
