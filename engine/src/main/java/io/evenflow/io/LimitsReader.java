package io.evenflow.io;

import io.evenflow.grid.BranchRating;
import io.evenflow.scenario.Limits;
import io.evenflow.scenario.SubstationVoltage;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a scenario's {@code limits}. */
final class LimitsReader {
  private static final String[] FIRST_FIELDS = {
    "voltageMinPu", "voltageMaxPu", "substationExportMw", "branchRatings"
  };
  private static final String[] FIELDS = {
    "voltageMinPu", "voltageMaxPu", "substationExportMw", "branchRatings", "substationVoltagePu"
  };

  private final JsonObject limits;

  private LimitsReader(JsonObject limits) {
    this.limits = limits;
  }

  /**
   * @param isFirst whether the scenario is of the first format, which has no substation voltage
   */
  static Limits read(JsonObject root, boolean isFirst) {
    return root.has("limits")
        ? new LimitsReader(root.object("limits")).read(isFirst)
        : Limits.OF_THE_CASE;
  }

  private Limits read(boolean isFirst) {
    if (isFirst && limits.has("substationVoltagePu")) {
      throw limits.error(
          "substationVoltagePu is not a field of " + ScenarioReader.FIRST_FORMAT,
          "Maybe change the scenario's format to " + ScenarioReader.FORMAT + ".");
    }
    limits.requireOnly(isFirst ? FIRST_FIELDS : FIELDS);
    Double min = notNegative("voltageMinPu");
    Double max = notNegative("voltageMaxPu");
    if (min != null && max != null && min > max) {
      throw limits.error(
          "voltageMinPu (" + min + ") must be at most voltageMaxPu (" + max + ")",
          "Maybe the two are the wrong way round.");
    }
    return new Limits(min, max, notNegative("substationExportMw"), ratings(), tap());
  }

  private @Nullable SubstationVoltage tap() {
    String field = "substationVoltagePu";
    if (!limits.has(field) || limits.isNull(field)) {
      return null;
    }
    JsonObject range = limits.object(field);
    range.requireOnly("min", "max", "perPeriod");
    boolean perPeriod = range.has("perPeriod") && range.truth("perPeriod");
    return range.build(
        "Maybe the two are the wrong way round.",
        () -> new SubstationVoltage(range.number("min"), range.number("max"), perPeriod));
  }

  private @Nullable Double notNegative(String field) {
    Double value = limits.numberOrNull(field);
    if (value != null && value < 0) {
      throw limits.error(field + " (" + value + ") must be at least 0", "Maybe the sign is wrong.");
    }
    return value;
  }

  private List<BranchRating> ratings() {
    List<BranchRating> ratings = new ArrayList<>();
    for (JsonObject entry : limits.objectsOrNone("branchRatings")) {
      entry.requireOnly("from", "to", "mva");
      ratings.add(
          entry.build(
              "Maybe leave it out for a branch without limit.",
              () ->
                  new BranchRating(
                      entry.wholeNumber("from"), entry.wholeNumber("to"), entry.number("mva"))));
    }
    return ratings;
  }
}
