package io.evenflow.study;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The paper's tables from a study's rows, with the paper's own figures beside them. */
public final class Tables {
  /** What the paper (arXiv 2409.19962) reports. */
  private static final List<String> PAPER =
      new MarkdownTable("case", "figure", "paper")
          .row("case18", "gap of two-stage", "0.019 %")
          .row("case69", "gap of two-stage", "0.007 %")
          .row("case18", "time, SCIP direct and two-stage", "1141 s, 17.6 s")
          .row("case69", "time, SCIP direct and two-stage", "8980 s, 89.9 s")
          .row("case18", "time reduction of two-stage", "98.46 %")
          .row("case69", "time reduction of two-stage", "99.0 %")
          .row("81 samples", "feasible at r = 0", "97.5 %")
          .row("81 samples", "feasible at middle r", "98.8 %")
          .row("81 samples", "feasible at r = 5", "100 %")
          .lines();

  private Tables() {}

  /** Writes {@code tables.md} and the figures' data, and returns the lines. */
  public static List<String> write(List<Row> rows, Path folder) throws IOException {
    List<String> lines = lines(rows);
    Files.writeString(folder.resolve("tables.md"), String.join("\n", lines) + "\n");
    FigureData.write(rows, folder);
    return lines;
  }

  /** The tables of some rows. */
  public static List<String> lines(List<Row> rows) {
    List<String> lines = new ArrayList<>();
    section(lines, "Table I: costs, gaps and times", TableOne.lines(rows));
    lines.add("Means over samples; costs in EUR. Gaps are against the proven optimum of the");
    lines.add("certified method: of the objective, and of what the vehicles cost. A limit hit is");
    lines.add("no optimum; a reduction against one is said to be \"at least\".");
    lines.add("");
    if (rows.stream().anyMatch(row -> row.text("method").equals("two-stage"))) {
      section(lines, "Table II: feasibility over the radius", RadiusTables.feasibility(rows));
      section(lines, "Table III: gaps over the radius", RadiusTables.gaps(rows));
    }
    section(lines, "The paper's figures", PAPER);
    failures(lines, rows);
    return lines;
  }

  private static void section(List<String> lines, String title, List<String> table) {
    lines.add("## " + title);
    lines.add("");
    lines.addAll(table);
    lines.add("");
  }

  private static void failures(List<String> lines, List<Row> rows) {
    List<Row> failed = rows.stream().filter(Row::isFailure).toList();
    if (failed.isEmpty()) {
      return;
    }
    lines.add("## Runs without a schedule: " + failed.size() + " of " + rows.size());
    lines.add("");
    for (Row row : failed.subList(0, Math.min(10, failed.size()))) {
      lines.add(
          "- %s, sample %s, %s: %s"
              .formatted(
                  row.text("case"), row.text("sample"), row.text("method"), row.text("failure")));
    }
    lines.add("");
  }
}
