package io.evenflow.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenflow.report.CityReport.FeederFigures;
import io.evenflow.report.CityReport.Worth;
import java.util.List;
import org.junit.jupiter.api.Test;

class CityReportTest {
  /**
   * Three feeders whose vehicles cost 100: nothing open, 0.02 (2e-4) and 5 (5e-2); two limits of
   * which the costlier comes first, and a budget.
   */
  @Test
  void costliestLimitsFirstAndFeedersByWhatIsOpen() {
    String html =
        CityReport.html(
            new CityReport.City(
                "town",
                "EUR",
                List.of("17:00", "18:00"),
                List.of(
                    new CityReport.Place("south", new double[] {90, 100}, new double[] {100, 100})),
                List.of(
                    new Worth("south", "import", "17:00", 100, 90, 3),
                    new Worth("south", "import", "18:00", 100, 100, 250),
                    new Worth("town", "energy", "18:00", Double.NaN, 100, 40)),
                List.of(feeder("a", 0), feeder("b", 0.02), feeder("c", 5)),
                1000,
                994.98,
                0.0167,
                "feasible",
                4),
            Origin.here("a test", "evenflow city solve"));
    assertThat(cells(html, "The costliest limits"))
        .containsSubsequence(
            "18:00", "100", "100", "250.00", "energy", "18:00", "–", "100", "40.00", "17:00",
            "3.00");
    assertThat(cells(html, "How far feeders are from proven"))
        .containsExactly(
            "up to 1e-6",
            "1",
            "33 %",
            "0.0000",
            "1e-6 to 1e-5",
            "0",
            "–",
            "0.0000",
            "1e-5 to 1e-4",
            "0",
            "–",
            "0.0000",
            "1e-4 to 1e-3",
            "1",
            "33 %",
            "0.0200",
            "1e-3 to 1e-2",
            "0",
            "–",
            "0.0000",
            "above 1e-2",
            "1",
            "33 %",
            "5.0000");
  }

  private static FeederFigures feeder(String id, double open) {
    return new FeederFigures(id, "south", 10, "feasible", 300, 100, open, "", "");
  }

  /** What stands in the table below a heading. */
  private static List<String> cells(String html, String heading) {
    String table = html.substring(html.indexOf("<h2>" + heading));
    String body = table.substring(table.indexOf("<tbody>"), table.indexOf("</tbody>"));
    return List.of(body.replaceAll("<[^>]*>", "|").replaceAll("\\|+\\s*\\|*", "|").split("\\|"))
        .stream()
        .map(String::strip)
        .filter(cell -> !cell.isEmpty())
        .toList();
  }
}
