package io.evenflow.io;

import io.evenflow.scenario.Scenario;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Scenarios that come with the program: built-in feeders on 9 April 2024 with the German day-ahead
 * prices of that day (Bundesnetzagentur, SMARD.de, CC BY 4.0).
 */
public final class BuiltInDays {
  private static final String FOLDER = "/io/evenflow/days/";
  private static final Map<String, String> FILES = new LinkedHashMap<>();

  static {
    FILES.put("case69-day", "case69-2024-04-09.json");
    FILES.put("case18-small", "case18-2024-04-09.json");
    FILES.put("depot-day", "depot-2024-04-09.json");
  }

  private BuiltInDays() {}

  /** Their names, the day of 61 sessions first. */
  public static List<String> names() {
    return List.copyOf(FILES.keySet());
  }

  /** Whether there is a day of this name. */
  public static boolean exists(String name) {
    return FILES.containsKey(name);
  }

  /**
   * Reads a day.
   *
   * @throws InputException for a name that is none of {@link #names()}
   */
  public static Scenario read(String name) {
    return ScenarioReader.read(name, text(name));
  }

  /**
   * The scenario file of a day, as something to start from.
   *
   * @throws InputException for a name that is none of {@link #names()}
   */
  public static String text(String name) {
    String file = FILES.get(name);
    if (file == null) {
      throw new InputException(
          "there is no built-in day '" + name + "'; there are " + String.join(", ", names()),
          "Maybe a typing error, or the path of a file is meant.");
    }
    try (InputStream stream = BuiltInDays.class.getResourceAsStream(FOLDER + file)) {
      if (stream == null) {
        throw new IllegalStateException("the program was packed without " + FOLDER + file);
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }
}
