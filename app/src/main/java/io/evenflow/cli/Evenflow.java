package io.evenflow.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The command {@code evenflow} with its subcommands. */
@Command(
    name = "evenflow",
    description =
        "Coordinates EV charging on distribution feeders: schedules, each with what is proven of it.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    synopsisSubcommandLabel = "COMMAND",
    commandListHeading = "%nCommands:%n",
    optionListHeading = "%nOptions:%n",
    footerHeading = "%nExamples:%n",
    footer = {
      "  evenflow solve case69-day                 a built-in day, results in ./out",
      "  evenflow solve day.json --method direct --time-limit 60 --output results",
      "  evenflow check day.json results/result.json",
      "  evenflow feeder case33bw                  what is in a case",
      "",
      "Exit codes: 0 done; 1 failed, or a check found violations; 2 bad input;",
      "  3 proven infeasible; 4 no schedule within the limit."
    })
final class Evenflow implements Callable<Integer> {
  private final Streams streams;
  private final MethodNames methods;

  @Option(
      names = "--debug",
      scope = ScopeType.INHERIT,
      description = "Show where in the program an error arose.")
  private boolean debug;

  private Evenflow(Streams streams, MethodNames methods) {
    this.streams = streams;
    this.methods = methods;
  }

  /** Runs a command line and returns its exit code. */
  static int run(Streams streams, MethodNames methods, String... args) {
    Evenflow root = new Evenflow(streams, methods);
    try {
      return root.commandLine().execute(args);
    } catch (Error e) {
      return root.complain(e);
    }
  }

  private CommandLine commandLine() {
    CommandLine commands =
        new CommandLine(this)
            .addSubcommand(new SolveCommand(streams, methods))
            .addSubcommand(new CheckCommand(streams))
            .addSubcommand(new ReportCommand(streams, methods))
            .addSubcommand(new OcppCommand(streams))
            .addSubcommand(new FeederCommand(streams))
            .addSubcommand(ScenarioCommand.with(streams))
            .addSubcommand(new StudyCommand(streams, methods))
            .addSubcommand(new ReplayCommand(streams))
            .addSubcommand(new DaysCommand(streams))
            .addSubcommand(new CasesCommand(streams))
            .addSubcommand(
                ModuleCommand.named(
                    "serve", "Solves days that are sent over HTTP, with a page for a browser."))
            .addSubcommand(
                ModuleCommand.named(
                    "city", "Plans thousands of feeders and what they share, on Spark."));
    return commands
        .setOut(streams.out())
        .setErr(streams.err())
        .setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF))
        .setParameterExceptionHandler((problem, args) -> complain(problem))
        .setExecutionExceptionHandler((problem, command, parsed) -> complain(problem));
  }

  private int complain(Throwable problem) {
    return Complaint.about(problem).print(streams, debug ? problem : null);
  }

  /** Without a command: says what there is. */
  @Override
  public Integer call() {
    commandLine().usage(streams.err());
    return ExitCode.BAD_INPUT;
  }
}
