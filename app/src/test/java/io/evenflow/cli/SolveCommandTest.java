package io.evenflow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenflow.method.Method;
import io.evenflow.scenario.Status;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SolveCommandTest {
  @TempDir private Path folder = Path.of("");

  private Path day() throws IOException {
    return Files.writeString(folder.resolve("tiny.json"), TINY);
  }

  @Test
  void writesBothFilesIntoAFolderItMakes() throws IOException {
    Path output = folder.resolve("some/where");
    Run run =
        Run.with(
            FakeMethod.ending(Status.FEASIBLE), "solve", day().toString(), "-o", output.toString());
    assertThat(run.err()).isEmpty();
    assertThat(run.exitCode()).isZero();
    assertThat(output.resolve("result.json")).content().contains("\"status\"").contains("feasible");
    assertThat(output.resolve("schedule.csv")).content().hasLineCount(1 + 2);
    assertThat(run.out()).contains(output.resolve("result.json").toString());
  }

  @Test
  void anEngineThatDoesNotServeTheMethodIsRefused() throws IOException {
    String day = day().toString();
    Run run = Run.of("solve", day, "--method", "two-stage", "--engine", "scip-ac");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err())
        .contains("--engine 'scip-ac' does not serve --method 'two-stage'\nMaybe ");
    assertThat(Run.of("solve", day, "--method", "direct", "--engine", "cuts").exitCode())
        .isEqualTo(2);
  }

  @Test
  void whatItWritesPassesTheCheck() throws IOException {
    String day = day().toString();
    String output = folder.resolve("out").toString();
    Run.with(FakeMethod.ending(Status.FEASIBLE), "solve", day, "--output", output);
    Run run = Run.of("check", day, folder.resolve("out/result.json").toString());
    assertThat(run.err()).isEmpty();
    assertThat(run.out()).contains("every limit holds");
    assertThat(run.exitCode()).isZero();
  }

  @Test
  void aResultThatBreaksALimitFailsTheCheck() throws IOException {
    String day = day().toString();
    Path output = folder.resolve("out");
    Run.with(FakeMethod.ending(Status.FEASIBLE), "solve", day, "-o", output.toString());
    Path file = output.resolve("result.json");
    String result = Files.readString(file);
    String greedy = result.replaceFirst("\"chargeKw\": ?\\[0\\.0", "\"chargeKw\":[50.0");
    assertThat(greedy).isNotEqualTo(result);
    Files.writeString(file, greedy);
    Run run = Run.of("check", day, file.toString());
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out())
        .contains("do not use it")
        .containsPattern("ev1.* 50 kW is above .* 11 kW");
  }

  @Test
  void whatIsNoResultIsBadInput() throws IOException {
    String day = day().toString();
    Run run = Run.of("check", day, day);
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err().lines()).hasSize(2);
    assertThat(run.err()).contains("tiny.json").contains("\nMaybe ");
  }

  @Test
  void theSummaryNamesShortfallsAndWhatIsNotKnown() throws IOException {
    String output = folder.resolve("out").toString();
    Run run = Run.with(FakeMethod.ending(Status.FEASIBLE), "solve", day().toString(), "-o", output);
    assertThat(run.out())
        .contains("tiny: feeder case33bw, 1 session at 1 station, 3 periods of 60 min")
        .contains("feasible: a schedule; no bound is known")
        .contains("1 session short of target")
        .containsPattern("ev1 +garage +02:00 +15\\.0 +30\\.0");
  }

  @ParameterizedTest
  @CsvSource({
    "INFEASIBLE, 3, proven infeasible",
    "TIME_LIMIT, 4, within the limit",
    "FAILED,     1, numerical reasons"
  })
  void withoutAScheduleNothingIsWritten(Status status, int exitCode, String words)
      throws IOException {
    Path output = folder.resolve("out");
    Run run =
        Run.with(FakeMethod.ending(status), "solve", day().toString(), "-o", output.toString());
    assertThat(run.exitCode()).isEqualTo(exitCode);
    assertThat(run.err().lines()).hasSize(2);
    assertThat(run.err()).contains("scenario 'tiny'").contains(words).contains("\nMaybe ");
    assertThat(output).doesNotExist();
  }

  @Test
  void infeasibilityNamesATargetThatCannotBeReached() throws IOException {
    String hard = TINY.replace("\"targetEnergyKwh\": 30", "\"targetEnergyKwh\": 90");
    Path file =
        Files.writeString(
            folder.resolve("hard.json"),
            hard.replace("\"arrival\": 0", "\"shortfallCostPerKwh\": null, \"arrival\": 0"));
    Run run = Run.with(FakeMethod.ending(Status.INFEASIBLE), "solve", file.toString());
    assertThat(run.err()).contains("session 'ev1'").contains("90");
  }

  @Test
  void aFileInTheWayOfTheFolderIsFoundBeforeSolving() throws IOException {
    Path file = Files.writeString(folder.resolve("taken"), "");
    Run run =
        Run.with(
            FakeMethod.ending(Status.FEASIBLE), "solve", day().toString(), "-o", file.toString());
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("taken' is not a folder").contains("\nMaybe ");
  }

  @Test
  void aReportIsWrittenIntoAFolderItMakes() throws IOException {
    Path report = folder.resolve("pages/tiny.html");
    String output = folder.resolve("out").toString();
    Run run =
        Run.of("solve", day().toString(), "-o", output, "--report", report.toString(), "--gap=0.1");
    assertThat(run.err()).isEmpty();
    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).contains("Report    " + report);
    assertThat(report)
        .content()
        .startsWith("<!DOCTYPE html>")
        .contains("<h1>tiny</h1>", "<td>10 % of the vehicles&#39; cost</td>", "--gap=0.1</td>");
  }

  @Test
  void aReportThatCannotBeWrittenIsFoundBeforeSolving() throws IOException {
    Path taken = Files.writeString(folder.resolve("taken"), "");
    Path output = folder.resolve("out");
    for (String report : List.of(folder.toString(), taken.resolve("page.html").toString())) {
      Run run =
          Run.with(
              FakeMethod.ending(Status.FEASIBLE),
              "solve",
              day().toString(),
              "-o",
              output.toString(),
              "--report",
              report);
      assertThat(run.exitCode()).isEqualTo(2);
      assertThat(run.err().lines()).hasSize(2);
      assertThat(run.err()).contains("--report '" + report).contains("\nMaybe ");
      assertThat(output).doesNotExist();
    }
  }

  @Test
  void withoutAScheduleThereIsNoReport() throws IOException {
    Path report = folder.resolve("tiny.html");
    Run run =
        Run.with(
            FakeMethod.ending(Status.INFEASIBLE),
            "solve",
            day().toString(),
            "--report",
            report.toString());
    assertThat(run.exitCode()).isEqualTo(3);
    assertThat(report).doesNotExist();
  }

  @Test
  void anErrorInTheScenarioIsItsReadersSentence() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("wrong.json"), TINY.replace("\"departure\": 2", "\"departure\": 0"));
    Run run = Run.with(FakeMethod.anyName(), "solve", file.toString());
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err().lines()).hasSize(2);
    assertThat(run.err()).contains("ev1").contains("departure (period 0)").contains("\nMaybe ");
  }

  @Test
  void aBugIsCalledOneAndItsTraceIsShownOnRequest() throws IOException {
    MethodNames broken =
        new MethodNames() {
          @Override
          public List<String> names() {
            return List.of();
          }

          @Override
          public Method named(String name) {
            throw new IllegalStateException("no such wheel");
          }
        };
    Run run = Run.with(broken, "solve", day().toString());
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err().lines()).hasSize(2);
    assertThat(run.err()).contains("bug in evenflow: no such wheel").contains("\nMaybe ");
    Run debug = Run.with(broken, "solve", day().toString(), "--debug");
    assertThat(debug.err()).contains("IllegalStateException: no such wheel").contains("\tat ");
  }

  private static final String TINY =
      """
      {"format": "evenflow-scenario/1", "name": "tiny", "currency": "EUR",
       "feeder": {"case": "case33bw"},
       "horizon": {"start": "2024-04-09T00:00:00+02:00", "periods": 3, "stepMinutes": 60},
       "prices": {"perMwh": [50, 10, 90]},
       "loads": {"scale": [0.5, 0.5, 0.5]},
       "stations": [{"id": "garage", "bus": 6, "chargePowerKw": {"min": 5, "max": 11}}],
       "sessions": [{"id": "ev1", "station": "garage", "arrival": 0, "departure": 2,
                     "batteryKwh": 100, "arrivalEnergyKwh": 15, "targetEnergyKwh": 30}]}
      """;
}
