package io.evenflow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two days of four vehicles at two chargers. One leaves two hours before it said, one wants less
 * than it asked for; energy is cheapest from 12 to 14 h.
 */
class ReplayCommandTest {
  private static final String SESSIONS =
      """
      session,charger,arrival,departure,delivered_energy (kWh),requested_energy (kWh),estimated_departure
      a1,A,2024-04-08T08:00:00Z,2024-04-08T17:00:00Z,20,20,2024-04-08T17:00:00Z
      b1,B,2024-04-08T09:00:00Z,2024-04-08T14:00:00Z,10,30,2024-04-08T16:00:00Z
      a2,A,2024-04-09T08:00:00Z,2024-04-09T17:00:00Z,20,20,2024-04-09T17:00:00Z
      b2,B,2024-04-09T09:00:00Z,2024-04-09T12:00:00Z,10,10,2024-04-09T15:00:00Z
      """;

  @TempDir private Path folder = Path.of("");

  private Path prices() throws IOException {
    String rows =
        IntStream.range(0, 48)
            .mapToObj(
                hour ->
                    "2024-04-%02dT%02d:00:00Z,%d"
                        .formatted(8 + hour / 24, hour % 24, hour % 24 / 2 == 6 ? 10 : 80))
            .collect(Collectors.joining("\n"));
    return Files.writeString(folder.resolve("prices.csv"), "start,price_eur_mwh\n" + rows + "\n");
  }

  private Run replay(String output, String... more) throws IOException {
    Path sessions = Files.writeString(folder.resolve("sessions.csv"), SESSIONS);
    List<String> args =
        List.of(
            "replay",
            "--case",
            "case33bw",
            "--sessions",
            sessions.toString(),
            "--prices",
            prices().toString(),
            "--days",
            "2",
            "--step",
            "60",
            "--v2g",
            "0.5",
            "--output",
            folder.resolve(output).toString());
    return Run.of(
        java.util.stream.Stream.concat(args.stream(), Arrays.stream(more)).toArray(String[]::new));
  }

  private List<List<String>> rows(String output) throws IOException {
    return Files.readAllLines(folder.resolve(output).resolve("rows.csv")).stream()
        .map(line -> Arrays.asList(line.split(",", -1)))
        .toList();
  }

  private double number(List<List<String>> rows, int row, String column) {
    return Double.parseDouble(rows.get(row).get(rows.getFirst().indexOf(column)));
  }

  /** In a process of its own, as only there what libraries print is kept from the output. */
  @Test
  void theTableIsOnTheStandardOutput() throws IOException, InterruptedException {
    Path sessions = Files.writeString(folder.resolve("sessions.csv"), SESSIONS);
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                "io.evenflow.cli.Main",
                "replay",
                "--case=case33bw",
                "--sessions=" + sessions,
                "--prices=" + prices(),
                "--days=1",
                "--step=60",
                "--policy=equal-share",
                "--output=" + folder.resolve("own"))
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).isZero();
    assertThat(out).contains("equal-share", "rows.csv, tables.md");
  }

  @Test
  void noPolicyCostsLessThanWhatIsProvenOfTheDay() throws IOException {
    Path page = folder.resolve("page.html");
    Run run = replay("out", "--scenarios", "2", "--report", page.toString());

    assertThat(run.exitCode()).isZero();
    List<List<String>> rows = rows("out");
    assertThat(rows).hasSize(1 + 2 * 9);
    assertThat(rows.getFirst())
        .contains("policy", "day", "cost", "bound", "regret", "missingKwh", "brokenPromises")
        .contains("brokenLimits", "p99Seconds");
    for (int i = 1; i < rows.size(); i++) {
      assertThat(number(rows, i, "regret")).isGreaterThan(-1e-6);
      assertThat(number(rows, i, "brokenLimits")).isZero();
      assertThat(number(rows, i, "brokenPromises")).isZero();
    }
    assertThat(Files.readString(page)).contains("plan --scenarios 2").contains("hour by hour");
  }

  @Test
  void aReplayThatWasKilledGoesOnAndDecidesTheSame() throws IOException {
    assertThat(replay("out", "--policy", "plan").exitCode()).isZero();
    List<List<String>> whole = rows("out");
    Path file = folder.resolve("out").resolve("rows.csv");
    String text = Files.readString(file);
    int inLastRow = text.lastIndexOf("plan,") + 20;
    Files.write(file, text.substring(0, inLastRow).getBytes(StandardCharsets.UTF_8));

    assertThat(replay("out", "--policy", "plan").exitCode()).isZero();

    List<List<String>> again = rows("out");
    int times = whole.getFirst().indexOf("p50Seconds");
    assertThat(again.stream().map(row -> row.subList(0, times)))
        .isEqualTo(whole.stream().map(row -> row.subList(0, times)).toList());
  }

  /** The files of docs/replay.md; without the battery's moves a day costs more. */
  @Test
  void equipmentIsReplayedToo() throws IOException {
    Path example = Path.of("../docs/examples/replay");
    Run run =
        Run.of(
            "replay",
            "--case=case33bw",
            "--sessions=" + example.resolve("sessions.csv"),
            "--prices=" + example.resolve("prices.csv"),
            "--solar=" + example.resolve("solar.csv"),
            "--solar-kw=30",
            "--equipment=" + example.resolve("equipment.json"),
            "--days=2",
            "--step=60",
            "--policy=plan",
            "--policy=least-laxity-first",
            "--output=" + folder.resolve("equipped"));

    assertThat(run.exitCode()).isZero();
    List<List<String>> rows = rows("equipped");
    assertThat(rows).hasSize(1 + 2 * 3);
    double planned = 0;
    double unplanned = 0;
    for (int i = 1; i < rows.size(); i++) {
      assertThat(number(rows, i, "regret")).isGreaterThan(-1e-6);
      assertThat(number(rows, i, "brokenLimits")).isZero();
      boolean isPlan = rows.get(i).getFirst().equals("plan");
      planned += isPlan ? number(rows, i, "regret") : 0;
      boolean isRule = rows.get(i).getFirst().equals("least-laxity-first");
      unplanned += isRule ? number(rows, i, "regret") : 0;
    }
    assertThat(planned).isLessThan(unplanned / 4);
  }

  @Test
  void aPolicyThatIsNoneIsNamed() throws IOException {
    Run run = replay("out", "--policy", "planed");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("--policy ('planed') is no policy").contains("\nMaybe ");
  }

  @Test
  void whatSaysNothingAloneIsNotIgnored() throws IOException {
    assertThat(replay("out", "--published", "12:00").err())
        .startsWith("evenflow: --published says nothing without --span above 1\nMaybe ");
    assertThat(replay("out", "--risk", "0.9").err())
        .startsWith("evenflow: --risk says nothing without --scenarios\nMaybe ");
    assertThat(replay("out", "--policy", "equal-share", "--fair", "max-min").err())
        .startsWith("evenflow: --fair says nothing without a policy that plans\nMaybe ");
    assertThat(replay("out", "--policy", "equal-share", "--deadline", "1").err())
        .startsWith("evenflow: --deadline says nothing without a policy that plans\nMaybe ");
  }
}
