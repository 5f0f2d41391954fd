package io.evenflow.io.matpower;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenflow.SharedFolder;
import io.evenflow.grid.Network;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every case file gives the tables MATPOWER's own loadcase gives. */
class MatpowerOracleTest {
  private static final double TOLERANCE = 1e-12;

  @ParameterizedTest
  @MethodSource("io.evenflow.SharedFolder#cases")
  void tablesEqualMatpowers(String name) {
    MatpowerTables tables = MatpowerTables.read(SharedFolder.path("cases/" + name + ".m"));
    JsonNode oracle =
        JsonMapper.shared().readTree(SharedFolder.path("oracle/tables/" + name + ".json").toFile());

    assertThat(tables.baseMva()).isEqualTo(oracle.get("baseMVA").asDouble());
    double worst =
        Math.max(
            Math.max(
                worst(tables.bus(), oracle.get("bus")), worst(tables.gen(), oracle.get("gen"))),
            Math.max(
                worst(tables.branch(), oracle.get("branch")),
                worst(tables.gencost(), oracle.get("gencost"))));
    assertThat(worst).as("largest relative error in a table").isLessThanOrEqualTo(TOLERANCE);
  }

  @ParameterizedTest
  @MethodSource("io.evenflow.SharedFolder#cases")
  void everyFileIsANetwork(String name) {
    Network network = MatpowerReader.read(SharedFolder.path("cases/" + name + ".m"));
    MatpowerTables tables = MatpowerTables.read(SharedFolder.path("cases/" + name + ".m"));

    assertThat(network.name()).isEqualTo(name);
    assertThat(network.buses()).hasSize(tables.bus().length);
    assertThat(network.branches()).hasSize(tables.branch().length);
    assertThat(network.generators()).hasSize(tables.gen().length);
  }

  private static double worst(double[][] table, JsonNode oracle) {
    assertThat(table).hasNumberOfRows(oracle.size());
    double worst = 0;
    for (int i = 0; i < table.length; i++) {
      assertThat(table[i]).hasSize(oracle.get(i).size());
      for (int j = 0; j < table[i].length; j++) {
        double expected = oracle.get(i).get(j).asDouble();
        double error = Math.abs(table[i][j] - expected) / Math.max(1e-300, Math.abs(expected));
        worst = Math.max(worst, table[i][j] == expected ? 0 : error);
      }
    }
    return worst;
  }
}
