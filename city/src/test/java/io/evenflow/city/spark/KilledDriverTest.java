package io.evenflow.city.spark;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenflow.city.plan.Ask;
import io.evenflow.city.plan.Chunk;
import io.evenflow.city.plan.CityRun;
import io.evenflow.city.plan.FeederOutcome;
import io.evenflow.city.plan.SharedAsk;
import io.evenflow.city.plan.Summary;
import io.evenflow.city.portfolio.CitySetup;
import io.evenflow.city.portfolio.DrawnCity;
import io.evenflow.city.portfolio.Portfolio;
import io.evenflow.city.portfolio.PortfolioFiles;
import io.evenflow.city.report.CityPage;
import io.evenflow.report.Origin;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A driver killed with SIGKILL in the middle of its stage, and what a new start makes of it. */
@DisabledOnOs(OS.WINDOWS)
class KilledDriverTest {
  private static final int FEEDERS = 16;
  private static final int SESSIONS = 320;
  @TempDir private Path folder = Path.of("");

  private Path chunks() {
    return folder.resolve("out/.work/plan");
  }

  private List<Path> chunkFiles() throws IOException {
    if (!Files.isDirectory(chunks())) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(chunks())) {
      return files.filter(f -> f.getFileName().toString().startsWith("chunk-")).sorted().toList();
    }
  }

  private void startAndKill() throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(a -> a.startsWith("--add-opens") || a.startsWith("--enable-native-access"))
        .forEach(command::add);
    command.addAll(List.of("-Xmx1g", "-cp", System.getProperty("java.class.path")));
    command.addAll(List.of("io.evenflow.city.cli.Main", "solve", folder.toString()));
    command.addAll(List.of("--master", "local[1]", "--output", folder.resolve("out").toString()));
    Path log = folder.resolve("log");
    Process driver =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    while (driver.isAlive() && chunkFiles().size() < 3) {
      Thread.sleep(5);
    }
    driver.destroyForcibly().waitFor(20, TimeUnit.SECONDS);
    assertThat(chunkFiles()).as(Files.readString(log)).hasSizeBetween(3, FEEDERS - 1);
    assertThat(folder.resolve("out/summary.json")).doesNotExist();
  }

  @Test
  void finishedFeedersAreNotSolvedAgainAndNoneIsLostOrDoubled()
      throws IOException, InterruptedException {
    DrawnCity.write(new CitySetup(FEEDERS, SESSIONS, 3, 2, 0, 0, 0, 0, 60), folder);
    startAndKill();
    Map<String, Double> secondsBefore = new HashMap<>();
    for (Path file : chunkFiles()) {
      for (FeederOutcome outcome : Chunk.read(file)) {
        secondsBefore.put("feeder" + (outcome.index() + 1), outcome.seconds());
      }
    }
    Portfolio portfolio = PortfolioFiles.read(folder);
    CityPage page = new CityPage(null, List.of());
    try (SparkCrew crew = new SparkCrew("local[1]")) {
      Summary summary =
          new CityRun(
                  portfolio,
                  new Ask(1e-4, 60),
                  new SharedAsk(1e-3, 30, 60, 1),
                  folder.resolve("out"),
                  crew,
                  new ParquetTables(crew, 2),
                  (stage, round, done, bound) -> {})
              .run(page);
      assertThat(page.html(portfolio, summary, Origin.here("a test", "evenflow city solve")))
          .contains("16 feeders", "echarts");
      assertThat(summary.optimal()).isEqualTo(FEEDERS);
      Dataset<Row> feeders = read(crew, "feeders");
      Map<String, Double> secondsAfter = new HashMap<>();
      double objective = 0;
      for (Row row : feeders.collectAsList()) {
        assertThat(secondsAfter.put(row.getAs("feeder"), row.getAs("seconds"))).isNull();
        objective += Objects.requireNonNull(row.<Double>getAs("objective"));
      }
      assertThat(secondsAfter).hasSize(FEEDERS).containsAllEntriesOf(secondsBefore);
      assertThat(objective)
          .isCloseTo(summary.objective(), org.assertj.core.api.Assertions.within(1e-6));
      assertThat(read(crew, "sessions").select("feeder", "session").distinct().count())
          .isEqualTo(SESSIONS);
      assertThat(read(crew, "sessions").count()).isEqualTo(SESSIONS);
      assertThat(read(crew, "periods").count()).isEqualTo(24L * FEEDERS);
    }
    assertThat(folder.resolve("out/summary.json")).exists();
    assertThat(chunks()).doesNotExist();
  }

  private Dataset<Row> read(SparkCrew crew, String table) {
    return crew.session().read().parquet(folder.resolve("out").resolve(table).toString());
  }
}
