package io.evenflow.io;

import java.util.List;

/** The first field of each of our files: what the file is, and in which version. */
final class Formats {
  private Formats() {}

  /**
   * The format a file says it is of.
   *
   * @param known what can be read
   * @throws InputException where it is another
   */
  static String require(JsonObject root, String... known) {
    String format = root.text("format");
    if (!List.of(known).contains(format)) {
      throw root.error(
          "format ('" + format + "') must be '" + String.join("' or '", known) + "'",
          "Maybe another file was meant, or it was written by a later version.");
    }
    return format;
  }
}
