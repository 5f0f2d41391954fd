package io.evenflow.benchmark;

import io.evenflow.method.Settings;
import io.evenflow.method.Watcher;
import io.evenflow.scenario.Result;
import io.evenflow.scenario.Scenario;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Attacks a method with {@link RandomAcDays} or {@link RandomAssetDays}: what it says of each is
 * held against what SCIP proves of the AC problem ({@link AcClaims}). A row a day, then how many
 * were what.
 */
final class AcAttack {
  private static final int UNTRUE = 1;

  private final AcAttackOptions options;
  private final AcTruths truths;
  private final Rows rows;
  private final Map<String, Integer> counts = new TreeMap<>();
  private final List<String> lies = new ArrayList<>();

  private AcAttack(Path folder, AcAttackOptions options) {
    this.options = options;
    truths = new AcTruths(folder, options.days().word(), options.oracleSeconds());
    rows =
        new Rows(
            folder.resolve("attack-" + options.days().word() + ".csv"),
            "method,seed,feeder,periods,sessions,traits,truth,optimumLeast,optimumMost",
            "truthSeconds,status,objective,bound,withoutVehicles,seconds,untrue");
  }

  /**
   * Returns the exit code: 0, 1 where a claim is untrue.
   *
   * @throws BadArgument for arguments that make no sense
   */
  static int run(Path folder, List<String> arguments) {
    return new AcAttack(folder, AcAttackOptions.of(arguments)).run();
  }

  private int run() {
    for (long seed = options.first(); seed <= options.last(); seed++) {
      attack(seed);
    }
    counts.forEach((what, count) -> System.out.printf(Locale.ROOT, "%5d  %s%n", count, what));
    lies.forEach(System.out::println);
    System.out.printf(
        Locale.ROOT, "%d of %d days untrue%n", lies.size(), options.last() - options.first() + 1);
    return lies.isEmpty() ? 0 : UNTRUE;
  }

  private void attack(long seed) {
    Scenario day = options.days().day(seed);
    AcTruth truth = truths.of(seed, day);
    Settings settings = Settings.defaults().withTimeLimitSeconds(options.limitSeconds());
    Result result = options.method().coordinate(day, settings, Watcher.NONE);
    List<String> untrue = AcClaims.untrue(day, truth, result, settings.gap());
    String known = truth.isKnown() ? truth.objective() == null ? "infeasible" : "optimal" : "open";
    count("by SCIP " + known);
    count("by SCIP " + known + ", by " + result.method() + " " + result.status().word());
    if (!untrue.isEmpty()) {
      lies.add("seed " + seed + ": " + String.join("; ", untrue));
    }
    rows.add(
        result.method(),
        seed,
        day.feederCase(),
        day.periods(),
        day.sessions().size(),
        RandomAcDays.traits(day),
        truth.status(),
        truth.least(),
        truth.most(),
        truth.seconds(),
        result.status(),
        result.objective(),
        result.bound(),
        result.withoutVehicles(),
        result.seconds().getOrDefault("total", Double.NaN),
        String.join("; ", untrue));
  }

  private void count(String what) {
    counts.merge(what, 1, Integer::sum);
  }
}
