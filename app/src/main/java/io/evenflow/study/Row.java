package io.evenflow.study;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of one run, as a line of {@code rows.csv}; costs in the scenario's currency.
 *
 * @param key what tells the run from others, see {@link #KEY}
 * @param results what it found, see {@link #RESULTS}; empty texts where there is nothing to say
 * @param seconds wall time of the method. Unit: s
 */
public record Row(List<String> key, List<String> results, double seconds) {
  /** Columns that name a run. */
  public static final List<String> KEY =
      List.of(
          "study", "case", "sample", "seed", "method", "radius", "gap", "limit_seconds", "engine");

  /** Columns that repeat exactly when a run is repeated, unless it hit its time limit. */
  public static final List<String> RESULTS =
      List.of(
          "status",
          "objective",
          "generation",
          "charging",
          "shortfall",
          "without_vehicles",
          "bound",
          "relative_gap",
          "vehicle_cost",
          "vehicle_cost_gap",
          "ac_feasible",
          "phantom_loss_kwh",
          "limit_hit",
          "failure");

  public Row {
    key = List.copyOf(key);
    results = List.copyOf(results);
    if (key.size() != KEY.size() || results.size() != RESULTS.size()) {
      throw new IllegalArgumentException("a row has one field for each column");
    }
  }

  /** Names of all columns; the time comes last. */
  static List<String> columns() {
    List<String> columns = new ArrayList<>(KEY);
    columns.addAll(RESULTS);
    columns.add("seconds");
    return columns;
  }

  List<String> fields() {
    List<String> fields = new ArrayList<>(key);
    fields.addAll(results);
    fields.add(Double.toString(seconds));
    return fields;
  }

  static Row of(List<String> fields) {
    int end = KEY.size() + RESULTS.size();
    return new Row(
        fields.subList(0, KEY.size()),
        fields.subList(KEY.size(), end),
        Double.parseDouble(fields.get(end)));
  }

  public String text(String column) {
    int at = KEY.indexOf(column);
    return at >= 0 ? key.get(at) : results.get(RESULTS.indexOf(column));
  }

  /** A number, null where the row has none. */
  public @Nullable Double number(String column) {
    String text = text(column);
    return text.isEmpty() ? null : Double.valueOf(text);
  }

  public boolean isTrue(String column) {
    return text(column).equals("true");
  }

  public int radius() {
    return Integer.parseInt(text("radius"));
  }

  /** Whether the run ended without an answer of its method. */
  public boolean isFailure() {
    return !text("failure").isEmpty();
  }
}
