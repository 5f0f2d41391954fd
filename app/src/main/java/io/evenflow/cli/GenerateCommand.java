package io.evenflow.cli;

import io.evenflow.scenario.Scenario;
import io.evenflow.study.PaperDay;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code evenflow scenario generate}: draws a day of the paper's setup. */
@Command(
    name = "generate",
    description =
        "Draws a day of the paper's setup as a scenario file; the same seed, the same day.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    abbreviateSynopsis = true,
    sortOptions = false)
final class GenerateCommand implements Callable<Integer> {
  private final Streams streams;

  @Mixin private SetupOptions options = new SetupOptions();

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Seed of everything drawn. Default: ${DEFAULT-VALUE}.")
  private long seed = 1;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "Where to write it. Default: the terminal.")
  private @Nullable Path output;

  GenerateCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() {
    Scenario scenario = PaperDay.of(options.setup(output), seed);
    ScenarioOutput.write(streams, scenario, output);
    return ExitCode.DONE;
  }
}
