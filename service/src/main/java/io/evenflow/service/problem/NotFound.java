package io.evenflow.service.problem;

/** No run, day, document or path has this name. */
public final class NotFound extends Problem {
  static final Kind KIND =
      new Kind(
          "not-found",
          404,
          "There is no such thing",
          "No run, day, document or path has this name.");

  public NotFound(String sentence, String maybe) {
    super(KIND, sentence, maybe);
  }
}
