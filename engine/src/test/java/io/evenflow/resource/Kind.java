package io.evenflow.resource;

import io.evenflow.fleet.SessionDetails;
import java.util.List;
import java.util.random.RandomGenerator;

/** What a storage may be and have, each alone and all together. */
enum Kind {
  SESSION,
  TARGETS,
  VALUES,
  THROUGHPUT,
  STARTS,
  RUNS,
  POWER_STEPS,
  EVERYTHING,
  VEHICLE,
  BATTERY,
  MINIMUM_ON_DEPARTURE;

  LatticeStorage random(RandomGenerator random, int mostPeriods) {
    return switch (this) {
      case VEHICLE -> LatticeStorage.vehicle(random, mostPeriods);
      case BATTERY -> LatticeStorage.battery(random, mostPeriods);
      default -> LatticeStorage.session(random, mostPeriods, details(random));
    };
  }

  private boolean has(Kind one) {
    return this == one || this == EVERYTHING;
  }

  private SessionDetails details(RandomGenerator random) {
    return new SessionDetails(
        has(TARGETS) ? List.of(new SessionDetails.Target(0, 0)) : List.of(),
        has(VALUES) ? 0.6 * random.nextDouble() : 0,
        has(VALUES) ? 0.4 * random.nextDouble() : 0,
        has(THROUGHPUT) ? 0.2 * random.nextDouble() : 0,
        has(STARTS) ? 0.8 * random.nextDouble() : 0,
        has(RUNS) ? 2 + random.nextInt(3) : 1,
        has(POWER_STEPS) ? List.of(1.0) : List.of(),
        null,
        (has(RUNS) || has(STARTS)) && random.nextBoolean(),
        this == MINIMUM_ON_DEPARTURE ? 1 : 0);
  }
}
