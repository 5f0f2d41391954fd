package io.evenflow.cli;

import io.evenflow.io.ScenarioWriter;
import io.evenflow.io.exchange.Imported;
import io.evenflow.io.exchange.TableImport;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code evenflow scenario import}: makes a scenario of what other programs wrote. */
@Command(
    name = "import",
    description =
        "Makes a scenario of tables of sessions, prices, loads, PV and stations, or of another"
            + " program's file. The scenario goes to the terminal, what was assumed to the error"
            + " stream.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    abbreviateSynopsis = true,
    sortOptions = false)
final class ImportCommand implements Callable<Integer> {
  private final Streams streams;

  @Mixin private ImportOptions options = new ImportOptions();

  ImportCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() {
    Imported imported = TableImport.of(options.tables());
    imported
        .assumptions()
        .forEach(line -> streams.err().println(Streams.harmless("evenflow: " + line)));
    streams.err().flush();
    streams.print(ScenarioWriter.text(imported.scenario()).lines().toList());
    return ExitCode.DONE;
  }
}
