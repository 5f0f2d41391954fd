package io.evenflow.method;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenflow.SharedFolder;
import io.evenflow.conic.ConicStatus;
import io.evenflow.grid.Network;
import io.evenflow.io.matpower.MatpowerReader;
import io.evenflow.market.DayAheadPrices;
import io.evenflow.scenario.Limits;
import io.evenflow.scenario.Loads;
import io.evenflow.scenario.Scenario;
import io.evenflow.time.Horizon;
import java.io.IOException;
import java.nio.file.Files;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The one-period relaxation against MATPOWER's AC optimal power flow. */
class OptimalPowerFlowOracleTest {
  private static final Set<String> SEVERAL_SUBSTATIONS = Set.of("case16ci", "case70da");
  private static final Set<String> WITHOUT_COSTS =
      Set.of("case4_dist", "case533mt_hi", "case533mt_lo");

  static Stream<String> feeders() {
    return SharedFolder.cases().filter(name -> !SEVERAL_SUBSTATIONS.contains(name));
  }

  @ParameterizedTest
  @MethodSource("feeders")
  void equalsMatpowerOrIsProvenInfeasible(String name) throws IOException {
    Network network = MatpowerReader.read(SharedFolder.path("cases/" + name + ".m"));
    OptimalPowerFlow.Outcome outcome = OptimalPowerFlow.solve(oneHour(network), 0, new double[0]);
    if (WITHOUT_COSTS.contains(name)) {
      assertThat(network.warnings()).anyMatch(warning -> warning.contains("cost"));
      assertThat(outcome.status()).isIn(ConicStatus.SOLVED, ConicStatus.PRIMAL_INFEASIBLE);
      return;
    }
    JsonNode oracle =
        JsonMapper.builder()
            .build()
            .readTree(Files.readString(SharedFolder.path("oracle/opf/" + name + ".json")));
    if (oracle.get("success").intValue() == 0) {
      assertThat(outcome.status()).isEqualTo(ConicStatus.PRIMAL_INFEASIBLE);
      return;
    }
    double objective = oracle.get("objective").doubleValue();
    assertThat(outcome.status()).isEqualTo(ConicStatus.SOLVED);
    assertThat(Math.abs(outcome.objective() - objective)).isLessThanOrEqualTo(1e-6 * objective);
  }

  private static Scenario oneHour(Network network) {
    return new Scenario(
        network.name(),
        "EUR",
        network.name(),
        network,
        new Horizon(OffsetDateTime.parse("2024-04-09T00:00:00+02:00"), 1, 60),
        DayAheadPrices.of(0),
        Loads.flat(1),
        List.of(),
        Limits.OF_THE_CASE,
        null,
        List.of(),
        List.of());
  }
}
