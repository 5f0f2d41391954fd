package io.evenflow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EvenflowTest {
  @Test
  void helpNamesEveryCommandWithExamples() {
    Run run = Run.of("--help");
    assertThat(run.exitCode()).isZero();
    assertThat(run.out())
        .contains("solve ", "check ", "feeder ", "days ", "cases ")
        .contains("evenflow solve case69-day", "Exit codes:");
    assertThat(run.err()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--help",
        "solve --help",
        "check --help",
        "feeder --help",
        "scenario --help",
        "scenario generate --help",
        "study --help",
        "days --help",
        "cases --help",
        "days",
        "cases",
        "feeder case18",
        "feeder case33bw",
        "feeder case69",
        "feeder case141",
      })
  void fitsATerminal(String arguments) {
    Run run = Run.of(arguments.split(" "));
    assertThat(run.exitCode()).isZero();
    assertThat(run.out().lines())
        .isNotEmpty()
        .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
  }

  @Test
  void versionIsOneLine() {
    Run run = Run.of("--version");
    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).startsWith("evenflow ").hasLineCount(1);
  }

  @Test
  void withoutACommandTheUsageGoesToTheErrorStream() {
    Run run = Run.of();
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).startsWith("Usage: evenflow");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          slove day.json                      | slove               | Maybe 'solve' is meant
          solve                               | SCENARIO            | Maybe 'evenflow solve --help'
          solve day.json --metod direct       | --metod             | Maybe '--method' is meant
          solve day.json --gap wide           | --gap               | Maybe 'evenflow solve --help'
          solve day.json --gap 0              | gap (0.0)           | Maybe 'evenflow solve --help'
          solve day.json --threshold 0.5      | threshold (0.5)     | Maybe 'evenflow solve --help'
          solve day.json --time-limit -1      | time limit (-1.0 s) | Maybe 'evenflow solve --help'
          solve day.json --radius -1          | radius (-1)         | Maybe 'evenflow solve --help'
          solve no-such-day                   | 'no-such-day'       | Maybe one of the built-in days:
          check no-such-day result.json       | 'no-such-day'       | Maybe one of the built-in days:
          check case69-day                    | RESULT              | Maybe 'evenflow check --help'
          feeder no-such-case                 | 'no-such-case'      | Maybe one of the built-in cases:
          """)
  void badInputIsOneSentenceAndAHint(String arguments, String named, String hint) {
    Run run = Run.with(FakeMethod.anyName(), arguments.split(" "));
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err().lines()).hasSize(2);
    assertThat(run.err().lines().findFirst().orElseThrow())
        .startsWith("evenflow: ")
        .contains(named);
    assertThat(run.err().lines().skip(1).findFirst().orElseThrow()).startsWith(hint);
  }

  @Test
  void anUnknownMethodIsAnsweredWithThoseThereAre() {
    Run run = Run.with(FakeMethod.only("direct"), "solve", "day.json", "--method", "magic");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("--method 'magic' is none of direct").contains("\nMaybe ");
  }

  @Test
  void listsWhatIsBuiltIn() {
    assertThat(Run.of("cases").out().lines()).contains("case33bw", "case69");
    assertThat(Run.of("days").out().lines()).contains("case69-day");
    assertThat(Run.of("days", "case69-day").out()).contains("\"evenflow-scenario/1\"");
  }
}
