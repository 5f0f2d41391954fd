package io.evenflow.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenflow.service.http.TestService;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The client of the docs, which knows nothing of this program but openapi.json. */
class PythonClientTest {
  @TempDir private Path folder = Path.of("");

  private record Ended(int exitCode, String text) {}

  private static Ended python(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("python3"));
    command.addAll(List.of(arguments));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Ended(process.waitFor(), text);
  }

  private static boolean hasJsonschema() throws InterruptedException {
    try {
      return python("-c", "import jsonschema").exitCode() == 0;
    } catch (IOException noPython) {
      return false;
    }
  }

  @Test
  void doesTheWholeRound() throws Exception {
    Assumptions.assumeTrue(hasJsonschema(), "python3 with jsonschema is not here");
    try (TestService service = new TestService(TestService.options(folder))) {
      String address = service.uri("").toString();
      Ended round = python("../docs/examples/client.py", address);
      assertThat(round.text())
          .contains("accepted as ", "queued None None", "done ended 5717.1", "\ndeleted\n")
          .containsPattern("optimal at 5717\\.1\\d+ with \\d+ rows");
      assertThat(round.exitCode()).isZero();
      Ended wrong = python("../docs/examples/client.py", address, "no-such-day");
      assertThat(wrong.text()).startsWith("there is no built-in day 'no-such-day'\nMaybe ");
    }
  }
}
