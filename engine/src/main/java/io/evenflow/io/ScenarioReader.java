package io.evenflow.io;

import io.evenflow.fleet.Session;
import io.evenflow.fleet.Station;
import io.evenflow.grid.BranchScaling;
import io.evenflow.grid.GenerationCost;
import io.evenflow.grid.Generator;
import io.evenflow.grid.Network;
import io.evenflow.market.DayAheadPrices;
import io.evenflow.scenario.Limits;
import io.evenflow.scenario.Loads;
import io.evenflow.scenario.Scenario;
import io.evenflow.time.Horizon;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads scenario files, formats {@code evenflow-scenario/1} and {@code evenflow-scenario/2}; the
 * second is the first with more optional fields.
 */
public final class ScenarioReader {
  static final String FIRST_FORMAT = "evenflow-scenario/1";
  static final String FORMAT = "evenflow-scenario/2";
  private static final String[] FIELDS = {
    "format",
    "name",
    "currency",
    "feeder",
    "horizon",
    "prices",
    "loads",
    "branchScaling",
    "limits",
    "substationCostPerMwh",
    "stations",
    "sessions"
  };

  private final JsonObject root;
  private final SourceFolder folder;

  private ScenarioReader(JsonObject root, SourceFolder folder) {
    this.root = root;
    this.folder = folder;
  }

  /**
   * Reads a file; paths in it are relative to its folder.
   *
   * @throws InputException where it is no scenario, naming file, object, field, value and bound
   */
  public static Scenario read(Path path) {
    Path folder = path.toAbsolutePath().getParent();
    return read(path.toString(), TextFile.read(path), folder);
  }

  /**
   * Reads a text that may name only built-in cases and no files, as fits what comes over a network.
   *
   * @param file how errors name the text
   * @throws InputException as {@link #read(Path)}
   */
  public static Scenario read(String file, String json) {
    return read(file, json, null);
  }

  /**
   * Reads a text.
   *
   * @param file how errors name the text
   * @param folder where its paths start from, null where it may name no files
   * @throws InputException as {@link #read(Path)}
   */
  public static Scenario read(String file, String json, @Nullable Path folder) {
    return new ScenarioReader(JsonSource.parse(file, json), new SourceFolder(folder)).scenario();
  }

  private Scenario scenario() {
    boolean isFirst = Formats.require(root, FIRST_FORMAT, FORMAT).equals(FIRST_FORMAT);
    root.requireOnly(FIELDS);
    String name = root.text("name");
    String currency = root.text("currency");
    JsonObject feeder = root.object("feeder");
    Network network = FeederCase.read(feeder, folder);
    Horizon horizon = HorizonReader.read(root.object("horizon"), isFirst);
    DayAheadPrices prices = PricesReader.read(root, horizon, currency, folder);
    Loads loads = LoadsReader.read(root, horizon.periods());
    Limits limits = LimitsReader.read(root, isFirst);
    double @Nullable [] substationCost = substationCost(network, horizon.periods());
    List<Station> stations = StationReader.read(root);
    List<Session> sessions = new SessionReader(root, stations).read();
    return root.build(
        "Maybe the scenario is of another case.",
        () ->
            new Scenario(
                name,
                currency,
                feeder.text("case"),
                network,
                horizon,
                prices,
                loads,
                branchScaling(),
                limits,
                substationCost,
                stations,
                sessions));
  }

  private List<BranchScaling> branchScaling() {
    List<BranchScaling> scalings = new ArrayList<>();
    for (JsonObject entry : root.objectsOrNone("branchScaling")) {
      entry.requireOnly("from", "to", "resistance", "reactance");
      scalings.add(
          entry.build(
              "Maybe a factor such as 1.03 is meant.",
              () ->
                  new BranchScaling(
                      entry.wholeNumber("from"),
                      entry.wholeNumber("to"),
                      entry.numberOr(1, "resistance"),
                      entry.numberOr(1, "reactance"))));
    }
    return scalings;
  }

  private double @Nullable [] substationCost(Network network, int periods) {
    String field = "substationCostPerMwh";
    if (!root.has(field)) {
      requireSomeCost(network);
      return null;
    }
    if (root.node().path(field).isArray()) {
      return root.numbers(field, periods);
    }
    double[] costs = new double[periods];
    Arrays.fill(costs, root.number(field));
    return costs;
  }

  /** Without any cost of generation, losses and import would be free without anyone saying so. */
  private void requireSomeCost(Network network) {
    boolean isFree =
        network.generators().stream()
            .filter(Generator::inService)
            .allMatch(generator -> generator.cost().equals(GenerationCost.ZERO));
    if (isFree) {
      throw root.error(
          "substationCostPerMwh is missing, and case '"
              + network.name()
              + "' has no costs of generation",
          "Maybe give the price of energy at the substation, such as 60, or 0 if it is free.");
    }
  }
}
