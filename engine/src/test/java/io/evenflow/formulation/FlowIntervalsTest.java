package io.evenflow.formulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.evenflow.check.PowerFlow;
import io.evenflow.check.PowerFlowStatus;
import io.evenflow.fleet.Charger;
import io.evenflow.fleet.PowerRange;
import io.evenflow.fleet.Station;
import io.evenflow.grid.Feeder;
import io.evenflow.io.BuiltInDays;
import io.evenflow.io.matpower.MatpowerReader;
import io.evenflow.market.DayAheadPrices;
import io.evenflow.scenario.Limits;
import io.evenflow.scenario.Loads;
import io.evenflow.scenario.Scenario;
import io.evenflow.time.Horizon;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class FlowIntervalsTest {
  /** 1 MVA; 0.2 MW at bus 2 behind r = 0.1, and a station there. */
  private static final String TWO_BUSES =
      """
      function mpc = two
      mpc.version = '2';
      mpc.baseMVA = 1;
      mpc.bus = [
        1 3 0   0 0 0 1 1 0 12.66 1 1    1;
        2 1 0.2 0 0 0 1 1 0 12.66 1 1.05 0.95;
      ];
      mpc.gen = [1 0 0 2 -2 1 1 1 2 -2];
      mpc.branch = [1 2 0.1 0 0 0 0 0 0 0 1 -360 360];
      mpc.gencost = [2 0 0 2 60 0];
      """;

  private static final Interval[] NONE = {};

  private static final Charger CHARGER = new Charger(new PowerRange(0, 100), 1, null, 1);

  private static Scenario twoBuses() {
    return new Scenario(
        "two",
        "EUR",
        "two",
        MatpowerReader.read("two", TWO_BUSES),
        new Horizon(OffsetDateTime.parse("2024-04-09T00:00:00+02:00"), 1, 60),
        DayAheadPrices.of(50),
        Loads.flat(1),
        List.of(),
        Limits.OF_THE_CASE,
        null,
        List.of(new Station("s", 2, CHARGER)),
        List.of());
  }

  /** P' = 0.2 … 0.3 p.u. and v ≥ 0.9025 at the end: l ≤ 0.09/0.9025, P ≤ 0.3 + 0.1·l, and so on. */
  @Test
  void byHand() {
    Scenario day = twoBuses();
    Interval[] station = {new Interval(0, 100)};
    FlowIntervals within = new FlowIntervals(day, new PerUnit(day.feeder()), 0, station, NONE);
    double least = flow(0.2);
    double most = flow(0.3);
    assertThat(within.active[1].least()).isBetween(0.2, least);
    assertThat(within.active[1].most()).isBetween(most, 0.3 + 0.1 * 0.09 / 0.9025 + 1e-6);
    assertThat(within.voltage[1].most()).isLessThan(0.97);
    assertThat(within.reactive[1].most()).isCloseTo(0, within(1e-6));
  }

  /** Without any freedom the intervals close in on the power flow. */
  @Test
  void aPointStaysNearlyOne() {
    Scenario day = twoBuses();
    FlowIntervals within =
        new FlowIntervals(day, new PerUnit(day.feeder()), 0, new Interval[] {Interval.ZERO}, NONE);
    assertThat(within.active[1].most() - within.active[1].least()).isLessThan(1e-4);
    assertThat(within.active[1].least()).isCloseTo(flow(0.2), within(1e-4));
  }

  /** What V·I is at the substation where I·(1 − 0.1·I) arrives. */
  private static double flow(double load) {
    return (1 - Math.sqrt(1 - 4 * 0.1 * load)) / (2 * 0.1);
  }

  /** Shunts, taps and charging of the 18-bus feeder; powers of its stations drawn at random. */
  @Test
  void everyPowerFlowIsWithin() {
    Scenario day = BuiltInDays.read("case18-small");
    Feeder feeder = day.feeder();
    Interval[] stations = new Interval[day.stations().size()];
    Arrays.fill(stations, new Interval(-300, 600));
    FlowIntervals within = new FlowIntervals(day, new PerUnit(feeder), 18, stations, NONE);
    SplittableRandom random = new SplittableRandom(1);
    int kept = 0;
    for (int k = 0; k < 200; k++) {
      PowerFlow flow = powerFlow(day, 18, random);
      if (keepsVoltages(flow)) {
        kept++;
        requireWithin(within, flow);
      }
    }
    assertThat(kept).isGreaterThan(50);
  }

  private static PowerFlow powerFlow(Scenario day, int period, SplittableRandom random) {
    Feeder feeder = day.feeder();
    PowerFlow flow = new PowerFlow(feeder);
    double[] active = new double[feeder.busCount()];
    double[] reactive = new double[feeder.busCount()];
    for (int i = 0; i < active.length; i++) {
      active[i] = day.activeLoadMw(i, period);
      reactive[i] = day.reactiveLoadMvar(i, period);
    }
    for (int k = 0; k < day.stations().size(); k++) {
      active[day.busOf(k)] += random.nextDouble(-0.3, 0.6);
    }
    assertThat(flow.solve(feeder.bus(0).voltageMaxPu(), active, reactive))
        .isEqualTo(PowerFlowStatus.CONVERGED);
    return flow;
  }

  private static boolean keepsVoltages(PowerFlow flow) {
    boolean keeps = true;
    for (int i = 0; i < flow.feeder().busCount(); i++) {
      double v = flow.voltageMagnitudePu(i);
      keeps &= v >= flow.feeder().bus(i).voltageMinPu() && v <= flow.feeder().bus(i).voltageMaxPu();
    }
    return keeps;
  }

  private static void requireWithin(FlowIntervals within, PowerFlow flow) {
    double base = flow.feeder().baseMva();
    for (int j = 0; j < flow.feeder().busCount(); j++) {
      double v = Math.pow(flow.voltageMagnitudePu(j), 2);
      requireWithin(within.voltage[j], v);
      if (j > 0) {
        requireWithin(within.active[j], flow.parentEndActiveMw(j) / base);
        double r = flow.feeder().branch(j).resistancePu();
        requireWithin(within.current[j], flow.lossMw(j) / base / r);
      }
    }
  }

  private static void requireWithin(Interval interval, double value) {
    assertThat(value).isBetween(interval.least() - 1e-9, interval.most() + 1e-9);
  }
}
