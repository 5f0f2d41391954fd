package io.evenflow.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.evenflow.scenario.Cost;
import io.evenflow.scenario.Dispatch;
import io.evenflow.scenario.Result;
import io.evenflow.scenario.Scenario;
import io.evenflow.scenario.SolvedProblem;
import io.evenflow.scenario.Status;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Run k charges with k kW in its first hour; every third run finds no schedule. */
class ResultFolderTest {
  private static final Scenario SCENARIO = Scenarios.read(Scenarios.VALID);
  @TempDir private Path temporary = Path.of("");
  private Path folder = Path.of("");

  @BeforeEach
  void aFolderThatIsNotThereYet() {
    folder = temporary.resolve("out");
  }

  static Result run(int k) {
    boolean found = k % 3 != 2;
    return new Result(
        "evening",
        "certified",
        SolvedProblem.AC,
        found ? Status.FEASIBLE : Status.INFEASIBLE,
        found ? schedule(k) : null,
        false,
        found ? new Cost(1, k, 0) : null,
        12.5,
        null,
        0,
        Map.of("total", (double) k),
        List.of(),
        List.of("run " + k),
        null);
  }

  private static Dispatch schedule(double kw) {
    return new Dispatch(
        new double[][] {{kw, 0}},
        new double[][] {{0, 0}},
        new double[][] {{3900, 3870}},
        new double[][] {{2400, 2390}},
        new double[] {1, 1});
  }

  /** Writes runs for ever, and says so after the first. */
  static final class Writer {
    public static void main(String[] arguments) throws IOException {
      int first = Integer.parseInt(arguments[1]);
      for (int k = first; ; k++) {
        ResultFolder.write(SCENARIO, run(k), Path.of(arguments[0]));
        if (k == first) {
          System.out.println("writing");
        }
      }
    }
  }

  private Process writer(int first) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx200m",
            "-cp",
            System.getProperty("java.class.path"),
            Writer.class.getName(),
            folder.toString(),
            Integer.toString(first))
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  private static void kill(Process process) throws InterruptedException {
    process.destroyForcibly();
    assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
  }

  private @Nullable String text(String file) throws IOException {
    try {
      return Files.readString(folder.resolve(file));
    } catch (NoSuchFileException none) {
      return null;
    }
  }

  /** What counts beside a result.json must be of its run. */
  private static void assertPair(String result, @Nullable String schedule) {
    JsonNode root = new JsonMapper().readTree(result);
    String run = root.at("/notes/0").stringValue();
    if (root.get("status").stringValue().equals("infeasible")) {
      assertThat(schedule).as(run).isNull();
    } else {
      String kw = root.at("/sessions/0/chargeKw/0").toString();
      assertThat(schedule).as(run).contains(",2024-04-09T00:00:00+02:00," + kw + ",0.0,");
    }
  }

  @Test
  void aRunWithoutAScheduleSaysSoAndTakesTheOlderPairAway() throws IOException {
    ResultFolder.write(SCENARIO, run(1), folder);
    assertThat(folder.resolve("schedule.csv")).exists();
    ResultFolder.write(SCENARIO, run(2), folder);
    assertThat(folder.resolve("schedule.csv")).doesNotExist();
    assertThat(folder.resolve("result.json"))
        .content()
        .contains("\"status\": \"infeasible\"", "\"bound\": 12.5", "run 2");
    ResultFolder.write(SCENARIO, run(3), folder);
    assertPair(text("result.json") + "", text("schedule.csv"));
  }

  @Test
  void whatIsNoResultLeavesTheOlderPair() throws IOException {
    ResultFolder.write(SCENARIO, run(1), folder);
    String result = text("result.json");
    Result broken = run(4);
    Objects.requireNonNull(broken.dispatch()).chargeKw()[0][0] = Double.NaN;
    assertThatThrownBy(() -> ResultFolder.write(SCENARIO, broken, folder))
        .hasMessage("chargeKw (NaN) must be a finite number");
    assertThat(text("result.json")).isEqualTo(result);
    assertThat(folder.resolve("schedule.csv")).content().contains(",1.0,0.0,");
  }

  @Test
  void whatTheDiskRefusesLeavesNoOlderPlanBehind() throws IOException {
    ResultFolder.write(SCENARIO, run(1), folder);
    Files.createDirectories(folder.resolve(".schedule.csv.part").resolve("in the way"));
    assertThatThrownBy(() -> ResultFolder.write(SCENARIO, run(3), folder))
        .isInstanceOf(IOException.class);
    assertThat(folder.resolve("result.json")).doesNotExist();
    assertThat(folder.resolve("schedule.csv")).doesNotExist();
  }

  @Test
  void draftsOfAKilledRunAreRemoved() throws IOException {
    Files.createDirectories(folder);
    Files.writeString(folder.resolve(".result.json.part"), "{ half");
    Files.writeString(folder.resolve(".schedule.csv.123.part"), "half");
    ResultFolder.write(SCENARIO, run(1), folder);
    try (var files = Files.list(folder)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder(".evenflow.lock", "result.json", "schedule.csv");
    }
  }

  @Test
  void threadsOfOneProcessGoOneAfterTheOther() throws Exception {
    List<Future<?>> ends = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
      for (int k = 0; k < 100; k++) {
        int run = k;
        ends.add(
            threads.submit(
                () -> {
                  ResultFolder.write(SCENARIO, run(run), folder);
                  return null;
                }));
      }
    }
    for (Future<?> end : ends) {
      end.get();
    }
    assertPair(text("result.json") + "", text("schedule.csv"));
  }

  @Test
  void killedAtAnyMomentItLeavesNoMixedPair() throws IOException, InterruptedException {
    Random random = new Random(1);
    int pairs = 0;
    for (int k = 0; k < 8; k++) {
      Process process = writer(1000 * k);
      assertThat(process.inputReader().readLine()).isEqualTo("writing");
      Thread.sleep(random.nextInt(60));
      kill(process);
      String result = text("result.json");
      if (result != null) {
        assertPair(result, text("schedule.csv"));
        pairs++;
      }
    }
    assertThat(pairs).isPositive();
    // The lock died with its holder.
    ResultFolder.write(SCENARIO, run(1), folder);
  }

  /** What is seen at a moment is also what a kill at that moment would leave. */
  @Test
  void runsAtTheSameTimeNeverMixTheirFiles() throws IOException, InterruptedException {
    Process one = writer(0);
    Process other = writer(100_000);
    try {
      int seen = 0;
      long end = System.nanoTime() + 60_000_000_000L;
      while (seen < 200 && System.nanoTime() < end) {
        String before = text("result.json");
        String schedule = text("schedule.csv");
        if (before != null && before.equals(text("result.json"))) {
          assertPair(before, schedule);
          seen++;
        }
      }
      assertThat(one.isAlive() && other.isAlive()).isTrue();
      assertThat(seen).isEqualTo(200);
    } finally {
      kill(one);
      kill(other);
    }
    String last = text("result.json");
    if (last != null) {
      assertPair(last, text("schedule.csv"));
    }
  }
}
