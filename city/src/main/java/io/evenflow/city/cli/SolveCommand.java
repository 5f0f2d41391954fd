package io.evenflow.city.cli;

import io.evenflow.city.plan.Ask;
import io.evenflow.city.plan.CityRun;
import io.evenflow.city.plan.Crew;
import io.evenflow.city.plan.SharedAsk;
import io.evenflow.city.plan.Summary;
import io.evenflow.city.plan.Threads;
import io.evenflow.city.portfolio.PlacedFeeder;
import io.evenflow.city.portfolio.Portfolio;
import io.evenflow.city.portfolio.PortfolioFiles;
import io.evenflow.city.report.CityPage;
import io.evenflow.city.spark.ParquetTables;
import io.evenflow.city.spark.SparkCrew;
import io.evenflow.cli.CommandException;
import io.evenflow.cli.CommandText;
import io.evenflow.cli.ExitCode;
import io.evenflow.cli.ReportFile;
import io.evenflow.cli.Streams;
import io.evenflow.cli.Told;
import io.evenflow.cli.Version;
import io.evenflow.io.Suggestion;
import io.evenflow.io.exchange.Belongings;
import io.evenflow.report.Origin;
import io.evenflow.run.QuietLibraries;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code evenflow city solve}: plans a city and writes tables. */
@Command(
    name = "solve",
    description =
        "Plans a city: Parquet tables feeders, sessions and periods, and summary.json. A run that"
            + " was stopped goes on where it was when it is started again.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    abbreviateSynopsis = true,
    sortOptions = false)
final class SolveCommand implements Callable<Integer> {
  private static final Pattern THREADS = Pattern.compile("threads\\[(\\d{1,4})]");

  private final Streams streams;

  @Parameters(paramLabel = "DIR", description = "A folder with city.json and feeders.csv.")
  private Path folder = Path.of("city");

  @Option(
      names = "--master",
      paramLabel = "NAME",
      description =
          "Spark's master: local[2] for two cores of this machine, local[*] for all, or a cluster's"
              + " URL; 'submit' where spark-submit says it; threads[2] without Spark but for the"
              + " tables. Default: ${DEFAULT-VALUE}.")
  private String master = "local[*]";

  @Option(
      names = "--gap",
      paramLabel = "SHARE",
      description =
          "Share of the vehicles' cost within which a feeder's schedule counts as optimal. Default:"
              + " ${DEFAULT-VALUE}.")
  private double gap = 1e-4;

  @Option(
      names = "--shared-gap",
      paramLabel = "SHARE",
      description =
          "The same for the whole, where feeders share something. Default: ${DEFAULT-VALUE}.")
  private double sharedGap = 1e-3;

  @Option(
      names = "--rounds",
      paramLabel = "N",
      description = "Most rounds of prices between feeders. Default: ${DEFAULT-VALUE}.")
  private int rounds = 30;

  @Option(
      names = "--rounds-time-limit",
      paramLabel = "SECONDS",
      description =
          "Make the plan of what is known when another round would last longer. Default: none.")
  private double roundSeconds = Double.POSITIVE_INFINITY;

  @Option(
      names = "--plan-time-limit",
      paramLabel = "SECONDS",
      description =
          "Make the plan of what feeders share no better after this time, or not at all where it is"
              + " 0. Default: ${DEFAULT-VALUE}.")
  private double planSeconds = 120;

  @Option(
      names = "--feeder-time-limit",
      paramLabel = "SECONDS",
      description = "Stop each feeder after this time. Default: ${DEFAULT-VALUE}.")
  private double feederSeconds = 60;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "DIR",
      description = "Folder for the tables; made if it is not there. Default: ${DEFAULT-VALUE}.")
  private Path output = Path.of("out");

  @Option(
      names = "--report",
      paramLabel = "FILE",
      description = "Write a page of charts and tables for a browser or paper, such as city.html.")
  private @Nullable Path report;

  @Option(
      names = "--feeder-page",
      paramLabel = "ID",
      description =
          "With --report, a page for this feeder, too; those with most left open have one anyway."
              + " May be given several times.")
  private List<String> feederPages = new ArrayList<>();

  @Spec private CommandSpec spec = CommandSpec.create();

  SolveCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() {
    if (!(gap > 0) || !(feederSeconds > 0)) {
      throw CommandException.badInput(
          "--gap (%s) and --feeder-time-limit (%s) must be above 0".formatted(gap, feederSeconds),
          "Maybe leave them out.");
    }
    Belongings.require("--feeder-page", Told.of(spec), "--report");
    ReportFile page = new ReportFile("--report", report);
    page.requireWritable();
    Portfolio portfolio = PortfolioFiles.read(folder);
    requireFeeders(portfolio);
    CityPage figures = new CityPage(report, feederPages);
    try (QuietLibraries quiet = new QuietLibraries();
        ProgressLine progress = new ProgressLine(streams)) {
      Summary summary = solve(portfolio, figures, progress);
      progress.close();
      quiet.close();
      streams.print(SummaryText.of(summary, portfolio.currency(), output));
      Origin origin =
          Origin.here(
              Version.text(), CommandText.of(spec).replaceFirst("evenflow", "evenflow city"));
      figures.writeFeeders(portfolio, origin);
      page.write(() -> figures.html(portfolio, summary, origin));
      streams.print(page.names());
      return summary.status().equals("failed") ? ExitCode.FAILURE : ExitCode.DONE;
    } catch (IOException e) {
      throw new CommandException(
          ExitCode.FAILURE,
          "the city could not be solved into '" + output + "': " + e.getMessage(),
          "Maybe the disk is full; what is there is kept, and a new start goes on from it.");
    }
  }

  private void requireFeeders(Portfolio portfolio) {
    String[] ids = portfolio.feeders().stream().map(PlacedFeeder::id).toArray(String[]::new);
    for (String id : feederPages) {
      if (!Arrays.asList(ids).contains(id)) {
        throw CommandException.badInput(
            "--feeder-page: feeder '" + id + "' does not exist", Suggestion.of(id, ids));
      }
    }
  }

  private Summary solve(Portfolio portfolio, CityPage figures, ProgressLine progress)
      throws IOException {
    Matcher threads = THREADS.matcher(master);
    boolean plain = threads.matches();
    String ofSpark = plain ? "local[" + threads.group(1) + "]" : master;
    try (SparkCrew spark = new SparkCrew(ofSpark.equals("submit") ? "" : ofSpark);
        Crew crew = plain ? new Threads(Integer.parseInt(threads.group(1))) : spark) {
      ParquetTables tables = new ParquetTables(spark, spark.size());
      SharedAsk shared = new SharedAsk(sharedGap, rounds, roundSeconds, planSeconds);
      Ask ask = new Ask(gap, feederSeconds);
      return new CityRun(portfolio, ask, shared, output, crew, tables, progress).run(figures);
    }
  }
}
