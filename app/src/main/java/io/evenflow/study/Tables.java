package io.evenflow.study;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The paper's tables from a study's rows, with the paper's own figures beside them. */
public final class Tables {
  /** What the paper (arXiv 2409.19962) reports. */
  private static final MarkdownTable PAPER =
      new MarkdownTable("case", "figure", "paper")
          .row("case18", "gap of two-stage", "0.019 %")
          .row("case69", "gap of two-stage", "0.007 %")
          .row("case18", "time, SCIP direct and two-stage", "1141 s, 17.6 s")
          .row("case69", "time, SCIP direct and two-stage", "8980 s, 89.9 s")
          .row("case18", "time reduction of two-stage", "98.46 %")
          .row("case69", "time reduction of two-stage", "99.0 %")
          .row("81 samples", "feasible at r = 0", "97.5 %")
          .row("81 samples", "feasible at middle r", "98.8 %")
          .row("81 samples", "feasible at r = 5", "100 %");

  private static final List<String> ABOUT_TABLE_ONE =
      List.of(
          "Means over samples; costs in EUR. Gaps are against the proven optimum of the",
          "certified method: of the objective, and of what the vehicles cost. A limit hit",
          "is no optimum; a reduction against one is said to be \"at least\". Time",
          "reductions are against direct with the settings SCIP is fastest with here, and",
          "against SCIP as it comes.");

  private static final int FAILURES = 10;

  /** Columns of a terminal. */
  private static final int TERMINAL = 80;

  private Tables() {}

  /**
   * A table with its title.
   *
   * @param title of the table
   * @param rows cells, the names of columns first
   * @param notes lines below it
   */
  public record Titled(String title, List<List<String>> rows, List<String> notes) {}

  /** Writes {@code tables.md} and the figures' data, and returns the lines for a terminal. */
  public static List<String> write(List<Row> rows, Path folder) throws IOException {
    Files.writeString(folder.resolve("tables.md"), String.join("\n", lines(rows)) + "\n");
    FigureData.write(rows, folder);
    return lines(rows, TERMINAL);
  }

  /** The tables of some rows. */
  public static List<Titled> of(List<Row> rows) {
    return sections(rows).stream()
        .map(each -> new Titled(each.title(), each.table().rows(), each.notes()))
        .toList();
  }

  /** The tables of some rows as Markdown. */
  public static List<String> lines(List<Row> rows) {
    return lines(rows, Integer.MAX_VALUE);
  }

  private static List<String> lines(List<Row> rows, int width) {
    List<String> lines = new ArrayList<>();
    for (Section section : sections(rows)) {
      lines.add("## " + section.title());
      lines.add("");
      lines.addAll(section.table().lines(width));
      lines.add("");
      if (!section.notes().isEmpty()) {
        lines.addAll(section.notes());
        lines.add("");
      }
    }
    List<String> failures = failures(rows);
    if (!failures.isEmpty()) {
      lines.add("## Runs without a schedule: " + failures.size() + " of " + rows.size());
      lines.add("");
      failures.stream().limit(FAILURES).forEach(failure -> lines.add("- " + failure));
      lines.add("");
    }
    return lines;
  }

  /** A sentence for each run without a schedule. */
  public static List<String> failures(List<Row> rows) {
    return rows.stream()
        .filter(Row::isFailure)
        .map(
            row ->
                "%s, sample %s, %s: %s"
                    .formatted(
                        row.text("case"),
                        row.text("sample"),
                        Rows.name(row.text("method"), row.text("engine"), row.radius()),
                        row.text("failure")))
        .toList();
  }

  private record Section(String title, MarkdownTable table, List<String> notes) {}

  private static List<Section> sections(List<Row> rows) {
    List<Section> sections = new ArrayList<>();
    sections.add(new Section("Table I: costs, gaps and times", TableOne.of(rows), ABOUT_TABLE_ONE));
    if (rows.stream().anyMatch(row -> row.text("method").equals("two-stage"))) {
      MarkdownTable feasibility = RadiusTables.feasibility(rows);
      MarkdownTable gaps = RadiusTables.gaps(rows);
      sections.add(new Section("Table II: feasibility over the radius", feasibility, List.of()));
      sections.add(new Section("Table III: gaps over the radius", gaps, List.of()));
    }
    sections.add(new Section("The paper's figures", PAPER, List.of()));
    return sections;
  }
}
