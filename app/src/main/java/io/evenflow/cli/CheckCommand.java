package io.evenflow.cli;

import io.evenflow.check.Verifier;
import io.evenflow.io.ReportedResult;
import io.evenflow.io.ResultReader;
import io.evenflow.report.CheckWords;
import io.evenflow.report.Fold;
import io.evenflow.scenario.Dispatch;
import io.evenflow.scenario.Scenario;
import io.evenflow.scenario.Verification;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/**
 * {@code evenflow check}: verifies a result by whatever program, from scenario and powers alone.
 */
@Command(
    name = "check",
    description = {
      "Verifies a result from its powers alone: AC power flow, every limit, and all that it claims.",
      "Exit code 0 when everything holds, 1 when not."
    },
    mixinStandardHelpOptions = true,
    versionProvider = Version.class)
final class CheckCommand implements Callable<Integer> {
  private final Streams streams;

  @Parameters(
      index = "0",
      paramLabel = "SCENARIO",
      description = "A scenario file, or a built-in day.")
  private String scenarioName = "";

  @Parameters(index = "1", paramLabel = "RESULT", description = "A result.json of it.")
  private String resultName = "";

  CheckCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() {
    Scenario scenario = ScenarioArgument.read(scenarioName, streams);
    streams.warn(scenario.feeder().warnings());
    ReportedResult reported = ResultReader.read(CaseArgument.path(resultName), scenario);
    Dispatch dispatch = reported.result().dispatch();
    if (dispatch == null) {
      throw new CommandException(
          ExitCode.FAILURE,
          "'"
              + resultName
              + "' has no schedule to check; its status is "
              + reported.result().status().word(),
          "Maybe another result was meant.");
    }
    Verification found = Verifier.verify(scenario, dispatch, reported.claims());
    streams.print(Fold.lines(CheckWords.all(scenario, found)));
    return CheckWords.holds(scenario, found) ? ExitCode.DONE : ExitCode.FAILURE;
  }
}
