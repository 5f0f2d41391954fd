package io.evenflow.io;

import static io.evenflow.io.Field.list;
import static io.evenflow.io.Field.number;
import static io.evenflow.io.Field.object;

import io.evenflow.grid.BranchRating;
import io.evenflow.scenario.Limits;
import io.evenflow.scenario.SubstationVoltage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A scenario's {@code limits}. */
final class LimitsShape {
  private static final Field<Double> VOLTAGE_MIN =
      number("voltageMinPu")
          .optional("the case's")
          .unit("p.u.")
          .from(0)
          .says("least voltage of every bus but the substation, 0 or more");
  private static final Field<Double> VOLTAGE_MAX =
      number("voltageMaxPu")
          .optional("the case's")
          .unit("p.u.")
          .from(0)
          .says("greatest voltage of every bus but the substation");
  private static final Field<Double> SUBSTATION_EXPORT =
      number("substationExportMw")
          .optional("the case's Pmin")
          .unit("MW")
          .from(0)
          .says("power the substation may take back, 0 or more");
  private static final Field<List<BranchRating>> BRANCH_RATINGS =
      list("branchRatings", BranchRatingShape.SHAPE)
          .or(List.of(), "the case's")
          .says("a list of ratings of single branches");
  private static final Field<SubstationVoltage> SUBSTATION_VOLTAGE =
      object("substationVoltagePu", SubstationVoltageShape.SHAPE)
          .optional("the case's")
          .unit("p.u.")
          .second()
          .says("what a tap changer makes of the substation's voltage");

  static final Shape<Limits> SHAPE =
      Shape.of("Maybe a limit of another case was meant.", LimitsShape::limits)
          .with(VOLTAGE_MIN, Limits::voltageMinPu)
          .with(VOLTAGE_MAX, Limits::voltageMaxPu)
          .with(SUBSTATION_EXPORT, Limits::substationExportMw)
          .with(BRANCH_RATINGS, Limits::branchRatings, limits -> !limits.branchRatings().isEmpty())
          .with(SUBSTATION_VOLTAGE, Limits::substationVoltage);

  private LimitsShape() {}

  private static Limits limits(JsonObject limits) {
    Double min = notNegative(limits, VOLTAGE_MIN);
    Double max = notNegative(limits, VOLTAGE_MAX);
    if (min != null && max != null && min > max) {
      throw limits.error(
          "voltageMinPu (" + min + ") must be at most voltageMaxPu (" + max + ")",
          "Maybe the two are the wrong way round.");
    }
    return new Limits(
        min,
        max,
        notNegative(limits, SUBSTATION_EXPORT),
        limits.get(BRANCH_RATINGS),
        limits.orNull(SUBSTATION_VOLTAGE));
  }

  private static @Nullable Double notNegative(JsonObject limits, Field<Double> field) {
    Double value = limits.orNull(field);
    if (value != null && value < 0) {
      throw limits.error(
          field.name() + " (" + value + ") must be at least 0", "Maybe the sign is wrong.");
    }
    return value;
  }
}
