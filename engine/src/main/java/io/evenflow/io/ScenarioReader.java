package io.evenflow.io;

import io.evenflow.scenario.Scenario;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Reads scenario files, formats {@code evenflow-scenario/1} and {@code evenflow-scenario/2}; the
 * second is the first with more optional fields.
 */
public final class ScenarioReader {
  static final String FIRST_FORMAT = "evenflow-scenario/1";
  static final String FORMAT = "evenflow-scenario/2";

  private ScenarioReader() {}

  /**
   * Reads a file; paths in it are relative to its folder.
   *
   * @throws InputException where it is no scenario, naming file, object, field, value and bound
   */
  public static Scenario read(Path path) {
    Path folder = path.toAbsolutePath().getParent();
    return read(path.toString(), TextFile.read(path), folder);
  }

  /**
   * Reads a text that may name only built-in cases and no files, as fits what comes over a network.
   *
   * @param file how errors name the text
   * @throws InputException as {@link #read(Path)}
   */
  public static Scenario read(String file, String json) {
    return read(file, json, null);
  }

  /**
   * Reads a text.
   *
   * @param file how errors name the text
   * @param folder where its paths start from, null where it may name no files
   * @throws InputException as {@link #read(Path)}
   */
  public static Scenario read(String file, String json, @Nullable Path folder) {
    JsonObject root = JsonSource.parse(file, json);
    boolean isFirst = Formats.require(root, FIRST_FORMAT, FORMAT).equals(FIRST_FORMAT);
    Reading reading = root.reading().in(new SourceFolder(folder)).version(isFirst);
    return ScenarioShape.SHAPE.read(root.with(reading));
  }
}
