package io.evenflow.report;

import java.util.ArrayList;
import java.util.List;

/**
 * Lines folded between words to the width of a terminal. What follows is set below the text after a
 * label such as "Status ", elsewhere a little to the right of the line's beginning.
 */
public final class Fold {
  private static final int LABEL = 10;
  private final int hang;
  private final List<String> folded = new ArrayList<>();
  private final StringBuilder line = new StringBuilder();

  private Fold(int hang) {
    this.hang = hang;
  }

  /** Lines that are no wider than a terminal. */
  public static List<String> lines(List<String> lines) {
    return lines.stream().flatMap(line -> line(line).stream()).toList();
  }

  private static List<String> line(String text) {
    if (TextWidth.of(text) <= TextWidth.TERMINAL) {
      return List.of(text);
    }
    int indent = indent(text);
    Fold fold = new Fold(isLabelled(text) ? LABEL : indent + 2);
    fold.line.append(text, 0, indent);
    for (String word : text.substring(indent).split("(?<= )(?=\\S)")) {
      fold.add(word);
    }
    fold.end();
    return fold.folded;
  }

  private static int indent(String text) {
    return text.length() - text.stripLeading().length();
  }

  private static boolean isLabelled(String text) {
    return text.startsWith("  ", LABEL - 2) && text.charAt(LABEL) != ' ';
  }

  /** A word with the blanks after it; one wider than a whole line is cut. */
  private void add(String word) {
    String rest = word;
    if (width() + TextWidth.of(rest.strip()) > TextWidth.TERMINAL && !line.toString().isBlank()) {
      end();
    }
    while (width() + TextWidth.of(rest.strip()) > TextWidth.TERMINAL) {
      int cut = fitting(rest);
      line.append(rest, 0, cut);
      rest = rest.substring(cut);
      end();
    }
    line.append(rest);
  }

  private int width() {
    return TextWidth.of(line.toString());
  }

  /** How many characters of a text still fit into the line; one at least. */
  private int fitting(String text) {
    int room = TextWidth.TERMINAL - width();
    int cut = text.offsetByCodePoints(0, 1);
    while (TextWidth.of(text.substring(0, text.offsetByCodePoints(cut, 1))) <= room) {
      cut = text.offsetByCodePoints(cut, 1);
    }
    return cut;
  }

  private void end() {
    folded.add(line.toString().stripTrailing());
    line.setLength(0);
    line.append(" ".repeat(hang));
  }
}
