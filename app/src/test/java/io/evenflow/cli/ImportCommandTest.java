package io.evenflow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenflow.io.ScenarioReader;
import io.evenflow.scenario.Scenario;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

  private Run imported(String... more) throws IOException {
    List<String> words = new ArrayList<>(List.of("scenario", "import"));
    words.addAll(List.of(more));
    return Run.of(words.toArray(String[]::new));
  }

  /** What says nothing of anything is left from another try, and never left out silently. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --prices-column=p             | --prices-column says nothing without --prices
          --prices-start=s              | --prices-start says nothing without --prices
          --prices-zone=UTC             | --prices-zone says nothing without --prices
          --loads-column=l              | --loads-column says nothing without --loads
          --loads-unit=kW               | --loads-unit says nothing without --loads
          --solar-column=s              | --solar-column says nothing without --solar
          --solar-unit=kW               | --solar-unit says nothing without --solar
          --solar-at=6                  | --solar-at says nothing without --solar
          --solar-kw=6                  | --solar-kw says nothing without --solar
          --column=arrival=x            | --column says nothing without --sessions
          --energy-unit=kWh             | --energy-unit says nothing without --sessions
          --power-unit=kW               | --power-unit says nothing without --sessions
          --battery=60                  | --battery says nothing without --sessions
          --counted=15                  | --counted says nothing without --sessions
          --buses=6                     | --buses says nothing without --sessions
          --power=11                    | --power says nothing without --sessions or --stations
          --efficiency=0.9              | --efficiency says nothing without --sessions or --stations
          --start=2024-04-09T13:00:00Z  | --start says nothing without --from evcc
          """)
  void whatSaysNothingAloneIsNotIgnored(String option, String sentence) throws IOException {
    Run run = imported("--feeder=case33bw", "--date=2024-04-09", "--zone=UTC", option);
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err().lines().toList()).hasSize(2).first().isEqualTo("evenflow: " + sentence);
    assertThat(run.err()).contains("\nMaybe ");
  }

  /** A table of stations says their buses itself; another program's file says everything itself. */
  @Test
  void whatAnotherSourceSaysIsNotIgnored() throws IOException {
    String sessions = file("s.csv", SESSIONS);
    String stations = file("stations.csv", "station,bus\nP1,6\nP2,18\n");
    assertThat(
            imported(
                    "--feeder=case33bw",
                    "--sessions=" + sessions,
                    "--stations=" + stations,
                    "--buses=6")
                .err())
        .startsWith("evenflow: --buses and --stations are both given\nMaybe ");
    String request = file("request.json", "{}");
    assertThat(imported("--from=evcc", request, "--sessions=" + sessions).err())
        .startsWith("evenflow: --sessions says nothing beside --from evcc\nMaybe ");
    assertThat(imported("--from=spice-ev", request, "--start=2024-04-09T13:00:00Z").err())
        .startsWith("evenflow: --start says nothing beside --from spice-ev\nMaybe ");
    assertThat(imported("--from=evcc", request, "--buses=6").err())
        .startsWith("evenflow: --buses says nothing without --feeder\nMaybe ");
  }
}
