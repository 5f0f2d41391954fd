package io.evenflow.io;

import io.evenflow.scenario.Loads;
import java.util.ArrayList;
import java.util.List;

/** Reads a scenario's {@code loads}. */
final class LoadsReader {
  private LoadsReader() {}

  static Loads read(JsonObject root, int periods) {
    if (!root.has("loads")) {
      return Loads.flat(periods);
    }
    JsonObject loads = root.object("loads");
    loads.requireOnly("scale", "adjustments");
    double[] scale =
        loads.has("scale") ? loads.numbers("scale", periods) : Loads.flat(periods).scale();
    List<Loads.Adjustment> adjustments = new ArrayList<>();
    for (JsonObject entry : loads.objectsOrNone("adjustments")) {
      adjustments.add(adjustment(entry, periods));
    }
    return new Loads(scale, List.copyOf(adjustments));
  }

  private static Loads.Adjustment adjustment(JsonObject entry, int periods) {
    entry.requireOnly("bus", "activeKw", "reactiveKvar");
    return new Loads.Adjustment(
        entry.wholeNumber("bus"),
        numbersOrZeros(entry, "activeKw", periods),
        numbersOrZeros(entry, "reactiveKvar", periods));
  }

  private static double[] numbersOrZeros(JsonObject entry, String field, int periods) {
    return entry.has(field) ? entry.numbers(field, periods) : new double[periods];
  }
}
