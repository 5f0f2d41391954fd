package io.evenflow.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.evenflow.io.matpower.MatpowerReader;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** No number of any file may be so large that computing with it means nothing. */
class BoundsTest {
  private static final double[] ABSURD = {1e200, -1e200, 1e308, 2e18, -2e18};

  /** Its tables hold, cell by cell, what a broken case is made of. */
  private static final String CASE =
      """
      function mpc = two
      mpc.version = '2';
      mpc.baseMVA = 10;
      mpc.bus = [1 3 0 0 0 0 1 1 0 12.66 1 1 1; 2 1 0.1 0 0 0 1 1 0 12.66 1 1.1 0.9];
      mpc.gen = [1 0 0 10 -10 1 100 1 10 0];
      mpc.branch = [1 2 0.01 0.01 0 0 0 0 0 0 1 -360 360];
      mpc.gencost = [2 0 0 3 0.1 20 0];
      """;

  static Stream<Arguments> numbers() {
    return Stream.of(FormatPages.example(), FormatPages.depot())
        .flatMap(
            json ->
                JsonPlaces.of(json, JsonNode::isNumber).stream()
                    .map(place -> Arguments.of(place, json)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("numbers")
  void everyNumberOfAScenarioIsBounded(String place, String valid) {
    String field = place.replaceAll("(/\\d+)+$", "").replaceAll(".*/", "");
    for (double absurd : ABSURD) {
      String json = JsonPlaces.with(valid, place, absurd);
      InputException problem =
          catchThrowableOfType(InputException.class, () -> FormatPages.read(json));
      assertThat(problem).as("%s = %s", place, absurd).isNotNull();
      assertThat(problem.sentence())
          .startsWith("example.json: ")
          .containsPattern(
              field + "(\\[\\d+])* \\(" + Double.toString(absurd) + "\\) must be at (least|most) ");
      assertThat(problem.maybe()).startsWith("Maybe its exponent ");
    }
  }

  @Test
  void theExamplesHaveManyNumbers() {
    assertThat(numbers()).hasSizeGreaterThan(150);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // table | column, counted from 1 | object | name
        "bus    | 3  | bus 1                | Pd",
        "bus    | 4  | bus 1                | Qd",
        "bus    | 5  | bus 1                | Gs",
        "bus    | 6  | bus 1                | Bs",
        "bus    | 8  | bus 1                | Vm",
        "bus    | 9  | bus 1                | Va",
        "bus    | 10 | bus 1                | baseKV",
        "bus    | 12 | bus 1                | Vmax",
        "bus    | 13 | bus 1                | Vmin",
        "gen    | 2  | generator 1 at bus 1 | Pg",
        "gen    | 3  | generator 1 at bus 1 | Qg",
        "gen    | 4  | generator 1 at bus 1 | Qmax",
        "gen    | 5  | generator 1 at bus 1 | Qmin",
        "gen    | 6  | generator 1 at bus 1 | Vg",
        "gen    | 9  | generator 1 at bus 1 | Pmax",
        "gen    | 10 | generator 1 at bus 1 | Pmin",
        "branch | 3  | branch 1-2           | r",
        "branch | 4  | branch 1-2           | x",
        "branch | 5  | branch 1-2           | b",
        "branch | 6  | branch 1-2           | rateA",
        "branch | 9  | branch 1-2           | ratio",
        "branch | 10 | branch 1-2           | angle",
        "gencost| 5  | generator 1 at bus 1 | gencost column 5",
        "gencost| 6  | generator 1 at bus 1 | gencost column 6",
        "gencost| 7  | generator 1 at bus 1 | gencost column 7",
      })
  void everyNumberOfACaseThatIsUsedIsBounded(String table, int column, String object, String name) {
    for (double absurd : ABSURD) {
      String text = withCell(table, column, absurd);
      InputException problem =
          catchThrowableOfType(InputException.class, () -> MatpowerReader.read("two", text));
      assertThat(problem).as("%s of %s = %s", name, object, absurd).isNotNull();
      assertThat(problem.sentence())
          .startsWith("two: " + object + ": " + name + " (" + absurd + ") must be at ");
      assertThat(problem.maybe()).startsWith("Maybe its exponent ");
    }
  }

  /** The case with another number in the first row of a table. */
  private static String withCell(String table, int column, double number) {
    String start = "mpc." + table + " = [";
    int from = CASE.indexOf(start) + start.length();
    int to = Math.min(end(";", from), end("]", from));
    List<String> cells = new ArrayList<>(List.of(CASE.substring(from, to).split(" ")));
    cells.set(column - 1, Double.toString(number));
    return CASE.substring(0, from) + String.join(" ", cells) + CASE.substring(to);
  }

  private static int end(String mark, int from) {
    return CASE.indexOf(mark, from);
  }

  @ParameterizedTest
  @CsvSource({
    "'baseMVA = 10', 'baseMVA = 1e200', 'mpc: baseMVA (1.0E200) must be at most 1e6 MW'",
    "'baseMVA = 10', 'baseMVA = 1e-200', 'mpc: baseMVA (1.0E-200) must be at least 1.0E-6'",
    "'0 0 1 -360', '1e-200 0 1 -360', 'branch 1-2: ratio (1.0E-200) must be 0 or at least 0.001'",
  })
  void whatIsDividedByMustNotBeNothing(String piece, String replacement, String sentence) {
    String text = CASE.replace(piece, replacement);
    assertThat(text).isNotEqualTo(CASE);
    InputException problem =
        catchThrowableOfType(InputException.class, () -> MatpowerReader.read("two", text));
    assertThat(problem.sentence()).isEqualTo("two: " + sentence);
  }

  @Test
  void whatIsOffOrUnusedMayHoldAnything() {
    String off = CASE.replace("0 0 1 -360", "0 0 0 -360").replace("0.01 0.01", "1e200 1e200");
    assertThat(MatpowerReader.read("two", off).branches().getFirst().inService()).isFalse();
    assertThat(MatpowerReader.read("two", CASE.replace("-360 360", "-1e200 1e200"))).isNotNull();
    assertThat(MatpowerReader.read("two", CASE.replace("1 10 0]", "1 Inf -Inf]"))).isNotNull();
  }
}
