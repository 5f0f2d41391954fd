package io.evenflow.io;

import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Parses JSON text to the object at its root. */
public final class JsonSource {
  // A field given twice would silently keep its second value; text behind the object is a file
  // that was cut or joined wrongly.
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private JsonSource() {}

  /**
   * Parses a text.
   *
   * @param file how errors name it
   * @throws InputException where it is not JSON, naming line and column
   */
  public static JsonObject parse(String file, String json) {
    JsonNode root;
    try {
      root = MAPPER.readTree(withoutMark(json));
    } catch (JacksonException problem) {
      throw malformed(file, problem);
    }
    if (root == null || !root.isObject()) {
      throw new InputException(
          file + ": must hold one JSON object, not " + JsonObject.describe(root),
          "Maybe another file was meant.");
    }
    return JsonObject.root(file, root);
  }

  /** Editors of some systems begin a file of UTF-8 with a byte order mark. */
  private static String withoutMark(String json) {
    return json.startsWith("\uFEFF") ? json.substring(1) : json;
  }

  private static InputException malformed(String file, JacksonException problem) {
    TokenStreamLocation at = problem.getLocation();
    String place =
        at == null || at.getLineNr() < 1
            ? ""
            : ", line " + at.getLineNr() + ", column " + at.getColumnNr();
    if (problem instanceof StreamConstraintsException) {
      return new InputException(
          file + place + ": has more within another than any file of this kind",
          "Maybe a bracket was written again and again, or a text or number is far too long.");
    }
    String reason = firstSentence(problem.getOriginalMessage());
    if (reason.startsWith("Trailing token")) {
      return new InputException(
          file + place + ": has more after its end", "Maybe two files were put together.");
    }
    return new InputException(file + place + ": not JSON: " + reason, maybe(reason));
  }

  /** Jackson appends its own settings and positions to what is wrong. */
  private static String firstSentence(String message) {
    String line = message.lines().findFirst().orElse("");
    int settings = line.indexOf(" (for ");
    String reason = settings > 0 ? line.substring(0, settings) : line;
    int hint = reason.indexOf(": enable `");
    return hint > 0 ? reason.substring(0, hint) : reason;
  }

  private static String maybe(String reason) {
    if (reason.contains("NaN") || reason.contains("INF") || reason.contains("Infinity")) {
      return "Maybe a value could not be computed by the program that wrote the file.";
    }
    if (reason.startsWith("Duplicate")) {
      return "Maybe one of the two is meant to have another name.";
    }
    return "Maybe a comma, bracket or quotation mark is missing there or just before.";
  }
}
