package io.evenflow.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/** What keeps the service from starting, said in a sentence. */
class ServeCommandTest {
  @TempDir private Path folder = Path.of("");

  private static String refusal(String... words) throws Exception {
    ServeCommand command = new ServeCommand();
    new CommandLine(command).parseArgs(words);
    try {
      command.call();
    } catch (CannotServe why) {
      return why.exitCode() + " " + why.sentence() + "\n" + why.maybe();
    }
    throw new AssertionError("it started");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --port -1                   | 2 --port (-1) must be from 0 to 65535
          --workers 0                 | 2 --workers (0) must be at least 1
          --queue 0                   | 2 --queue (0) must be at least 1
          --run-limit 0               | 2 --run-limit (0.0 s) must be above 0
          --grace -1                  | 2 --grace (-1 s) must be at least 0
          --database jdbc:oracle:thin | 2 --database 'jdbc:oracle:thin' must begin jdbc:sqlite: or
          --data /dev/null/x          | 2 --data '/dev/null/x' cannot be written
          """)
  void optionsThatMakeNoSense(String words, String sentence) throws Exception {
    assertThat(refusal(words.split(" "))).startsWith(sentence).contains("\nMaybe ");
  }

  @Test
  void anAddressThatOthersReachNeedsAToken() throws Exception {
    Assumptions.assumeTrue(System.getenv("EVENFLOW_TOKEN") == null);
    assertThat(refusal("--host", "0.0.0.0"))
        .startsWith(
            "2 --host '0.0.0.0' can be reached by others and needs a token in EVENFLOW_TOKEN")
        .contains("\nMaybe make one with: ");
  }

  /** A password may stand after the question mark. */
  @Test
  void aDatabaseThatIsNotThereIsNamedWithoutItsPassword() throws Exception {
    String refusal =
        refusal("--port", "0", "--database", "jdbc:postgresql://localhost:1/x?password=secret");
    assertThat(refusal).startsWith("1 the database").contains("\nMaybe ").doesNotContain("secret");
  }

  /** The image has a folder in its command already. */
  @Test
  void aFolderBesideADatabaseIsSaidToKeepNothing() {
    ServeCommand command = new ServeCommand();
    StringWriter err = new StringWriter();
    CommandLine line = new CommandLine(command).setErr(new PrintWriter(err));
    line.parseArgs(
        "--port", "0", "--data", "x", "--database", "jdbc:postgresql://localhost:1/x?a=b");
    assertThatThrownBy(command::call).isInstanceOf(CannotServe.class);
    assertThat(err.toString())
        .isEqualTo(
            "evenflow: --data 'x' keeps nothing: runs are in jdbc:postgresql://localhost:1/x\n");
  }

  @Test
  void oneFolderServesOneProcess() throws Exception {
    Path log = folder.resolve("log");
    try (ServeProcess first = new ServeProcess(log, "--data", folder.toString())) {
      assertThat(refusal("--port", "0", "--data", folder.toString()))
          .startsWith("1 another evenflow serve has '")
          .contains("evenflow.db' open");
      assertThat(first.get("/health").statusCode()).isEqualTo(200);
    }
  }
}
