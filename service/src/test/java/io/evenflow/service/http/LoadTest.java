package io.evenflow.service.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenflow.io.BuiltInDays;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * Two hundred submit at once to a queue of a hundred: each is accepted or told that it is full, and
 * each that was accepted ends in a result. With {@code -Devenflow.figures} it prints how long
 * status reads took meanwhile; nothing fails for being slow.
 */
class LoadTest {
  private static final int AT_ONCE = 200;
  private static final String DAY = BuiltInDays.text("case18-small");
  @TempDir private @Nullable Path folder;

  @Test
  void twoHundredAtOnceAreAcceptedOrToldThatItIsFull() throws Exception {
    AtomicBoolean over = new AtomicBoolean();
    try (TestService service =
            new TestService(TestService.options(Objects.requireNonNull(folder)));
        ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
      try {
        submitAtOnce(service, clients, over);
      } finally {
        over.set(true); // else whoever reads goes on for ever, and the clients do not end
      }
    }
  }

  private static void submitAtOnce(TestService service, ExecutorService clients, AtomicBoolean over)
      throws Exception {
    List<Future<HttpResponse<String>>> answers = new ArrayList<>();
    for (int i = 0; i < AT_ONCE; i++) {
      answers.add(clients.submit(() -> service.post("?method=uncontrolled", DAY)));
    }
    Future<List<Double>> reads = clients.submit(() -> reads(service, over));
    List<String> accepted = new ArrayList<>();
    for (Future<HttpResponse<String>> answer : answers) {
      HttpResponse<String> got = answer.get();
      assertThat(got.statusCode()).as(got.body()).isIn(202, 429);
      got.headers().firstValue("Location").ifPresent(accepted::add);
    }
    // Two may have left the queue for the workers at any time.
    assertThat(accepted).hasSizeBetween(100, AT_ONCE);
    for (String path : accepted) {
      JsonNode run = service.ended(path);
      assertThat(run.get("outcome").asString()).isEqualTo("feasible");
      assertThat(service.get(path + "/result").statusCode()).isEqualTo(200);
    }
    over.set(true);
    List<Double> milliseconds = reads.get().stream().sorted().toList();
    if (System.getProperty("evenflow.figures") != null) {
      System.out.printf(
          "accepted %d, status reads %d, median %.1f ms, p99 %.1f ms%n",
          accepted.size(),
          milliseconds.size(),
          milliseconds.get(milliseconds.size() / 2),
          milliseconds.get(milliseconds.size() * 99 / 100));
    }
  }

  private static List<Double> reads(TestService service, AtomicBoolean over) {
    List<Double> milliseconds = new ArrayList<>();
    while (!over.get()) {
      long began = System.nanoTime();
      service.get("/api/v1/runs?limit=1");
      milliseconds.add((System.nanoTime() - began) / 1e6);
    }
    return milliseconds;
  }
}
