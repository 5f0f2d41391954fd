package io.evenflow.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenflow.io.BuiltInDays;
import io.evenflow.service.queue.TestPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * The real process is killed while runs are sent, wait, are solved and written, and started again,
 * several times. What was accepted must then be there once and end; what had ended must not have
 * changed. {@code -Devenflow.kills=20} kills it more often than CI has time for.
 */
class KillTest {
  private static final int ROUNDS = Integer.getInteger("evenflow.kills", 2);
  private static final int SEED = Integer.getInteger("evenflow.seed", 7);
  private static final int RUNS_A_ROUND = 3;
  private static final int MOST_MILLIS = 1500;
  private static final int LOOKS = 1200;
  private static final String SMALL = BuiltInDays.text("case18-small");

  @TempDir private Path folder = Path.of("");

  @Test
  void sqliteLosesNothing() throws Exception {
    killAndStartAgain("--data", folder.toString(), "--grace", "0");
  }

  @Test
  void postgresLosesNothing() throws Exception {
    killAndStartAgain("--database", TestPostgres.database(), "--lease", "1");
  }

  private void killAndStartAgain(String... options) throws IOException, InterruptedException {
    Random random = new Random(SEED);
    List<String> accepted = new ArrayList<>();
    Map<String, String> ended = new HashMap<>();
    for (int round = 0; round < ROUNDS; round++) {
      try (ServeProcess service = start(options)) {
        for (int i = 0; i < RUNS_A_ROUND; i++) {
          accepted.add(service.submit(i == 0 ? "?method=uncontrolled" : "", SMALL));
        }
        Thread.sleep(random.nextInt(MOST_MILLIS));
        look(service, accepted, ended);
        service.kill();
      }
    }
    try (ServeProcess service = start(options)) {
      for (int look = 0; look < LOOKS && ended.size() < accepted.size(); look++) {
        look(service, accepted, ended);
        Thread.sleep(100);
      }
      assertThat(ended.keySet()).containsExactlyInAnyOrderElementsOf(accepted);
      JsonNode all = service.json("/api/v1/runs?limit=200").get("runs");
      assertThat(all).hasSize(accepted.size());
      all.forEach(run -> assertThat(run.get("status").asString()).isEqualTo("done"));
      assertThat(service.terminate()).isZero();
    }
  }

  private ServeProcess start(String... options) throws IOException {
    return new ServeProcess(folder.resolve("log"), options);
  }

  /** Notes what has ended, and that nothing that had ended before has changed. */
  private static void look(ServeProcess service, List<String> accepted, Map<String, String> ended)
      throws IOException, InterruptedException {
    for (String path : accepted) {
      JsonNode run = service.json(path);
      assertThat(run.has("status")).as("%s is lost: %s", path, run).isTrue();
      if (!run.get("finishedAt").isNull()) {
        String told = run + service.get(path + "/result").body();
        String before = ended.putIfAbsent(path, told);
        assertThat(told).isEqualTo(before == null ? told : before);
      }
    }
  }

  /** Told to end, the service hands back what it solves, and the next one solves it. */
  @Test
  void terminationHandsBackWhatIsBeingSolved() throws Exception {
    String[] options = {"--data", folder.toString(), "--grace", "0", "--workers", "1"};
    String path;
    try (ServeProcess service = start(options)) {
      path = service.submit("", BuiltInDays.text("case69-day"));
      while (service.json(path).get("status").asString().equals("queued")) {
        Thread.sleep(5);
      }
      assertThat(service.terminate()).isZero();
    }
    try (ServeProcess service = start(options)) {
      JsonNode run = service.json(path);
      for (int look = 0; look < LOOKS && run.get("finishedAt").isNull(); look++) {
        Thread.sleep(100);
        run = service.json(path);
      }
      assertThat(run.get("outcome").asString()).isEqualTo("optimal");
      assertThat(run.get("attempt").asInt()).isEqualTo(1);
    }
  }
}
