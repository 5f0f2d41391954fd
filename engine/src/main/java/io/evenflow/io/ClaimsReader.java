package io.evenflow.io;

import io.evenflow.fleet.Session;
import io.evenflow.fleet.Station;
import io.evenflow.scenario.Claims;
import io.evenflow.scenario.Cost;
import io.evenflow.scenario.Scenario;
import io.evenflow.scenario.Status;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads what a result file says beside its powers, for the check to hold against them. */
final class ClaimsReader {
  private final JsonObject root;
  private final Scenario scenario;

  ClaimsReader(JsonObject root, Scenario scenario) {
    this.root = root;
    this.scenario = scenario;
  }

  Claims claims(Status status, Map<String, JsonObject> sessions, List<JsonObject> periods) {
    Map<String, double[]> energies = new HashMap<>();
    Map<String, Double> shortfalls = new HashMap<>();
    for (Session session : scenario.sessions()) {
      JsonObject entry = sessions.get(session.id());
      if (entry != null && entry.has("energyKwh") && !entry.isNull("energyKwh")) {
        energies.put(session.id(), energies(entry, session));
      }
      Double shortfall = entry == null ? null : entry.numberOrNull("shortfallKwh");
      if (shortfall != null) {
        shortfalls.put(session.id(), shortfall);
      }
    }
    List<Claims.Period> flows = periods.stream().map(this::period).toList();
    boolean isBestEffort = isBestEffort(root);
    return new Claims(status, isBestEffort, totals(), energies, shortfalls, flows, verified());
  }

  /** Whether the result says that its schedule misses limits that none keeps. */
  static boolean isBestEffort(JsonObject root) {
    return root.has("dispatchIsBestEffort")
        && !root.isNull("dispatchIsBestEffort")
        && root.truth("dispatchIsBestEffort");
  }

  private Claims.Totals totals() {
    return new Claims.Totals(
        root.numberOrNull("objective"),
        root.numberOrNull("bound"),
        root.numberOrNull("relativeGap"),
        root.numberOrNull("vehicleCost"),
        root.numberOrNull("vehicleCostGap"),
        root.numberOrNull("withoutVehicles"),
        root.numberOrNull("unavoidableShortfallCost"),
        cost(root));
  }

  /** A cost in parts, null where the object has none. */
  static @Nullable Cost cost(JsonObject parent) {
    if (!parent.has("cost") || parent.isNull("cost")) {
      return null;
    }
    JsonObject cost = parent.object("cost");
    cost.requireOnly("generation", "charging", "shortfall");
    return new Cost(cost.number("generation"), cost.number("charging"), cost.number("shortfall"));
  }

  /** Of T + 1 entries those of the stay; the others must be null. */
  private double[] energies(JsonObject entry, Session session) {
    JsonNode list = entry.list("energyKwh");
    int periods = scenario.periods();
    if (list.size() != periods + 1) {
      throw entry.error(
          "energyKwh has " + list.size() + " entries, horizon.periods + 1 is " + (periods + 1),
          "Maybe the energy at the horizon's end is missing.");
    }
    double[] energies = new double[session.periods() + 1];
    for (int period = 0; period <= periods; period++) {
      if (session.arrival() <= period && period <= session.departure()) {
        energies[period - session.arrival()] = entry.numberAt("energyKwh", period);
      } else if (!list.get(period).isNull()) {
        throw entry.error(
            "energyKwh[%d] (%s) must be null while absent".formatted(period, list.get(period)),
            "Maybe the session arrives or departs in another period.");
      }
    }
    return energies;
  }

  private Claims.Period period(JsonObject entry) {
    return new Claims.Period(
        entry.numberOrNull("importKw"),
        entry.numberOrNull("lossKw"),
        entry.numberOrNull("minVoltagePu"),
        entry.wholeNumberOrNull("minVoltageBus"),
        entry.numberOrNull("maxVoltagePu"),
        entry.wholeNumberOrNull("maxVoltageBus"),
        stations(entry));
  }

  private Map<String, Double> stations(JsonObject entry) {
    Map<String, Double> powers = new HashMap<>();
    if (entry.has("stationKw") && !entry.isNull("stationKw")) {
      JsonObject stations = entry.object("stationKw");
      stations.requireOnly(scenario.stations().stream().map(Station::id).toArray(String[]::new));
      for (String id : stations.node().propertyNames()) {
        powers.put(id, stations.number(id));
      }
    }
    return powers;
  }

  private Claims.@Nullable Verified verified() {
    if (!root.has("verification") || root.isNull("verification")) {
      return null;
    }
    JsonObject node = root.object("verification");
    return new Claims.Verified(
        node.has("acFeasible") ? (Boolean) node.truth("acFeasible") : null,
        node.numberOrNull("maxVoltageViolationPu"),
        node.numberOrNull("maxBranchOverloadMva"),
        node.numberOrNull("phantomLossKwh"),
        node.numberOrNull("maxEnergyErrorKwh"),
        cost(node),
        node.has("violations") ? (Integer) node.textsOrNone("violations").size() : null);
  }
}
