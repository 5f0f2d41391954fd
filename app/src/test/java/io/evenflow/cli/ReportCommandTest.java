package io.evenflow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenflow.scenario.Status;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportCommandTest {
  private static final String DAY =
      """
      {"format": "evenflow-scenario/1", "name": "tiny", "currency": "EUR",
       "feeder": {"case": "case33bw"},
       "horizon": {"start": "2024-04-09T00:00:00+02:00", "periods": 3, "stepMinutes": 60},
       "prices": {"perMwh": [50, 10, 90]},
       "loads": {"scale": [0.5, 0.5, 0.5]},
       "stations": [{"id": "garage", "bus": 6, "chargePowerKw": {"min": 5, "max": 11}}],
       "sessions": [{"id": "ev1", "station": "garage", "arrival": 0, "departure": 2,
                     "batteryKwh": 40, "arrivalEnergyKwh": 15, "targetEnergyKwh": 20}]}
      """;

  @TempDir private Path folder;
  private String day = "";
  private String result = "";
  private String page = "";

  @BeforeEach
  void files() throws IOException {
    day = Files.writeString(folder.resolve("tiny.json"), DAY).toString();
    result = folder.resolve("out/result.json").toString();
    page = folder.resolve("pages/tiny.html").toString();
  }

  private Run solve(String... more) {
    String[] args = new String[4 + more.length];
    System.arraycopy(new String[] {"solve", day, "-o", folder + "/out"}, 0, args, 0, 4);
    System.arraycopy(more, 0, args, 4, more.length);
    return Run.of(args);
  }

  /** All but how and when a page was made. */
  private static String figures(String path) throws IOException {
    String text = Files.readString(Path.of(path));
    return text.substring(0, text.indexOf("<h2>How this was made</h2>"))
        + text.substring(text.indexOf("<script type=\"application/json\""));
  }

  @Test
  void thePageIsThatOfTheRunItself() throws IOException {
    String own = folder.resolve("own.html").toString();
    solve("--report", own);
    Run run = Run.of("report", day, result, "--output", page);
    assertThat(run.err()).isEmpty();
    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).contains("AC check  every limit holds", "Report    " + page);
    assertThat(figures(page)).isEqualTo(figures(own));
    assertThat(Path.of(page))
        .content()
        .contains("<td>evenflow report ", "<td>certified</td>")
        .doesNotContain("asked gap");
  }

  @Test
  void theScheduleOfTheFileIsVerifiedWhateverTheFileSays() throws IOException {
    solve();
    String found = Files.readString(Path.of(result));
    String greedy = found.replaceFirst("\"chargeKw\": ?\\[0\\.0", "\"chargeKw\":[50.0");
    assertThat(greedy).isNotEqualTo(found);
    Files.writeString(Path.of(result), greedy);
    Run run = Run.of("report", day, result, "-o", page);
    assertThat(run.exitCode()).isZero();
    assertThat(run.words()).contains("do not use it");
    assertThat(Path.of(page))
        .content()
        .contains("<dt>AC check</dt><dd>failed", "50 kW is above")
        .doesNotContain("<dd>passed");
  }

  @Test
  void aResultWithoutAScheduleHasAPageThatSaysWhy() {
    Run.with(FakeMethod.ending(Status.TIME_LIMIT), "solve", day, "-o", folder + "/out");
    Run run = Run.of("report", day, result, "-o", page);
    assertThat(run.exitCode()).isZero();
    assertThat(Path.of(page))
        .content()
        .contains("<h2>No schedule</h2>", "no schedule was found within the limit");
  }

  @Test
  void thePageNeedsAName() {
    assertThat(Run.of("report", day, result).err()).contains("--output").contains("\nMaybe ");
    solve();
    Run run = Run.of("report", day, result, "-o", folder.toString());
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("--output '" + folder + "' is a folder\nMaybe add a name");
  }
}
