package io.evenflow.io;

import io.evenflow.scenario.Limits;
import io.evenflow.scenario.Loads;
import io.evenflow.scenario.Scenario;
import io.evenflow.scenario.SubstationVoltage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Arrays;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes scenario files; reading one back gives an equal scenario. The format is {@code
 * evenflow-scenario/1} unless the scenario has something that only the second can say. Prices are
 * written as numbers even where they came from a file. A path to a case stays as it is: it must
 * lead there from the new file's folder, too.
 */
public final class ScenarioWriter {
  private final Scenario scenario;

  private ScenarioWriter(Scenario scenario) {
    this.scenario = scenario;
  }

  /** Writes a file, which appears whole or not at all. */
  public static void write(Scenario scenario, Path path) throws IOException {
    WholeFile.write(path, text(scenario));
  }

  /** The text of the file. */
  public static String text(Scenario scenario) {
    return JsonLayout.text(new ScenarioWriter(scenario).root());
  }

  private ObjectNode root() {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    ZoneId zone = scenario.horizon().zone();
    boolean isFirst = zone == null && scenario.limits().substationVoltage() == null;
    root.put("format", isFirst ? ScenarioReader.FIRST_FORMAT : ScenarioReader.FORMAT);
    root.put("name", scenario.name());
    root.put("currency", scenario.currency());
    root.putObject("feeder").put("case", scenario.feederCase());
    ObjectNode horizon =
        root.putObject("horizon")
            .put("start", Times.text(scenario.horizon().start()))
            .put("periods", scenario.periods())
            .put("stepMinutes", scenario.horizon().stepMinutes());
    if (zone != null) {
      horizon.put("zone", zone.getId());
    }
    Json.put(root.putObject("prices"), "perMwh", scenario.prices().toArray());
    loads(root);
    branchScaling(root);
    limits(root);
    double[] substationCost = scenario.substationCostPerMwh();
    if (substationCost != null) {
      Json.put(root, "substationCostPerMwh", substationCost);
    }
    FleetJson.stations(root.putArray("stations"), scenario.stations());
    FleetJson.sessions(root.putArray("sessions"), scenario);
    return root;
  }

  private void loads(ObjectNode root) {
    ObjectNode loads = root.putObject("loads");
    Json.put(loads, "scale", scenario.loads().scale());
    if (scenario.loads().adjustments().isEmpty()) {
      return;
    }
    ArrayNode adjustments = loads.putArray("adjustments");
    for (Loads.Adjustment adjustment : scenario.loads().adjustments()) {
      ObjectNode entry = adjustments.addObject().put("bus", adjustment.bus());
      putUnlessZero(entry, "activeKw", adjustment.activeKw());
      putUnlessZero(entry, "reactiveKvar", adjustment.reactiveKvar());
    }
  }

  private static void putUnlessZero(ObjectNode entry, String field, double[] numbers) {
    if (Arrays.stream(numbers).anyMatch(number -> number != 0)) {
      Json.put(entry, field, numbers);
    }
  }

  private void branchScaling(ObjectNode root) {
    if (scenario.branchScaling().isEmpty()) {
      return;
    }
    ArrayNode list = root.putArray("branchScaling");
    scenario
        .branchScaling()
        .forEach(
            scaling ->
                list.addObject()
                    .put("from", scaling.from())
                    .put("to", scaling.to())
                    .put("resistance", scaling.resistance())
                    .put("reactance", scaling.reactance()));
  }

  private void limits(ObjectNode root) {
    Limits limits = scenario.limits();
    if (limits.equals(Limits.OF_THE_CASE)) {
      return;
    }
    ObjectNode node = root.putObject("limits");
    Json.putUnlessNull(node, "voltageMinPu", limits.voltageMinPu());
    Json.putUnlessNull(node, "voltageMaxPu", limits.voltageMaxPu());
    Json.putUnlessNull(node, "substationExportMw", limits.substationExportMw());
    if (!limits.branchRatings().isEmpty()) {
      ArrayNode list = node.putArray("branchRatings");
      limits
          .branchRatings()
          .forEach(
              rating ->
                  list.addObject()
                      .put("from", rating.from())
                      .put("to", rating.to())
                      .put("mva", rating.mva()));
    }
    SubstationVoltage tap = limits.substationVoltage();
    if (tap != null) {
      node.putObject("substationVoltagePu")
          .put("min", tap.minPu())
          .put("max", tap.maxPu())
          .put("perPeriod", tap.perPeriod());
    }
  }
}
