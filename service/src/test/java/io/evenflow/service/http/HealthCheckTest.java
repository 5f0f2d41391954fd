package io.evenflow.service.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/**
 * The command by which the image is asked whether it is well, against a service that is and is not.
 */
@DisabledOnOs(OS.WINDOWS)
class HealthCheckTest {
  /** As the line of the Dockerfile has it, for another port. */
  private static List<String> command(int port) throws IOException {
    String line =
        Files.readAllLines(Path.of("..", "release", "Dockerfile")).stream()
            .filter(each -> each.startsWith("HEALTHCHECK "))
            .findFirst()
            .orElseThrow();
    List<String> words = new ArrayList<>();
    for (var word : new JsonMapper().readTree(line.substring(line.indexOf('[')))) {
      words.add(word.asString().replace("/8080", "/" + port));
    }
    return words;
  }

  private static int exit(List<String> command) throws Exception {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    process.getInputStream().readAllBytes();
    assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
    return process.exitValue();
  }

  @Test
  void theImageIsAskedByWhatTheServiceAnswers(@TempDir Path folder) throws Exception {
    int port;
    try (TestService service = new TestService(TestService.options(folder))) {
      port = service.uri("/").getPort();
      assertThat(exit(command(port))).isZero();
    }
    assertThat(exit(command(port))).isNotZero();
  }
}
