package io.evenflow.scenario;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is implausible in a scenario, by kind; of each kind the first is told and the rest counted.
 */
final class Doubts {
  private final Map<String, Map<String, Doubt>> byKind = new LinkedHashMap<>();

  private record Doubt(String sentence, String maybe) {}

  /**
   * @param kind what is wrong alike
   * @param object what it is wrong with; an object is told once
   * @param sentence about its field and value
   * @param maybe what to try, starting with the word "Maybe"
   */
  void add(String kind, String object, String sentence, String maybe) {
    byKind
        .computeIfAbsent(kind, each -> new LinkedHashMap<>())
        .putIfAbsent(object, new Doubt(object + ": " + sentence, maybe));
  }

  List<String> warnings() {
    List<String> warnings = new ArrayList<>();
    for (Map<String, Doubt> alike : byKind.values()) {
      Doubt first = alike.values().iterator().next();
      int more = alike.size() - 1;
      String rest = more == 0 ? "" : "; and " + more + " more like it";
      warnings.add(first.sentence() + rest + "\n" + first.maybe());
    }
    return warnings;
  }

  /** A number as people write it, without the zeros behind the point. */
  static String text(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? Long.toString((long) value)
        : Double.toString(value);
  }
}
