package io.evenflow.io;

import io.evenflow.scenario.Scenario;
import java.io.IOException;
import java.nio.file.Path;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes scenario files; reading one back gives an equal scenario. The format is {@code
 * evenflow-scenario/1} unless the scenario has something that only the second can say. Prices are
 * written as numbers even where they came from a file. A path to a case stays as it is: it must
 * lead there from the new file's folder, too.
 */
public final class ScenarioWriter {
  private ScenarioWriter() {}

  /** Writes a file, which appears whole or not at all. */
  public static void write(Scenario scenario, Path path) throws IOException {
    WholeFile.write(path, text(scenario));
  }

  /** The text of the file. */
  public static String text(Scenario scenario) {
    ObjectNode root = ScenarioShape.SHAPE.write(scenario);
    if (ScenarioShape.SHAPE.isSecond(scenario)) {
      root.put("format", ScenarioReader.FORMAT);
    }
    return JsonLayout.text(root);
  }
}
