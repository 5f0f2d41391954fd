package io.evenflow.cli;

import io.evenflow.report.Fold;
import io.evenflow.report.Origin;
import io.evenflow.report.StudyReport;
import io.evenflow.run.QuietLibraries;
import io.evenflow.study.Row;
import io.evenflow.study.Study;
import io.evenflow.study.StudyFile;
import io.evenflow.study.StudyRun;
import io.evenflow.study.Tables;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code evenflow study}: runs a grid of experiments, or what is missing of it. */
@Command(
    name = "study",
    description =
        "Runs a grid of cases, samples, methods and settings, and prints the paper's tables."
            + " A study that was stopped goes on where it was when it is started again.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    footer = {
      "",
      "Writes rows.csv (as runs end), results.csv (sorted, without times), times.csv,",
      "figure1.csv, figure2.csv and tables.md."
    })
final class StudyCommand implements Callable<Integer> {
  private final Streams streams;
  private final MethodNames methods;

  @Parameters(
      paramLabel = "STUDY",
      description = "A study file, or one of quick, table1, table2, table3.")
  private String name = "";

  @Option(
      names = {"-o", "--output"},
      paramLabel = "DIR",
      description = "Folder of its files. Default: study-NAME.")
  private @Nullable Path output;

  @Option(
      names = "--workers",
      paramLabel = "N",
      description = "Runs at a time. More than one blurs the times. Default: ${DEFAULT-VALUE}.")
  private int workers = 1;

  @Option(
      names = "--report",
      paramLabel = "FILE",
      description =
          "Write a page of charts and tables; of a finished study this is all that is done.")
  private @Nullable Path report;

  @Spec private CommandSpec spec = CommandSpec.create();

  StudyCommand(Streams streams, MethodNames methods) {
    this.streams = streams;
    this.methods = methods;
  }

  @Override
  public Integer call() {
    Study study = StudyFile.read(name);
    if (workers < 1) {
      throw CommandException.badInput(
          "--workers (" + workers + ") must be at least 1", "Maybe leave it out.");
    }
    ReportFile page = new ReportFile("--report", report);
    page.requireWritable();
    Path folder = output == null ? Path.of("study-" + study.name()) : output;
    List<Row> rows = rows(study, folder);
    Origin origin = Origin.here(Version.text(), CommandText.of(spec));
    page.write(() -> StudyReport.html(study, rows, origin));
    streams.print(page.names());
    return ExitCode.DONE;
  }

  private List<Row> rows(Study study, Path folder) {
    try {
      List<Row> rows = run(study, folder);
      List<String> tables = Tables.write(rows, folder);
      streams.print(Fold.lines(tables));
      streams.print(List.of("Files in " + folder + ": rows.csv, results.csv, tables.md, …"));
      return rows;
    } catch (IOException e) {
      throw new CommandException(
          ExitCode.FAILURE,
          "rows could not be kept in '" + folder + "': " + e.getMessage(),
          "Maybe the disk is full; what is there is kept, and a new start goes on from it.");
    }
  }

  private List<Row> run(Study study, Path folder) throws IOException {
    try (QuietLibraries quiet = new QuietLibraries();
        StudyProgress progress = new StudyProgress(streams)) {
      return new StudyRun(study, methods::named, folder, progress).run(workers);
    }
  }
}
