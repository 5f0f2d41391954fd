package io.evenflow.service.problem;

/** The body is not one JSON object in UTF-8. */
public final class MalformedJson extends Problem {
  static final Kind KIND =
      new Kind(
          "malformed-json", 400, "Body is not JSON", "The body is not one JSON object in UTF-8.");

  public MalformedJson(String sentence, String maybe) {
    super(KIND, sentence, maybe);
  }
}
