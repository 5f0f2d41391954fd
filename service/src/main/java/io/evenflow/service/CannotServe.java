package io.evenflow.service;

/** Why the service does not start: a sentence, a line that begins "Maybe", an exit code. */
final class CannotServe extends RuntimeException {
  private final int exitCode;
  private final String sentence;
  private final String maybe;

  CannotServe(int exitCode, String sentence, String maybe) {
    super(sentence + "\n" + maybe);
    this.exitCode = exitCode;
    this.sentence = sentence;
    this.maybe = maybe;
  }

  int exitCode() {
    return exitCode;
  }

  String sentence() {
    return sentence;
  }

  String maybe() {
    return maybe;
  }
}
