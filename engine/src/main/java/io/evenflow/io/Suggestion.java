package io.evenflow.io;

import java.util.Locale;

/** Finds the known word a misspelt one most likely stands for. */
public final class Suggestion {
  private Suggestion() {}

  /** A line that begins "Maybe": the nearest known word, or all of them where none is near. */
  public static String of(String word, String... known) {
    String nearest = "";
    int least = Integer.MAX_VALUE;
    for (String candidate : known) {
      int edits = distance(word.toLowerCase(Locale.ROOT), candidate.toLowerCase(Locale.ROOT));
      if (edits < least) {
        least = edits;
        nearest = candidate;
      }
    }
    // Half of a word's letters changed is another word.
    return least <= Math.max(2, word.length() / 2)
        ? "Maybe '" + nearest + "' is meant."
        : "Maybe one of these is meant: " + String.join(", ", known) + ".";
  }

  /** A word cut short is nearer than any other slip: case33 means case33bw, not case18. */
  private static int distance(String word, String candidate) {
    return candidate.startsWith(word) ? 1 : edits(word, candidate);
  }

  /** Letters to insert, delete or replace to get from one word to the other (Levenshtein). */
  private static int edits(String one, String other) {
    int[] row = new int[other.length() + 1];
    for (int j = 0; j < row.length; j++) {
      row[j] = j;
    }
    for (int i = 1; i <= one.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j < row.length; j++) {
        int replaced = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[other.length()];
  }
}
