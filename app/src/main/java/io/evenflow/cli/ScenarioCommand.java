package io.evenflow.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code evenflow scenario}: groups what makes scenarios. */
@Command(
    name = "scenario",
    description = "Makes scenario files.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class)
final class ScenarioCommand implements Callable<Integer> {
  private final Streams streams;

  @Spec private CommandSpec spec = CommandSpec.create();

  private ScenarioCommand(Streams streams) {
    this.streams = streams;
  }

  static CommandLine with(Streams streams) {
    return new CommandLine(new ScenarioCommand(streams))
        .addSubcommand(new GenerateCommand(streams))
        .addSubcommand(new ImportCommand(streams));
  }

  /** Without a command: says what there is. */
  @Override
  public Integer call() {
    spec.commandLine().usage(streams.err());
    return ExitCode.BAD_INPUT;
  }
}
