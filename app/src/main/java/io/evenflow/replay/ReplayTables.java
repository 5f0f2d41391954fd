package io.evenflow.replay;

import io.evenflow.study.MarkdownTable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What rows say of each policy, as a table. */
public final class ReplayTables {
  private ReplayTables() {}

  /** By policy in the order rows come. */
  public static Map<String, List<ReplayRow>> byPolicy(List<ReplayRow> rows) {
    Map<String, List<ReplayRow>> byPolicy = new LinkedHashMap<>();
    for (ReplayRow row : rows) {
      String scenarios = row.text("scenarios");
      String name = row.text("policy") + (scenarios.equals("0") ? "" : " " + scenarios);
      byPolicy.computeIfAbsent(name, absent -> new ArrayList<>()).add(row);
    }
    return byPolicy;
  }

  /** Sums over the days on which a policy did not fail. */
  public static MarkdownTable of(List<ReplayRow> rows) {
    MarkdownTable table =
        new MarkdownTable(
            "policy",
            "days",
            "cost",
            "regret",
            "of vehicles' cost",
            "missing kWh",
            "promised kWh",
            "broken promises",
            "broken limits",
            "p50 ms",
            "p99 ms");
    byPolicy(rows).forEach((policy, own) -> add(table, policy, own));
    return table;
  }

  private static void add(MarkdownTable table, String policy, List<ReplayRow> all) {
    List<ReplayRow> own =
        all.stream().filter(row -> !row.isFailure() && !row.text("bound").isEmpty()).toList();
    double vehicles = sum(own, "bound") - sum(own, "withoutVehicles");
    double regret = sum(own, "regret");
    table.row(
        policy,
        own.size() == all.size() ? "" + own.size() : own.size() + " of " + all.size(),
        figure(sum(own, "cost"), 2),
        figure(regret, 2),
        figure(100 * regret / Math.max(1, Math.abs(vehicles)), 2) + " %",
        figure(sum(own, "missingKwh"), 1),
        figure(sum(own, "promisedKwh"), 1),
        figure(sum(own, "brokenPromises"), 0),
        figure(sum(own, "brokenLimits"), 0),
        figure(1000 * median(own, "p50Seconds"), 1),
        figure(1000 * most(own, "p99Seconds"), 1));
  }

  /** Of a column over rows. */
  public static double sum(List<ReplayRow> rows, String column) {
    return rows.stream().mapToDouble(row -> row.value(column)).sum();
  }

  private static double median(List<ReplayRow> rows, String column) {
    double[] sorted = rows.stream().mapToDouble(row -> row.value(column)).sorted().toArray();
    return sorted.length == 0 ? 0 : sorted[sorted.length / 2];
  }

  private static double most(List<ReplayRow> rows, String column) {
    return rows.stream().mapToDouble(row -> row.value(column)).max().orElse(0);
  }

  private static String figure(double value, int decimals) {
    return String.format(Locale.ROOT, "%,." + decimals + "f", value);
  }
}
