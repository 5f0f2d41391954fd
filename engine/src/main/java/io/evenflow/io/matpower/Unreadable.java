package io.evenflow.io.matpower;

import io.evenflow.io.InputException;

/** What could not be read, on its way up to where its line and its file are known. */
final class Unreadable extends RuntimeException {
  private static final int UNKNOWN = 0;

  private final int line;
  private final String sentence;
  private final String maybe;

  Unreadable(String sentence, String maybe) {
    this(UNKNOWN, sentence, maybe);
  }

  Unreadable(int line, String sentence, String maybe) {
    super(sentence);
    this.line = line;
    this.sentence = sentence;
    this.maybe = maybe;
  }

  /** The same with a line, unless it has one. */
  Unreadable at(int otherLine) {
    return line == UNKNOWN ? new Unreadable(otherLine, sentence, maybe) : this;
  }

  InputException in(String file) {
    String place = line == UNKNOWN ? file : file + ", line " + line;
    return new InputException(place + ": " + sentence, maybe);
  }
}
