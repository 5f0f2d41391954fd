package io.evenflow.benchmark;

import io.evenflow.check.BindingLimit;
import io.evenflow.check.BindingLimits;
import io.evenflow.grid.Network;
import io.evenflow.method.Certified;
import io.evenflow.method.Settings;
import io.evenflow.method.Watcher;
import io.evenflow.scenario.Dispatch;
import io.evenflow.scenario.Result;
import io.evenflow.scenario.Scenario;
import io.evenflow.scenario.Verification;
import java.nio.file.Path;
import java.util.List;

/** One certified day of many sessions in a fresh virtual machine: seconds, gap and peak memory. */
final class ScaleBenchmark {
  private static final long SEED = 20240409;

  private ScaleBenchmark() {}

  /** Arguments: case, stations, sessions, series, seconds at most. */
  static void run(Path folder, List<String> arguments) {
    Rows rows =
        new Rows(
            folder.resolve("scale.csv"),
            "case,series,stations,sessions,status,seconds,gapOfVehicles,objective,bound,vehicles"
                + ",shortfall,rounds,neighbourhoods,bindingVoltages,bindingBranches,acFeasible"
                + ",peakMb");
    String feederCase = arguments.get(0);
    String series = arguments.get(3);
    int sessions = (int) Arguments.number("SIZE", arguments.get(2));
    Scenario day =
        day(feederCase, (int) Arguments.number("STATIONS", arguments.get(1)), sessions, series);
    Settings settings =
        Settings.defaults().withTimeLimitSeconds(Arguments.number("LIMIT", arguments.get(4)));
    Result result = new Certified().coordinate(day, settings, watcher());
    result.notes().forEach(System.err::println);
    rows.add(
        day.feeder().name(),
        series,
        day.stations().size(),
        sessions,
        result.status(),
        result.seconds().get("total"),
        result.vehicleCostGap(),
        result.objective(),
        result.bound(),
        result.vehicleCost(),
        result.cost() == null ? null : result.cost().shortfall(),
        rounds(result, "prices"),
        rounds(result, "neighbourhoods"),
        binding(day, result, BindingLimit.Kind.LOW_VOLTAGE),
        binding(day, result, BindingLimit.Kind.BRANCH_RATING),
        result.verification() != null && result.verification().acFeasible(),
        ProcessMemory.peakMb());
  }

  private static Watcher watcher() {
    long start = System.nanoTime();
    return step ->
        System.err.printf(
            "%8.2f s  %s %d  %s  %s  %s%n",
            (System.nanoTime() - start) / 1e9,
            step.stage(),
            step.iteration(),
            step.objective(),
            step.bound(),
            step.fractionalBinaries());
  }

  private static Scenario day(String feederCase, int stations, int sessions, String series) {
    Network network = Cases.read(feederCase);
    ScaleDay day = new ScaleDay(network, network.name(), stations, sessions, SEED + sessions);
    return series.equals("congested") ? day.congested() : day.uncongested();
  }

  private static long rounds(Result result, String stage) {
    return result.trace().stream().filter(step -> stage.equals(step.get("stage"))).count();
  }

  /** Periods in which a limit of a kind binds. */
  private static long binding(Scenario day, Result result, BindingLimit.Kind kind) {
    Dispatch dispatch = result.dispatch();
    Verification check = result.verification();
    return dispatch == null || check == null
        ? 0
        : BindingLimits.of(day, dispatch, check.grid()).stream()
            .filter(limit -> limit.kind() == kind)
            .map(BindingLimit::period)
            .distinct()
            .count();
  }
}
