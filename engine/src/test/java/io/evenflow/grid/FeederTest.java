package io.evenflow.grid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FeederTest {
  @Test
  void parentsComeBeforeTheirChildren() {
    Feeder feeder =
        Drawing.feeder(
            """
            9 -- 4 -- [51] -- 2 -- 3
                              2 -- 5
            """);

    assertThat(numbers(feeder)).containsExactly(51, 4, 2, 9, 3, 5);
    assertThat(IntStream.range(0, 6).map(feeder::parent)).containsExactly(-1, 0, 0, 1, 2, 2);
    assertThat(feeder.children(0)).containsExactly(1, 2);
    assertThat(feeder.children(2)).containsExactly(4, 5);
    assertThat(feeder.children(5)).isEmpty();
    assertThat(feeder.indexOf(9)).isEqualTo(3);
    assertThat(feeder.find(7)).isEmpty();
  }

  @Test
  void knowsWhichEndOfABranchIsTheParents() {
    Feeder feeder = Drawing.feeder("50 -- [51] -- 52");

    assertThat(feeder.fromAtParent(feeder.indexOf(50))).isFalse();
    assertThat(feeder.fromAtParent(feeder.indexOf(52))).isTrue();
    assertThat(feeder.branch(1).label()).isEqualTo("50-51");
    assertThatThrownBy(() -> feeder.branch(0)).isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void leavesOpenBranchesAndIsolatedBusesOut() {
    Feeder feeder =
        Drawing.feeder(
            """
            [1] -- 2 -- 3 -- (7)
            [1] -/- 3
            (8)
            """);

    assertThat(numbers(feeder)).containsExactly(1, 2, 3);
  }

  @Test
  void leavesGeneratorsThatAreOffOut() {
    Generator off = new Generator(2, 0, 0, 5, -5, 1, 3, 1, false, GenerationCost.ZERO);
    Network network = Drawing.network("[1] -- 2 -- 3");
    Feeder feeder =
        Feeder.of(network.withGenerators(List.of(Drawing.generator(3), off, Drawing.generator(1))));

    assertThat(feeder.generators()).extracting(Generator::bus).containsExactly(3, 1);
    assertThat(feeder.generatorBus(0)).isEqualTo(2);
    assertThat(feeder.generatorBus(1)).isZero();
  }

  @Test
  void voltageLimitsOfTheSubstationStay() {
    Feeder feeder = Drawing.feeder("[1] -- 2 -- 3").withVoltageLimits(0.95, 1.05);

    assertThat(feeder.buses()).extracting(Bus::voltageMinPu).containsExactly(0.9, 0.95, 0.95);
    assertThat(feeder.buses()).extracting(Bus::voltageMaxPu).containsExactly(1.1, 1.05, 1.05);
  }

  @Test
  void oneVoltageLimitMayBeReplacedAlone() {
    Feeder feeder = Drawing.feeder("[1] -- 2").withVoltageMin(0.95);

    assertThat(feeder.bus(1).voltageMinPu()).isEqualTo(0.95);
    assertThat(feeder.bus(1).voltageMaxPu()).isEqualTo(1.1);
    assertThat(feeder.withVoltageMax(1.02).bus(1).voltageMinPu()).isEqualTo(0.95);
    assertThat(feeder.withVoltageMax(1.02).bus(1).voltageMaxPu()).isEqualTo(1.02);
  }

  @Test
  void anOpenBranchBesideAClosedOneStaysAsItIs() {
    Feeder feeder =
        Drawing.feeder(
            """
            [1] -/- 2
            [1] --  2
            """);
    Feeder scaled =
        feeder.withBranchScaling(
            List.of(new BranchScaling(1, 2, 3, 1), new BranchScaling(2, 1, 2, 1)));

    assertThat(scaled.branch(1).resistancePu()).isCloseTo(0.06, within(1e-15));
    assertThat(scaled.network().branches().get(0).resistancePu()).isEqualTo(0.01);
    assertThat(feeder.findBranch(2, 1)).hasValue(1);
    assertThat(feeder.findBranch(2, 3)).isEmpty();
  }

  @Test
  void branchesAreFoundFromEitherEnd() {
    Feeder original = Drawing.feeder("[1] -- 2 -- 3");
    Feeder feeder =
        original
            .withBranchScaling(List.of(new BranchScaling(3, 2, 2, 0.5)))
            .withBranchRatings(List.of(new BranchRating(1, 2, 4.3)));

    assertThat(feeder.branch(2).resistancePu()).isEqualTo(0.02);
    assertThat(feeder.branch(2).reactancePu()).isEqualTo(0.01);
    assertThat(feeder.branch(1).ratingMva()).isEqualTo(4.3);
    assertThat(original.branch(1).ratingMva()).isInfinite();
    assertThat(original.branch(2).resistancePu()).isEqualTo(0.01);
  }

  @Test
  void generatorsMayBeChanged() {
    Feeder feeder =
        Drawing.feeder("[1] -- 2")
            .withGenerators(
                generator -> generator.withActiveLimits(-2, 10).withCost(GenerationCost.ZERO));

    assertThat(feeder.generators().get(0).activeMinMw()).isEqualTo(-2);
    assertThat(feeder.generators().get(0).cost().perHour(3)).isZero();
  }

  private static List<Integer> numbers(Feeder feeder) {
    return feeder.buses().stream().map(Bus::number).toList();
  }
}
