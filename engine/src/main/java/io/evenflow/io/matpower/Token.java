package io.evenflow.io.matpower;

/**
 * A piece of a case file. White space is kept as two flags since inside brackets it separates:
 * {@code [1 -2]} has two elements, {@code [1 - 2]} has one.
 */
record Token(
    Kind kind, String text, double number, int line, boolean spaceBefore, boolean spaceAfter) {
  enum Kind {
    NUMBER,
    /** An identifier, with its fields: {@code mpc.bus}. */
    NAME,
    /** What stands between quotes. */
    STRING,
    /** An operator, a bracket or a separator. */
    SYMBOL,
    NEWLINE,
    END_OF_FILE
  }

  boolean is(String symbol) {
    return kind == Kind.SYMBOL && text.equals(symbol);
  }

  boolean isName(String name) {
    return kind == Kind.NAME && text.equals(name);
  }

  /** How an error names it. */
  String shown() {
    return switch (kind) {
      case NEWLINE -> "the end of the line";
      case END_OF_FILE -> "the end of the file";
      default -> "'" + text + "'";
    };
  }
}
