package io.evenflow.cli;

import io.evenflow.io.matpower.BuiltInCases;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code evenflow cases}: what {@code feeder} and scenarios may name without a file. */
@Command(
    name = "cases",
    description = "Lists the built-in cases.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class)
final class CasesCommand implements Callable<Integer> {
  private final Streams streams;

  CasesCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() {
    streams.print(BuiltInCases.names());
    return ExitCode.DONE;
  }
}
