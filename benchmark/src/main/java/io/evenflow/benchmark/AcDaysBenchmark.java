package io.evenflow.benchmark;

import io.evenflow.method.Certified;
import io.evenflow.method.Settings;
import io.evenflow.method.Watcher;
import io.evenflow.scenario.Result;
import io.evenflow.scenario.Scenario;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** Certified, warm, on days on which the relaxation is not the grid: negative prices and sun. */
final class AcDaysBenchmark {
  private static final int WARM_UP = 5;
  private static final int REPETITIONS = 3;

  /** What takes longer is not repeated. Unit: s */
  private static final double LONG = 2;

  private final Rows rows;
  private final Settings settings;

  private AcDaysBenchmark(Path file) {
    rows =
        new Rows(
            file,
            "day,sessions,periods,status,objective,bound,gapOfVehicles,vehicleCost,acFeasible"
                + ",seconds");
    String limit = System.getenv().getOrDefault("LIMIT", "30");
    settings =
        Settings.defaults()
            .withTimeLimitSeconds(Arguments.number("LIMIT", limit))
            .withBestEffort(false);
  }

  /** Arguments: price file, then cases; sessions and step go with the case. */
  static void negative(Path folder, List<String> arguments) {
    if (arguments.isEmpty()) {
      throw new BadArgument("a price file is missing", "Maybe: benchmark/run negative prices.csv");
    }
    NegativeDays days = new NegativeDays(Path.of(arguments.get(0)), ZoneId.of("Europe/Berlin"));
    List<String> cases = arguments.subList(1, arguments.size());
    AcDaysBenchmark benchmark = new AcDaysBenchmark(folder.resolve("negative.csv"));
    for (String each : cases.isEmpty() ? List.of("case33bw", "case69", "case141") : cases) {
      boolean large = each.equals("case141");
      benchmark.measure(days.of(2024, each, large ? 300 : 60, large ? 15 : 60));
    }
  }

  /** Arguments: cases. */
  static void solar(Path folder, List<String> arguments) {
    AcDaysBenchmark benchmark = new AcDaysBenchmark(folder.resolve("solar.csv"));
    List<Scenario> days = new ArrayList<>();
    List<String> cases = arguments.isEmpty() ? List.of("case33bw", "case69", "case141") : arguments;
    for (String each : cases) {
      for (double share : new double[] {0.5, 1, 2}) {
        days.add(SolarDays.day(each, share, 1.05));
        days.add(SolarDays.day(each, share, 1.03));
      }
    }
    benchmark.measure(days);
  }

  private void measure(List<Scenario> days) {
    for (int i = 0; i < WARM_UP && !days.isEmpty(); i++) {
      new Certified().coordinate(days.get(i % days.size()), settings, Watcher.NONE);
    }
    days.forEach(this::measure);
  }

  private void measure(Scenario day) {
    List<Double> seconds = new ArrayList<>();
    Result result;
    do {
      long start = System.nanoTime();
      result = new Certified().coordinate(day, settings, Watcher.NONE);
      seconds.add((System.nanoTime() - start) / 1e9);
    } while (seconds.size() < REPETITIONS && seconds.getLast() < LONG);
    rows.add(
        day.name(),
        day.sessions().size(),
        day.periods(),
        result.status().word(),
        result.objective(),
        result.bound(),
        result.vehicleCostGap(),
        result.vehicleCost(),
        result.verification() != null && result.verification().acFeasible(),
        Median.of(seconds));
    result.notes().forEach(note -> System.err.println("  " + note));
  }
}
