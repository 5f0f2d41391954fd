package io.evenflow.benchmark;

import io.evenflow.method.Certified;
import io.evenflow.method.Settings;
import io.evenflow.method.Watcher;
import io.evenflow.scenario.Result;
import io.evenflow.scenario.Scenario;
import java.nio.file.Path;
import java.util.List;

/** Certified on all {@link TightDay}s, one after the other in one virtual machine. */
final class TightBenchmark {
  private TightBenchmark() {}

  /** Argument: seconds at most. */
  static void run(Path folder, List<String> arguments) {
    Rows rows =
        new Rows(
            folder.resolve("tight.csv"),
            "day,case,sessions,periods,limit,status,seconds,gapOfVehicles,objective,bound,acFeasible");
    double limit = arguments.isEmpty() ? 60 : Arguments.number("LIMIT", arguments.getFirst());
    Settings settings = Settings.defaults().withTimeLimitSeconds(limit);
    for (TightDay each : TightDay.ALL) {
      Scenario day = each.day();
      Result result = new Certified().coordinate(day, settings, Watcher.NONE);
      rows.add(
          each.name(),
          each.feederCase(),
          each.sessions(),
          day.horizon().periods(),
          limit,
          result.status(),
          result.seconds().get("total"),
          result.vehicleCostGap(),
          result.objective(),
          result.bound(),
          result.verification() != null && result.verification().acFeasible());
    }
  }
}
