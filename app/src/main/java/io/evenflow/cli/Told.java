package io.evenflow.cli;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;

/** Options that were given, by their longest names. */
public final class Told {
  private Told() {}

  /** Those of the command that runs. */
  public static Set<String> of(CommandSpec spec) {
    return spec.commandLine().getParseResult().matchedOptions().stream()
        .map(option -> option.longestName())
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
