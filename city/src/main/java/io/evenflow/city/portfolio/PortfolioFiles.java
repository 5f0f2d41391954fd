package io.evenflow.city.portfolio;

import io.evenflow.io.CsvTable;
import io.evenflow.io.CsvText;
import io.evenflow.io.InputException;
import io.evenflow.io.JsonObject;
import io.evenflow.io.JsonSource;
import io.evenflow.io.Suggestion;
import io.evenflow.io.TextFile;
import io.evenflow.io.matpower.BuiltInCases;
import io.evenflow.market.PeakCharge;
import io.evenflow.time.Horizon;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Reads a portfolio: {@code city.json}, format {@code evenflow-city/1}, and the tables {@code
 * feeders.csv} and, where vehicles move between feeders, {@code commuters.csv} beside it.
 */
public final class PortfolioFiles {
  /** Name of the manifest in a portfolio's folder. */
  public static final String MANIFEST = "city.json";

  /** Name of the table of feeders. */
  public static final String FEEDERS = "feeders.csv";

  static final String FORMAT = "evenflow-city/1";
  private static final String[] ROOT = {
    "format",
    "name",
    "currency",
    "horizon",
    "substations",
    "groups",
    "peakCharge",
    "emissions",
    "energyBudgetMwh",
    "emissionsBudgetKg"
  };

  private final Path folder;
  private final JsonObject root;
  private final Horizon horizon;

  private PortfolioFiles(Path folder) {
    this.folder = folder;
    Path manifest = folder.resolve(MANIFEST);
    root = JsonSource.parse(manifest.toString(), TextFile.read(manifest));
    requireOnly(root, ROOT);
    if (!root.text("format").equals(FORMAT)) {
      throw root.error(
          "format ('" + root.text("format") + "') must be '" + FORMAT + "'",
          "Maybe the file is of another program.");
    }
    horizon = horizon(root.object("horizon"));
  }

  /**
   * Reads a portfolio.
   *
   * @throws InputException naming file, object, field and value
   */
  public static Portfolio read(Path folder) {
    return new PortfolioFiles(folder).portfolio();
  }

  private Portfolio portfolio() {
    List<String> ids = new ArrayList<>();
    List<SharedLimit> limits = new ArrayList<>();
    BudgetFields budgets = new BudgetFields(root, horizon.periods());
    for (JsonObject substation : root.objects("substations")) {
      requireOnly(
          substation,
          "id",
          "importLimitKw",
          "exportLimitKw",
          "energyBudgetMwh",
          "emissionsBudgetKg");
      String id = substation.text("id");
      requireNew(substation, id, ids);
      ids.add(id);
      JsonObject named = substation.named("substation '" + id + "'");
      limits.add(limit(named, id, List.of(id)));
      budgets.add(named, id, List.of(id));
    }
    List<String> groups = new ArrayList<>();
    for (JsonObject group : root.objectsOrNone("groups")) {
      requireOnly(
          group,
          "id",
          "substations",
          "importLimitKw",
          "exportLimitKw",
          "energyBudgetMwh",
          "emissionsBudgetKg");
      String id = group.text("id");
      requireNew(group, id, groups);
      groups.add(id);
      JsonObject named = group.named("group '" + id + "'");
      limits.add(limit(named, "group " + id, members(named, ids)));
      budgets.add(named, "group " + id, members(named, ids));
    }
    budgets.add(root, "city", ids);
    List<PlacedFeeder> feeders = feeders(ids);
    return new Portfolio(
        folder,
        root.text("name"),
        root.text("currency"),
        horizon,
        ids,
        limits,
        budgets.all(),
        root.has("peakCharge") ? peakCharge(root.object("peakCharge")) : null,
        feeders,
        CommuterTable.read(folder, horizon.periods(), feeders));
  }

  private static void requireNew(JsonObject object, String id, List<String> ids) {
    if (ids.contains(id)) {
      throw object.error("id ('" + id + "') appears twice", "Maybe one of them has another id.");
    }
  }

  private static List<String> members(JsonObject group, List<String> ids) {
    List<String> members = new ArrayList<>();
    for (JsonNode member : group.list("substations")) {
      String id = member.isString() ? member.stringValue() : member.toString();
      if (!ids.contains(id)) {
        throw group.error(
            "substations: '" + id + "' does not exist",
            Suggestion.of(id, ids.toArray(String[]::new)));
      }
      members.add(id);
    }
    return members;
  }

  private SharedLimit limit(JsonObject object, String id, List<String> members) {
    return new SharedLimit(
        id, members, powers(object, "importLimitKw"), powers(object, "exportLimitKw"));
  }

  private double @Nullable [] powers(JsonObject object, String field) {
    if (!object.has(field)) {
      return null;
    }
    double[] powers = BudgetFields.series(object, field, horizon.periods());
    for (double power : powers) {
      if (power < 0) {
        throw object.error(
            field + " (" + power + " kW) must be at least 0",
            "Maybe its sign is turned: both limits are powers of at least 0.");
      }
    }
    return powers;
  }

  private static PeakCharge peakCharge(JsonObject object) {
    requireOnly(object, "perKw", "soFarKw");
    return object.build(
        "Maybe its sign is turned.",
        () -> new PeakCharge(object.number("perKw"), object.numberOr(0, "soFarKw")));
  }

  private static Horizon horizon(JsonObject object) {
    requireOnly(object, "start", "periods", "stepMinutes");
    try {
      OffsetDateTime start = OffsetDateTime.parse(object.text("start"));
      return object.build(
          "Maybe a day is meant: 24 periods of 60 minutes, or 96 of 15.",
          () ->
              new Horizon(start, object.wholeNumber("periods"), object.wholeNumber("stepMinutes")));
    } catch (DateTimeParseException problem) {
      throw object.error(
          "start ('%s') must be a time with its offset, as 2024-04-09T00:00:00+02:00"
              .formatted(object.text("start")),
          "Maybe the offset from UTC is missing.");
    }
  }

  static void requireOnly(JsonObject object, String... fields) {
    for (String name : object.node().propertyNames()) {
      if (!Arrays.asList(fields).contains(name)) {
        throw object.error(name + " is not a field", Suggestion.of(name, fields));
      }
    }
  }

  private List<PlacedFeeder> feeders(List<String> substations) {
    Path path = folder.resolve(FEEDERS);
    FeederTable table = new FeederTable(CsvTable.parse(path.toString(), CsvText.read(path)));
    List<PlacedFeeder> feeders = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    Set<String> above = new HashSet<>(substations);
    for (CsvTable.Row row : table.rows()) {
      PlacedFeeder feeder = table.feeder(row, feeders.size());
      if (!ids.add(feeder.id())) {
        throw table.error(
            row, "id ('" + feeder.id() + "') appears twice", "Maybe one of them has another id.");
      }
      if (!above.contains(feeder.substation())) {
        throw table.error(
            row,
            "substation ('%s') is none of %s".formatted(feeder.substation(), MANIFEST),
            Suggestion.of(feeder.substation(), substations.toArray(String[]::new)));
      }
      if (feeder.isDrawn() && !BuiltInCases.exists(feeder.feederCase())) {
        throw table.error(
            row,
            "case ('" + feeder.feederCase() + "') is no built-in case",
            "Maybe write a scenario for another case and name it in the column scenario.");
      }
      feeders.add(feeder);
    }
    return feeders;
  }
}
