package io.evenflow.io;

import io.evenflow.scenario.Claims;
import io.evenflow.scenario.Dispatch;
import io.evenflow.scenario.LimitValue;
import io.evenflow.scenario.Result;
import io.evenflow.scenario.Scenario;
import io.evenflow.scenario.SolvedProblem;
import io.evenflow.scenario.Status;
import io.evenflow.scenario.Verification;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Reads result files, formats {@code evenflow-result/1} and {@code /2}, by whatever program. What a
 * check needs must be there: status and, with a schedule, sessions, generators, the substation's
 * voltage by period, and the scenario's vehicles, batteries and PV. The rest may be left out or
 * {@code null}.
 */
public final class ResultReader {
  static final String FORMAT = "evenflow-result/2";
  static final String FIRST_FORMAT = "evenflow-result/1";

  private final JsonObject root;
  private final Scenario scenario;

  private ResultReader(JsonObject root, Scenario scenario) {
    this.root = root;
    this.scenario = scenario;
  }

  /**
   * Reads a file about a scenario.
   *
   * @throws InputException where it is no result of that scenario, naming file, object, field,
   *     value and bound
   */
  public static ReportedResult read(Path path, Scenario scenario) {
    return read(path.toString(), TextFile.read(path), scenario);
  }

  /** Reads a text; {@code file} is how errors name it. */
  public static ReportedResult read(String file, String json, Scenario scenario) {
    JsonObject root = JsonSource.parse(file, json);
    Formats.require(root, FIRST_FORMAT, FORMAT);
    Reading reading = root.reading().about(scenario).over(scenario.periods());
    ResultOf told = ResultShape.SHAPE.read(root.with(reading));
    return new ReportedResult(told.result(), told.claims());
  }

  static ResultOf read(JsonObject root) {
    Scenario scenario = Objects.requireNonNull(root.reading().scenario());
    return new ResultReader(root, scenario).result();
  }

  private ResultOf result() {
    String name = or(root.orNull(ResultShape.SCENARIO), scenario.name());
    if (!name.equals(scenario.name())) {
      throw root.error(
          "scenario ('" + name + "') must be '" + scenario.name() + "'",
          "Maybe the result of another scenario was meant.");
    }
    Status status = root.get(ResultShape.STATUS);
    ScheduleReader reader = new ScheduleReader(root, scenario);
    ToldSchedule schedule = status.hasSchedule() || reader.isThere() ? reader.read() : null;
    Dispatch dispatch = schedule == null ? null : schedule.dispatch();
    boolean isBestEffort = Boolean.TRUE.equals(root.orNull(ResultShape.BEST_EFFORT));
    Result result =
        new Result(
            name,
            or(root.orNull(ResultShape.METHOD), "unknown"),
            // Files that do not say it are of methods that know the relaxation.
            or(root.orNull(ResultShape.PROBLEM), SolvedProblem.RELAXATION),
            status,
            dispatch,
            dispatch != null && isBestEffort,
            dispatch == null ? null : root.orNull(CostShape.FIELD),
            root.orNull(ResultShape.BOUND),
            root.orNull(ResultShape.WITHOUT_VEHICLES),
            or(root.orNull(ResultShape.UNAVOIDABLE_SHORTFALL_COST), 0.0),
            seconds(),
            or(root.orNull(ResultShape.TRACE), List.<Map<String, Object>>of()),
            or(root.orNull(ResultShape.NOTES), List.<String>of()),
            verification(schedule),
            or(root.orNull(ResultShape.LIMIT_VALUES), List.<LimitValue>of()),
            root.orNull(FairnessShape.FIELD));
    Claims claims =
        schedule == null
            ? Claims.NONE
            : new ClaimsReader(root, scenario, schedule).claims(status, isBestEffort);
    return new ResultOf(scenario, result, claims);
  }

  private static <V> V or(@Nullable V value, V absent) {
    return value == null ? absent : value;
  }

  private Map<String, Double> seconds() {
    Map<String, Double> seconds = or(root.orNull(ResultShape.SECONDS), Map.<String, Double>of());
    seconds.forEach(
        (stage, time) -> {
          if (time < 0) {
            throw root.error(
                "seconds." + stage + " (" + time + ") must be at least 0", "Maybe a sign error.");
          }
        });
    return seconds;
  }

  private @Nullable Verification verification(@Nullable ToldSchedule schedule) {
    CheckFigures check = root.orNull(CheckFigures.FIELD);
    return check == null
        ? null
        : check.verification(
            schedule == null ? List.of() : schedule.flows(),
            new MeterReader(root, scenario).settlement());
  }
}
