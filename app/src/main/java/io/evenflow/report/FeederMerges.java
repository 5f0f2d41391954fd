package io.evenflow.report;

import io.evenflow.grid.Branch;
import io.evenflow.grid.Bus;
import io.evenflow.grid.Feeder;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What of a case file is one in the feeder.
 *
 * @param joinedBuses numbers of buses that closed switches join, set by set
 * @param parallelBranches branches between the same two buses, set by set, as {@code 50-51}
 * @param warnings what the feeder has not of the file
 */
public record FeederMerges(
    List<List<Integer>> joinedBuses, List<List<String>> parallelBranches, List<String> warnings) {
  private static final int SHOWN = 5;

  public static FeederMerges of(Feeder feeder) {
    return new FeederMerges(
        IntStream.range(0, feeder.busCount())
            .mapToObj(i -> feeder.fileBuses(i).stream().map(Bus::number).toList())
            .filter(joined -> joined.size() > 1)
            .toList(),
        IntStream.range(1, feeder.busCount())
            .mapToObj(i -> feeder.fileBranches(i).stream().map(Branch::label).toList())
            .filter(parallel -> parallel.size() > 1)
            .toList(),
        feeder.warnings());
  }

  /** Lines of text, none where nothing is merged. */
  public List<String> lines() {
    Table table = new Table();
    if (!joinedBuses.isEmpty()) {
      table.row("joined by switches", "buses " + sets(joinedBuses, " = "));
    }
    if (!parallelBranches.isEmpty()) {
      table.row("in parallel", "branches " + sets(parallelBranches, " and "));
    }
    return table.lines();
  }

  private static <T> String sets(List<List<T>> sets, String between) {
    String shown =
        sets.stream()
            .limit(SHOWN)
            .map(set -> set.stream().map(String::valueOf).collect(Collectors.joining(between)))
            .collect(Collectors.joining(", "));
    return sets.size() <= SHOWN ? shown : shown + ", and " + (sets.size() - SHOWN) + " more";
  }
}
