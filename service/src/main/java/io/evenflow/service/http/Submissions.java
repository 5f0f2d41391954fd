package io.evenflow.service.http;

import io.evenflow.method.Methods;
import io.evenflow.method.Settings;
import io.evenflow.run.Fair;
import io.evenflow.scenario.Plausibility;
import io.evenflow.scenario.Scenario;
import io.evenflow.service.metrics.Metrics;
import io.evenflow.service.problem.IdempotencyKeyReused;
import io.evenflow.service.problem.InvalidParameter;
import io.evenflow.service.problem.QueueFull;
import io.evenflow.service.problem.ShuttingDown;
import io.evenflow.service.queue.Asked;
import io.evenflow.service.queue.Runs;
import io.evenflow.service.queue.Submission;
import io.javalin.http.Context;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Requests that become runs: read as the command line reads a scenario, then put on disk. */
final class Submissions {
  private static final int MOST_KEY_CHARACTERS = 200;
  private final Runs runs;
  private final Metrics metrics;
  private final double runLimitSeconds;
  private final BooleanSupplier ending;
  private final ScenarioText scenarios;
  private final BodyReader bodies = new BodyReader();

  /**
   * @param runLimitSeconds the most time a run may take
   * @param ending whether the service is about to stop
   */
  Submissions(
      Runs runs,
      ScenarioText scenarios,
      Metrics metrics,
      double runLimitSeconds,
      BooleanSupplier ending) {
    this.runs = runs;
    this.scenarios = scenarios;
    this.metrics = metrics;
    this.runLimitSeconds = runLimitSeconds;
    this.ending = ending;
  }

  /**
   * A run that was accepted.
   *
   * @param warnings what in the scenario can hardly be meant
   */
  record Answer(Runs.Accepted accepted, List<String> warnings) {}

  Answer submit(Context context) {
    if (ending.getAsBoolean()) {
      throw new ShuttingDown();
    }
    Asked asked = asked(new Query(context, "method", "gap", "timeLimit", "fair"));
    boolean isLimitSaid = context.queryParam("timeLimit") != null;
    String key = key(context);
    return bodies.read(context, text -> submit(text, asked, isLimitSaid, key));
  }

  private Asked asked(Query query) {
    Settings defaults = Settings.defaults();
    Asked asked =
        new Asked(
            query.word("method", Methods.names().getFirst(), Methods.names()),
            query.number("gap", defaults.gap()),
            query.number("timeLimit", runLimitSeconds),
            query.fair());
    try {
      asked.settings();
    } catch (IllegalArgumentException problem) {
      throw new InvalidParameter(String.valueOf(problem.getMessage()), "Maybe a typing error.");
    }
    if (asked.fair() == Fair.MAX_MIN && !asked.method().equals(asked.solver().name())) {
      throw new InvalidParameter(
          "fair max-min does not go with method '" + asked.method() + "'",
          "Maybe method certified is meant: shares are proven by it alone.");
    }
    // Also what is no number is not at most anything.
    if (!(asked.timeLimitSeconds() <= runLimitSeconds)) {
      throw new InvalidParameter(
          "timeLimit (%s s) must be at most %s s"
              .formatted(plain(asked.timeLimitSeconds()), plain(runLimitSeconds)),
          "Maybe the service can be started with a longer --run-limit.");
    }
    if (!(asked.gap() <= 1)) {
      throw new InvalidParameter(
          "gap (%s) must be at most 1".formatted(plain(asked.gap())),
          "Maybe a percentage was given: 1 % is 0.01.");
    }
    return asked;
  }

  private static String plain(double value) {
    return Double.isFinite(value)
        ? new BigDecimal(value).round(new MathContext(6)).stripTrailingZeros().toPlainString()
        : Double.toString(value);
  }

  private static @Nullable String key(Context context) {
    String key = context.header("Idempotency-Key");
    if (key != null && (key.isBlank() || key.length() > MOST_KEY_CHARACTERS)) {
      throw new InvalidParameter(
          "Idempotency-Key must have 1 to " + MOST_KEY_CHARACTERS + " characters",
          "Maybe a random UUID is what fits.");
    }
    return key;
  }

  private Answer submit(String text, Asked asked, boolean isLimitSaid, @Nullable String key) {
    Scenario scenario = scenarios.read(text);
    List<String> digests = Fingerprint.of(asked, isLimitSaid, text);
    try {
      Runs.Accepted accepted =
          runs.submit(new Submission(scenario.name(), text, asked, key, digests));
      return new Answer(accepted, Plausibility.warnings(scenario));
    } catch (Runs.QueueFull full) {
      metrics.rejected();
      throw new QueueFull(
          "as many runs wait already as may",
          "Maybe try again when Retry-After has passed.",
          metrics.secondsToNextSlot());
    } catch (Runs.KeyReused reused) {
      throw new IdempotencyKeyReused();
    }
  }
}
