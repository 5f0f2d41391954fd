package io.evenflow.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.evenflow.check.PowerFlow;
import io.evenflow.check.PowerFlowStatus;
import io.evenflow.fleet.Station;
import io.evenflow.grid.Branch;
import io.evenflow.grid.Bus;
import io.evenflow.grid.BusType;
import io.evenflow.grid.Feeder;
import io.evenflow.grid.Network;
import io.evenflow.scenario.Result;
import io.evenflow.scenario.Scenario;
import io.evenflow.scenario.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A feeder drawn with more buses and branches than it needs has the same power flow and the same
 * day. Each bus of {@link RandomDays} is split by a switch, and each branch into two:
 *
 * <pre>
 * [1] == 11 --- 2 == 12 --- 3 == 13
 *  `-----------------´`-----´
 * </pre>
 */
class SplitFeederTest {
  private static final int DAYS = 12;
  private static final double GAP = 1e-5;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void hasThePowerFlowAndTheDayOfThePlainOne(long seed) {
    assertSame(seed, Double.POSITIVE_INFINITY, 1e-9);
  }

  /** Switches with a rating stay branches, of 1e-7 p.u. for 5 MVA; only 1 MVA flows. */
  @ParameterizedTest
  @ValueSource(longs = {5, 6})
  void switchesMayHaveRatings(long seed) {
    assertSame(seed, 5, 1e-7);
  }

  private static void assertSame(long seed, double switchMva, double nearPu) {
    SplittableRandom random = new SplittableRandom(seed);
    int solved = 0;
    for (int day = 0; day < DAYS; day++) {
      Scenario plain = RandomDays.next(random);
      Scenario split = split(plain, random, switchMva);
      String which = "day " + day;
      assertSamePowerFlow(plain.feeder(), split.feeder(), nearPu, which);
      solved += assertSameDay(plain, split, which) ? 1 : 0;
    }
    assertThat(solved).isGreaterThan(DAYS / 3);
  }

  private static void assertSamePowerFlow(Feeder plain, Feeder split, double nearPu, String which) {
    PowerFlow one = solved(plain);
    PowerFlow other = solved(split);
    assertThat(other.substationActiveMw())
        .as(which)
        .isCloseTo(one.substationActiveMw(), within(nearPu));
    for (int number = 1; number <= plain.busCount(); number++) {
      double voltage = one.voltageMagnitudePu(plain.indexOf(number));
      assertThat(other.voltageMagnitudePu(split.indexOf(number)))
          .as(which)
          .isCloseTo(voltage, within(nearPu));
      assertThat(other.voltageMagnitudePu(split.indexOf(10 + number)))
          .as(which)
          .isCloseTo(voltage, within(nearPu));
    }
  }

  private static PowerFlow solved(Feeder feeder) {
    PowerFlow flow = new PowerFlow(feeder);
    double[] active = feeder.buses().stream().mapToDouble(Bus::activeLoadMw).toArray();
    double[] reactive = feeder.buses().stream().mapToDouble(Bus::reactiveLoadMvar).toArray();
    assertThat(flow.solve(1, active, reactive)).isEqualTo(PowerFlowStatus.CONVERGED);
    return flow;
  }

  /** Whether there is a schedule. */
  private static boolean assertSameDay(Scenario plain, Scenario split, String which) {
    Result one = certified(plain);
    Result other = certified(split);
    assertThat(other.status()).as(which).isEqualTo(one.status());
    if (one.status() != Status.OPTIMAL) {
      return false;
    }
    double objective = Objects.requireNonNull(one.objective());
    assertThat(other.objective())
        .as(which)
        .isCloseTo(objective, within(GAP * Math.max(1, Math.abs(objective))));
    assertThat(Objects.requireNonNull(other.verification()).violations()).as(which).isEmpty();
    return true;
  }

  private static Result certified(Scenario day) {
    return new Certified().coordinate(day, Settings.defaults().withGap(GAP), Watcher.NONE);
  }

  private static Scenario split(Scenario day, RandomGenerator random, double switchMva) {
    List<Bus> buses = new ArrayList<>();
    List<Branch> branches = new ArrayList<>();
    for (Bus bus : day.network().buses()) {
      double share = random.nextDouble();
      buses.add(part(bus, bus.number(), bus.type(), share));
      buses.add(part(bus, 10 + bus.number(), BusType.LOAD, 1 - share));
      branches.add(closedSwitch(random, bus.number(), switchMva));
    }
    boolean fixed = !day.limits().branchRatings().isEmpty() || Double.isFinite(switchMva);
    for (Branch branch : day.network().branches()) {
      double share = random.nextDouble(0.1, 0.9);
      branches.add(part(random, branch, share, fixed));
      branches.add(part(random, branch, 1 - share, fixed));
    }
    List<Station> stations =
        day.stations().stream()
            .map(at -> new Station(at.id(), either(random, at.bus()), at.charger()))
            .toList();
    return with(day, day.network().withBuses(buses).withBranches(branches), stations);
  }

  private static Bus part(Bus bus, int number, BusType type, double share) {
    return new Bus(
        number,
        type,
        share * bus.activeLoadMw(),
        share * bus.reactiveLoadMvar(),
        0,
        0,
        1,
        0,
        bus.baseKv(),
        bus.voltageMinPu(),
        bus.voltageMaxPu());
  }

  private static Branch closedSwitch(RandomGenerator random, int number, double ratingMva) {
    boolean down = random.nextBoolean();
    int from = down ? number : 10 + number;
    int to = down ? 10 + number : number;
    return new Branch(from, to, 0, 0, 0, ratingMva, 1, 0, true);
  }

  /**
   * A part of the admittance, in either direction, between either of the buses at each end; between
   * the old ones where a rating is for all that flows between those, or switches stay branches,
   * which would close loops.
   */
  private static Branch part(RandomGenerator random, Branch branch, double share, boolean fixed) {
    boolean down = random.nextBoolean();
    int from = fixed ? branch.from() : either(random, branch.from());
    int to = fixed ? branch.to() : either(random, branch.to());
    return new Branch(
        down ? from : to,
        down ? to : from,
        branch.resistancePu() / share,
        branch.reactancePu() / share,
        0,
        Double.POSITIVE_INFINITY,
        1,
        0,
        true);
  }

  private static int either(RandomGenerator random, int number) {
    return random.nextBoolean() ? number : 10 + number;
  }

  private static Scenario with(Scenario day, Network network, List<Station> stations) {
    return new Scenario(
        day.name(),
        day.currency(),
        day.feederCase(),
        network,
        day.horizon(),
        day.prices(),
        day.loads(),
        day.branchScaling(),
        day.limits(),
        null,
        stations,
        day.sessions());
  }
}
