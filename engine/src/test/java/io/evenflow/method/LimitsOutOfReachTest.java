package io.evenflow.method;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenflow.fleet.Charger;
import io.evenflow.fleet.PowerRange;
import io.evenflow.fleet.Session;
import io.evenflow.fleet.Station;
import io.evenflow.grid.Branch;
import io.evenflow.grid.BranchRating;
import io.evenflow.grid.Bus;
import io.evenflow.grid.Drawing;
import io.evenflow.grid.Generator;
import io.evenflow.grid.Network;
import io.evenflow.market.DayAheadPrices;
import io.evenflow.scenario.Limits;
import io.evenflow.scenario.Loads;
import io.evenflow.scenario.Result;
import io.evenflow.scenario.Scenario;
import io.evenflow.scenario.Status;
import io.evenflow.time.Horizon;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a limit that nobody can keep is called, on loads of 0.1 + j0.05 MVA at each bus. */
class LimitsOutOfReachTest {
  private static final Charger CHARGER = new Charger(new PowerRange(0, 20), 1, null, 1);

  private static List<String> notes(Network network, Limits limits) {
    Scenario day =
        new Scenario(
            "tight",
            "EUR",
            "drawing",
            network,
            new Horizon(OffsetDateTime.parse("2024-04-09T00:00:00+02:00"), 1, 60),
            DayAheadPrices.of(30),
            Loads.flat(1),
            List.of(),
            limits,
            null,
            List.of(new Station("s", 3, CHARGER)),
            List.of(new Session("ev", "s", 0, 1, 100, 0, 10, 20, 10.0, CHARGER)));
    Result result = new Certified().coordinate(day, Settings.defaults(), Watcher.NONE);
    assertThat(result.status()).isEqualTo(Status.INFEASIBLE);
    return result.notes();
  }

  private static Limits rating(int from, int to, double mva) {
    return new Limits(null, null, null, List.of(new BranchRating(from, to, mva)));
  }

  /** Two buses draw 0.2 + j0.1 MVA, lines lose 0.0005 + j0.0010 at 1.1 p.u.: |0.2005 + j0.1010|. */
  @Test
  void aScenariosRatingIsNamedWithWhatFlowsAtLeast() {
    assertThat(notes(Drawing.network("[1] -- 2 -- 3"), rating(2, 1, 0.15)))
        .containsExactly(
            "branch 1-2, period 0 (2024-04-09T00:00+02:00): it carries 0.2245 MVA at least"
                + " whatever is done, its rating is 0.15 MVA");
  }

  /** The first loses half: |0.2003 + j0.1006|. */
  @Test
  void ofParallelBranchesItIsTheRatingOfAll() {
    Network plain = Drawing.network("[1] -- 2 -- 3");
    List<Branch> branches = new ArrayList<>(plain.branches());
    branches.set(0, branches.get(0).withRating(0.08));
    branches.add(Drawing.branch(2, 1, true));
    assertThat(notes(plain.withBranches(branches), Limits.OF_THE_CASE))
        .containsExactly(
            "branch 1-2, period 0 (2024-04-09T00:00+02:00): it carries 0.2242 MVA at least"
                + " whatever is done, its rating is 0.16 MVA");
  }

  /** The generator beyond the switch stays one along the feeder: |0.1901 + j0.1002|. */
  @Test
  void aSwitchIsNamedAsABranchIs() {
    Network plain = Drawing.network("[1] == 2 -- 3");
    Generator wind = Drawing.generator(2).withActiveLimits(0, 0.01).withReactiveLimits(0, 0);
    List<Generator> generators = new ArrayList<>(List.of(wind));
    generators.addAll(plain.generators());
    assertThat(notes(plain.withGenerators(generators), rating(1, 2, 0.15)))
        .containsExactly(
            "branch 1-2, period 0 (2024-04-09T00:00+02:00): it carries 0.2149 MVA at least"
                + " whatever is done, its rating is 0.15 MVA");
  }

  /** v = 1 − 2·(0.01·0.2005 + 0.02·0.1010) = 0.9920. */
  @Test
  void aVoltageIsNamedByTheBusThatNeedsIt() {
    Network plain = Drawing.network("[1] -- 2 == 3");
    List<Bus> buses = new ArrayList<>(plain.buses());
    buses.set(0, buses.get(0).withVoltageLimits(1, 1));
    buses.set(2, buses.get(2).withVoltageLimits(0.999, 1.1));
    assertThat(notes(plain.withBuses(buses), Limits.OF_THE_CASE))
        .containsExactly(
            "bus 3, period 0 (2024-04-09T00:00+02:00): the voltage is 0.9960 p.u. at most whatever"
                + " is done, its minimum is 0.999 p.u.");
  }
}
