package io.evenflow.io.exchange;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The name of a column without case, marks between words, and units: {@code Energy (Wh)}, {@code
 * energy_kwh} and {@code energyKWh} all are energy.
 *
 * @param words what is left, joined
 * @param unit the unit it names, null for none
 */
record ColumnName(String words, @Nullable String unit) {
  private static final Set<String> UNITS =
      Set.of("kwh", "wh", "mwh", "kw", "w", "mw", "min", "minutes", "h", "hours", "%", "pct");

  static ColumnName of(String name) {
    String apart =
        name.replaceAll("(?i)kwh", " kwh ")
            .replaceAll("(?<![A-Za-z])([kM])W(?![a-z])", " $1w ")
            .replaceAll("([a-z0-9])([A-Z])", "$1 $2");
    List<String> tokens =
        Arrays.stream(apart.toLowerCase(Locale.ROOT).split("[^\\p{L}0-9%]+"))
            .filter(token -> !token.isEmpty())
            .toList();
    String words =
        tokens.stream().filter(token -> !UNITS.contains(token)).collect(Collectors.joining());
    String unit = tokens.stream().filter(UNITS::contains).reduce((one, last) -> last).orElse(null);
    return new ColumnName(words.isEmpty() ? String.join("", tokens) : words, unit);
  }
}
