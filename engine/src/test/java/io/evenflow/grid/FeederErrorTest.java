package io.evenflow.grid;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every sentence that says why a network is no feeder. */
class FeederErrorTest {
  @Test
  void loop() {
    assertRefused(
        Drawing.network(
            """
            [1] -- 2 -- 3 -- 4
                   2 -- 5 -- 6 -- 4
            """),
        """
        case 'drawing' is not radial: buses 2-3-4-6-5-2 form a loop
        Maybe open one of the branches of the loop (status 0).\
        """);
  }

  @Test
  void loopThroughTheSubstation() {
    assertRefused(
        Drawing.network("[1] -- 2 -- 3 -- [1]"),
        """
        case 'drawing' is not radial: buses 1-2-3-1 form a loop
        Maybe open one of the branches of the loop (status 0).\
        """);
  }

  @Test
  void island() {
    assertRefused(
        Drawing.network(
            """
            [1] -- 2 -/- 3 -- 4
            """),
        """
        case 'drawing': no branch in service leads from substation 1 to bus 3, 4
        Maybe a branch is open that should be closed, or these buses are isolated (type 4).\
        """);
  }

  @Test
  void secondSubstation() {
    assertRefused(
        Drawing.network("[1] -- 2 -/- 3 -- [70]"),
        """
        case 'drawing' has 2 substations (buses 1, 70 of type 3) where a feeder has one
        Maybe split the case into one file for each feeder.\
        """);
  }

  @Test
  void noSubstation() {
    assertRefused(
        Drawing.network("1 -- 2"),
        """
        case 'drawing' has no substation, a bus of type 3
        Maybe set the type of the bus that is fed from the grid above to 3.\
        """);
  }

  @Test
  void noGeneratorAtTheSubstation() {
    assertRefused(
        Drawing.network("[1] -- 2").withGenerators(List.of(Drawing.generator(2))),
        """
        case 'drawing' has no generator in service at substation 1
        Maybe add a generator row for the grid above; its power is what the feeder imports.\
        """);
  }

  @Test
  void parallelBranchesOfUnlikeRatios() {
    Branch line = Drawing.branch(2, 3, true);
    Branch tap = new Branch(2, 3, 0.01, 0.02, 0, Double.POSITIVE_INFINITY, 1.05, 0, true);
    Branch turned = new Branch(3, 2, 0.01, 0.02, 0, Double.POSITIVE_INFINITY, 1.05, 0, true);
    String sentence =
        """
        case 'drawing': parallel branches %s have not the same tap ratio and phase shift at the \
        same end
        Maybe open all but one, or give all the same ratio; a current flows round in them.\
        """;
    Network network = Drawing.network("[1] -- 2 -/- 3");
    assertRefused(with(network, line, tap), sentence.formatted("2-3 and 2-3"));
    assertRefused(with(network, tap, turned), sentence.formatted("2-3 and 3-2"));
  }

  @Test
  void parallelBranchesThatCancel() {
    Branch coil = new Branch(2, 3, 0, 0.02, 0, Double.POSITIVE_INFINITY, 1, 0, true);
    Branch capacitor = new Branch(2, 3, 0, -0.02, 0, Double.POSITIVE_INFINITY, 1, 0, true);
    assertRefused(
        with(Drawing.network("[1] -- 2 -/- 3"), coil, capacitor),
        """
        case 'drawing': the admittances of parallel branches 2-3 and 2-3 cancel
        Maybe the sign of a reactance is wrong.\
        """);
  }

  @Test
  void switchWithATapRatio() {
    Branch tap = new Branch(2, 3, 0, 0, 0, Double.POSITIVE_INFINITY, 1.05, 0, true);
    assertRefused(
        with(Drawing.network("[1] -- 2 -/- 3"), tap),
        """
        case 'drawing': branch 2-3 has neither resistance nor reactance, yet a tap ratio or phase \
        shift
        Maybe its reactance was left out.\
        """);
  }

  @Test
  void transformerBesideASwitch() {
    Branch tap = new Branch(2, 3, 0.01, 0.02, 0, Double.POSITIVE_INFINITY, 1.05, 0, true);
    assertRefused(
        with(Drawing.network("[1] -- 2 == 3"), tap),
        """
        case 'drawing': branch 2-3 has a tap ratio or phase shift, and closed switches join its buses
        Maybe one of the switches should be open; a current flows round in them.\
        """);
  }

  @Test
  void joinedBusesWithoutACommonVoltage() {
    Network network = Drawing.network("[1] -- 2 == 3");
    List<Bus> buses = new ArrayList<>(network.buses());
    buses.set(1, buses.get(1).withVoltageLimits(1.02, 1.1));
    buses.set(2, buses.get(2).withVoltageLimits(0.9, 1.01));
    assertRefused(
        network.withBuses(buses),
        """
        case 'drawing': closed switches make one of buses 2, 3, of which one needs at least 1.02 \
        p.u. and one at most 1.01 p.u.
        Maybe a voltage limit is wrong, or a switch between them should be open.\
        """);
  }

  @Test
  void ratingOfASwitchInARing() {
    Feeder ring = Drawing.feeder("[1] -- 2 == 3 == 4 == 2");
    assertThatThrownBy(() -> ring.withBranchRatings(List.of(new BranchRating(4, 3, 5))))
        .isInstanceOf(GridException.class)
        .hasMessage(
            """
            case 'drawing': no rating (5.0 MVA) can be kept for branch 3-4, a switch in a ring of \
            switches
            Maybe open one switch of the ring, or rate a branch beside it.\
            """);
  }

  private static Network with(Network network, Branch... more) {
    List<Branch> branches = new ArrayList<>(network.branches());
    branches.addAll(List.of(more));
    return network.withBranches(branches);
  }

  @Test
  void negativeResistance() {
    Network network = Drawing.network("[1] -- 2");
    assertRefused(
        network.withBranches(List.of(network.branches().get(0).withScaledImpedance(-1, 1))),
        """
        case 'drawing': branch 1-2 has resistance -0.01 p.u., which must be at least 0
        Maybe a sign error.\
        """);
  }

  @Test
  void busThatDoesNotExist() {
    Network network = Drawing.network("[1] -- 2");
    List<Branch> branches = new ArrayList<>(network.branches());
    branches.add(Drawing.branch(2, 22, true));
    assertRefused(
        network.withBranches(branches),
        """
        case 'drawing': branch 2-22 is at bus 22, which does not exist
        Maybe a typing error in the bus number, or the bus row is missing.\
        """);
    assertRefused(
        network.withGenerators(List.of(Drawing.generator(1), Drawing.generator(5))),
        """
        case 'drawing': a generator is at bus 5, which does not exist
        Maybe a typing error in the bus number, or the bus row is missing.\
        """);
  }

  @Test
  void busTwice() {
    Network network = Drawing.network("[1] -- 2");
    List<Bus> buses = new ArrayList<>(network.buses());
    buses.add(Drawing.bus(2, BusType.LOAD));
    assertRefused(
        network.withBuses(buses),
        """
        case 'drawing' lists bus 2 twice
        Maybe one of the two rows has a wrong bus number.\
        """);
  }

  @Test
  void branchToChangeThatIsNotThere() {
    Feeder feeder = Drawing.feeder("[1] -- 2 -- 3 -/- [1]");
    assertThatThrownBy(() -> feeder.withBranchRatings(List.of(new BranchRating(1, 3, 5))))
        .isInstanceOf(GridException.class)
        .hasMessage(
            """
            case 'drawing' has no branch 1-3 in service
            Maybe it is an open tie line, or the buses are not neighbours.\
            """);
    assertThatThrownBy(() -> feeder.indexOf(4))
        .isInstanceOf(GridException.class)
        .hasMessageStartingWith("case 'drawing' has no bus 4 in service\nMaybe ");
  }

  private static void assertRefused(Network network, String message) {
    assertThatThrownBy(() -> Feeder.of(network))
        .isInstanceOf(GridException.class)
        .hasMessage(message);
  }
}
