package io.evenflow.service.problem;

/** The body has more bytes than the service takes. */
public final class BodyTooLarge extends Problem {
  static final Kind KIND =
      new Kind(
          "body-too-large",
          413,
          "Body is too large",
          "The body has more bytes than the service takes.");

  public BodyTooLarge(String sentence, String maybe) {
    super(KIND, sentence, maybe);
  }
}
