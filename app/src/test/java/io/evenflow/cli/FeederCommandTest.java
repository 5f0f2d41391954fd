package io.evenflow.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class FeederCommandTest {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  /** MATPOWER's power flow and optimal power flow, and the 33 and 69 buses of the literature. */
  @ParameterizedTest
  @CsvSource({
    "case18,   18,  17, 11.6,    0.26019, 1.02677, 8,  237.2038",
    "case33bw, 33,  32,  3.715,  0.20268, 0.91309, 18, 78.3535",
    "case69,   69,  68,  3.8021, 0.22499, 0.90919, 65, 80.5418"
  })
  void printsJson(
      String name,
      int buses,
      int branches,
      double loadMw,
      double lossMw,
      double lowest,
      int where,
      double cost) {
    Run run = Run.of("feeder", name, "--json");
    assertThat(run.exitCode()).isZero();
    JsonNode json = MAPPER.readTree(run.out());
    assertThat(json.get("buses").intValue()).isEqualTo(buses);
    assertThat(json.get("branches").intValue()).isEqualTo(branches);
    assertThat(json.get("totalLoadMw").doubleValue()).isCloseTo(loadMw, within(1e-4));
    JsonNode flow = json.get("powerFlow");
    assertThat(flow.get("converged").booleanValue()).isTrue();
    assertThat(flow.get("lossMw").doubleValue()).isCloseTo(lossMw, within(1e-4));
    assertThat(flow.get("minVoltagePu").doubleValue()).isCloseTo(lowest, within(1e-4));
    assertThat(flow.get("minVoltageBus").intValue()).isEqualTo(where);
    JsonNode optimum = json.get("optimalPowerFlow");
    assertThat(optimum.get("status").stringValue()).isEqualTo("optimal");
    assertThat(optimum.get("objective").doubleValue()).isCloseTo(cost, within(1e-3));
  }

  @Test
  void printsWhatAPersonChecksOfAnImport() {
    Run run = Run.of("feeder", "case18");
    assertThat(run.exitCode()).isZero();
    assertThat(run.out())
        .containsPattern("buses +18")
        .containsPattern("branches +17")
        .containsPattern("load +11\\.6000 MW +7\\.5900 Mvar")
        .containsPattern("shunts +10 +10\\.0500 Mvar")
        .contains("losses 260.188 kW")
        .contains("lowest voltage 1.02677 p.u. at bus 8")
        .contains("Optimal power flow of one hour: optimal, cost 237.20");
  }

  @Test
  void whatIsNoFeederIsStillPrintedBeforeTheError(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("ring.m"), RING);
    Run run = Run.of("feeder", file.toString());
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.out()).containsPattern("buses +3").containsPattern("branches +3");
    assertThat(run.err().lines()).hasSize(2);
    assertThat(run.err()).contains("loop").contains("\nMaybe ");
  }

  @Test
  void jsonOfWhatIsNoFeederHasNoPowerFlow(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("ring.m"), RING);
    Run run = Run.of("feeder", file.toString(), "--json");
    assertThat(run.exitCode()).isEqualTo(2);
    JsonNode json = MAPPER.readTree(run.out());
    assertThat(json.get("branches").intValue()).isEqualTo(3);
    assertThat(json.get("powerFlow").isNull()).isTrue();
  }

  @Test
  void saysWhatIsOneInTheFeeder(@TempDir Path folder) throws IOException {
    String switched =
        RING.replace("3 1 0.01 0.01 0 0", "2 3 0    0    0 0")
            .replaceFirst("1 2 0.01", "1 2 0.02 0.02 0 0 0 0 0 0 1 -360 360;\n  1 2 0.01");
    Path file = Files.writeString(folder.resolve("ring.m"), switched);
    Run run = Run.of("feeder", file.toString());
    assertThat(run.err()).isEmpty();
    assertThat(run.out())
        .containsPattern("joined by switches +buses 2 = 3\n")
        .containsPattern("in parallel +branches 1-2 and 1-2\n")
        .contains("warning: branch 2-3 carries nothing: closed switches join its two buses\n");

    JsonNode json = MAPPER.readTree(Run.of("feeder", file.toString(), "--json").out());
    assertThat(json.get("merged"))
        .hasToString(
            """
            {"joinedBuses":[[2,3]],"parallelBranches":[["1-2","1-2"]],\
            "warnings":["branch 2-3 carries nothing: closed switches join its two buses"]}""");
    JsonNode voltages = json.get("powerFlow").get("voltagesPu");
    assertThat(voltages.size()).isEqualTo(3);
    assertThat(voltages.get("3")).isEqualTo(voltages.get("2"));
  }

  @Test
  void anUnreadableFileIsNamed(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("list.m"), "shopping = ['milk'");
    Run run = Run.of("feeder", file.toString());
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err().lines()).hasSize(2);
    assertThat(run.err()).contains("list.m").contains("\nMaybe ");
  }

  private static final String RING =
      """
      function mpc = ring
      mpc.version = '2';
      mpc.baseMVA = 10;
      mpc.bus = [
        1 3 0   0   0 0 1 1 0 12.66 1 1.1 0.9;
        2 1 0.1 0.1 0 0 1 1 0 12.66 1 1.1 0.9;
        3 1 0.1 0.1 0 0 1 1 0 12.66 1 1.1 0.9;
      ];
      mpc.gen = [1 0 0 10 -10 1 100 1 10 0 0 0 0 0 0 0 0 0 0 0 0];
      mpc.branch = [
        1 2 0.01 0.01 0 0 0 0 0 0 1 -360 360;
        2 3 0.01 0.01 0 0 0 0 0 0 1 -360 360;
        3 1 0.01 0.01 0 0 0 0 0 0 1 -360 360;
      ];
      """;
}
