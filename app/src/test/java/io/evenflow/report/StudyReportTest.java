package io.evenflow.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenflow.report.SampleTimes.MethodTimes;
import io.evenflow.report.SampleTimes.Point;
import io.evenflow.study.Row;
import io.evenflow.study.RunPlan;
import io.evenflow.study.Study;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;

class StudyReportTest {
  private static final List<Row> ROWS =
      List.of(
          row(1, "certified", 0.1, false, ""),
          row(1, "direct", 100, true, ""),
          row(2, "certified", 0.3, false, ""),
          row(2, "direct", 20, false, ""),
          row(3, "certified", 0.2, false, "no schedule keeps all <limits>"));

  private static Row row(
      int seed, String method, double seconds, boolean limitHit, String failure) {
    String objective = failure.isEmpty() ? "1000" : "";
    return new Row(
        List.of("s", "folder/case18.m", seed + "", seed + "", method, "5", "1e-4", "100", ""),
        List.of(
            failure.isEmpty() ? "optimal" : "infeasible",
            objective,
            objective,
            "0",
            "0",
            "950",
            "",
            "",
            "50",
            "",
            "true",
            "0",
            Boolean.toString(limitHit),
            failure),
        seconds);
  }

  /** Sample 2 took direct less than sample 1, and direct did not run sample 3. */
  @Test
  void samplesStandInTheOrderOfTheDirectMethodsTimes() {
    SampleTimes times = SampleTimes.of(ROWS).getFirst();
    assertThat(times.name()).isEqualTo("case18.m");
    assertThat(times.seeds()).containsExactly("2", "1", "3");
    assertThat(times.methods())
        .containsExactly(
            new MethodTimes(
                "certified",
                "certified",
                List.of(
                    new Point(0, 0.3, false, false),
                    new Point(1, 0.1, false, false),
                    new Point(2, 0.2, false, true))),
            new MethodTimes(
                "direct",
                "direct",
                List.of(new Point(0, 20, false, false), new Point(1, 100, true, false))));
  }

  @Test
  void thePageHasTablesFailuresAndHowItWasMade() {
    RunPlan plan = new RunPlan("certified", 3, 5, 1e-4, 100, null);
    Study study = new Study("s", List.of("folder/case18.m"), 3, 1, List.of(plan));
    Origin origin = new Origin("1.2.3", "evenflow study s", "some", 2, "25", 9, OffsetDateTime.MIN);
    assertThat(StudyReport.html(study, ROWS, origin))
        .contains("<h1>Study s</h1>")
        .contains("Table I: costs, gaps and times")
        .contains("Runs without a schedule: 1 of 5")
        .contains("no schedule keeps all &lt;limits&gt;")
        .contains("certified: 3 samples of each case, gap 0.01 % of the vehicles&#39; cost")
        .contains("\"seeds\":[\"2\",\"1\",\"3\"]");
  }
}
