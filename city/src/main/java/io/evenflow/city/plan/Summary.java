package io.evenflow.city.plan;

import io.evenflow.io.WholeFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * What is known of a city's plan: {@code summary.json}, format {@code evenflow-city-result/1}.
 * Tables count only beside it.
 *
 * @param city name of the portfolio
 * @param status optimal where all feeders have a schedule, what they share keeps its limits and the
 *     gap is proven to be at most the one asked; feasible where only that is missing; failed where
 *     a feeder has no schedule or a shared limit is missed
 * @param feeders number of feeders
 * @param optimal how many of them have a schedule that is proven to be the best of what was asked
 *     of it
 * @param feasible how many have one without that proof
 * @param infeasible how many have none, proven
 * @param failed how many have none, without proof
 * @param objective of all feeders with a schedule and of what they share. Unit: currency
 * @param bound proven lower bound of the same. Unit: currency
 * @param gap (objective − bound) / max(1, |objective − withoutVehicles|), null where unknown
 * @param relativeGap (objective − bound) / max(1, |objective|), null where a shared limit is missed
 * @param withoutVehicles what the feeders cost without vehicles, null where unknown. Unit: currency
 * @param sharedCost what the peak of all costs, part of the objective. Unit: currency
 * @param commuters number of vehicles that move between feeders
 * @param commutersCost of the energy they miss, part of the objective. Unit: currency
 * @param missedKw by how much shared limits are missed at most. Unit: kW
 * @param rounds of prices between feeders, and of those between feeders and commuters, 0 where they
 *     share nothing
 * @param seconds wall time
 * @param stageSeconds the same by stage
 */
public record Summary(
    String city,
    String status,
    int feeders,
    int optimal,
    int feasible,
    int infeasible,
    int failed,
    double objective,
    double bound,
    @Nullable Double gap,
    @Nullable Double relativeGap,
    @Nullable Double withoutVehicles,
    double sharedCost,
    int commuters,
    double commutersCost,
    double missedKw,
    int rounds,
    double seconds,
    Map<String, Double> stageSeconds) {
  /** Name of the file. */
  public static final String FILE = "summary.json";

  static final String FORMAT = "evenflow-city-result/1";

  void write(Path folder) throws IOException {
    Map<String, @Nullable Object> root = new LinkedHashMap<>();
    root.put("format", FORMAT);
    root.put("city", city);
    root.put("status", status);
    root.put("feeders", feeders);
    root.put("optimal", optimal);
    root.put("feasible", feasible);
    root.put("infeasible", infeasible);
    root.put("failed", failed);
    root.put("objective", finite(objective));
    root.put("bound", finite(bound));
    root.put("gap", gap == null ? null : finite(gap));
    root.put("relativeGap", relativeGap == null ? null : finite(relativeGap));
    root.put("withoutVehicles", withoutVehicles);
    root.put("sharedCost", sharedCost);
    root.put("commuters", commuters);
    root.put("commutersCost", commutersCost);
    root.put("missedKw", missedKw);
    root.put("rounds", rounds);
    root.put("seconds", seconds);
    root.put("stageSeconds", stageSeconds);
    String text =
        JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValueAsString(root);
    WholeFile.write(folder.resolve(FILE), text + "\n");
  }

  private static @Nullable Double finite(double number) {
    return Double.isFinite(number) ? (Double) number : null;
  }
}
