package io.evenflow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenflow.ocpp.OcppVersion;
import io.evenflow.ocpp.StandardRules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class OcppCommandTest {
  /** At night energy is dear, so a car that is nearly full feeds in and charges again. */
  private static final String DAY =
      """
      {"format": "evenflow-scenario/2", "name": "tiny", "currency": "EUR",
       "feeder": {"case": "case33bw"},
       "horizon": {"start": "2024-04-09T00:00:00+02:00", "periods": 3, "stepMinutes": 60},
       "prices": {"perMwh": [500, 10, 20]},
       "loads": {"scale": [0.5, 0.5, 0.5]},
       "stations": [{"id": "garage", "bus": 6, "chargePowerKw": {"min": 5, "max": 11}}],
       "vehicles": [{"id": "van", "batteryKwh": 50, "startEnergyKwh": 20, "endEnergyKwh": 25,
                     "stays": [{"station": "garage", "arrival": 0, "departure": 1},
                               {"station": "garage", "arrival": 1, "departure": 3}]}],
       "sessions": [{"id": "../ev1", "station": "garage", "arrival": 0, "departure": 3,
                     "batteryKwh": 40, "arrivalEnergyKwh": 35, "targetEnergyKwh": 38,
                     "dischargePowerKw": {"min": 5, "max": 10}}]}
      """;

  @TempDir private static Path solved = Path.of("");
  private static String day = "";
  private static String result = "";
  @TempDir private Path folder;

  @BeforeAll
  static void solve() throws IOException {
    day = Files.writeString(solved.resolve("tiny.json"), DAY).toString();
    result = solved.resolve("out/result.json").toString();
    assertThat(Run.of("solve", day, "-o", solved + "/out").exitCode()).isZero();
  }

  private Run ocpp(String... more) {
    return Run.of(
        Stream.concat(Stream.of("ocpp", day, result, "-o", folder + "/profiles"), Stream.of(more))
            .toArray(String[]::new));
  }

  private List<String> files() throws IOException {
    try (Stream<Path> files = Files.walk(folder.resolve("profiles"))) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> folder.resolve("profiles").relativize(file).toString())
          .sorted()
          .toList();
    }
  }

  @Test
  void aFileAStayAndATableThatSaysOfWhat() throws IOException {
    Run run = ocpp("--version", "2.1", "--check", "--fallback-kw", "0");
    assertThat(run.err()).isEmpty();
    assertThat(run.words())
        .contains("tiny: 3 profiles of OCPP 2.1 in watts", "AC check every limit holds");
    assertThat(run.exitCode()).isZero();
    assertThat(files())
        .containsExactly(
            "%2E.%2Fev1.json",
            "fallback/TxDefaultProfile.json", "profiles.csv", "van~1.json", "van~2.json");
    assertThat(folder.resolve("profiles/profiles.csv"))
        .content()
        .isEqualToNormalizingNewlines(
            """
            file,id,stay,station,evse,transactionId
            %2E.%2Fev1.json,../ev1,,garage,1,../ev1
            van~1.json,van,1,garage,2,van~1
            van~2.json,van,2,garage,2,van~2
            """);
    for (String file : List.of("%2E.%2Fev1.json", "van~1.json", "van~2.json")) {
      StandardRules.assertProfile(
          OcppVersion.V2_1,
          JsonMapper.shared().readTree(folder.resolve("profiles/" + file).toFile()));
    }
  }

  @Test
  void whatFeedsInIsRefusedAndNothingIsWritten() {
    Run run = ocpp("--version", "1.6");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err())
        .contains("session '../ev1': feeds in ", "which OCPP 1.6 cannot say\nMaybe ");
    assertThat(folder.resolve("profiles")).doesNotExist();
    assertThat(ocpp("--version", "1.6", "--clip-discharge").exitCode()).isZero();
  }

  @Test
  void filesOfAnOlderPlanAreNotLeftOver() throws IOException {
    Path outside = Files.writeString(folder.resolve("tiny.json"), "{}");
    ocpp("--version", "2.1");
    Path index = folder.resolve("profiles/profiles.csv");
    String more =
        Files.readString(index) + "gone.json,gone,,garage,1,gone\n../tiny.json,x,,g,1,x\n";
    Files.writeString(index, more);
    Files.writeString(folder.resolve("profiles/gone.json"), "{}");
    Files.writeString(folder.resolve("profiles/notes.json"), "{}");
    assertThat(ocpp("--version", "2.1").exitCode()).isZero();
    assertThat(files())
        .containsExactly(
            "%2E.%2Fev1.json", "notes.json", "profiles.csv", "van~1.json", "van~2.json");
    assertThat(outside).exists();
  }

  @Test
  void optionsThatMakeNoSenseAreSentences() {
    assertThat(ocpp("--version", "3").err())
        .isEqualTo(
            "evenflow: '3' is no version of OCPP that is written here\n"
                + "Maybe one of 1.6, 2.0.1, 2.1 is meant.\n");
    assertThat(ocpp("--version", "2.1", "--unit", "kW").err()).contains("must be W or A");
    assertThat(ocpp("--version", "2.0.1", "--max-offline-minutes", "5").err())
        .contains("cannot say how long a profile holds without a connection");
    assertThat(ocpp("--version", "2.1", "--voltage", "5").err()).contains("from 50 to 1000 V");
  }

  /** What is of the check alone says nothing without it; volts say nothing of watts. */
  @Test
  void whatSaysNothingAloneIsNotIgnored() {
    for (String option : List.of("--pause-delay", "--resume-delay", "--least-amperes")) {
      assertThat(ocpp("--version", "2.1", option, "6").err())
          .startsWith("evenflow: " + option + " says nothing without --check\nMaybe ");
    }
    assertThat(ocpp("--version", "2.1", "--voltage", "400").err())
        .startsWith("evenflow: --voltage says nothing without --unit A or --check\nMaybe ");
    assertThat(ocpp("--version", "2.1", "--unit", "A", "--voltage", "240").exitCode()).isZero();
  }
}
