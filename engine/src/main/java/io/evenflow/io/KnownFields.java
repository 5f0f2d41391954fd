package io.evenflow.io;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The fields an object may have, in the version of its file. */
final class KnownFields {
  private final Map<String, Field<?>> byName = new HashMap<>();
  private final boolean isFirst;
  private final String[] names;

  KnownFields(List<Field<?>> fields, boolean isFirst) {
    fields.forEach(field -> byName.put(field.name(), field));
    this.isFirst = isFirst;
    names =
        fields.stream()
            .filter(field -> !(isFirst && field.isSecond()))
            .map(Field::name)
            .toArray(String[]::new);
  }

  /**
   * @throws InputException for a field with another name, or of a later version than the file's
   */
  void requireOnly(JsonObject object) {
    for (String name : object.node().propertyNames()) {
      Field<?> field = byName.get(name);
      if (field == null) {
        throw object.error(name + " is not a field", Suggestion.of(name, names));
      }
      if (isFirst && field.isSecond()) {
        throw object.error(
            name + " is not a field of " + ScenarioReader.FIRST_FORMAT,
            "Maybe change the scenario's format to " + ScenarioReader.FORMAT + ".");
      }
    }
  }
}
