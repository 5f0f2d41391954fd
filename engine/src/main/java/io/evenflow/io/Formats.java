package io.evenflow.io;

/** The first field of each of our files: what the file is, and in which version. */
final class Formats {
  private Formats() {}

  /**
   * @throws InputException where the file says it is of another format
   */
  static void require(JsonObject root, String wanted) {
    String format = root.text("format");
    if (!format.equals(wanted)) {
      throw root.error(
          "format ('" + format + "') must be '" + wanted + "'",
          "Maybe another file was meant, or it was written by a later version.");
    }
  }
}
