package io.evenflow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenflow.io.FolderLock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StudyCommandTest {
  private static final String SMALL =
      """
      {"format": "evenflow-study/1", "name": "small", "cases": ["case18"],
       "runs": [{"method": "uncontrolled"}]}
      """;

  @TempDir private Path folder = Path.of("");

  private Run run(Path report) throws IOException {
    Path study = Files.writeString(folder.resolve("small.json"), SMALL);
    String output = folder.resolve("rows").toString();
    return Run.of("study", study.toString(), "-o", output, "--report", report.toString());
  }

  @Test
  void aFinishedStudyOnlyGetsItsReport() throws IOException {
    Path first = folder.resolve("first.html");
    Path second = folder.resolve("second.html");
    assertThat(run(first).exitCode()).isZero();
    String rows = Files.readString(folder.resolve("rows/rows.csv"));
    Run again = run(second);
    assertThat(again.exitCode()).isZero();
    assertThat(again.out()).contains("Report    " + second);
    assertThat(again.out().lines().filter(line -> line.startsWith("|")))
        .isNotEmpty()
        .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
    assertThat(folder.resolve("rows/rows.csv")).hasContent(rows);
    assertThat(island(second)).isEqualTo(island(first)).contains("uncontrolled");
  }

  @Test
  void twoStudiesInOneFolderDoNotMixTheirRows() throws IOException {
    try (FolderLock other = FolderLock.tryOf(folder.resolve("rows"))) {
      assertThat(other).isNotNull();
      Run run = run(folder.resolve("page.html"));
      assertThat(run.exitCode()).isEqualTo(2);
      assertThat(run.err()).contains("another study is being run in").contains("\nMaybe ");
    }
    assertThat(run(folder.resolve("page.html")).exitCode()).isZero();
  }

  private static String island(Path page) throws IOException {
    String text = Files.readString(page);
    int start = text.indexOf("id=\"data\">");
    return text.substring(start, text.indexOf("</script>", start));
  }

  @Test
  void aReportThatCannotBeWrittenIsFoundBeforeAnyRun() throws IOException {
    Run run = run(folder);
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("is a folder").contains("\nMaybe ");
    assertThat(folder.resolve("rows")).doesNotExist();
  }
}
