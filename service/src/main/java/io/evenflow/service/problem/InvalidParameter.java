package io.evenflow.service.problem;

/** A parameter or header of the request is missing, unknown or outside its bounds. */
public final class InvalidParameter extends Problem {
  static final Kind KIND =
      new Kind(
          "invalid-parameter",
          400,
          "Parameter makes no sense",
          "A parameter or header of the request is missing, unknown or outside its bounds.");

  public InvalidParameter(String sentence, String maybe) {
    super(KIND, sentence, maybe);
  }
}
