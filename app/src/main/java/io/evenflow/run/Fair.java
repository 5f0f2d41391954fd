package io.evenflow.run;

import java.util.Arrays;
import java.util.List;

/** What counts where energy is short. */
public enum Fair {
  /** Least cost alone. */
  NONE("none"),
  /** The greatest share of what they want that all can have, then least cost. */
  MAX_MIN("max-min");

  private final String word;

  Fair(String word) {
    this.word = word;
  }

  /** The word in messages, and in the database. */
  public String word() {
    return word;
  }

  /** All words, the usual one first. */
  public static List<String> words() {
    return Arrays.stream(values()).map(Fair::word).toList();
  }

  /**
   * The rule of a word.
   *
   * @throws IllegalArgumentException where there is none
   */
  public static Fair of(String word) {
    return Arrays.stream(values())
        .filter(each -> each.word.equals(word))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no rule of shares: " + word));
  }
}
