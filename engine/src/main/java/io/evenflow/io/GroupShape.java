package io.evenflow.io;

import static io.evenflow.io.Field.text;
import static io.evenflow.io.Field.texts;

import io.evenflow.fleet.Group;
import java.util.List;

/** An entry of a scenario's {@code groups}. */
final class GroupShape {
  private static final Field<String> ID = text("id").says("its name, no two the same");
  private static final Field<List<String>> STATIONS =
      texts("stations").says("ids of its stations, at least one; their net powers are added");

  static final Shape<Group> SHAPE =
      Shape.of(
              "Maybe one of its stations has another id.",
              group ->
                  new Group(
                      group.get(ID),
                      group.get(STATIONS),
                      group.get(ConnectionShape.FIELD),
                      group.orNull(PeakChargeShape.FIELD)))
          .named("group")
          .with(ID, Group::id)
          .with(STATIONS, Group::stations)
          .with(ConnectionShape.FIELD, Group::connection)
          .with(PeakChargeShape.FIELD, Group::peakCharge);

  private GroupShape() {}
}
