package io.evenflow.cli;

import io.evenflow.io.exchange.Belongings;
import io.evenflow.io.exchange.FeederSource;
import io.evenflow.io.exchange.ImportFlags;
import io.evenflow.io.exchange.SessionOptions;
import io.evenflow.replay.DrawnSessions;
import io.evenflow.replay.Policies;
import io.evenflow.replay.ReplayEquipment;
import io.evenflow.replay.ReplayRow;
import io.evenflow.replay.ReplayRun;
import io.evenflow.replay.ReplaySetup;
import io.evenflow.replay.ReplayTables;
import io.evenflow.report.Fold;
import io.evenflow.report.Origin;
import io.evenflow.report.ReplayReport;
import io.evenflow.run.QuietLibraries;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code evenflow replay}: days as they happened, decided by policies that do not know them. */
@Command(
    name = "replay",
    description =
        "Replays days of real sessions in closed loop: each policy decides with what is known at"
            + " each moment, and its cost is held against the proven least cost of the day as it"
            + " came. A replay that was stopped goes on where it was.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    abbreviateSynopsis = true,
    sortOptions = false,
    footer = {"", "Writes rows.csv (as runs end) and tables.md."})
final class ReplayCommand implements Callable<Integer> {
  /** Columns of a terminal. */
  private static final int TERMINAL = 80;

  /** First day of drawn sessions where none is told. */
  private static final LocalDate DRAWN_DATE = LocalDate.of(2024, 4, 9);

  /** What a site of drawn sessions has seen before. */
  private static final int PAST_DAYS = 28;

  private final Streams streams;

  @Option(
      names = "--case",
      required = true,
      paramLabel = "CASE",
      description = "A built-in case or a MATPOWER file.")
  private String feederCase = "";

  @Option(
      names = "--sessions",
      required = true,
      paramLabel = "CSV",
      description =
          "A line a session; with what drivers said on arrival where the table has it. Or drawn:"
              + " sessions with the statistics of a car park at work, by --seed.")
  private Path sessions = Path.of("");

  @Option(
      names = "--prices",
      required = true,
      paramLabel = "CSV",
      description = "Prices with their times; plain, of SMARD.de or of ENTSO-E.")
  private Path prices = Path.of("");

  @Option(
      names = "--days",
      paramLabel = "N",
      description = "How many days with sessions. Default: ${DEFAULT-VALUE}.")
  private int days = 1;

  @Option(
      names = "--span",
      paramLabel = "DAYS",
      description =
          "So many days are replayed as one, so that stays go on over midnight. Default:"
              + " ${DEFAULT-VALUE}.")
  private int span = 1;

  @Option(
      names = "--published",
      paramLabel = "TIME",
      description =
          "When prices of a day are published the day before; until then each hour is thought to"
              + " cost what it did a week earlier. Matters with --span. Default: ${DEFAULT-VALUE}.")
  private String published = "13:00";

  @Option(
      names = "--policy",
      paramLabel = "NAME",
      description = "Which policies; may come several times. Default: all.")
  private List<String> policies = List.of();

  @Option(
      names = "--scenarios",
      paramLabel = "S",
      description = "Adds the policy plan under so many forecasts. Default: none.")
  private int scenarios;

  @Option(
      names = "--risk",
      paramLabel = "PART",
      description =
          "Part of the forecasts that do not count, the cheapest ones: 0.9 plans for the mean of the"
              + " dearest tenth (CVaR). Default: 0, the mean of all.")
  private double risk;

  @Option(
      names = "--fair",
      paramLabel = "RULE",
      description =
          "Plans where energy is short: none, least cost; max-min, the greatest share of what they"
              + " want that all who are here can have, promises first. Default: ${DEFAULT-VALUE}.")
  private String fair = FairnessRule.NONE;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Of what is drawn. Default: ${DEFAULT-VALUE}.")
  private long seed = 1;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "DIR",
      description = "Folder of its files. Default: ${DEFAULT-VALUE}.")
  private Path output = Path.of("replay");

  @Option(
      names = "--report",
      paramLabel = "FILE",
      description = "Write a page of charts and tables.")
  private @Nullable Path report;

  @Option(
      names = "--date",
      paramLabel = "DATE",
      description = "First day. Default: that of the first session.")
  private @Nullable String date;

  @Option(
      names = "--zone",
      paramLabel = "ZONE",
      description = "Zone of the place. Default: the times' offset, else UTC.")
  private @Nullable String zone;

  @Option(
      names = "--step",
      paramLabel = "MIN",
      description = "Length of a period, and time between decisions. Default: ${DEFAULT-VALUE}.")
  private int step = 15;

  @Option(
      names = "--battery",
      paramLabel = "KWH",
      description = "What batteries hold where the table does not say. Default: ${DEFAULT-VALUE}.")
  private double battery = 60;

  @Option(
      names = "--efficiency",
      paramLabel = "SHARE",
      description = "Between meter and battery, each way. Default: ${DEFAULT-VALUE}.")
  private double efficiency = 0.95;

  @Option(
      names = "--v2g",
      paramLabel = "SHARE",
      description = "Part of the sessions that can feed back. Default: ${DEFAULT-VALUE}.")
  private double v2g;

  @Mixin private SolarOptions solar = new SolarOptions();

  @Option(
      names = "--equipment",
      paramLabel = "JSON",
      description =
          "A file with solar, batteries and vehicles of several stays, as in a scenario; the same on"
              + " all days.")
  private @Nullable Path equipment;

  @Option(names = "--congested", description = "Draw voltage and rating limits in until they bind.")
  private boolean congested;

  @Option(
      names = "--gap",
      paramLabel = "SHARE",
      description = "Of plans, of what the sessions cost. Default: ${DEFAULT-VALUE}.")
  private double gap = 1e-3;

  @Option(
      names = "--deadline",
      paramLabel = "SECONDS",
      description = "Of each decision. Default: none, so that every run decides the same.")
  private double deadline = Double.POSITIVE_INFINITY;

  @Option(
      names = "--workers",
      paramLabel = "N",
      description = "Days at a time. More than one blurs latencies. Default: ${DEFAULT-VALUE}.")
  private int workers = 1;

  @Spec private CommandSpec spec = CommandSpec.create();

  ReplayCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() {
    require(days >= 1, "--days (" + days + ") must be at least 1");
    require(span >= 1 && span <= 7, "--span (" + span + ") must be from 1 to 7 days");
    require(workers >= 1, "--workers (" + workers + ") must be at least 1");
    require(scenarios >= 0, "--scenarios (" + scenarios + ") must be at least 0");
    require(risk >= 0 && risk < 1, "--risk (" + risk + ") must be at least 0 and below 1");
    require(v2g >= 0 && v2g <= 1, "--v2g (" + v2g + ") must be from 0 to 1");
    require(gap > 0, "--gap (" + gap + ") must be above 0");
    require(deadline > 0, "--deadline (" + deadline + ") must be above 0");
    require(
        efficiency > 0 && efficiency <= 1,
        "--efficiency (" + efficiency + ") must be above 0 and at most 1");
    requireBelongings();
    WritableFolder.require("--output '" + output + "'", output.toAbsolutePath());
    ReportFile page = new ReportFile("--report", report);
    page.requireWritable();
    sessions = sessions.equals(Path.of(DrawnSessions.NAME)) ? drawn() : sessions;
    ReplaySetup setup = setup();
    List<String> names = policies.isEmpty() ? Policies.names() : policies;
    try {
      List<ReplayRow> rows = replayed(setup, names, page);
      Files.writeString(output.resolve("tables.md"), lines(rows, Integer.MAX_VALUE));
      return done(rows, page);
    } catch (IOException e) {
      throw new CommandException(
          ExitCode.FAILURE,
          "rows could not be kept in '" + output + "': " + e.getMessage(),
          "Maybe the disk is full; what is there is kept, and a new start goes on from it.");
    }
  }

  private void requireBelongings() {
    Set<String> told = Told.of(spec);
    if (span == 1 && told.contains("--published")) {
      throw Belongings.alone("--published", "--span above 1");
    }
    Belongings.require("--risk", told, "--scenarios");
    boolean plans = policies.isEmpty() || policies.contains(Policies.PLAN) || scenarios > 0;
    for (String flag : List.of("--fair", "--deadline")) {
      if (!plans && told.contains(flag)) {
        throw Belongings.alone(flag, "a policy that plans");
      }
    }
  }

  /** While libraries are quiet nothing can be printed. */
  private List<ReplayRow> replayed(ReplaySetup setup, List<String> names, ReportFile page)
      throws IOException {
    try (QuietLibraries quiet = new QuietLibraries();
        StudyProgress progress = new StudyProgress(streams)) {
      ReplayRun run = new ReplayRun(setup, names, output, progress, this::say);
      List<ReplayRow> rows = run.run(workers);
      page.write(() -> ReplayReport.html(setup, rows, run.shown(rows), origin()));
      return rows;
    }
  }

  private Integer done(List<ReplayRow> rows, ReportFile page) {
    streams.print(Fold.lines(ReplayTables.of(rows).lines(TERMINAL)));
    streams.print(List.of("Files in " + output + ": rows.csv, tables.md"));
    streams.print(page.names());
    return ExitCode.DONE;
  }

  /** Written into the output folder, four weeks of the site's past first. */
  private Path drawn() {
    LocalDate first = date == null ? DRAWN_DATE : ImportFlags.date("--date", date);
    date = first.toString();
    Path file = output.resolve("drawn-" + seed + ".csv");
    try {
      Files.createDirectories(output);
      Files.writeString(
          file, DrawnSessions.csv(first.minusDays(PAST_DAYS), PAST_DAYS + days * span, seed));
    } catch (IOException e) {
      throw new CommandException(
          ExitCode.FAILURE,
          "drawn sessions could not be written to '" + file + "': " + e.getMessage(),
          "Maybe the disk is full.");
    }
    say("sessions are drawn, and nobody's: " + file);
    return file;
  }

  private static void require(boolean holds, String sentence) {
    if (!holds) {
      throw CommandException.badInput(sentence, "Maybe leave it out: it has a default.");
    }
  }

  private ReplaySetup setup() {
    SessionOptions options = new SessionOptions(Map.of(), null, null, battery, efficiency, null);
    return new ReplaySetup(
        new FeederSource(feederCase, CaseArgument.read(feederCase)),
        sessions,
        options,
        new ReplayEquipment(solar.profile(), equipment),
        prices,
        zone == null ? null : ImportFlags.zone("--zone", zone),
        date == null ? null : ImportFlags.date("--date", date),
        days,
        span,
        time(published),
        step,
        v2g,
        congested,
        scenarios,
        risk,
        FairnessRule.isMaxMin(fair),
        seed,
        gap,
        deadline);
  }

  private static LocalTime time(String text) {
    try {
      return LocalTime.parse(text);
    } catch (DateTimeException noTime) {
      throw CommandException.badInput(
          "--published ('" + text + "') must be a time such as 13:00",
          "Maybe the minutes are missing.");
    }
  }

  private static String lines(List<ReplayRow> rows, int width) {
    return String.join("\n", ReplayTables.of(rows).lines(width)) + "\n";
  }

  private Origin origin() {
    return Origin.here(Version.text(), CommandText.of(spec));
  }

  private void say(String assumption) {
    streams.err().println(Streams.harmless("evenflow: " + assumption));
    streams.err().flush();
  }
}
