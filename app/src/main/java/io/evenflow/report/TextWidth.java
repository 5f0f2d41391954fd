package io.evenflow.report;

/** How many columns of a terminal a text takes: names may be in any script. */
final class TextWidth {
  /** Of the terminals that text is laid out for. */
  static final int TERMINAL = 80;

  private TextWidth() {}

  static int of(String text) {
    return text.codePoints().map(TextWidth::of).sum();
  }

  private static int of(int character) {
    int type = Character.getType(character);
    if (type == Character.NON_SPACING_MARK
        || type == Character.ENCLOSING_MARK
        || type == Character.FORMAT) {
      return 0;
    }
    return isWide(character) ? 2 : 1;
  }

  /** East Asian characters and emoji, which terminals give two columns. */
  private static boolean isWide(int character) {
    return Character.isIdeographic(character)
        || switch (Character.UnicodeScript.of(character)) {
          case HIRAGANA, KATAKANA, HANGUL -> true;
          default -> Character.isEmojiPresentation(character);
        };
  }

  /** The text, or its beginning and an ellipsis where it is wider. */
  static String shortened(String text, int most) {
    if (of(text) <= most) {
      return text;
    }
    StringBuilder shown = new StringBuilder();
    int width = 1;
    for (int character : text.codePoints().toArray()) {
      width += of(character);
      if (width > most) {
        break;
      }
      shown.appendCodePoint(character);
    }
    return shown + "…";
  }
}
