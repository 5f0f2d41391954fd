package io.evenflow.benchmark;

import io.evenflow.grid.Network;
import io.evenflow.method.Certified;
import io.evenflow.method.Settings;
import io.evenflow.method.Watcher;
import io.evenflow.scenario.Result;
import io.evenflow.scenario.Scenario;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Certified on {@link AssetScaleDay}s, the second run in one virtual machine of each kind. */
final class AssetScaleBenchmark {
  private static final String FEEDER = "case141";
  private static final int STATIONS = 20;
  private static final int SESSIONS = 1000;
  private static final long SEED = 20240409;
  private static final int RUNS = 2;

  private AssetScaleBenchmark() {}

  /** Arguments: seconds at most, then kinds; all of them where there are none. */
  static void run(Path folder, List<String> arguments) {
    Rows rows =
        new Rows(
            folder.resolve("assets.csv"),
            "kind,case,stations,sessions,status,seconds,gapOfVehicles,objective,bound,acFeasible");
    double limit = arguments.isEmpty() ? 30 : Arguments.number("LIMIT", arguments.getFirst());
    List<String> kinds =
        new ArrayList<>(arguments.subList(Math.min(1, arguments.size()), arguments.size()));
    if (kinds.isEmpty()) {
      kinds.add("none");
      kinds.addAll(AssetScaleDay.KINDS);
      kinds.add("everything");
    }
    Network network = Cases.read(FEEDER);
    Scenario base =
        new ScaleDay(network, network.name(), STATIONS, SESSIONS, SEED + SESSIONS).uncongested();
    Settings settings = Settings.defaults().withTimeLimitSeconds(limit);
    for (String kind : kinds) {
      Scenario day = AssetScaleDay.of(base, kind);
      Result result = new Certified().coordinate(day, settings, Watcher.NONE);
      for (int run = 1; run < RUNS; run++) {
        result = new Certified().coordinate(day, settings, Watcher.NONE);
      }
      rows.add(
          kind,
          day.feeder().name(),
          STATIONS,
          SESSIONS,
          result.status(),
          result.seconds().get("total"),
          result.vehicleCostGap(),
          result.objective(),
          result.bound(),
          result.verification() != null && result.verification().acFeasible());
    }
  }
}
