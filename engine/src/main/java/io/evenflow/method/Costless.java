package io.evenflow.method;

import io.evenflow.fleet.Session;
import io.evenflow.grid.GenerationCost;
import io.evenflow.grid.Generator;
import io.evenflow.market.DayAheadPrices;
import io.evenflow.scenario.Scenario;
import java.util.List;

/** A scenario in which nothing has a price: all that is left of it are its limits. */
final class Costless {
  private Costless() {}

  static Scenario of(Scenario scenario) {
    List<Generator> generators =
        scenario.network().generators().stream()
            .map(generator -> generator.withCost(GenerationCost.ZERO))
            .toList();
    return new Scenario(
        scenario.name(),
        scenario.currency(),
        scenario.feederCase(),
        scenario.network().withGenerators(generators),
        scenario.horizon(),
        DayAheadPrices.of(new double[scenario.periods()]),
        scenario.loads(),
        scenario.branchScaling(),
        scenario.limits(),
        null,
        scenario.stations(),
        scenario.sessions().stream().map(Costless::withoutPrice).toList());
  }

  /** A hard target stays hard. */
  private static Session withoutPrice(Session session) {
    return session.hasHardTarget() ? session : session.withShortfallCost(0.0);
  }
}
