package io.evenflow;

import io.evenflow.fleet.Charger;
import io.evenflow.fleet.PowerRange;
import io.evenflow.fleet.Session;
import io.evenflow.fleet.Station;
import io.evenflow.grid.Branch;
import io.evenflow.grid.Bus;
import io.evenflow.grid.BusType;
import io.evenflow.grid.GenerationCost;
import io.evenflow.grid.Generator;
import io.evenflow.grid.Network;
import io.evenflow.market.DayAheadPrices;
import io.evenflow.scenario.Limits;
import io.evenflow.scenario.Loads;
import io.evenflow.scenario.Scenario;
import io.evenflow.time.Horizon;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.IntStream;

/**
 * n vehicles of 50 kWh behind a branch that carries 40 kW a vehicle and hour, charging with 40 to
 * 60 kW, so each in one hour only, for 4 EUR in hour 0 or 3 EUR in hour 1. Every other one is at a
 * second station of the same bus. The worked example of docs/certified.md.
 *
 * <pre>
 * [1] --- 2      hour 0: 60 EUR/MWh, hour 1: 40 EUR/MWh, generation 20 EUR/MWh
 * </pre>
 */
public final class OneBranchDay {
  private OneBranchDay() {}

  public static Scenario of(int vehicles) {
    Charger charger = new Charger(new PowerRange(40, 60), 1, null, 1);
    List<Session> sessions =
        IntStream.range(0, vehicles)
            .mapToObj(i -> new Session("ev" + i, "s" + i % 2, 0, 2, 50, 0, 0, 50, 1.0, charger))
            .toList();
    return new Scenario(
        "one branch",
        "EUR",
        "example",
        network(0.04 * vehicles),
        new Horizon(OffsetDateTime.parse("2024-04-09T00:00:00+02:00"), 2, 60),
        DayAheadPrices.of(60, 40),
        Loads.flat(2),
        List.of(),
        Limits.OF_THE_CASE,
        null,
        List.of(new Station("s0", 2, charger), new Station("s1", 2, charger)),
        sessions);
  }

  private static Network network(double ratingMva) {
    Bus substation = new Bus(1, BusType.SUBSTATION, 0, 0, 0, 0, 1, 0, 12.66, 1, 1);
    Bus end = new Bus(2, BusType.LOAD, 0, 0, 0, 0, 1, 0, 12.66, 0.9, 1.1);
    GenerationCost cost = new GenerationCost.Polynomial(0, 20, 0);
    Generator grid = new Generator(1, 0, 0, -900, 900, 1, 0, 900, true, cost);
    Branch branch = new Branch(1, 2, 0.008 / ratingMva, 0, 0, ratingMva, 1, 0, true);
    return new Network(
        "example", 1, List.of(substation, end), List.of(grid), List.of(branch), List.of());
  }
}
