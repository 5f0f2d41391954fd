package io.evenflow.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TablesTest {
  private static final List<Row> ROWS =
      List.of(
          row("0", "certified", 5, "optimal", "1000", "0", "50", false, 1),
          row("0", "two-stage", 0, "feasible", "1002", "2", "52", false, 2),
          row("0", "two-stage", 5, "feasible", "1001", "0", "51", false, 4),
          row("0", "direct", 5, "feasible", "1010", "0", "60", true, 100),
          row("1", "certified", 5, "feasible", "900", "0", "50", true, 1),
          row("1", "two-stage", 5, "feasible", "950", "0", "51", false, 4));

  private static Row row(
      String sample,
      String method,
      int radius,
      String status,
      String objective,
      String shortfall,
      String vehicleCost,
      boolean limitHit,
      double seconds) {
    return new Row(
        List.of("s", "case18", sample, "1", method, radius + "", "1e-4", "100", ""),
        List.of(
            status,
            objective,
            objective,
            "0",
            shortfall,
            "950",
            "",
            "",
            vehicleCost,
            "",
            "true",
            "0",
            Boolean.toString(limitHit),
            ""),
        seconds);
  }

  private static String line(List<String> lines, String... words) {
    return lines.stream()
        .filter(line -> List.of(words).stream().allMatch(line::contains))
        .findFirst()
        .orElseThrow()
        .replaceAll(" +", " ");
  }

  @Test
  void onATerminalColumnsThatDoNotFitFollowBelow() {
    MarkdownTable table =
        new MarkdownTable("case", "method", "cost", "gap", "time")
            .row("case18", "certified", "1,234.56", "0.1 %", "12 s");
    assertThat(table.lines(41))
        .containsExactly(
            "| case   | method    |     cost |   gap |",
            "|--------|-----------|---------:|------:|",
            "| case18 | certified | 1,234.56 | 0.1 % |",
            "",
            "| case   | method    | time |",
            "|--------|-----------|-----:|",
            "| case18 | certified | 12 s |");
    assertThat(table.lines(47)).hasSize(7);
    assertThat(table.lines(48)).hasSize(3).isEqualTo(table.lines());
  }

  /** Gaps only where the optimum is proven; a reduction against a limit hit is "at least". */
  @Test
  void tableOne() {
    List<String> lines = TableOne.of(ROWS).lines();
    assertThat(line(lines, "two-stage, r = 5"))
        .isEqualTo(
            "| case18 | two-stage, r = 5 | 2 | 2 | 0 | 975.50 | 975.50 | 0.00 | 0.00 | 0.1000 % |"
                + " 2.000 % | 4.00 | at least 96.00 % | – |");
    assertThat(line(lines, "direct")).contains("| 1 | 1 | 1 |").endsWith("| 100.00 | – | – |");
  }

  /** 99.998 % is not 100 %. */
  @Test
  void reductionsAreRoundedDown() {
    assertThat(Figures.percentAtLeast(0.99998)).isEqualTo("99.99 %");
    assertThat(Figures.percentAtLeast(0.29)).isEqualTo("29.00 %");
    assertThat(Figures.seconds(0.0048)).isEqualTo("0.005");
  }

  @Test
  void tableTwoCountsAShortfallAsInfeasible() {
    List<String> lines = RadiusTables.feasibility(ROWS).lines();
    assertThat(line(lines, "| 0 |")).endsWith("| 100.0 % | 0.0 % | 2.00 |");
    assertThat(line(lines, "| 5 |")).endsWith("| 100.0 % | 100.0 % | 4.00 |");
  }

  @Test
  void tableThree() {
    assertThat(line(RadiusTables.gaps(ROWS).lines(), "| 0 |"))
        .endsWith("| 0.2000 % | 4.000 % | 2.00 |");
  }

  @Test
  void gapsOfNothingHaveNoSign() {
    assertThat(Figures.percent(-1e-9, 3)).isEqualTo("0.000 %");
    assertThat(Figures.percent(-0.01, 1)).isEqualTo("-1.0 %");
  }
}
