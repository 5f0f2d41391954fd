package io.evenflow.io;

import io.evenflow.scenario.Claims;
import io.evenflow.scenario.Cost;
import io.evenflow.scenario.Dispatch;
import io.evenflow.scenario.Result;
import io.evenflow.scenario.Scenario;
import io.evenflow.scenario.SolvedProblem;
import io.evenflow.scenario.Status;
import io.evenflow.scenario.Verification;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Reads result files, formats {@code evenflow-result/1} and {@code /2}, by whatever program. What a
 * check needs must be there: status and, with a schedule, sessions, generators and the substation's
 * voltage by period. The rest may be left out or {@code null}.
 */
public final class ResultReader {
  static final String FORMAT = "evenflow-result/2";
  private static final String FIRST_FORMAT = "evenflow-result/1";
  private static final String[] FIELDS = {
    "format",
    "scenario",
    "method",
    "version",
    "problem",
    "status",
    "dispatchIsBestEffort",
    "objective",
    "bound",
    "relativeGap",
    "vehicleCost",
    "vehicleCostGap",
    "withoutVehicles",
    "unavoidableShortfallCost",
    "cost",
    "seconds",
    "trace",
    "notes",
    "sessions",
    "generators",
    "periods",
    "verification"
  };

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
    return new ResultReader(JsonSource.parse(file, json), scenario).result();
  }

  private ReportedResult result() {
    Formats.require(root, FIRST_FORMAT, FORMAT);
    root.requireOnly(FIELDS);
    String name = root.textOr(scenario.name(), "scenario");
    if (!name.equals(scenario.name())) {
      throw root.error(
          "scenario ('" + name + "') must be '" + scenario.name() + "'",
          "Maybe the result of another scenario was meant.");
    }
    Status status = status();
    ScheduleReader reader = new ScheduleReader(root, scenario);
    boolean hasSchedule = status.hasSchedule() || reader.hasSchedule();
    Dispatch dispatch = hasSchedule ? reader.dispatch() : null;
    Result result =
        new Result(
            name,
            root.textOr("unknown", "method"),
            problem(),
            status,
            dispatch,
            dispatch != null && ClaimsReader.isBestEffort(root),
            dispatch == null ? null : ClaimsReader.cost(root),
            root.numberOrNull("bound"),
            root.numberOrNull("withoutVehicles"),
            orZero(root.numberOrNull("unavoidableShortfallCost")),
            seconds(),
            trace(),
            root.textsOrNone("notes"),
            verification(dispatch == null ? List.of() : reader.flows()));
    Claims claims =
        dispatch == null
            ? Claims.NONE
            : new ClaimsReader(root, scenario)
                .claims(status, reader.sessionsById(), reader.periodObjects());
    return new ReportedResult(result, claims);
  }

  private Status status() {
    return oneOf("status", Status.values(), Status::word);
  }

  /** Files that do not say it are of methods that know the relaxation. */
  private SolvedProblem problem() {
    return root.has("problem") && !root.isNull("problem")
        ? oneOf("problem", SolvedProblem.values(), SolvedProblem::word)
        : SolvedProblem.RELAXATION;
  }

  private <E> E oneOf(String field, E[] values, Function<E, String> wordOf) {
    String word = root.text(field);
    String[] words = Arrays.stream(values).map(wordOf).toArray(String[]::new);
    return Arrays.stream(values)
        .filter(value -> wordOf.apply(value).equals(word))
        .findFirst()
        .orElseThrow(
            () ->
                root.error(
                    "%s ('%s') is none of %s".formatted(field, word, String.join(", ", words)),
                    Suggestion.of(word, words)));
  }

  private Map<String, Double> seconds() {
    Map<String, Double> seconds = new LinkedHashMap<>();
    if (root.has("seconds") && !root.isNull("seconds")) {
      JsonObject object = root.object("seconds");
      for (String stage : object.node().propertyNames()) {
        seconds.put(stage, time(object, stage));
      }
    }
    return seconds;
  }

  private static double time(JsonObject seconds, String stage) {
    double time = seconds.number(stage);
    if (time < 0) {
      throw seconds.error(stage + " (" + time + ") must be at least 0", "Maybe a sign error.");
    }
    return time;
  }

  /** Methods put into their trace what they like: numbers, words, truths. */
  private List<Map<String, Object>> trace() {
    List<Map<String, Object>> trace = new ArrayList<>();
    if (!root.has("trace") || root.isNull("trace")) {
      return trace;
    }
    for (JsonObject entry : root.objects("trace")) {
      Map<String, Object> values = new LinkedHashMap<>();
      entry.node().properties().forEach(field -> put(values, field.getKey(), field.getValue()));
      trace.add(values);
    }
    return trace;
  }

  private static void put(Map<String, Object> values, String name, JsonNode value) {
    if (value.isNumber()) {
      values.put(name, value.numberValue());
    } else if (value.isBoolean()) {
      values.put(name, value.booleanValue());
    } else if (!value.isNull()) {
      values.put(name, value.isString() ? value.stringValue() : value.toString());
    }
  }

  private @Nullable Verification verification(List<Verification.PeriodFlow> flows) {
    if (!root.has("verification") || root.isNull("verification")) {
      return null;
    }
    JsonObject node = root.object("verification");
    node.requireOnly(
        "acFeasible",
        "maxVoltageViolationPu",
        "maxBranchOverloadMva",
        "phantomLossKwh",
        "maxEnergyErrorKwh",
        "cost",
        "violations");
    Cost cost = ClaimsReader.cost(node);
    return new Verification(
        node.truth("acFeasible"),
        orZero(node.numberOrNull("maxVoltageViolationPu")),
        orZero(node.numberOrNull("maxBranchOverloadMva")),
        orZero(node.numberOrNull("phantomLossKwh")),
        orZero(node.numberOrNull("maxEnergyErrorKwh")),
        node.textsOrNone("violations"),
        flows,
        cost == null ? new Cost(0, 0, 0) : cost);
  }

  private static double orZero(@Nullable Double number) {
    return number == null ? 0 : number;
  }
}
