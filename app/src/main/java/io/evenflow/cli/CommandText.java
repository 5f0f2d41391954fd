package io.evenflow.cli;

import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;

/** The command line as it was typed, quotes where words have blanks. */
public final class CommandText {
  private CommandText() {}

  /** The words of the command that was called. */
  public static String of(CommandSpec spec) {
    return spec.root().commandLine().getParseResult().originalArgs().stream()
        .map(word -> word.matches("[\\w./:=,+@%-]+") ? word : "'" + word + "'")
        .collect(Collectors.joining(" ", "evenflow ", ""));
  }
}
