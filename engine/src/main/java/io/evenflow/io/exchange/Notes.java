package io.evenflow.io.exchange;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What an import assumed and what it could not use, a sentence each. What befalls many rows of a
 * table is one sentence with their number and the first of them.
 */
public final class Notes {
  private final List<String> sentences = new ArrayList<>();
  private final Map<String, Seen> seen = new LinkedHashMap<>();

  private static final class Seen {
    private final String first;
    private int count = 1;

    private Seen(String first) {
      this.first = first;
    }
  }

  /** Adds a sentence, once. */
  void say(String sentence) {
    if (!sentences.contains(sentence)) {
      sentences.add(sentence);
    }
  }

  /**
   * Counts a row that something befell.
   *
   * @param what of the rows, such as "sessions without energy are left out"
   * @param first where the first of them is: file, line, column and value
   */
  void count(String what, String first) {
    seen.merge(what, new Seen(first), (known, other) -> counted(known));
  }

  private static Seen counted(Seen known) {
    known.count++;
    return known;
  }

  /** The last part of a path: sentences go into scenarios, which go elsewhere. */
  static String name(String file) {
    return file.substring(1 + Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')));
  }

  /** All sentences: what was assumed first, then what befell rows. */
  public List<String> sentences() {
    List<String> all = new ArrayList<>(sentences);
    seen.forEach(
        (what, rows) -> all.add("%s: %d, the first in %s".formatted(what, rows.count, rows.first)));
    return List.copyOf(all);
  }
}
