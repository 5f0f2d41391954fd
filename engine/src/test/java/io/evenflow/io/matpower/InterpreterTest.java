package io.evenflow.io.matpower;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The MATLAB that case files are written in, expression by expression. */
class InterpreterTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          # white space separates elements, unless it stands around an operator
          [1 -2]              | 1 -2
          [1 - 2]             | -1
          [1 -2 + 3]          | 1 1
          [1, -2]             | 1 -2
          [50/3    -50/3   1] | 16.666666666666668 -16.666666666666668 1
          [-1 +2]             | -1 2
          [(1 -2) 3]          | -1 3
          [2 * 3]             | 6
          [x(1) -1]           | 7 -1
          [x (1)]             | 7 8 9 1
          [1, 2,; 3, 4;]      | 1 2; 3 4
          [1 2]'              | 1; 2
          [x' x']             | 7 7; 8 8; 9 9
          [x, 1; 2 x]         | 7 8 9 1; 2 7 8 9
          [[1 2]; [3 4]]      | 1 2; 3 4
          [[] 1 []]           | 1
          # numbers
          1.33E-05            | 1.33E-5
          1.e3                | 1000
          .5                  | 0.5
          5.                  | 5
          1d2                 | 100
          # precedence
          1 + 2 * 3           | 7
          -2^2                | -4
          2^-1                | 0.5
          2^3^2               | 64
          12/3/2              | 2
          135/sqrt(3)         | 77.94228634059948
          (12.66e3)^2 / (10 * 1e6) | 16.02756
          1:3                 | 1 2 3
          1:2:6               | 1 3 5
          3:-1:1              | 3 2 1
          1:2+1               | 1 2 3
          0:0.1:0.3           | 0 0.1 0.2 0.30000000000000004
          # elementwise and matrix operators
          x .* [1 2 3]        | 7 16 27
          x ./ 2              | 3.5 4 4.5
          x .^ 2              | 49 64 81
          1./x(1)             | 0.14285714285714285
          2.*x                | 14 16 18
          x * x'              | 194
          x + [1; 2]          | 8 9 10; 9 10 11
          # comparisons and logic
          x > 7               | 0 1 1
          x ~= 8              | 1 0 1
          x != 8              | 1 0 1
          ~(x == 8)           | 1 0 1
          x > 7 & x < 9       | 0 1 0
          1 < 2 && 2 < 1      | 0
          # indices
          x(2)                | 8
          x(end)              | 9
          x(end-1:end)        | 8 9
          x([3 1])            | 9 7
          x(:)                | 7; 8; 9
          x(x > 7)            | 8 9
          m(2, 3)             | 6
          m(:, 2)             | 2; 5
          m(end, :)           | 4 5 6
          m(:, [end 1])       | 3 1; 6 4
          m(4)                | 5
          m(m > 2)            | 4; 5; 3; 6
          m(m(:, 1) == 4, :)  | 4 5 6
          # functions
          pi                  | 3.141592653589793
          sin(pi / 2) + cos(0) | 2
          acos(1) + atan(0)   | 0
          -Inf                | -Infinity
          max(x)              | 9
          min(x, 8)           | 7 8 8
          min(m)              | 1 2 3
          sum(m)              | 5 7 9
          sum(m, 2)           | 6; 15
          round(-2.5)         | -3
          abs(-x)             | 7 8 9
          size(m)             | 2 3
          size(m, 2)          | 3
          length(m)           | 3
          numel(m)            | 6
          zeros(2, 1)         | 0; 0
          ones(1, 2) * 3      | 3 3
          find(x > 7)         | 2 3
          exp(log(2))         | 2
          floor(2.7) + ceil(2.1) | 5
          idx_bus             | 1
          """)
  void evaluates(String expression, String expected) {
    String text = "x = [7 8 9]; m = [1 2 3; 4 5 6]\ny = " + expression + ";";

    assertThat(rows(text, "y")).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          m(:, 2) = m(:, 2) / 2         | 1 1; 4 2.5
          m(:, [1 2]) = m(:, [2 1])     | 2 1; 5 4
          m(1, :) = [8 9]               | 8 9; 4 5
          m(:, 1) = 7                   | 7 2; 7 5
          m(end+1, :) = [6 7]           | 1 2; 4 5; 6 7
          m(:, 3) = [8; 9]              | 1 2 8; 4 5 9
          m(m(:, 1) == 4, 2) = 0        | 1 2; 4 0
          m(m > 3) = 0                  | 1 2; 0 0
          m(1, :) = []                  | 4 5
          m(:, 2) = []                  | 1; 4
          m(2) = 8                      | 1 2; 8 5
          m = m(2, :)                   | 4 5
          [r, c] = size(m); m = r + c   | 4
          [~, ~, k] = idx_bus; m = k    | 3
          define_constants; m = BR_X    | 4
          """)
  void assigns(String statement, String expected) {
    assertThat(rows("m = [1 2; 4 5];" + statement, "m")).isEqualTo(expected);
  }

  @Test
  void readsTheLayoutsOfCaseFiles() {
    String text =
        """
        function mpc = layouts   % a comment
        %{
        a block comment
          %{
        x = 'nested'
          %}
        %}
        x = [ % after a bracket
          1  2  3 ;  # the other comment
          4, 5, ...  continued
          6
          -7 8 9     % no semicolon
        ];
        mpc.bus_name = {
          'it''s', "100 % of it";
          'b' };
        mpc.a.b = 3, mpc.if.map = [1 2]
        y = max( ...
          x(1, 1), ...
          2);
        label = ['Bus ' 'one'];
        end
        """;

    assertThat(rows(text, "x")).isEqualTo("1 2 3; 4 5 6; -7 8 9");
    assertThat(rows(text, "y")).isEqualTo("2");
    assertThat(rows(text.replace("\n", "\r\n"), "x")).isEqualTo("1 2 3; 4 5 6; -7 8 9");
    assertThat(Interpreter.run(Parser.parse(text)).variables().keySet())
        .containsExactly("x", "mpc.bus_name", "mpc.a.b", "mpc.if.map", "y", "label");
  }

  private static String rows(String text, String variable) {
    Value value = Interpreter.run(Parser.parse(text)).variables().get(variable);
    return Arrays.stream(Objects.requireNonNull(value).numbers().toRows())
        .map(
            row ->
                Arrays.stream(row)
                    .mapToObj(InterpreterTest::shown)
                    .collect(Collectors.joining(" ")))
        .collect(Collectors.joining("; "));
  }

  private static String shown(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e9
        ? Long.toString((long) value)
        : Double.toString(value);
  }
}
