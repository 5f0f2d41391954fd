package io.evenflow.benchmark;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The process of {@code peers.py}: one request, one answer, in turn with the engine. */
final class Peers implements AutoCloseable {
  private final Process process;
  private final BufferedReader answers;
  private final BufferedWriter requests;

  Peers() {
    try {
      process =
          new ProcessBuilder(python(), "benchmark/peers.py")
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
    } catch (IOException problem) {
      throw new UncheckedIOException("Maybe PYTHON must name a Python with the peers", problem);
    }
    answers = process.inputReader();
    requests = process.outputWriter();
  }

  private static String python() {
    String python = System.getenv("PYTHON");
    return python == null ? "python3" : python;
  }

  JsonNode ask(Object... request) {
    try {
      requests.write(String.join(" ", List.of(request).stream().map(String::valueOf).toList()));
      requests.newLine();
      requests.flush();
      String answer = answers.readLine();
      if (answer == null) {
        throw new IllegalStateException("peers.py ended; maybe a package is missing");
      }
      return JsonMapper.shared().readTree(answer);
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }

  @Override
  public void close() {
    process.destroy();
  }
}
