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
  void sharesAreOfCertified() throws IOException {
    String day = day().toString();
    String output = folder.resolve("out").toString();
    Run run = Run.of("solve", day, "--fair", "max-min", "-o", output);
    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).contains("none that gives all this share can be cheaper");
    assertThat(folder.resolve("out/result.json")).content().contains("\"fairness\": {\"share\":1");
    assertThat(Run.of("solve", day, "--fair", "min-max", "-o", output).err())
        .contains("--fair 'min-max' is none of none, max-min\nMaybe ");
    assertThat(Run.of("solve", day, "--fair", "max-min", "--method", "direct").err())
        .contains("--fair max-min does not go with --method 'direct'\nMaybe ");
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
    assertThat(run.words())
        .contains("do not use it")
        .containsPattern("ev1.* 50 kW is above .* 11 kW");
  }

  @Test
  void aResultThatClaimsWhatIsNotTrueFailsTheCheck() throws IOException {
    String day = day().toString();
    Path output = folder.resolve("out");
    Run.with(FakeMethod.ending(Status.FEASIBLE), "solve", day, "-o", output.toString());
    Path file = output.resolve("result.json");
    String result = Files.readString(file);
    Files.writeString(file, result.replaceFirst("\"acFeasible\": ?true", "\"acFeasible\":false"));
    Run run = Run.of("check", day, file.toString());
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out())
        .contains("every limit holds, but 1 claim is not true; do not use it")
        .contains("verification.acFeasible: claims false, this check finds true");
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
  void whatCanHardlyBeMeantIsAWarningOfSolveAndCheck() throws IOException {
    Path day =
        Files.writeString(
            folder.resolve("kwh.json"), TINY.replace("[50, 10, 90]", "[0.05, 0.01, 0.09]"));
    String output = folder.resolve("out").toString();
    Run solve = Run.with(FakeMethod.ending(Status.FEASIBLE), "solve", day.toString(), "-o", output);
    Run check = Run.of("check", day.toString(), folder.resolve("out/result.json").toString());
    for (Run run : List.of(solve, check)) {
      assertThat(run.exitCode()).isZero();
      assertThat(run.err().lines())
          .containsExactly(
              "evenflow: warning: prices: none is above 0.09 EUR per MWh",
              "Maybe they are per kWh: 0.09 per kWh is 90 per MWh.");
    }
  }

  @Test
  void aNumberBeyondAllBoundsIsBadInput() throws IOException {
    Path day =
        Files.writeString(
            folder.resolve("huge.json"),
            TINY.replace("\"batteryKwh\": 100", "\"batteryKwh\": 1e308"));
    Run run = Run.of("solve", day.toString());
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err())
        .contains("huge.json: session 'ev1': batteryKwh (1.0E308) must be at most 1e9 kWh\nMaybe ");
  }

  @Test
  void severalDaysAreToldApart() throws IOException {
    Path day =
        Files.writeString(
            folder.resolve("night.json"), TINY.replace("2024-04-09T00", "2024-04-09T22"));
    String output = folder.resolve("out").toString();
    Run run = Run.with(FakeMethod.ending(Status.FEASIBLE), "solve", day.toString(), "-o", output);
    assertThat(run.out())
        .containsPattern("ev1 +garage +10 Apr 00:00 +15\\.0 +30\\.0")
        .contains("\n             9 Apr 10 Apr\n             22    00\n");
  }

  @Test
  void theSummaryNamesShortfallsAndWhatIsNotKnown() throws IOException {
    String output = folder.resolve("out").toString();
    Run run = Run.with(FakeMethod.ending(Status.FEASIBLE), "solve", day().toString(), "-o", output);
    assertThat(run.words())
        .contains("tiny: feeder case33bw, 1 session at 1 station, 3 periods of 60 min")
        .contains("Short 1 of 1 session leaves short of target, 15.0 kWh in all:")
        .contains("ev1 garage 02:00 15.0 30.0 no limit binds Status feasible: a schedule;");
  }

  @ParameterizedTest
  @CsvSource({
    "INFEASIBLE, 3, proven infeasible",
    "TIME_LIMIT, 4, within the limit",
    "FAILED,     1, no proof that there is none"
  })
  void withoutAScheduleTheStatusTakesTheOlderPlansPlace(Status status, int exitCode, String words)
      throws IOException {
    Path output = folder.resolve("out");
    Path report = folder.resolve("tiny.html");
    String day = day().toString();
    Run.with(FakeMethod.ending(Status.FEASIBLE), "solve", day, "-o", output.toString());
    assertThat(output.resolve("schedule.csv")).exists();
    Run run =
        Run.with(
            FakeMethod.ending(status),
            "solve",
            day,
            "-o",
            output.toString(),
            "--report",
            report.toString());
    assertThat(run.exitCode()).isEqualTo(exitCode);
    assertThat(run.err().lines()).hasSize(2);
    assertThat(run.err()).contains("scenario 'tiny'").contains(words).contains("\nMaybe ");
    assertThat(run.out()).contains("File      " + output.resolve("result.json") + "\n", "Report  ");
    assertThat(output.resolve("schedule.csv")).doesNotExist();
    assertThat(output.resolve("result.json"))
        .content()
        .contains("\"status\": \"" + status.word() + "\"", "\"sessions\": []");
    assertThat(report)
        .content()
        .startsWith("<!DOCTYPE html>")
        .contains("<h2>No schedule</h2>", words, "<p>Maybe ", "<dd>" + status.word());
    Run check = Run.of("check", day, output.resolve("result.json").toString());
    assertThat(check.exitCode()).isEqualTo(1);
    assertThat(check.err()).contains("has no schedule to check; its status is " + status.word());
  }

  @Test
  void anErrorLeavesItsStatusToo() throws IOException {
    Path output = folder.resolve("out");
    Path report = folder.resolve("tiny.html");
    String[] command = {
      "solve", day().toString(), "-o", output.toString(), "--report", report.toString()
    };
    Run.with(FakeMethod.ending(Status.FEASIBLE), command);
    Run run = Run.with(FakeMethod.breaking("a wheel came off"), command);
    String sentence = "this is a bug in evenflow: a wheel came off";
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err().lines()).hasSize(2);
    assertThat(run.err()).contains(sentence);
    assertThat(output.resolve("schedule.csv")).doesNotExist();
    assertThat(output.resolve("result.json")).content().contains("\"failed\"", sentence);
    assertThat(report).content().containsOnlyOnce(sentence);
  }

  @Test
  void badInputLeavesTheOlderPlan() throws IOException {
    Path output = folder.resolve("out");
    String day = day().toString();
    Run.with(FakeMethod.ending(Status.FEASIBLE), "solve", day, "-o", output.toString());
    String plan = Files.readString(output.resolve("result.json"));
    Run run = Run.with(FakeMethod.anyName(), "solve", day + "x", "-o", output.toString());
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(output.resolve("result.json")).hasContent(plan);
    assertThat(output.resolve("schedule.csv")).exists();
  }

  @Test
  void whatWouldSteerATerminalIsAMark() throws IOException {
    String output = folder.resolve("out").toString();
    Path day =
        Files.writeString(
            folder.resolve("steer.json"), TINY.replace("ev1", "\\u001b[31m\\u202Eev1\\n"));
    Run run = Run.with(FakeMethod.anyName(), "solve", day.toString(), "-o", output);
    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).contains("  \uFFFD[31m\uFFFDev1\uFFFD").doesNotContain("\u001b");
  }

  @Test
  void infeasibilityNamesATargetThatCannotBeReached() throws IOException {
    String hard = TINY.replace("\"targetEnergyKwh\": 30", "\"targetEnergyKwh\": 90");
    Path file =
        Files.writeString(
            folder.resolve("hard.json"),
            hard.replace("\"arrival\": 0", "\"shortfallCostPerKwh\": null, \"arrival\": 0"));
    String output = folder.resolve("out").toString();
    Path report = folder.resolve("hard.html");
    Run run =
        Run.with(
            FakeMethod.ending(Status.INFEASIBLE),
            "solve",
            file.toString(),
            "-o",
            output,
            "--report",
            report.toString());
    assertThat(run.err()).contains("session 'ev1'").contains("90");
    assertThat(report)
        .content()
        .containsPattern("<li>session &#39;ev1&#39;: targetEnergyKwh 90 cannot be reached");
  }

  /** The solar field of bus 18 lifts it above 1.05 p.u. whatever the car does. */
  @Test
  void whereNothingKeepsTheLimitsTheBestEffortFoundIsWritten() throws IOException {
    String sunny =
        TINY.replace(
            "0.5]},",
            """
            0.5], "adjustments": [{"bus": 18, "activeKw": [-2500, 0, 0],
                                   "reactiveKvar": [0, 0, 0]}]},
            "limits": {"voltageMaxPu": 1.05, "substationExportMw": 5},
            """);
    Path day = Files.writeString(folder.resolve("sunny.json"), sunny);
    Path output = folder.resolve("out");
    Path report = folder.resolve("sunny.html");
    Run run =
        Run.of("solve", day.toString(), "-o", output.toString(), "--report", report.toString());
    assertThat(run.exitCode()).isEqualTo(3);
    assertThat(run.words())
        .contains(
            "Status infeasible: proven, no schedule keeps all limits; this one misses them by as little as was found")
        .contains("missed, in sum by as little as was found")
        .contains("Note: bus 18, period 0 (2024-04-09T00:00+02:00): the voltage is");
    assertThat(run.err())
        .contains("proven infeasible")
        .contains("; the best effort found is written");
    assertThat(output.resolve("schedule.csv")).exists();
    assertThat(report)
        .content()
        .contains("no schedule keeps all limits", "missed, by as little as was found")
        .contains("of the best effort found")
        .doesNotContain("misses least");

    Run check = Run.of("check", day.toString(), output.resolve("result.json").toString());
    assertThat(check.exitCode()).isEqualTo(1);
    assertThat(check.out()).contains("is above its maximum").doesNotContain("claims");

    Run none = Run.of("solve", day.toString(), "-o", output.toString(), "--no-best-effort");
    assertThat(none.exitCode()).isEqualTo(3);
    assertThat(output.resolve("schedule.csv")).doesNotExist();
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
