package io.evenflow.io;

import io.evenflow.scenario.Claims;
import io.evenflow.scenario.Result;
import io.evenflow.scenario.Scenario;
import java.io.IOException;
import java.nio.file.Path;

/**
 * Writes result files, format {@code evenflow-result/2}. Every field is there in every file: {@code
 * null} or an empty list where the result has nothing to say.
 */
public final class ResultWriter {
  private ResultWriter() {}

  /** Writes a file, which appears whole or not at all. */
  public static void write(Scenario scenario, Result result, Path path) throws IOException {
    WholeFile.write(path, text(scenario, result));
  }

  /** The text of the file. */
  public static String text(Scenario scenario, Result result) {
    return JsonLayout.text(ResultShape.SHAPE.write(new ResultOf(scenario, result, Claims.NONE)));
  }
}
