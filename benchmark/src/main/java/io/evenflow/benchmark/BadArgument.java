package io.evenflow.benchmark;

/** An argument that makes no sense: a sentence, then a line that begins "Maybe". */
final class BadArgument extends RuntimeException {
  BadArgument(String sentence, String maybe) {
    super(sentence + "\n" + maybe);
  }
}
