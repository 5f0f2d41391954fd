package io.evenflow.cli;

import io.evenflow.io.exchange.Belongings;
import io.evenflow.io.exchange.EvccImport;
import io.evenflow.io.exchange.Imported;
import io.evenflow.io.exchange.SpiceEvImport;
import io.evenflow.io.exchange.TableImport;
import io.evenflow.io.exchange.TableSources;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

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
  /** What can be said beside a file of another program. */
  private static final Map<String, Set<String>> SOURCES =
      Map.of(
          "evcc",
          Set.of("--from", "--output", "--feeder", "--buses", "--currency", "--start"),
          "spice-ev",
          Set.of("--from", "--output", "--feeder", "--buses", "--currency"));

  private final Streams streams;

  @Option(
      names = "--from",
      paramLabel = "evcc|spice-ev",
      description = "Whose file it is: a request of evcc's optimizer, a scenario of SpiceEV.")
  private @Nullable String from;

  @Parameters(arity = "0..1", paramLabel = "FILE", description = "The file of --from.")
  private @Nullable Path file;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "Where to write the scenario. Default: the terminal.")
  private @Nullable Path output;

  @Mixin private ImportOptions options = new ImportOptions();

  @Spec private CommandSpec spec = CommandSpec.create();

  ImportCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() {
    Imported imported = imported();
    imported
        .assumptions()
        .forEach(line -> streams.err().println(Streams.harmless("evenflow: " + line)));
    streams.err().flush();
    ScenarioOutput.write(streams, imported.scenario(), output);
    return ExitCode.DONE;
  }

  /** A file of another program says itself what tables would. */
  private void requireOf(String source) {
    Set<String> told = Told.of(spec);
    for (String flag : told) {
      if (!SOURCES.getOrDefault(source, Set.of()).contains(flag)) {
        throw CommandException.badInput(
            flag + " says nothing beside --from " + source,
            "Maybe leave it out: the file says it, or nothing of it is planned.");
      }
    }
    Belongings.require("--buses", told, "--feeder");
  }

  private Imported imported() {
    if (from == null) {
      if (file != null) {
        throw CommandException.badInput(
            "'" + file + "' is a file of which --from does not say what it is",
            "Maybe --sessions " + file + " is meant, or --from evcc, or --from spice-ev.");
      }
      TableSources tables = options.tables(output);
      Belongings.require("--start", Told.of(spec), "--from evcc");
      Belongings.requireOfTables(Told.of(spec));
      return TableImport.of(tables);
    }
    if (file == null) {
      throw CommandException.badInput(
          "--from " + from + " needs a file", "Maybe: --from " + from + " request.json.");
    }
    if (SOURCES.containsKey(from)) {
      requireOf(from);
    }
    return switch (from) {
      case "evcc" -> EvccImport.read(file, options.place(output), options.start());
      case "spice-ev" -> SpiceEvImport.read(file, options.place(output));
      default ->
          throw CommandException.badInput(
              "--from ('" + from + "') must be evcc or spice-ev",
              "Maybe tables are meant, which need no --from.");
    };
  }
}
