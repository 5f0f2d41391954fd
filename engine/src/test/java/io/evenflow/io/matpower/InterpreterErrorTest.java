package io.evenflow.io.matpower;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.evenflow.io.InputException;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What cannot be read is refused, with the file and the line. */
class InterpreterErrorTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          if x, y = 1; end      | the statement 'if' cannot be read; only assignments can
          for k = 1:3           | the statement 'for' cannot be read; only assignments can
          y = makeYbus(x)       | 'makeYbus' is neither a variable assigned before nor a function
          y = z + 1             | 'z' is neither a variable assigned before nor a function
          mpc = loadcase('a')   | 'loadcase' is neither
          clear                 | the statement 'clear' cannot be read; only assignments can
          clear x               | 'clear' is followed by 'x' where '=' is expected
          x{1} = 'a'            | 'x' is followed by '{' where '=' is expected
          y = x(4)              | index 4 is beyond 3
          y = x(0)              | index 0.0 is not a whole number from 1
          y = x(1.5)            | index 1.5 is not a whole number from 1
          y = x(1, 1, 1)        | 3 indices where a matrix has two
          y = x + [1 2]         | matrices of 1 × 3 and 1 × 2 do not fit together
          y = x * x             | the matrix product of 1 × 3 and 1 × 3 does not exist
          y = 1 / x             | division by a matrix of 1 × 3 cannot be read
          y = x ^ 2             | the power of a matrix of 1 × 3 cannot be read
          y = sqrt(-1)          | sqrt(-1.0) is not a real number
          y = acos(2)           | acos(2.0) is not a real number
          y = (-8)^(1/3)        | -8.0 to the power of 0.3333333333333333 is not a real number
          y = 3i                | '3i' is not a real number
          y = 'a' + 1           | found the string 'a' where numbers are needed
          y = [1 2; 3]          | row 2 of a matrix has 1 elements where the rows before have 2
          y = [1 2              | found the end of the file where a value is expected
          y = (1                | found the end of the line where ')' is expected
          y = 1 2               | the statement goes on with '2' where it should end
          y = 'abc              | a string is not closed
          y = 1 +               | found the end of the line where a value is expected
          y = end               | 'end' stands outside an index
          y = 1 ? 2             | '?' cannot be read
          y = @sin              | found '@' where a value is expected
          y = sqrt(1, 2)        | sqrt with 2 arguments cannot be read
          y = zeros(1e6, 1e6)   | a matrix of 1000000000000 elements is too large
          y = ones(1e6, 1) * ones(1, 1e6) | a matrix of 1000000000000 elements is too large
          y = ones(4000) + ones(4000) | the file computes more than 30000000 numbers
          [a, b] = max(x)       | only idx_bus, idx_brch, idx_gen, idx_cost and size give several
          [a, b, c] = size(x)   | 3 names take 2 values
          x(:, 1) = [1; 2; 3]   | a matrix of 3 × 1 cannot replace 1 × 1 elements
          x(1, :) = [1 2]       | a matrix of 1 × 2 cannot replace 1 × 3 elements
          %{                    | the block comment '%{' is not closed
          7                     | a statement starts with '7'
          """)
  void names(String statement, String sentence) {
    assertThatThrownBy(() -> MatpowerTables.read("tiny.m", "x = [7 8 9];\n\n" + statement))
        .isInstanceOf(InputException.class)
        .hasMessageMatching("(?s)tiny.m, line [34]: .*\nMaybe .*")
        .hasMessageContaining(sentence);
  }

  @Test
  void missingSemicolonIsFoundInItsLine() {
    String text =
        """
        mpc.bus = [
          1 3 0
          2 1 0 3 1 0
        ];
        """;

    assertThatThrownBy(() -> MatpowerTables.read("tiny.m", text))
        .hasMessage(
            """
            tiny.m, line 3: row 2 of a matrix has 6 elements where the rows before have 3
            Maybe a semicolon is missing between two rows, or a number in this one.\
            """);
  }

  @ParameterizedTest
  @ValueSource(strings = {"(", "[", "{", "-", "1+", "2^", "x(", "sqrt("})
  void endlessNestingIsRefused(String piece) {
    String text = "x = 1; y = " + piece.repeat(100_000) + "1";

    assertThatThrownBy(() -> MatpowerTables.read("tiny.m", text))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("nested more than 200 deep");
  }

  /** A thread with half of the usual stack stands for callers who are deep themselves. */
  @ParameterizedTest
  @ValueSource(strings = {"(", "[", "-", "sqrt("})
  void deepestNestingNeedsLittleStack(String piece) throws InterruptedException {
    String close = piece.equals("[") ? "]" : piece.equals("-") ? "" : ")";
    String text = "y = " + piece.repeat(199) + "1" + close.repeat(199) + ";";
    AtomicReference<Throwable> failure = new AtomicReference<>();
    long stackBytes = 512 * 1024;
    Thread thread = new Thread(null, () -> Interpreter.run(Parser.parse(text)), "deep", stackBytes);
    thread.setUncaughtExceptionHandler((_, thrown) -> failure.set(thrown));

    thread.start();
    thread.join();

    assertThat(failure.get()).isNull();
  }

  @Test
  void somethingBehindTheFunctionsEnd() {
    assertThatThrownBy(
            () ->
                MatpowerTables.read("tiny.m", "function mpc = tiny\nx = 1;\nend\nfunction y = f\n"))
        .hasMessageStartingWith(
            "tiny.m, line 4: something follows the function's end in line 3\nMaybe ");
  }
}
