package io.evenflow.coordination;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenflow.fleet.Charger;
import io.evenflow.fleet.PowerRange;
import io.evenflow.fleet.Session;
import io.evenflow.resource.StorageResource;
import io.evenflow.time.Horizon;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Many vehicles, at two places behind one limit in every hour, which binds in most of them. */
class DivingTest {
  private static final int HOURS = 24;
  private static final int VEHICLES = 150;
  private static final Horizon HORIZON =
      new Horizon(OffsetDateTime.parse("2024-05-12T12:00:00+02:00"), HOURS, 60);

  /** They draw 4 to 11 kW or nothing, both ways, and want some 30 kWh each. */
  private static Problem problem(long seed, double limitKw) {
    SplittableRandom random = new SplittableRandom(seed);
    PowerRange range = new PowerRange(4, 11);
    Charger charger = new Charger(range, 0.9, range, 0.9);
    List<Resource> vehicles = new ArrayList<>();
    for (int r = 0; r < VEHICLES; r++) {
      int arrival = random.nextInt(HOURS - 6);
      int departure = arrival + 5 + random.nextInt(HOURS - arrival - 5);
      double start = random.nextDouble(5, 30);
      double wanted = start + random.nextDouble(20, 40);
      int place = random.nextInt(2);
      Session session =
          new Session("v" + r, "s", arrival, departure, 80, 5, start, wanted, 1.0, charger);
      int[] rows = IntStream.range(place * HOURS + arrival, place * HOURS + departure).toArray();
      vehicles.add(new StorageResource(session, HORIZON, rows));
    }
    int[] place = IntStream.range(0, 2 * HOURS).map(row -> row / HOURS).toArray();
    int[] period = IntStream.range(0, 2 * HOURS).map(row -> row % HOURS).toArray();
    double[] price =
        IntStream.range(0, 2 * HOURS)
            .mapToDouble(row -> 0.08 + 0.05 * Math.sin(row % HOURS * 0.7))
            .toArray();
    List<Coupling> limits = new ArrayList<>();
    for (int t = 0; t < HOURS; t++) {
      limits.add(new Capacity(limitKw, t, HOURS + t));
    }
    return new Problem(new Rows(place, period, price), vehicles, limits);
  }

  /** At once to a part in a thousand, then to what was asked, and no limit is missed. */
  @Test
  void closesWhatManyVehiclesLeaveOpen() {
    for (int seed = 0; seed < 2; seed++) {
      Problem problem = problem(seed, seed % 2 == 0 ? 260 : 340);
      Map<String, Double> first = new LinkedHashMap<>();
      Listener listener =
          (stage, round, objective, bound, open) ->
              first.putIfAbsent(stage, objective == null ? Double.NaN : objective);
      Terms terms = new Terms(1e-4, 60, 0.5, 50, null);
      Coordinator coordinator = new Coordinator(problem, terms, () -> false, listener);
      coordinator.run();
      double bound = coordinator.bound();
      assertThat(first.keySet()).startsWith("relaxation", "rounding");
      assertThat(first.get("rounding")).as("seed " + seed).isBetween(bound, (1 + 1e-3) * bound);
      Plan plan = Objects.requireNonNull(coordinator.plan());
      assertThat(plan.objective()).as("seed " + seed).isBetween(bound, (1 + 1.01e-4) * bound);
      assertThat(plan.isWhole()).isTrue();
    }
  }
}
