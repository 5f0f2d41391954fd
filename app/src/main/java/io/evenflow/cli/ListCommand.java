package io.evenflow.cli;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;

/** Prints names that are built in, one a line. */
@Command(mixinStandardHelpOptions = true, versionProvider = Version.class)
final class ListCommand implements Callable<Integer> {
  private final Streams streams;
  private final Supplier<List<String>> names;

  ListCommand(Streams streams, Supplier<List<String>> names) {
    this.streams = streams;
    this.names = names;
  }

  @Override
  public Integer call() {
    streams.print(names.get());
    return ExitCode.DONE;
  }
}
