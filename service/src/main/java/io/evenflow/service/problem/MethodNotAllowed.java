package io.evenflow.service.problem;

/** The path is there, but not for this HTTP method. */
public final class MethodNotAllowed extends Problem {
  static final Kind KIND =
      new Kind(
          "method-not-allowed",
          405,
          "Method is not allowed here",
          "The path is there, but not for this HTTP method.");

  public MethodNotAllowed(String sentence, String maybe) {
    super(KIND, sentence, maybe);
  }
}
