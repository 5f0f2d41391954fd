package io.evenflow.cli;

import io.evenflow.io.ReportedResult;
import io.evenflow.io.ResultReader;
import io.evenflow.method.Settings;
import io.evenflow.report.CheckWords;
import io.evenflow.report.Fold;
import io.evenflow.report.Origin;
import io.evenflow.run.Comparison;
import io.evenflow.run.ReportPage;
import io.evenflow.scenario.Result;
import io.evenflow.scenario.Scenario;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code evenflow report}: the page of a schedule by whatever program, from its two files. */
@Command(
    name = "report",
    description = {
      "Writes the page of a result by whatever program: its schedule is verified as by 'evenflow"
          + " check', nothing is solved again.",
      "Exit code 0 when the page was written; it says whether the schedule holds."
    },
    mixinStandardHelpOptions = true,
    versionProvider = Version.class)
final class ReportCommand implements Callable<Integer> {
  private final Streams streams;
  private final MethodNames methods;

  @Parameters(
      index = "0",
      paramLabel = "SCENARIO",
      description = "A scenario file, or a built-in day.")
  private String scenarioName = "";

  @Parameters(index = "1", paramLabel = "RESULT", description = "A result.json of it.")
  private String resultName = "";

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      required = true,
      description = "Where to write the page, such as day.html.")
  private Path output = Path.of("");

  @Spec private CommandSpec spec = CommandSpec.create();

  ReportCommand(Streams streams, MethodNames methods) {
    this.streams = streams;
    this.methods = methods;
  }

  @Override
  public Integer call() {
    Scenario scenario = ScenarioArgument.read(scenarioName, streams);
    ReportedResult reported = ResultReader.read(CaseArgument.path(resultName), scenario);
    ReportFile page = new ReportFile("--output", output);
    page.requireWritable();
    Origin origin = Origin.here(Version.text(), CommandText.of(spec));
    Result result = ReportPage.verified(scenario, reported);
    Result alone =
        Comparison.uncontrolled(
            methods.named(Comparison.UNCONTROLLED), scenario, result, Settings.defaults());
    page.write(() -> ReportPage.html(scenario, result, alone, null, origin));
    if (result.dispatch() != null) {
      streams.print(Fold.lines(List.of(CheckWords.verdict(scenario, result))));
    }
    streams.print(page.names());
    return ExitCode.DONE;
  }
}
