package io.evenflow.io;

import java.util.Locale;
import java.util.Set;

/** How the exchanges' downloads say that there is no price. */
final class MissingPrice {
  private static final Set<String> WORDS = Set.of("", "-", "–", "n/e", "n/a");

  private MissingPrice() {}

  static boolean is(String cell) {
    return WORDS.contains(cell.toLowerCase(Locale.ROOT));
  }
}
