package io.evenflow.study;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Rows of one method with one setting on one case, and what tables say of them.
 *
 * @param feederCase name or path of the case
 * @param method name of the method
 * @param engine by its name, empty for the method's own
 * @param radius r of (24)
 * @param rows in the order of the study
 */
public record Rows(String feederCase, String method, String engine, int radius, List<Row> rows) {
  /** Rows by case, method, engine and radius, in the order they come. */
  public static List<Rows> groups(List<Row> rows) {
    Map<List<String>, List<Row>> byKey = new LinkedHashMap<>();
    for (Row row : rows) {
      List<String> key =
          List.of(row.text("case"), row.text("method"), row.text("engine"), row.text("radius"));
      byKey.computeIfAbsent(key, absent -> new ArrayList<>()).add(row);
    }
    return byKey.entrySet().stream()
        .map(
            entry ->
                new Rows(
                    entry.getKey().get(0),
                    entry.getKey().get(1),
                    entry.getKey().get(2),
                    Integer.parseInt(entry.getKey().get(3)),
                    entry.getValue()))
        .toList();
  }

  int size() {
    return rows.size();
  }

  /** The method with what tells its settings apart. */
  public String name() {
    return name(method, engine, radius);
  }

  static String name(String method, String engine, int radius) {
    String with = engine.isEmpty() ? "" : ", " + engine;
    return method.equals("two-stage") ? "two-stage, r = " + radius + with : method + with;
  }

  /** Name of the case without folders. */
  public String shortCase() {
    return feederCase.substring(feederCase.lastIndexOf('/') + 1);
  }

  long count(Predicate<Row> predicate) {
    return rows.stream().filter(predicate).count();
  }

  /** Runs with a schedule. */
  long schedules() {
    return count(row -> row.number("objective") != null);
  }

  /** Mean of a column over the rows that have it. */
  OptionalDouble mean(String column) {
    return mean(row -> row.number(column));
  }

  /** Mean of what rows have of a figure. */
  OptionalDouble mean(Function<Row, @Nullable Double> figure) {
    return rows.stream()
        .map(figure)
        .filter(Objects::nonNull)
        .mapToDouble(Double::doubleValue)
        .average();
  }

  double meanSeconds() {
    return rows.stream().mapToDouble(Row::seconds).average().orElse(Double.NaN);
  }
}
