package io.evenflow.io.matpower;

import io.evenflow.grid.Network;
import io.evenflow.io.InputException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The feeders that come with the program: those of the literature, from 18 to 141 buses, and a
 * single connection.
 */
public final class BuiltInCases {
  private static final List<String> NAMES =
      List.of("two-bus", "case18", "case33bw", "case69", "case141");
  private static final String FOLDER = "/io/evenflow/cases/";

  private BuiltInCases() {}

  /** Their names, smallest first. */
  public static List<String> names() {
    return NAMES;
  }

  /** Whether there is a case of this name. */
  public static boolean exists(String name) {
    return NAMES.contains(name);
  }

  /**
   * Reads a case.
   *
   * @throws InputException for a name that is none of {@link #names()}
   */
  public static Network read(String name) {
    if (!exists(name)) {
      throw new InputException(
          "there is no built-in case '%s'; there are %s".formatted(name, String.join(", ", NAMES)),
          "Maybe a typing error, or a path that should end in .m.");
    }
    return MatpowerReader.read(name, text(name));
  }

  private static String text(String name) {
    String resource = FOLDER + name + ".m";
    try (InputStream stream = BuiltInCases.class.getResourceAsStream(resource)) {
      if (stream == null) {
        throw new IllegalStateException("the program was packed without " + resource);
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
