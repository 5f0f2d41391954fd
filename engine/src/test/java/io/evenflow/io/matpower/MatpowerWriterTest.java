package io.evenflow.io.matpower;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenflow.grid.Branch;
import io.evenflow.grid.GenerationCost;
import io.evenflow.grid.Generator;
import io.evenflow.grid.Network;
import io.evenflow.io.ScenarioReader;
import io.evenflow.io.ScenarioWriter;
import io.evenflow.scenario.Scenario;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is written of a network is the same network when it is read. */
class MatpowerWriterTest {
  static List<String> cases() {
    return BuiltInCases.names();
  }

  private static void assertComesBack(Network network) {
    Network read = MatpowerReader.read(network.name(), MatpowerWriter.text(network));
    assertThat(read.buses()).isEqualTo(network.buses());
    assertThat(read.generators()).isEqualTo(network.generators());
    assertThat(read.branches()).isEqualTo(network.branches());
    assertThat(read.baseMva()).isEqualTo(network.baseMva());
  }

  @ParameterizedTest
  @MethodSource("cases")
  void builtInCasesComeBackToTheLastDigit(String name) {
    assertComesBack(BuiltInCases.read(name));
  }

  /** Taps, shifts, open branches, no ratings, generators that are off, costs of all kinds. */
  @Test
  void whatIsRareComesBackToo() {
    Network plain = BuiltInCases.read("case33bw");
    List<Generator> generators = new ArrayList<>(plain.generators());
    generators.add(generator(18, true, GenerationCost.ofTwoPrices(80.1, -20 / 3.0)));
    generators.add(generator(6, true, new GenerationCost.Polynomial(0.1, 1e-7, 2)));
    generators.add(generator(7, false, GenerationCost.ZERO));
    List<Branch> branches = new ArrayList<>(plain.branches());
    branches.add(
        new Branch(3, 29, 1 / 3.0, 1e-12, 1e-4, Double.POSITIVE_INFINITY, 0.975, -30, false));
    assertComesBack(plain.withGenerators(generators).withBranches(branches));
  }

  private static Generator generator(int bus, boolean isOn, GenerationCost cost) {
    return new Generator(
        bus, 0.1, 0, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, 1.02, -1, 2, isOn, cost);
  }

  /** A scenario on a case that is nowhere else has the case in it. */
  @Test
  void aScenarioOfItsOwnFeederNeedsNoOtherFile() {
    String street = MatpowerWriter.text(BuiltInCases.read("two-bus")).replace("\n", "\\n");
    String text =
        """
        {"format": "evenflow-scenario/2", "name": "day", "currency": "EUR",
         "feeder": {"case": "street", "matpower": "%s"},
         "horizon": {"start": "2024-04-09T00:00:00Z", "periods": 2, "stepMinutes": 60},
         "prices": {"perMwh": [80, 70]}, "substationCostPerMwh": 60, "stations": [], "sessions": []}
        """
            .formatted(street);
    Scenario day = ScenarioReader.read("day.json", text);
    assertThat(ScenarioReader.read("copy.json", ScenarioWriter.text(day)))
        .usingRecursiveComparison()
        .isEqualTo(day);
  }
}
