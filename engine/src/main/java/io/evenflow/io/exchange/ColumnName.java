package io.evenflow.io.exchange;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The name of a column without case, marks between words, and units: {@code Energy (Wh)}, {@code
 * energy_kwh} and {@code energyKWh} all are energy.
 *
 * @param words what is left, joined
 * @param unit the unit it names, null for none
 */
record ColumnName(String words, @Nullable String unit) {
  private static final Set<String> UNITS = Set.of("kwh", "wh", "mwh", "kw", "w", "mw", "%", "pct");

  /** Elsewhere they are other words: {@code min_power_kw}. */
  private static final Set<String> LAST_UNITS = Set.of("min", "minutes", "h", "hours");

  static ColumnName of(String name) {
    String apart =
        name.replaceAll("(?i)kwh", " kwh ")
            .replaceAll("(?<![A-Za-z])([kM])W(?![a-z])", " $1w ")
            .replaceAll("([a-z0-9])([A-Z])", "$1 $2");
    List<String> tokens =
        Arrays.stream(apart.toLowerCase(Locale.ROOT).split("[^\\p{L}0-9%]+"))
            .filter(token -> !token.isEmpty())
            .toList();
    List<String> words = new ArrayList<>();
    String unit = null;
    for (int i = 0; i < tokens.size(); i++) {
      String token = tokens.get(i);
      if (UNITS.contains(token) || i == tokens.size() - 1 && LAST_UNITS.contains(token)) {
        unit = token;
      } else {
        words.add(token);
      }
    }
    return new ColumnName(String.join("", words.isEmpty() ? tokens : words), unit);
  }
}
