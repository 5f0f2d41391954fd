package io.evenflow.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.evenflow.check.Verifier;
import io.evenflow.fleet.Charger;
import io.evenflow.fleet.PowerRange;
import io.evenflow.fleet.Session;
import io.evenflow.fleet.Station;
import io.evenflow.grid.Branch;
import io.evenflow.grid.BranchRating;
import io.evenflow.grid.Bus;
import io.evenflow.grid.Drawing;
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
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Days on feeders with closed switches, against the same with a line too short to matter. */
class SwitchedFeederTest {
  private static final Charger CHARGER = new Charger(new PowerRange(20, 60), 0.9, null, 1);

  private static Scenario day(Network network, Limits limits) {
    List<Session> sessions =
        IntStream.range(0, 5)
            .mapToObj(i -> new Session("ev" + i, "s", 0, 4, 100, 0, 10, 90 + i, 10.0, CHARGER))
            .toList();
    return new Scenario(
        "switched",
        "EUR",
        "drawing",
        network,
        new Horizon(OffsetDateTime.parse("2024-04-09T00:00:00+02:00"), 4, 60),
        DayAheadPrices.of(60, 20, 30, 80),
        Loads.flat(4),
        List.of(),
        limits,
        null,
        List.of(new Station("s", 4, CHARGER)),
        sessions);
  }

  private static Limits rating(int from, int to, double mva) {
    return new Limits(null, null, null, List.of(new BranchRating(from, to, mva)));
  }

  private static Result solved(String method, Scenario day) {
    Result result =
        Objects.requireNonNull(Methods.named(method))
            .coordinate(day, Settings.defaults().withGap(1e-6), Watcher.NONE);
    assertThat(result.status()).isEqualTo(Status.OPTIMAL);
    assertThat(Objects.requireNonNull(result.verification()).violations()).isEmpty();
    return result;
  }

  private static Network shortLine(Network network, int place) {
    List<Branch> branches = new ArrayList<>(network.branches());
    Branch old = branches.get(place);
    branches.set(
        place, new Branch(old.from(), old.to(), 0, 1e-6, 0, Double.POSITIVE_INFINITY, 1, 0, true));
    return network.withBranches(branches);
  }

  @ParameterizedTest
  @ValueSource(strings = {"certified", "direct"})
  void aSwitchIsALineWithoutLength(String method) {
    Network network = Drawing.network("[1] -- 2 == 3 -- 4");
    double joined = objective(solved(method, day(network, Limits.OF_THE_CASE)));
    double line = objective(solved(method, day(shortLine(network, 1), Limits.OF_THE_CASE)));
    assertThat(joined).isCloseTo(line, within(1e-4));
  }

  /** Two loads of 0.1 MW hang on the switch of 0.3 MVA; nothing is left for more than one car. */
  @ParameterizedTest
  @ValueSource(strings = {"certified", "direct"})
  void theRatingOfASwitchIsKept(String method) {
    Network network = Drawing.network("[1] -- 2 == 3 -- 4");
    Limits rated = rating(2, 3, 0.3);
    double kept = objective(solved(method, day(network, rated)));
    double line = objective(solved(method, day(shortLine(network, 1), rated)));
    double free = objective(solved(method, day(network, Limits.OF_THE_CASE)));
    assertThat(kept).isCloseTo(line, within(1e-3)).isGreaterThan(free + 1);
  }

  @Test
  void theCheckSeesASwitchThatCarriesTooMuch() {
    Network network = Drawing.network("[1] -- 2 == 3 -- 4");
    Result free = solved("certified", day(network, Limits.OF_THE_CASE));
    assertThat(
            Verifier.verify(
                    day(network, rating(2, 3, 0.3)), Objects.requireNonNull(free.dispatch()))
                .violations())
        .isNotEmpty()
        .allMatch(sentence -> sentence.startsWith("branch 2-3, "));
  }

  @Test
  void limitsOfJoinedBusesAreNamedByTheBusThatHasThem() {
    Network network = Drawing.network("[1] -- 2 == 3 -- 4");
    List<Bus> buses = new ArrayList<>(network.buses());
    buses.set(2, buses.get(2).withVoltageLimits(1.099, 1.1));
    Result free = solved("certified", day(network, Limits.OF_THE_CASE));
    assertThat(
            Verifier.verify(
                    day(network.withBuses(buses), Limits.OF_THE_CASE),
                    Objects.requireNonNull(free.dispatch()))
                .violations())
        .isNotEmpty()
        .allMatch(sentence -> sentence.startsWith("bus 3, "));
  }

  private static double objective(Result result) {
    return Objects.requireNonNull(result.objective());
  }
}
