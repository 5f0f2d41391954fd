package io.evenflow.grid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Closed branches without impedance make one of their buses. */
class SwitchesTest {
  private static List<List<Integer>> buses(Feeder feeder) {
    return IntStream.range(0, feeder.busCount())
        .mapToObj(i -> feeder.fileBuses(i).stream().map(Bus::number).toList())
        .toList();
  }

  @Test
  void joinedBusesAreOneWithAllTheirNumbers() {
    Feeder feeder =
        Drawing.feeder(
            """
            [1] -- 7 == 3 -- 4
                   7 == 5 -- 6
            """);

    assertThat(buses(feeder)).containsExactly(List.of(1), List.of(7, 3, 5), List.of(4), List.of(6));
    assertThat(feeder.bus(1).number()).isEqualTo(7);
    assertThat(feeder.bus(1).activeLoadMw()).isCloseTo(0.3, within(1e-12));
    assertThat(feeder.bus(1).reactiveLoadMvar()).isCloseTo(0.15, within(1e-12));
    assertThat(feeder.indexOf(7)).isEqualTo(1);
    assertThat(feeder.indexOf(3)).isEqualTo(1);
    assertThat(feeder.indexOf(5)).isEqualTo(1);
    // Branches keep the numbers of the file.
    assertThat(feeder.branch(2).label()).isEqualTo("3-4");
    assertThat(feeder.fromAtParent(2)).isTrue();
    assertThat(feeder.findBranch(4, 3)).hasValue(2);
    assertThat(feeder.findBranch(7, 3)).isEmpty();
    assertThat(feeder.branchesWithinBuses())
        .extracting(Branch::label)
        .containsExactly("7-3", "7-5");
    assertThat(feeder.warnings()).isEmpty();
  }

  @Test
  void whatIsJoinedToTheSubstationIsTheSubstation() {
    Network network = Drawing.network("5 == [1] == 2 -- 3 == 4");
    Generator wind = Drawing.generator(4);
    Feeder feeder =
        Feeder.of(network.withGenerators(List.of(Drawing.generator(2), wind)))
            .withVoltageLimits(0.95, 1.05);

    assertThat(buses(feeder)).containsExactly(List.of(5, 1, 2), List.of(3, 4));
    assertThat(feeder.substation().number()).isEqualTo(1);
    assertThat(feeder.generatorBus(0)).isZero();
    assertThat(feeder.generatorBus(1)).isEqualTo(1);
    // The substation's own limits stay; those of the buses joined to it hold as well.
    assertThat(feeder.substation().voltageMinPu()).isEqualTo(0.95);
    assertThat(feeder.fileBuses(0)).extracting(Bus::voltageMinPu).containsExactly(0.95, 0.9, 0.95);
  }

  @Test
  void theTighterLimitsHoldAndShuntsAddUp() {
    Network network = Drawing.network("[1] -- 2 == 3");
    List<Bus> buses = new ArrayList<>(network.buses());
    buses.set(1, new Bus(2, BusType.LOAD, 0, 0, 0.1, 0.2, 1, 0, 12.66, 0.93, 1.08));
    buses.set(2, new Bus(3, BusType.LOAD, 0, 0, 0.3, -0.1, 1, 0, 12.66, 0.91, 1.04));
    List<Branch> branches = new ArrayList<>(network.branches());
    branches.set(1, new Branch(2, 3, 0, 0, 0.05, Double.POSITIVE_INFINITY, 1, 0, true));

    Bus joined = Feeder.of(network.withBuses(buses).withBranches(branches)).bus(1);

    assertThat(joined.voltageMinPu()).isEqualTo(0.93);
    assertThat(joined.voltageMaxPu()).isEqualTo(1.04);
    assertThat(joined.shuntConductanceMw()).isCloseTo(0.4, within(1e-12));
    // with the charging of the switch, 0.05 p.u. of 1 MVA
    assertThat(joined.shuntSusceptanceMvar()).isCloseTo(0.15, within(1e-12));
  }

  @Test
  void ringsOfSwitchesAndSwitchesSideBySideAreNoLoops() {
    Feeder feeder =
        Drawing.feeder(
            """
            [1] -- 2 == 3 == 4 == 2
                   2 == 3
                   4 -- 5
            """);

    assertThat(buses(feeder)).containsExactly(List.of(1), List.of(2, 3, 4), List.of(5));
  }

  @Test
  void aBranchBesideASwitchCarriesNothing() {
    Feeder feeder =
        Drawing.feeder(
            """
            [1] -- 2 == 3
                   2 -- 3
            """);

    assertThat(buses(feeder)).containsExactly(List.of(1), List.of(2, 3));
    assertThat(feeder.warnings())
        .containsExactly("branch 2-3 carries nothing: closed switches join its two buses");
  }

  @Test
  void aRatedSwitchThatAllFlowsThroughStaysABranch() {
    Feeder feeder =
        rated(Drawing.network("[1] -- 2 == 3 -- 4"), 1, 0.5)
            .withBranchRatings(List.of(new BranchRating(4, 3, 2)));

    assertThat(buses(feeder)).containsExactly(List.of(1), List.of(2), List.of(3), List.of(4));
    Branch kept = feeder.branch(2);
    assertThat(kept.ratingMva()).isEqualTo(0.5);
    // 0.5 MVA on 1 MVA drop 1e-7 p.u.
    assertThat(kept.reactancePu()).isCloseTo(2e-7, within(1e-20));
    assertThat(feeder.branch(3).ratingMva()).isEqualTo(2);
    assertThat(feeder.warnings()).isEmpty();
  }

  @Test
  void aScenarioMayRateASwitchAndFreeItAgain() {
    Feeder feeder = Drawing.feeder("[1] -- 2 == 3 -- 4");
    assertThat(feeder.busCount()).isEqualTo(3);
    Feeder rated = feeder.withBranchRatings(List.of(new BranchRating(3, 2, 0.5)));
    assertThat(rated.busCount()).isEqualTo(4);
    assertThat(rated.branch(2).ratingMva()).isEqualTo(0.5);
    assertThat(rated.withVoltageMin(0.95).branch(2).ratingMva()).isEqualTo(0.5);
    assertThat(
            rated
                .withBranchRatings(List.of(new BranchRating(2, 3, Double.POSITIVE_INFINITY)))
                .busCount())
        .isEqualTo(3);
  }

  @Test
  void scalingASwitchChangesNothing() {
    Feeder feeder =
        Drawing.feeder("[1] -- 2 == 3")
            .withBranchScaling(List.of(new BranchScaling(2, 3, 1.1, 0.9)));
    assertThat(buses(feeder)).containsExactly(List.of(1), List.of(2, 3));
  }

  @Test
  void aRatingInARingOfSwitchesIsNotChecked() {
    Feeder feeder = rated(Drawing.network("[1] -- 2 == 3 == 4 == 2"), 2, 0.5);

    assertThat(buses(feeder)).containsExactly(List.of(1), List.of(2, 3, 4));
    assertThat(feeder.warnings())
        .containsExactly(
            "branch 3-4: its rating of 0.5 MVA is not checked; other switches beside it share its"
                + " flow");
  }

  private static Feeder rated(Network network, int branch, double mva) {
    List<Branch> branches = new ArrayList<>(network.branches());
    branches.set(branch, branches.get(branch).withRating(mva));
    return Feeder.of(network.withBranches(branches));
  }
}
