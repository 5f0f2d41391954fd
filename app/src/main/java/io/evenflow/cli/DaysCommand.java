package io.evenflow.cli;

import io.evenflow.io.BuiltInDays;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code evenflow days}: the built-in days, and a scenario file to start from. */
@Command(
    name = "days",
    description = "Lists the built-in days, or prints one as a scenario file to start from.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class)
final class DaysCommand implements Callable<Integer> {
  private final Streams streams;

  @Parameters(arity = "0..1", paramLabel = "DAY", description = "The day to print.")
  private @Nullable String day;

  DaysCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() {
    if (day == null) {
      streams.print(BuiltInDays.names());
    } else {
      streams.print(BuiltInDays.text(day).lines().toList());
    }
    return ExitCode.DONE;
  }
}
