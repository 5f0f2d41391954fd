package io.evenflow.io;

import static io.evenflow.io.Field.text;
import static io.evenflow.io.Field.wholeNumber;

import io.evenflow.fleet.Location;
import java.util.function.Function;

/** Where a battery or a roof is: at a station or at a bus. */
final class LocationFields {
  private static final Field<String> STATION =
      text("station").optional("").says("id of the station behind whose meter it is");
  private static final Field<Integer> BUS =
      wholeNumber("bus")
          .optional("")
          .says(
              "number of its bus in the case, in place of `station`: it settles at the substation");

  private LocationFields() {}

  static <T> Shape<T> with(Shape<T> shape, Function<T, Location> of) {
    return shape
        .with(STATION, thing -> of.apply(thing).station())
        .with(BUS, thing -> of.apply(thing).bus());
  }

  static Location read(JsonObject object) {
    return object.build(
        "Maybe the id of a station is meant, or the number of a bus: one of the two.",
        () -> new Location(object.orNull(STATION), object.orNull(BUS)));
  }
}
