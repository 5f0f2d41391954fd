package io.evenflow.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.evenflow.io.InputException;
import io.evenflow.method.Methods;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StudyRunTest {
  private static final Study SMALL =
      StudyFile.parse(
          "small",
          """
          {"format": "evenflow-study/1", "name": "small", "cases": ["case18"], "samples": 2,
           "runs": [{"method": "certified"}, {"method": "uncontrolled"},
                    {"method": "wizard", "samples": 1}]}
          """);

  @TempDir Path folder;

  private List<Row> run(Path where) throws IOException {
    return new StudyRun(SMALL, Methods::named, where, StudyWatcher.NONE).run(1);
  }

  @Test
  void aFailingRunIsARow() throws IOException {
    List<Row> rows = run(folder);
    assertThat(rows).hasSize(5);
    Row wizard = rows.get(2);
    assertThat(wizard.text("status")).isEqualTo("failed");
    assertThat(wizard.text("failure")).contains("no method 'wizard'");
    assertThat(rows.get(0).text("status")).isEqualTo("optimal");
  }

  @Test
  void aKilledStudyGoesOnAndHasEveryRowOnce() throws IOException {
    run(folder);
    String results = Files.readString(folder.resolve("results.csv"));
    Path file = folder.resolve("rows.csv");
    List<String> lines = Files.readAllLines(file);
    String half = lines.get(3).substring(0, lines.get(3).length() / 2);
    Files.writeString(file, String.join("\n", lines.subList(0, 3)) + "\n" + half);

    run(folder);

    List<String> after = Files.readAllLines(file);
    assertThat(after).hasSize(lines.size());
    assertThat(new HashSet<>(after)).hasSize(lines.size());
    assertThat(after.subList(0, 3)).isEqualTo(lines.subList(0, 3));
    assertThat(Files.readString(folder.resolve("results.csv"))).isEqualTo(results);
  }

  @Test
  void theSameStudyTwiceGivesTheSameResults() throws IOException {
    run(folder.resolve("one"));
    run(folder.resolve("two"));
    assertThat(folder.resolve("one/results.csv"))
        .hasSameTextualContentAs(folder.resolve("two/results.csv"));
  }

  @Test
  void builtInStudiesCanBeRead() {
    for (String name : StudyFile.BUILT_IN) {
      assertThat(StudyFile.read(name).tasks()).isNotEmpty();
    }
    assertThat(StudyFile.read("table1").tasks()).hasSize(2 * (80 + 80 + 10 + 3));
  }

  @Test
  void anEngineMustServeTheMethod() {
    assertThatThrownBy(() -> new RunPlan("two-stage", 1, 5, 1e-4, 60, "scip-ac"))
        .hasMessage("engine 'scip-ac' does not serve method 'two-stage'");
    assertThat(new RunPlan("direct", 1, 5, 1e-4, 60, "scip-ac").engine()).isEqualTo("scip-ac");
  }

  @Test
  void errorsNameFileAndField() {
    assertThatThrownBy(() -> StudyFile.parse("my.json", "{\"sampels\": 1}"))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("my.json")
        .hasMessageContaining("sampels")
        .hasMessageContaining("Maybe");
    assertThatThrownBy(() -> StudyFile.read("tabel1")).hasMessageContaining("table1");
  }
}
