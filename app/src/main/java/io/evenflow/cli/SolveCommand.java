package io.evenflow.cli;

import io.evenflow.method.LimitValues;
import io.evenflow.method.Method;
import io.evenflow.method.Settings;
import io.evenflow.report.NoScheduleReport;
import io.evenflow.report.Origin;
import io.evenflow.report.ResultSummary;
import io.evenflow.report.SolveReport;
import io.evenflow.run.BrokenRun;
import io.evenflow.run.Comparison;
import io.evenflow.run.NoSchedule;
import io.evenflow.run.QuietLibraries;
import io.evenflow.scenario.Result;
import io.evenflow.scenario.Scenario;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code evenflow solve}: finds a schedule, writes it and says how good it is. */
@Command(
    name = "solve",
    description = "Finds a schedule for a day, writes result.json and schedule.csv.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    abbreviateSynopsis = true,
    sortOptions = false,
    optionListHeading = "%nOptions:%n",
    footerHeading = "%nExamples:%n",
    footer = {
      "  evenflow solve case69-day",
      "  evenflow solve day.json --method direct --time-limit 60 --output results",
      "",
      "Ctrl-C ends a run with the best schedule so far; a second Ctrl-C ends it at once."
    })
final class SolveCommand implements Callable<Integer> {
  private final Streams streams;
  private final MethodNames methods;

  @Parameters(paramLabel = "SCENARIO", description = "A scenario file, or a built-in day.")
  private String name = "";

  @Option(
      names = {"-o", "--output"},
      paramLabel = "DIR",
      description = "Folder for the two files; made if it is not there. Default: ${DEFAULT-VALUE}.")
  private Path output = Path.of("out");

  @Option(
      names = "--report",
      paramLabel = "FILE",
      description = "Write a page of charts and tables for a browser or paper, such as day.html.")
  private @Nullable Path report;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private MethodOptions options = new MethodOptions();

  private boolean isInterrupted;

  SolveCommand(Streams streams, MethodNames methods) {
    this.streams = streams;
    this.methods = methods;
  }

  @Override
  public Integer call() {
    Method method = options.method(methods);
    Settings settings = options.settings();
    Scenario scenario = ScenarioArgument.read(name, streams);
    OutputFolder folder = new OutputFolder(output);
    folder.requireWritable();
    ReportFile page = new ReportFile("--report", report);
    page.requireWritable();
    Result result = found(method, scenario, settings, folder, page);
    // Who pressed Ctrl-C waits for the schedule, not for what it is compared with.
    Method alone = isInterrupted ? null : methods.named(Comparison.UNCONTROLLED);
    Result uncontrolled = Comparison.uncontrolled(alone, scenario, result, settings);
    streams.print(ResultSummary.of(scenario, result, uncontrolled));
    streams.print(folder.names(result));
    if (result.dispatch() == null) {
      NoSchedule why = NoSchedule.because(scenario, result);
      page.write(() -> without(scenario, result, settings, why.sentence(), why.maybe()));
      streams.print(page.names());
      throw ended(result, why);
    }
    page.write(() -> SolveReport.html(scenario, result, uncontrolled, settings, origin()));
    streams.print(page.names());
    if (result.dispatchIsBestEffort()) {
      throw ended(result, NoSchedule.because(scenario, result));
    }
    return ExitCode.of(result.status());
  }

  private static CommandException ended(Result result, NoSchedule why) {
    return new CommandException(ExitCode.of(result.status()), why.sentence(), why.maybe());
  }

  /** What the method found, after it was written; also where an error ends it. */
  private Result found(
      Method method, Scenario scenario, Settings settings, OutputFolder folder, ReportFile page) {
    try {
      Result result = coordinate(method, scenario, settings);
      folder.write(scenario, result);
      return result;
    } catch (CommandException unwritable) {
      throw unwritable;
    } catch (RuntimeException | Error problem) {
      Complaint why = Complaint.about(problem);
      Result broken = BrokenRun.result(scenario.name(), method.name(), why.sentence());
      try {
        folder.write(scenario, broken);
        page.write(() -> without(scenario, broken, settings, why.sentence(), why.maybe()));
      } catch (RuntimeException second) {
        problem.addSuppressed(second);
      }
      throw problem;
    }
  }

  private String without(
      Scenario scenario, Result result, Settings settings, String why, String maybe) {
    return NoScheduleReport.html(scenario, result, settings, why, maybe, origin());
  }

  private Origin origin() {
    return Origin.here(Version.text(), CommandText.of(spec));
  }

  private Result coordinate(Method method, Scenario scenario, Settings settings) {
    try (Interrupt interrupt = new Interrupt();
        QuietLibraries quiet = new QuietLibraries();
        ProgressLine progress = new ProgressLine(streams, interrupt)) {
      Result result = method.coordinate(scenario, settings, progress);
      isInterrupted = interrupt.getAsBoolean();
      return options.limitValues()
          ? result.withLimitValues(LimitValues.of(scenario, result, settings, progress))
          : result;
    }
  }
}
