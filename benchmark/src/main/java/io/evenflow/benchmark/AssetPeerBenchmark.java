package io.evenflow.benchmark;

import io.evenflow.grid.Network;
import io.evenflow.io.BuiltInDays;
import io.evenflow.method.Certified;
import io.evenflow.method.Direct;
import io.evenflow.method.Method;
import io.evenflow.method.Settings;
import io.evenflow.method.Watcher;
import io.evenflow.scenario.Result;
import io.evenflow.scenario.Scenario;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Certified beside SCIP on the built-in depot and on small {@link AssetScaleDay}s with everything:
 * the whole program handed to it, with the settings of {@code direct}. Both in turn in one virtual
 * machine, certified twice, of which the second run counts.
 */
final class AssetPeerBenchmark {
  private static final String FEEDER = "case141";
  private static final long SEED = 20240409;
  private static final List<Size> SIZES = List.of(new Size(2, 1), new Size(10, 2), new Size(30, 3));
  private static final List<Method> METHODS = List.of(new Certified(), new Direct());

  private record Size(int sessions, int stations) {}

  private AssetPeerBenchmark() {}

  /** Argument: seconds at most for each method on each day. */
  static void run(Path folder, List<String> arguments) {
    double limit = arguments.isEmpty() ? 60 : Arguments.number("LIMIT", arguments.getFirst());
    Rows rows =
        new Rows(
            folder.resolve("assets-peer.csv"),
            "method,case,sessions,stations,vehicles,batteries,status,seconds,objective,bound"
                + ",gapOfVehicles,acFeasible");
    Network network = Cases.read(FEEDER);
    Settings settings = Settings.defaults().withTimeLimitSeconds(limit);
    List<Scenario> days = new ArrayList<>(List.of(BuiltInDays.read("depot-day")));
    SIZES.forEach(size -> days.add(day(network, size)));
    for (Scenario day : days) {
      new Certified().coordinate(day, settings, Watcher.NONE);
      for (Method method : METHODS) {
        add(rows, day, method.name(), method.coordinate(day, settings, Watcher.NONE));
      }
    }
  }

  private static Scenario day(Network network, Size size) {
    long seed = SEED + size.sessions();
    return AssetScaleDay.of(
        new ScaleDay(network, network.name(), size.stations(), size.sessions(), seed).uncongested(),
        "everything");
  }

  private static void add(Rows rows, Scenario day, String method, Result result) {
    rows.add(
        method,
        day.feeder().name(),
        day.sessions().size(),
        day.stations().size(),
        day.equipment().vehicles().size(),
        day.equipment().batteries().size(),
        result.status(),
        result.seconds().get("total"),
        result.objective(),
        result.bound(),
        result.vehicleCostGap(),
        result.verification() != null && result.verification().acFeasible());
  }
}
