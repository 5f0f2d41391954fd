package io.evenflow.grid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Parallel branches are one, whose rating keeps all of theirs. */
class ParallelBranchesTest {
  private static final double NONE = Double.POSITIVE_INFINITY;

  private static Branch branch(
      int from, int to, double r, double x, double charging, double rating) {
    return new Branch(from, to, r, x, charging, rating, 1, 0, true);
  }

  private static Feeder parallel(Branch... branches) {
    Network network = Drawing.network("[1] -- 2 -/- 3");
    List<Branch> all = new ArrayList<>(network.branches());
    all.addAll(List.of(branches));
    return Feeder.of(network.withBranches(all));
  }

  @Test
  void admittancesAndChargingAddUp() {
    Feeder feeder =
        parallel(branch(2, 3, 0.02, 0.02, 0.01, NONE), branch(3, 2, 0.04, 0.04, 0.02, NONE));

    Branch one = feeder.branch(2);
    assertThat(one.resistancePu()).isCloseTo(0.04 / 3, within(1e-15));
    assertThat(one.reactancePu()).isCloseTo(0.04 / 3, within(1e-15));
    assertThat(one.chargingPu()).isCloseTo(0.03, within(1e-15));
    assertThat(one.ratingMva()).isInfinite();
    assertThat(feeder.fileBranches(2)).extracting(Branch::label).containsExactly("2-3", "3-2");
    assertThat(feeder.fileBranches(1)).extracting(Branch::label).containsExactly("1-2");
  }

  @Test
  void theFirstToBeFullLimitsAll() {
    // Two thirds of the current go through the first: 1 MVA there is 1.5 MVA in all.
    assertThat(
            parallel(branch(2, 3, 0.02, 0.02, 0, 1), branch(2, 3, 0.04, 0.04, 0, 1))
                .branch(2)
                .ratingMva())
        .isCloseTo(1.5, within(1e-12));
    assertThat(
            parallel(branch(2, 3, 0.02, 0.02, 0, 1), branch(2, 3, 0.04, 0.04, 0, 0.4))
                .branch(2)
                .ratingMva())
        .isCloseTo(1.2, within(1e-12));
    // Charging of 0.2 p.u. is all in the first, that shares the current in halves: of ± 0.05 p.u.
    // each at 1.1 p.u., (1 − 0.05·1.21)·2.
    assertThat(
            parallel(branch(2, 3, 0.02, 0.02, 0.2, 1), branch(2, 3, 0.02, 0.02, 0, 1))
                .branch(2)
                .ratingMva())
        .isCloseTo(2 * (1 - 0.05 * 1.21), within(1e-12));
  }

  @Test
  void seriesCapacitorsAndTransformersToo() {
    Branch star = parallel(branch(2, 3, 0, -0.01, 0, NONE), branch(2, 3, 0, 0.03, 0, 1)).branch(2);
    // 1/(j·−0.01) + 1/(j·0.03) is 1/(j·−0.015); the second carries half of the total, backwards
    assertThat(star.reactancePu()).isCloseTo(-0.015, within(1e-15));
    assertThat(star.ratingMva()).isCloseTo(2, within(1e-12));
    Branch tap = new Branch(3, 2, 0.01, 0.02, 0, NONE, 1.05, 30, true);
    Branch both = parallel(tap, tap).branch(2);
    assertThat(both.resistancePu()).isCloseTo(0.005, within(1e-15));
    assertThat(both.tapRatio()).isEqualTo(1.05);
    assertThat(both.from()).isEqualTo(3);
  }

  @Test
  void aScenariosRatingHoldsForAllTogether() {
    Feeder feeder =
        parallel(branch(2, 3, 0.02, 0.02, 0, 1), branch(2, 3, 0.04, 0.04, 0, 1))
            .withBranchRatings(List.of(new BranchRating(3, 2, 7)))
            .withVoltageMin(0.95)
            .withBranchScaling(List.of(new BranchScaling(2, 3, 2, 1)));
    assertThat(feeder.branch(2).ratingMva()).isEqualTo(7);
    assertThat(feeder.network().branches().get(2).resistancePu()).isEqualTo(0.04);
    assertThat(feeder.network().branches().get(3).resistancePu()).isEqualTo(0.08);
  }

  @Test
  void joinedBusesMakeBranchesParallel() {
    Feeder feeder =
        Drawing.feeder(
            """
            [1] -- 2 == 3
            [1] -- 3
                   4 -- 2
                   3 -- 4
            """);
    assertThat(feeder.busCount()).isEqualTo(3);
    assertThat(feeder.fileBranches(1)).extracting(Branch::label).containsExactly("1-2", "1-3");
    assertThat(feeder.fileBranches(2)).extracting(Branch::label).containsExactly("4-2", "3-4");
    assertThat(feeder.branch(1).resistancePu()).isCloseTo(0.005, within(1e-15));
    // What a scenario says of one of them is said of that one.
    Feeder rated = feeder.withBranchRatings(List.of(new BranchRating(1, 3, 1)));
    assertThat(rated.branch(1).ratingMva()).isCloseTo(2, within(1e-12));
  }
}
