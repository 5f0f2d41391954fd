package io.evenflow.replay;

import io.evenflow.scenario.Result;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a policy made of a day, as a line of {@code rows.csv}; costs in the prices' currency.
 *
 * @param fields by {@link #COLUMNS}; empty texts where there is nothing to say
 */
public record ReplayRow(List<String> fields) {
  /** Columns that tell a row from every other. */
  public static final List<String> KEY =
      List.of("policy", "day", "case", "sessions", "scenarios", "seed", "settings");

  /** All columns. */
  public static final List<String> COLUMNS = columns();

  private static List<String> columns() {
    List<String> columns = new ArrayList<>(KEY);
    columns.addAll(
        List.of(
            "count",
            "cost",
            "bound",
            "regret",
            "withoutVehicles",
            "wantedKwh",
            "missingKwh",
            "promisedKwh",
            "brokenPromises",
            "brokenLimits",
            "p50Seconds",
            "p99Seconds",
            "mostSeconds",
            "plansOptimal",
            "plans",
            "leastShare",
            "failure"));
    return List.copyOf(columns);
  }

  public ReplayRow {
    fields = List.copyOf(fields);
  }

  static ReplayRow of(List<String> key, ReplayDay day, Outcome outcome, Result best) {
    double cost = outcome.check().cost().total();
    Double bound = best.bound();
    double wanted =
        day.realised().sessions().stream()
            .mapToDouble(each -> each.targetEnergyKwh() - each.arrivalEnergyKwh())
            .sum();
    long optimal =
        outcome.plans().stream()
            .filter(plan -> plan != null && plan.status().word().equals("optimal"))
            .count();
    long plans = outcome.plans().stream().filter(plan -> plan != null).count();
    List<String> fields = new ArrayList<>(key);
    fields.addAll(
        List.of(
            Integer.toString(day.realised().sessions().size()),
            text(cost),
            text(bound),
            text(bound == null ? null : cost - bound),
            text(best.withoutVehicles()),
            text(wanted),
            text(outcome.promises().missingKwh()),
            text(outcome.promises().promisedKwh()),
            Integer.toString(outcome.promises().broken().size()),
            Integer.toString(outcome.check().violations().size()),
            text(outcome.quantile(0.5)),
            text(outcome.quantile(0.99)),
            text(outcome.quantile(1)),
            Long.toString(optimal),
            Long.toString(plans),
            text(outcome.promises().leastShare()),
            ""));
    return new ReplayRow(fields);
  }

  /** A run that ended with an error. */
  static ReplayRow failed(List<String> key, Throwable problem) {
    List<String> fields = new ArrayList<>(key);
    while (fields.size() < COLUMNS.size() - 1) {
      fields.add("");
    }
    String message = problem.getMessage();
    fields.add(message == null ? problem.getClass().getSimpleName() : message);
    return new ReplayRow(fields);
  }

  private static String text(@Nullable Double value) {
    return value == null ? "" : Double.toString(value);
  }

  /** What tells it from every other. */
  List<String> key() {
    return fields.subList(0, KEY.size());
  }

  public String text(String column) {
    return fields.get(COLUMNS.indexOf(column));
  }

  /** A number, null where the row has none. */
  public @Nullable Double number(String column) {
    String text = text(column);
    return text.isEmpty() ? null : Double.valueOf(text);
  }

  /** A number, 0 where the row has none. */
  public double value(String column) {
    Double number = number(column);
    return number == null ? 0 : number;
  }

  public boolean isFailure() {
    return !text("failure").isEmpty();
  }
}
