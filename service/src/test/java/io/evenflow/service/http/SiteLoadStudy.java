package io.evenflow.service.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenflow.io.BuiltInDays;
import io.evenflow.scenario.Scenario;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two hundred live sites of which each hears of a session every second for a minute, and how long
 * their answers took. Changes are sent when they are due, whether or not the one before was
 * answered, and the time counts from then. A study and no test of the build: {@code
 * -Dtest=SiteLoadStudy}, with {@code -Devenflow.sites}, {@code -Devenflow.seconds} and {@code
 * -Devenflow.every} (seconds between the changes of a site) for other loads.
 */
class SiteLoadStudy {
  private static final int SITES = Integer.getInteger("evenflow.sites", 200);
  private static final int SECONDS = Integer.getInteger("evenflow.seconds", 60);
  private static final double EVERY = Double.parseDouble(System.getProperty("evenflow.every", "1"));
  private static final String DAY = BuiltInDays.text("case18-small");
  private static final Scenario SCENARIO = BuiltInDays.read("case18-small");

  @TempDir private @Nullable Path folder;

  /** An answer: how long it took, what the plan was. */
  private record Answer(double milliseconds, String word) {}

  private static String at(int period) {
    return SCENARIO.horizon().startOf(period).toInstant().toString();
  }

  @Test
  void twoHundredSitesHearOfASessionEachSecond() throws Exception {
    InstantSource clock = InstantSource.fixed(SCENARIO.horizon().startOf(0).toInstant());
    try (TestService service =
            new TestService(TestService.options(Objects.requireNonNull(folder)), clock);
        ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int site = 0; site < SITES; site++) {
        service.send("PUT", path(site), DAY);
        for (String session : List.of("a", "b", "c")) {
          service.send("PATCH", path(site) + "/sessions/" + session, arrival(20));
        }
      }
      System.out.printf("%d sites are there%n", SITES);
      List<Future<Answer>> answers = new ArrayList<>();
      long began = System.nanoTime();
      long changes = Math.round(SECONDS / EVERY);
      for (int change = 0; change < changes; change++) {
        for (int site = 0; site < SITES; site++) {
          // Spread over the time, as sites are that know nothing of each other.
          long due = began + Math.round(1e9 * EVERY * (change + site / (double) SITES));
          while (System.nanoTime() < due) {
            LockSupport.parkNanos(due - System.nanoTime());
          }
          int of = site;
          int number = change;
          answers.add(clients.submit(() -> changed(service, of, number, due)));
        }
      }
      report(answers);
    }
  }

  private static String path(int site) {
    return "/api/v1/sites/site-" + site;
  }

  private static String arrival(double energyKwh) {
    return """
        {"at": "%s", "station": "bus6", "departure": "%s", "batteryKwh": 60, "energyKwh": %s}"""
        .formatted(at(0), at(8), energyKwh);
  }

  /** A driver wants more, or less. */
  private static Answer changed(TestService service, int site, int number, long due) {
    String said = SCENARIO.horizon().startOf(0).toInstant().plusSeconds(1 + number).toString();
    String target = "{\"at\": \"%s\", \"targetKwh\": %d}".formatted(said, 40 + number % 20);
    String session = List.of("a", "b", "c").get(number % 3);
    HttpResponse<String> answer =
        service.send("PATCH", path(site) + "/sessions/" + session, target);
    double milliseconds = (System.nanoTime() - due) / 1e6;
    // Where answers take longer than changes come, a later one may overtake one of the same
    // session.
    if (answer.statusCode() == 409) {
      assertThat(answer.body()).contains(" is no newer than that of ");
      return new Answer(milliseconds, "overtaken");
    }
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return new Answer(milliseconds, TestService.json(answer).get("status").asString());
  }

  private static void report(List<Future<Answer>> answers) throws Exception {
    List<Double> milliseconds = new ArrayList<>();
    Map<String, Integer> words = new TreeMap<>();
    for (Future<Answer> answer : answers) {
      milliseconds.add(answer.get().milliseconds());
      words.merge(answer.get().word(), 1, Integer::sum);
    }
    milliseconds.sort(Double::compare);
    int count = milliseconds.size();
    System.out.printf(
        "answers %d %s, median %.1f ms, p90 %.1f ms, p99 %.1f ms, longest %.1f ms, %d cores%n",
        count,
        words,
        milliseconds.get(count / 2),
        milliseconds.get(count * 9 / 10),
        milliseconds.get(count * 99 / 100),
        milliseconds.get(count - 1),
        Runtime.getRuntime().availableProcessors());
  }
}
