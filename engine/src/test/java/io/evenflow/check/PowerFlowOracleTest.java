package io.evenflow.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.evenflow.SharedFolder;
import io.evenflow.grid.Feeder;
import io.evenflow.grid.GridException;
import io.evenflow.grid.Network;
import io.evenflow.io.matpower.MatpowerReader;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Voltages, flows and losses equal those of MATPOWER's Newton power flow on every feeder. */
class PowerFlowOracleTest {
  private static final double VOLTAGE_PU = 1e-8;
  private static final double POWER = 1e-6;
  private static final Set<String> SEVERAL_SUBSTATIONS = Set.of("case16ci", "case70da");

  @ParameterizedTest
  @MethodSource("io.evenflow.SharedFolder#cases")
  void equalsMatpowersNewton(String name) {
    Network network = MatpowerReader.read(SharedFolder.path("cases/" + name + ".m"));
    if (SEVERAL_SUBSTATIONS.contains(name)) {
      assertThatThrownBy(() -> Feeder.of(network))
          .isInstanceOf(GridException.class)
          .hasMessageContaining("substations");
      return;
    }
    JsonNode oracle =
        JsonMapper.shared().readTree(SharedFolder.path("oracle/pf/" + name + ".json").toFile());
    Feeder feeder = Feeder.of(network);
    PowerFlow flow = new PowerFlow(feeder);

    assertThat(solve(flow, oracle)).isEqualTo(PowerFlowStatus.CONVERGED);
    assertThat(worstVoltage(flow, oracle)).as("largest error of a voltage").isLessThan(VOLTAGE_PU);
    assertFlows(flow, oracle);
    assertThat(flow.totalLossMw()).isCloseTo(oracle.get("loss_P_MW").asDouble(), within(POWER));
    assertThat(flow.voltageMagnitudePu(flow.lowestVoltageBus()))
        .isCloseTo(oracle.get("vm_min").asDouble(), within(VOLTAGE_PU));
    assertThat(flow.voltageMagnitudePu(flow.highestVoltageBus()))
        .isCloseTo(oracle.get("vm_max").asDouble(), within(VOLTAGE_PU));
  }

  /** Net loads: the file's, less the oracle's generation elsewhere than at the substation. */
  private static PowerFlowStatus solve(PowerFlow flow, JsonNode oracle) {
    Feeder feeder = flow.feeder();
    double[] active = feeder.buses().stream().mapToDouble(bus -> bus.activeLoadMw()).toArray();
    double[] reactive =
        feeder.buses().stream().mapToDouble(bus -> bus.reactiveLoadMvar()).toArray();
    for (int g = 0; g < oracle.get("gen_bus").size(); g++) {
      int bus = feeder.indexOf(oracle.get("gen_bus").get(g).asInt());
      if (bus != 0) {
        active[bus] -= oracle.get("pg").get(g).asDouble();
        reactive[bus] -= oracle.get("qg").get(g).asDouble();
      }
    }
    PowerFlowStatus status = flow.solve(substationVoltage(oracle, feeder), active, reactive);
    assertThat(flow.substationActiveMw()).isCloseTo(total(oracle, "pg", feeder), within(POWER));
    assertThat(flow.substationReactiveMvar()).isCloseTo(total(oracle, "qg", feeder), within(POWER));
    return status;
  }

  private static double total(JsonNode oracle, String powers, Feeder feeder) {
    double total = 0;
    for (int g = 0; g < oracle.get("gen_bus").size(); g++) {
      if (oracle.get("gen_bus").get(g).asInt() == rootNumber(feeder)) {
        total += oracle.get(powers).get(g).asDouble();
      }
    }
    return total;
  }

  private static int rootNumber(Feeder feeder) {
    return feeder.substation().number();
  }

  private static double substationVoltage(JsonNode oracle, Feeder feeder) {
    int place = 0;
    while (oracle.get("bus_i").get(place).asInt() != rootNumber(feeder)) {
      place++;
    }
    return oracle.get("vm").get(place).asDouble();
  }

  private static double worstVoltage(PowerFlow flow, JsonNode oracle) {
    double worst = 0;
    for (int i = 0; i < oracle.get("bus_i").size(); i++) {
      int bus = flow.feeder().indexOf(oracle.get("bus_i").get(i).asInt());
      double angle = Math.toRadians(oracle.get("va_deg").get(i).asDouble());
      double magnitude = oracle.get("vm").get(i).asDouble();
      double ourAngle = Math.toRadians(flow.voltageAngleDegrees(bus));
      double ourMagnitude = flow.voltageMagnitudePu(bus);
      worst = Math.max(worst, Math.abs(ourMagnitude - magnitude));
      worst = Math.max(worst, Math.abs(ourAngle - angle));
    }
    return worst;
  }

  private static void assertFlows(PowerFlow flow, JsonNode oracle) {
    Feeder feeder = flow.feeder();
    for (int k = 0; k < oracle.get("fbus").size(); k++) {
      if (oracle.get("status").get(k).asInt() == 0) {
        continue;
      }
      int from = feeder.indexOf(oracle.get("fbus").get(k).asInt());
      int to = feeder.indexOf(oracle.get("tbus").get(k).asInt());
      boolean fromIsParent = feeder.parent(to) == from;
      int branch = fromIsParent ? to : from;
      assertThat(feeder.fromAtParent(branch)).isEqualTo(fromIsParent);
      String parentEnd = fromIsParent ? "f" : "t";
      String childEnd = fromIsParent ? "t" : "f";
      assertThat(flow.parentEndActiveMw(branch))
          .isCloseTo(oracle.get("p" + parentEnd).get(k).asDouble(), within(POWER));
      assertThat(flow.parentEndReactiveMvar(branch))
          .isCloseTo(oracle.get("q" + parentEnd).get(k).asDouble(), within(POWER));
      assertThat(flow.childEndActiveMw(branch))
          .isCloseTo(oracle.get("p" + childEnd).get(k).asDouble(), within(POWER));
      assertThat(flow.childEndReactiveMvar(branch))
          .isCloseTo(oracle.get("q" + childEnd).get(k).asDouble(), within(POWER));
    }
  }
}
