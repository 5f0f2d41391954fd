package io.evenflow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A day on a case file with a closed switch and parallel branches, from command to report. */
class SwitchedCaseTest {
  /** [1] -- 7 == 3 == 4: a stretch of two cables, then a busbar in two halves. */
  private static final String CASE =
      """
      function mpc = busbar
      mpc.version = '2';
      mpc.baseMVA = 1;
      mpc.bus = [
        1 3 0    0    0 0 1 1 0 10 1 1   1;
        7 1 0.1  0.05 0 0 1 1 0 10 1 1.1 0.9;
        3 1 0.1  0.05 0 0 1 1 0 10 1 1.1 0.9;
        4 1 0.1  0.05 0 0 1 1 0 10 1 1.1 0.9;
      ];
      mpc.gen = [ 1 0 0 1 -1 1 1 1 2 0; ];
      mpc.gencost = [ 2 0 0 3 0 20 0; ];
      mpc.branch = [
        1 7 0.02 0.02 0 0 0 0 0 0 1 -360 360;
        7 3 0    0    0 0 0 0 0 0 1 -360 360;
        3 4 0.04 0.02 0 0 0 0 0 0 1 -360 360;
        4 7 0.02 0.04 0 0 0 0 0 0 1 -360 360;
      ];
      """;

  private static final String DAY =
      """
      {"format": "evenflow-scenario/1", "name": "busbar", "currency": "EUR",
       "feeder": {"case": "busbar.m"},
       "horizon": {"start": "2024-04-09T00:00:00+02:00", "periods": 2, "stepMinutes": 60},
       "prices": {"perMwh": [50, 10]},
       "loads": {"adjustments": [{"bus": 3, "activeKw": [5, 5]}]},
       "stations": [{"id": "left", "bus": 7, "chargePowerKw": {"min": 5, "max": 22}},
                    {"id": "right", "bus": 3, "chargePowerKw": {"min": 5, "max": 22}}],
       "sessions": [{"id": "ev1", "station": "left", "arrival": 0, "departure": 2,
                     "batteryKwh": 40, "arrivalEnergyKwh": 15, "targetEnergyKwh": 35},
                    {"id": "ev2", "station": "right", "arrival": 1, "departure": 2,
                     "batteryKwh": 40, "arrivalEnergyKwh": 15, "targetEnergyKwh": 25}]}
      """;

  @TempDir private Path folder = Path.of("");

  private String day() throws IOException {
    Files.writeString(folder.resolve("busbar.m"), CASE);
    return Files.writeString(folder.resolve("day.json"), DAY).toString();
  }

  @ParameterizedTest
  @ValueSource(strings = {"certified", "direct", "two-stage", "uncontrolled"})
  void everyMethodKeepsTheFilesNumbersAndPassesTheCheck(String method) throws IOException {
    String day = day();
    String output = folder.resolve("out").toString();
    Run solved = Run.of("solve", day, "--method", method, "--output", output);
    assertThat(solved.err()).isEmpty();
    assertThat(solved.exitCode()).isZero();
    assertThat(folder.resolve("out/schedule.csv"))
        .content()
        .contains("ev1,left,7,1,")
        .contains("ev2,right,3,1,");
    assertThat(folder.resolve("out/result.json")).content().contains("\"minVoltageBus\":4");
    Run checked = Run.of("check", day, folder.resolve("out/result.json").toString());
    assertThat(checked.words()).contains("every limit holds; lowest voltage").contains("at bus 4");
    assertThat(checked.exitCode()).isZero();
  }

  @Test
  void theReportNamesAllNumbersOfABusAndKeepsItsStationsApart() throws IOException {
    Path report = folder.resolve("day.html");
    Run solved =
        Run.of(
            "solve",
            day(),
            "--output",
            folder.resolve("out").toString(),
            "--report",
            report.toString());
    assertThat(solved.exitCode()).isZero();
    assertThat(report)
        .content()
        .contains("\"name\":\"7 = 3\"")
        .contains("\"stations\":[\"left\",\"right\"]")
        .contains(">left</th><td>7</td>")
        .contains(">right</th><td>3</td>");
  }

  /** Two couplers side by side: nothing says what flows in each. */
  @Test
  void whatIsNotCheckedIsSaid() throws IOException {
    String day = day();
    String two =
        CASE.replace("7 3 0    0    0 0 ", "7 3 0 0 0 2 0 0 0 0 1 -360 360;\n7 3 0 0 0 0 ");
    Files.writeString(folder.resolve("busbar.m"), two);
    String output = folder.resolve("out").toString();
    Run solved = Run.of("solve", day, "--output", output);
    String warning =
        "branch 3-7: its rating of 2.0 MVA is not checked; other switches beside it share its flow";
    assertThat(solved.words()).contains(warning);
    Run checked = Run.of("check", day, folder.resolve("out/result.json").toString());
    assertThat(checked.exitCode()).isZero();
    assertThat(checked.err()).contains("warning: " + warning);
  }

  @Test
  void aNegativeResistanceStaysAnError() throws IOException {
    Path file = Files.writeString(folder.resolve("busbar.m"), CASE.replace("3 4 0.04", "3 4 -0.1"));
    Run run = Run.of("feeder", file.toString());
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err())
        .contains("branch 3-4 has resistance -0.1 p.u., which must be at least 0")
        .contains("Maybe a sign error.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"certified", "direct"})
  void aSeriesCapacitorIsABranchLikeOthers(String method) throws IOException {
    String day = day();
    Files.writeString(folder.resolve("busbar.m"), CASE.replace("3 4 0.04 0.02", "3 4 0.04 -0.01"));
    String output = folder.resolve("out").toString();
    Run solved = Run.of("solve", day, "--method", method, "--output", output);
    assertThat(solved.words()).contains("Status optimal").contains("every limit holds");
    Run checked = Run.of("check", day, folder.resolve("out/result.json").toString());
    assertThat(checked.exitCode()).isZero();
  }
}
