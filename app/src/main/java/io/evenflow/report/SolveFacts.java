package io.evenflow.report;

import io.evenflow.method.Settings;
import io.evenflow.scenario.Result;
import io.evenflow.scenario.Scenario;
import org.jspecify.annotations.Nullable;

/** How a schedule was made, so that it can be made again. */
final class SolveFacts {
  private SolveFacts() {}

  /**
   * Rows of names and facts.
   *
   * @param settings null where they are not known, as of a result read from a file
   */
  static Table of(Scenario scenario, Result result, @Nullable Settings settings, Origin origin) {
    Table facts =
        new Table()
            .row("scenario", scenario.name() + ", feeder " + scenario.feederCase())
            .row("method", result.method())
            .row("time", StatusWords.stages(result));
    if (settings != null) {
      asked(facts, result, settings);
    }
    origin.facts().rows().forEach(row -> facts.row(row.toArray(String[]::new)));
    return facts;
  }

  private static void asked(Table facts, Result result, Settings settings) {
    facts
        .row("asked gap", Figures.percent(settings.gap()) + " of the vehicles' cost")
        .row("time limit", limit(settings))
        .row("seed of the method", Integer.toString(settings.seed()));
    if (result.method().equals("two-stage")) {
      facts.row(
          "two-stage",
          "radius %d, threshold %s, penalty growth %s, tolerance %s, at most %d iterations"
              .formatted(
                  settings.radius(),
                  settings.threshold(),
                  settings.penaltyGrowth(),
                  settings.tolerance(),
                  settings.iterations()));
    }
    String engine = settings.engine();
    if (engine != null) {
      facts.row("engine", engine);
    }
  }

  private static String limit(Settings settings) {
    return Double.isFinite(settings.timeLimitSeconds())
        ? Figures.decimals(settings.timeLimitSeconds(), 0) + " s"
        : "none";
  }
}
