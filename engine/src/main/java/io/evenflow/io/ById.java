package io.evenflow.io;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Entries of a list in a result, by the ids of what they are of in its scenario. */
final class ById<T> {
  private final JsonObject root;
  private final String noun;
  private final Map<String, T> entries = new LinkedHashMap<>();

  /**
   * @param noun such as {@code session}
   * @throws InputException where an id appears twice
   */
  ById(JsonObject root, String noun, List<T> list, Function<T, String> idOf) {
    this.root = root;
    this.noun = noun;
    for (T entry : list) {
      String id = idOf.apply(entry);
      if (entries.put(id, entry) != null) {
        throw named(id)
            .error("the id appears twice", "Maybe one of the two is meant to have another id.");
      }
    }
  }

  private JsonObject named(String id) {
    return root.named(noun + " '" + id + "'");
  }

  /**
   * @throws InputException for an entry of what the scenario does not have
   */
  void requireKnown(List<String> ids, String scenario) {
    for (String id : entries.keySet()) {
      if (!ids.contains(id)) {
        throw named(id)
            .error(
                "scenario '%s' has no such %s".formatted(scenario, noun),
                "Maybe the result is of another day.");
      }
    }
  }

  /**
   * The entries in the order of the scenario.
   *
   * @param field of the list
   * @throws InputException for one that is not there, and for one that is not known
   */
  List<T> inOrder(String field, List<String> ids, String scenario) {
    requireKnown(ids, scenario);
    return ids.stream()
        .map(
            id -> {
              T entry = entries.get(id);
              if (entry == null) {
                throw root.error(
                    "%s has no %s '%s', which scenario '%s' has"
                        .formatted(field, noun, id, scenario),
                    "Maybe the result is of another day.");
              }
              return entry;
            })
        .toList();
  }
}
