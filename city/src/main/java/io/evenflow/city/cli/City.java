package io.evenflow.city.cli;

import io.evenflow.cli.Complaint;
import io.evenflow.cli.ExitCode;
import io.evenflow.cli.Streams;
import io.evenflow.cli.Version;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The command {@code evenflow city} with its subcommands. */
@Command(
    name = "evenflow city",
    description =
        "Plans thousands of feeders and what they share, on this machine or on a Spark cluster.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    synopsisSubcommandLabel = "COMMAND",
    commandListHeading = "%nCommands:%n",
    optionListHeading = "%nOptions:%n",
    footerHeading = "%nExamples:%n",
    footer = {
      "  evenflow city generate --feeders 100 --sessions 10000 --output town",
      "  evenflow city solve town --output plan",
    })
final class City implements Callable<Integer> {
  private final Streams streams;

  @Option(
      names = "--debug",
      scope = ScopeType.INHERIT,
      description = "Show where in the program an error arose.")
  private boolean debug;

  private City(Streams streams) {
    this.streams = streams;
  }

  /** Runs a command line and returns its exit code. */
  static int run(Streams streams, String... args) {
    City root = new City(streams);
    try {
      return root.commandLine().execute(args);
    } catch (Error e) {
      return root.complain(e);
    }
  }

  private CommandLine commandLine() {
    return new CommandLine(this)
        .addSubcommand(new GenerateCommand(streams))
        .addSubcommand(new SolveCommand(streams))
        .setOut(streams.out())
        .setErr(streams.err())
        .setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF))
        .setParameterExceptionHandler((problem, args) -> complain(problem))
        .setExecutionExceptionHandler((problem, command, parsed) -> complain(problem));
  }

  private int complain(Throwable problem) {
    return Complaint.about(problem).print(streams, debug ? problem : null);
  }

  @Override
  public Integer call() {
    commandLine().usage(streams.err());
    return ExitCode.BAD_INPUT;
  }
}
