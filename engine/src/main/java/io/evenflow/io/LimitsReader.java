package io.evenflow.io;

import io.evenflow.grid.BranchRating;
import io.evenflow.scenario.Limits;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a scenario's {@code limits}. */
final class LimitsReader {
  private final JsonObject limits;

  private LimitsReader(JsonObject limits) {
    this.limits = limits;
  }

  static Limits read(JsonObject root) {
    return root.has("limits") ? new LimitsReader(root.object("limits")).read() : Limits.OF_THE_CASE;
  }

  private Limits read() {
    limits.requireOnly("voltageMinPu", "voltageMaxPu", "substationExportMw", "branchRatings");
    Double min = notNegative("voltageMinPu");
    Double max = notNegative("voltageMaxPu");
    if (min != null && max != null && min > max) {
      throw limits.error(
          "voltageMinPu (" + min + ") must be at most voltageMaxPu (" + max + ")",
          "Maybe the two are the wrong way round.");
    }
    return new Limits(min, max, notNegative("substationExportMw"), ratings());
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
