package io.evenflow.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.evenflow.coordination.Answer;
import io.evenflow.coordination.Coupling;
import io.evenflow.coordination.CouplingContract;
import io.evenflow.fleet.Charger;
import io.evenflow.fleet.PowerRange;
import io.evenflow.fleet.Station;
import io.evenflow.formulation.PerUnit;
import io.evenflow.grid.Branch;
import io.evenflow.grid.Bus;
import io.evenflow.grid.BusType;
import io.evenflow.grid.GenerationCost;
import io.evenflow.grid.Generator;
import io.evenflow.grid.Network;
import io.evenflow.market.DayAheadPrices;
import io.evenflow.market.PeakCharge;
import io.evenflow.scenario.Limits;
import io.evenflow.scenario.Loads;
import io.evenflow.scenario.Scenario;
import io.evenflow.time.Horizon;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/**
 * Three periods, the first of a quarter of an hour, behind cables that lose something:
 *
 * <pre>
 * [1] --- 2 (a) --- 3 (b)
 * </pre>
 */
class ImportPeakCouplingTest extends CouplingContract {
  private static final Charger CHARGER = new Charger(new PowerRange(0, 22), 1, null, 1);
  private static final OffsetDateTime START = OffsetDateTime.parse("2024-05-12T12:45:00+02:00");
  private static final int PERIODS = 3;
  private static final int[][] ROWS = {{0, 3}, {1, 4}, {2, 5}};

  private static Scenario day(double ohmPu, double loadMw) {
    Network network =
        new Network(
            "three",
            1,
            List.of(
                new Bus(1, BusType.SUBSTATION, 0, 0, 0, 0, 1, 0, 0.4, 1, 1),
                new Bus(2, BusType.LOAD, loadMw, 0, 0, 0, 1, 0, 0.4, 0.1, 3),
                new Bus(3, BusType.LOAD, loadMw, loadMw / 3, 0, 0, 1, 0, 0.4, 0.1, 3)),
            List.of(new Generator(1, 0, 0, -10, 10, 1, -10, 10, true, GenerationCost.ZERO)),
            List.of(cable(1, 2, ohmPu), cable(2, 3, ohmPu)),
            List.of());
    double[] perMwh = {1000, 1000, 1000};
    return new Scenario(
        "tiny",
        "EUR",
        "three",
        network,
        new Horizon(START, PERIODS, 60, 15, null),
        DayAheadPrices.of(0, 0, 0),
        new Loads(new double[] {1, 0.5, 0.9}, List.of()),
        List.of(),
        Limits.OF_THE_CASE,
        perMwh,
        List.of(new Station("a", 2, CHARGER), new Station("b", 3, CHARGER)),
        List.of());
  }

  private static Branch cable(int from, int to, double ohmPu) {
    return new Branch(from, to, ohmPu, ohmPu / 2, 0, Double.POSITIVE_INFINITY, 1, 0, true);
  }

  private static InputTrees trees(Scenario day) {
    return new InputTrees(day.feeder(), new PerUnit(day.feeder()), new GridInputs(day));
  }

  @Override
  protected Subject subject(SplittableRandom random) {
    Scenario day = day(random.nextDouble(0.01, 0.1), random.nextDouble(0.1));
    PeakCharge charge =
        new PeakCharge(random.nextDouble(20), random.nextInt(2) * random.nextDouble(300));
    RadialFlow[] flows = new RadialFlow[PERIODS];
    for (int t = 0; t < PERIODS; t++) {
      flows[t] = new RadialFlow(day, new PerUnit(day.feeder()), new GridInputs(day), t);
    }
    return new Subject(
        new ImportPeakCoupling(day, trees(day), ROWS, charge),
        1,
        random.doubles(6, -200, 0).toArray(),
        random.doubles(6, 0, 400).toArray(),
        kw -> {
          double highest = 0;
          for (int t = 0; t < PERIODS; t++) {
            highest = Math.max(highest, importKw(flows[t], kw[t], kw[PERIODS + t]));
          }
          return charge.cost(highest);
        },
        kw -> true);
  }

  /** Into the first cable; per unit are MW. */
  private static double importKw(RadialFlow flow, double kwOfA, double kwOfB) {
    assertThat(flow.solve(new double[] {kwOfA, kwOfB})).isTrue();
    return 1000 * flow.p[1];
  }

  /**
   * A cable of 0.1 p.u. gives 0.1 at its end, so p = 0.1 + 0.1·p² = 0.10102 at its start, where the
   * voltage is 1. 5 EUR a kW above 51.
   */
  @Test
  void aPeakHasTheLossesInIt() {
    Scenario day = day(0.1, 0);
    ImportPeakCoupling peak = new ImportPeakCoupling(day, trees(day), ROWS, new PeakCharge(5, 51));
    peak.whole(new double[6], new double[] {200, 200, 200, 0, 0, 0});
    double p = (1 - Math.sqrt(1 - 4 * 0.1 * 0.1)) / (2 * 0.1);

    Answer answer = peak.ask(new double[] {100, 20, 90, 0, 0, 0}, null);

    assertThat(p).isBetween(0.10102, 0.10103);
    // what its reactance needs, 0.05·p² = 0.5 kvar, costs no more than a thousandth of that
    assertThat(answer.value()).isCloseTo(5 * (1000 * p - 51), within(1e-3));
    assertThat(answer.error()).isCloseTo(0, within(1e-6));
    // the next kW costs 5 EUR and what more it loses: dp/dkW = 1/(1 − 0.2·p)
    assertThat(answer.cut().gradient()[0]).isCloseTo(5 / (1 - 0.2 * p), within(1e-2));
    assertThat(answer.cut().gradient()[1]).isZero();
  }

  /** The same kW in the second highest period, which the maximum does not show. */
  @Test
  void everyPeriodAboveALevelHasAPrice() {
    Scenario day = day(0.1, 0);
    ImportPeakCoupling peak = new ImportPeakCoupling(day, trees(day), ROWS, new PeakCharge(5, 51));
    peak.whole(new double[6], new double[] {200, 200, 200, 0, 0, 0});
    List<Coupling> above = peak.above(5 * (80 - 51));
    assertThat(above).hasSize(3);
    assertThat(above.get(0).ask(new double[] {100, 0}, null).value()).isBetween(100.0, 106.0);
    assertThat(above.get(1).ask(new double[] {20, 0}, null).value()).isZero();
    Answer third = above.get(2).ask(new double[] {90, 0}, null);
    assertThat(third.value()).isBetween(50.0, 55.0);
    assertThat(third.cut().gradient()[0]).isBetween(5.0, 5.2);
  }
}
