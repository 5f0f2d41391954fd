package io.evenflow.service.problem;

/** The body is no form of files and fields, or a field of it is not known. */
public final class MalformedForm extends Problem {
  static final Kind KIND =
      new Kind(
          "malformed-form",
          400,
          "Body is not a form",
          "The body is not a form of files and fields, or has one that is not known.");

  public MalformedForm(String sentence, String maybe) {
    super(KIND, sentence, maybe);
  }
}
