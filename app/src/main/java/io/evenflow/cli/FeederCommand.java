package io.evenflow.cli;

import io.evenflow.grid.Feeder;
import io.evenflow.grid.GridException;
import io.evenflow.grid.Network;
import io.evenflow.report.BaseOptimalFlow;
import io.evenflow.report.BasePowerFlow;
import io.evenflow.report.FeederFacts;
import io.evenflow.report.FeederJson;
import io.evenflow.report.FeederMerges;
import io.evenflow.report.Fold;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code evenflow feeder}: what was read of a case, so that a person can check an import. */
@Command(
    name = "feeder",
    description = "Prints what a case holds, its AC power flow and its optimal power flow.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class)
final class FeederCommand implements Callable<Integer> {
  private final Streams streams;

  @Parameters(paramLabel = "CASE", description = "A built-in case, or a MATPOWER .m file.")
  private String name = "";

  @Option(names = "--json", description = "Print JSON, for scripts.")
  private boolean json;

  FeederCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() {
    Network network = CaseArgument.read(name);
    FeederFacts facts = FeederFacts.of(network);
    if (!json) {
      printFolded(List.of("case " + facts.name()));
      printFolded(facts.lines());
      printWarnings(facts.warnings());
    }
    Feeder feeder;
    try {
      feeder = Feeder.of(network);
    } catch (GridException problem) {
      // What was read may show why.
      if (json) {
        printJson(facts, null, null, null);
      }
      throw problem;
    }
    report(facts, FeederMerges.of(feeder), BasePowerFlow.of(feeder), BaseOptimalFlow.of(network));
    return ExitCode.DONE;
  }

  private void report(
      FeederFacts facts,
      FeederMerges merges,
      BasePowerFlow powerFlow,
      BaseOptimalFlow optimalFlow) {
    if (json) {
      printJson(facts, merges, powerFlow, optimalFlow);
    } else {
      printFolded(merges.lines());
      printWarnings(merges.warnings());
      printFolded(powerFlow.lines());
      printFolded(optimalFlow.lines());
    }
  }

  private void printWarnings(List<String> warnings) {
    printFolded(warnings.stream().map(warning -> "warning: " + warning).toList());
  }

  private void printFolded(List<String> lines) {
    streams.print(Fold.lines(lines));
  }

  private void printJson(
      FeederFacts facts,
      @Nullable FeederMerges merges,
      @Nullable BasePowerFlow powerFlow,
      @Nullable BaseOptimalFlow optimalFlow) {
    streams.print(FeederJson.of(facts, merges, powerFlow, optimalFlow).lines().toList());
  }
}
