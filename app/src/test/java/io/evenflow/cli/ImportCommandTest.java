package io.evenflow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenflow.io.ScenarioReader;
import io.evenflow.scenario.Scenario;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportCommandTest {
  private static final String SESSIONS =
      """
      plug,connectionTime,until,wh
      P1,2024-04-09 08:00,2024-04-09 12:00,10000
      P2,2024-04-09 09:00,2024-04-09 17:00,21000
      """;

  @TempDir private Path folder = Path.of("");

  private String file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }

  @Test
  void tablesBecomeAScenarioAndAssumptionsGoToTheErrorStream() throws IOException {
    Run run =
        Run.of(
            "scenario",
            "import",
            "--feeder=case33bw",
            "--sessions=" + file("sessions.csv", SESSIONS),
            "--column=charger=plug",
            "--column=departure=until",
            "--column=energy=wh",
            "--zone=Europe/Berlin",
            "--buses=6,18",
            "--power=1.4-7.4",
            "--efficiency=0.9",
            "--price=90");
    Scenario scenario = ScenarioReader.read("out", run.out());

    assertThat(run.exitCode()).isZero();
    assertThat(scenario.sessions()).hasSize(2);
    assertThat(scenario.sessions().get(1).targetEnergyKwh()).isEqualTo(18.9);
    assertThat(scenario.stations().get(1).bus()).isEqualTo(18);
    assertThat(scenario.prices().perMwh(95)).isEqualTo(90);
    assertThat(run.err().lines())
        .hasSize(scenario.assumptions().size())
        .contains("evenflow: sessions.csv: 2 sessions are used, 0 are of other days");
  }

  @Test
  void aRequestOfEvccIsPutOnAConnectionOfItsOwn() throws IOException {
    String request =
        file(
            "request.json",
            """
            {"batteries": [{"s_min": 0, "s_max": 5000, "s_initial": 1000, "c_min": 0, "c_max": 2000,
                            "d_max": 2000, "p_a": 0.0002}],
             "time_series": {"dt": [3600, 3600], "gt": [500, 500], "ft": [0, 0],
                             "p_N": [0.0003, 0.0002], "p_E": [0.0001, 0.0001]}}
            """);
    String output = folder.resolve("scenario.json").toString();

    Run run =
        Run.of(
            "scenario",
            "import",
            "--from=evcc",
            request,
            "--start=2024-04-09T13:00:00+02:00",
            "--output=" + output);
    Scenario scenario = ScenarioReader.read(Path.of(output));

    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).isEqualTo(output + ": request, 0 sessions\n");
    assertThat(scenario.feederCase()).isEqualTo("two-bus");
    assertThat(scenario.batteries()).hasSize(1);
    assertThat(scenario.horizon().start()).hasToString("2024-04-09T13:00+02:00");
  }

  @Test
  void aColumnThatIsNotThereIsOneSentence() throws IOException {
    String sessions = file("sessions.csv", SESSIONS);

    Run run = Run.of("scenario", "import", "--feeder=case33bw", "--sessions=" + sessions);

    assertThat(run.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(run.out()).isEmpty();
    assertThat(run.err())
        .isEqualTo(
            """
            evenflow: %s: has no column of departures among plug, connectionTime, until, wh
            Maybe say which it is: --column departure=NAME.
            """
                .formatted(sessions));
  }

  @Test
  void flagsThatAreWrongSayWhatIsRight() {
    assertThat(Run.of("scenario", "import").err())
        .isEqualTo("evenflow: --feeder is missing\nMaybe a built-in case: --feeder case33bw.\n");
    assertThat(Run.of("scenario", "import", "--from=acn", "x.json").err())
        .isEqualTo(
            """
            evenflow: --from ('acn') must be evcc or spice-ev
            Maybe tables are meant, which need no --from.
            """);
    assertThat(Run.of("scenario", "import", "--feeder=case18", "--power=fast").err())
        .isEqualTo(
            """
            evenflow: --power ('fast') must be a power or two, the least first, in kW
            Maybe 11 or 1.4-11 is meant.
            """);
    assertThat(Run.of("scenario", "import", "--feeder=case18", "--column=amount=x").err())
        .startsWith("evenflow: 'amount' is not what a column can hold\nMaybe ");
  }
}
