package io.evenflow.service.problem;

/** The run ended without a schedule or result. */
public final class NoDocument extends Problem {
  static final Kind KIND =
      new Kind(
          "no-document",
          409,
          "Run has no such document",
          "The run ended without a schedule or result.");

  public NoDocument(String sentence, String maybe) {
    super(KIND, sentence, maybe);
  }
}
