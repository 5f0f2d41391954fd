package io.evenflow.study;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Proven optima of samples, from the certified runs that ended with proof. All gaps of the tables
 * are against these; a run that hit its limit is never one.
 */
final class Optima {
  private final Map<List<String>, Row> certified = new HashMap<>();

  Optima(List<Row> rows) {
    for (Row row : rows) {
      if (row.text("method").equals("certified") && row.text("status").equals("optimal")) {
        certified.put(sample(row), row);
      }
    }
  }

  static List<String> sample(Row row) {
    return List.of(row.text("case"), row.text("sample"), row.text("seed"));
  }

  /** (objective − optimum) / max(1, |optimum|), null where either is missing. */
  @Nullable Double gap(Row row) {
    return gap(row, "objective");
  }

  /** (objective − optimum) / max(1, |vehicles' cost at the optimum|). */
  @Nullable Double vehicleCostGap(Row row) {
    return gap(row, "vehicle_cost");
  }

  private @Nullable Double gap(Row row, String reference) {
    Row best = certified.get(sample(row));
    Double objective = row.number("objective");
    if (best == null || objective == null) {
      return null;
    }
    Double optimum = best.number("objective");
    Double against = best.number(reference);
    return optimum == null || against == null
        ? null
        : (objective - optimum) / Math.max(1, Math.abs(against));
  }
}
