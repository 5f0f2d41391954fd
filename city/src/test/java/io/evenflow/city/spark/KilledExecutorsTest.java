package io.evenflow.city.spark;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenflow.city.cli.Main;
import io.evenflow.city.portfolio.CitySetup;
import io.evenflow.city.portfolio.DrawnCity;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * A cluster on this machine whose executors are killed with SIGKILL in the middle of stages: the
 * tables are those of a run in peace, but for times.
 *
 * <p>Run with {@code -Devenflow.killed.stages=1}, a minute, or {@code =12} stages, a quarter of an
 * hour: most of it is the start of clusters and of executors, and each build cannot wait for that.
 * There is a stage for the first plan, two for each of ten rounds, of feeders and of vehicles that
 * move between them, and one for the plan in the end.
 */
@DisabledOnOs(OS.WINDOWS)
@EnabledIfSystemProperty(named = "evenflow.killed.stages", matches = "[0-9]+")
class KilledExecutorsTest {
  private static final int FEEDERS = 16;
  private static final int SESSIONS = 320;
  private static final int KILLS = Integer.getInteger("evenflow.killed.stages", 1);
  private static final int ROUNDS = KILLS == 1 ? 2 : 10;

  /** Their stages are short: with one kill they would be waited for and not be killed. */
  private static final double COMMUTERS = KILLS == 1 ? 0 : 0.1;

  private static final int WORKER_MB = 600;

  @TempDir private Path folder = Path.of("");

  @Test
  void tablesAreThoseOfARunInPeace() throws IOException, InterruptedException {
    DrawnCity.write(new CitySetup(FEEDERS, SESSIONS, 3, 2, 0, 0, 0.4, COMMUTERS, 60), folder);
    List<String> peaceful = tables("peace", start("peace", "threads[1]"), Set.of());
    Set<String> killed = new TreeSet<>();
    Process driver = start("war", "local-cluster[2,1," + WORKER_MB + "]");
    while (driver.isAlive() && killed.size() < KILLS) {
      killOneInAFreshStage(driver, killed);
      Thread.sleep(5);
    }
    List<String> war = tables("war", driver, killed);
    assertThat(killed).hasSize(KILLS);
    assertThat(war).isEqualTo(peaceful);
    assertThat(folder.resolve("home/work")).isEmptyDirectory();
  }

  private Process start(String name, String master) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(a -> a.startsWith("--add-opens") || a.startsWith("--enable-native-access"))
        .forEach(command::add);
    command.addAll(List.of("-Xmx1g", "-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(Main.class.getName(), "solve", folder.toString(), "--master", master));
    // Improvements are ended by the clock, which no two runs share.
    command.addAll(List.of("--plan-time-limit", "0", "--rounds", "" + ROUNDS));
    // One that the first plan has, or one that ten rounds hardly reach.
    command.addAll(List.of("--shared-gap", KILLS == 1 ? "10" : "1e-9"));
    command.addAll(List.of("--output", folder.resolve(name).toString()));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("SPARK_HOME", folder.resolve("home").toString());
    Files.createDirectories(folder.resolve("home/jars"));
    return builder
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve(name + ".log").toFile())
        .start();
  }

  /** Kills an executor while a stage that nobody was killed in has some of its chunks, not all. */
  private void killOneInAFreshStage(Process driver, Set<String> killed) {
    Path work = folder.resolve("war/.work");
    if (!Files.isDirectory(work)) {
      return;
    }
    String[] stages = work.toFile().list();
    for (String name : stages == null ? new String[0] : stages) {
      Path stage = work.resolve(name);
      int done = chunks(stage);
      if (!killed.contains(name) && done >= 1 && done < FEEDERS - 2) {
        List<ProcessHandle> executors =
            driver
                .descendants()
                .filter(p -> p.info().command().orElse("").endsWith("java"))
                .toList();
        if (!executors.isEmpty() && executors.getFirst().destroyForcibly()) {
          killed.add(name);
        }
      }
    }
  }

  /** How many there are; none where the run has removed its stages meanwhile. */
  private static int chunks(Path stage) {
    String[] names = stage.toFile().list((folder, name) -> name.startsWith("chunk-"));
    return names == null ? 0 : names.length;
  }

  /** All rows of a run that ended well, but for times, in an order of their own. */
  private List<String> tables(String name, Process run, Set<String> killed)
      throws IOException, InterruptedException {
    boolean ended = run.waitFor(600, TimeUnit.SECONDS);
    run.destroyForcibly();
    assertThat(ended && run.exitValue() == 0)
        .as("killed in %s%n%s", killed, Files.readString(folder.resolve(name + ".log")))
        .isTrue();
    List<String> rows = new ArrayList<>();
    try (SparkCrew crew = new SparkCrew("local[1]")) {
      SparkSession session = crew.session();
      List<String> tables = new ArrayList<>(List.of("feeders", "sessions", "periods"));
      if (COMMUTERS > 0) {
        tables.add("commuters");
      }
      for (String table : tables) {
        session
            .read()
            .parquet(folder.resolve(name).resolve(table).toString())
            .drop("seconds")
            .collectAsList()
            .stream()
            .map(Row::toString)
            .forEach(rows::add);
      }
    }
    rows.sort(String::compareTo);
    return rows;
  }
}
