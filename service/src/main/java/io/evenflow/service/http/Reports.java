package io.evenflow.service.http;

import io.evenflow.io.ResultReader;
import io.evenflow.io.ScenarioReader;
import io.evenflow.report.Origin;
import io.evenflow.run.Fair;
import io.evenflow.run.ReportPage;
import io.evenflow.scenario.Result;
import io.evenflow.scenario.Scenario;
import io.evenflow.service.queue.Asked;
import io.evenflow.service.queue.Run;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/** The page of a run, made of its files as {@code evenflow report} makes it, few at once. */
final class Reports {
  private final Semaphore makers = new Semaphore(Runtime.getRuntime().availableProcessors());
  private final String version;

  Reports(String version) {
    this.version = version;
  }

  /**
   * The page.
   *
   * @param alone result.json of charging on arrival, null where there is none to compare with
   */
  String html(Run run, String scenarioText, String resultText, @Nullable String alone) {
    makers.acquireUninterruptibly();
    try {
      Scenario scenario = ScenarioReader.read("scenario", scenarioText);
      return ReportPage.html(
          scenario,
          read(scenario, resultText),
          alone == null ? null : read(scenario, alone),
          run.asked().settings(),
          Origin.here(version, request(run.asked())));
    } finally {
      makers.release();
    }
  }

  private static Result read(Scenario scenario, String text) {
    return ReportPage.verified(scenario, ResultReader.read("result", text, scenario));
  }

  private static String request(Asked asked) {
    return "POST %s?method=%s&gap=%s&timeLimit=%s%s"
        .formatted(
            RunRoutes.PATH,
            asked.method(),
            asked.gap(),
            asked.timeLimitSeconds(),
            asked.fair() == Fair.NONE ? "" : "&fair=" + asked.fair().word());
  }
}
