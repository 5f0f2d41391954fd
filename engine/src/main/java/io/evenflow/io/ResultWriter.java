package io.evenflow.io;

import io.evenflow.scenario.Cost;
import io.evenflow.scenario.Dispatch;
import io.evenflow.scenario.Result;
import io.evenflow.scenario.Scenario;
import io.evenflow.scenario.Verification;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes result files, format {@code evenflow-result/2}. Every field is there in every file: {@code
 * null} or an empty list where the result has nothing to say.
 */
public final class ResultWriter {
  private final Scenario scenario;
  private final Result result;

  private ResultWriter(Scenario scenario, Result result) {
    this.scenario = scenario;
    this.result = result;
  }

  /** Writes a file, which appears whole or not at all. */
  public static void write(Scenario scenario, Result result, Path path) throws IOException {
    WholeFile.write(path, text(scenario, result));
  }

  /** The text of the file. */
  public static String text(Scenario scenario, Result result) {
    return JsonLayout.text(new ResultWriter(scenario, result).root());
  }

  private ObjectNode root() {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    root.put("format", ResultReader.FORMAT)
        .put("scenario", result.scenario())
        .put("method", result.method())
        .put("version", Version.text())
        .put("problem", result.problem().word())
        .put("status", result.status().word())
        .put("dispatchIsBestEffort", result.dispatchIsBestEffort());
    Json.putFinite(root, "objective", result.objective());
    Json.putFinite(root, "bound", result.bound());
    Json.putFinite(root, "relativeGap", result.relativeGap());
    Json.putFinite(root, "vehicleCost", result.vehicleCost());
    Json.putFinite(root, "vehicleCostGap", result.vehicleCostGap());
    Json.putFinite(root, "withoutVehicles", result.withoutVehicles());
    Json.putFinite(root, "unavoidableShortfallCost", result.unavoidableShortfallCost());
    cost(root, result.cost());
    ObjectNode seconds = root.putObject("seconds");
    result.seconds().forEach((stage, time) -> Json.putFinite(seconds, stage, time));
    root.set("trace", Json.value(result.trace()));
    root.set("notes", Json.value(result.notes()));
    schedule(root);
    verification(root);
    return root;
  }

  private static void cost(ObjectNode node, @Nullable Cost cost) {
    if (cost == null) {
      node.putNull("cost");
      return;
    }
    ObjectNode parts = node.putObject("cost");
    Json.putFinite(parts, "generation", cost.generation());
    Json.putFinite(parts, "charging", cost.charging());
    Json.putFinite(parts, "shortfall", cost.shortfall());
  }

  private void schedule(ObjectNode root) {
    ArrayNode sessions = root.putArray("sessions");
    ArrayNode generators = root.putArray("generators");
    ArrayNode periods = root.putArray("periods");
    Dispatch dispatch = result.dispatch();
    if (dispatch != null) {
      ScheduleJson json = new ScheduleJson(scenario, dispatch);
      json.sessions(sessions);
      json.generators(generators);
      json.periods(periods, result.verification());
    }
  }

  private void verification(ObjectNode root) {
    Verification verification = result.verification();
    if (verification == null) {
      root.putNull("verification");
      return;
    }
    ObjectNode node = root.putObject("verification");
    node.put("acFeasible", verification.acFeasible());
    Json.putFinite(node, "maxVoltageViolationPu", verification.maxVoltageViolationPu());
    Json.putFinite(node, "maxBranchOverloadMva", verification.maxBranchOverloadMva());
    Json.putFinite(node, "phantomLossKwh", verification.phantomLossKwh());
    Json.putFinite(node, "maxEnergyErrorKwh", verification.maxEnergyErrorKwh());
    cost(node, verification.cost());
    node.set("violations", Json.value(verification.violations()));
  }
}
