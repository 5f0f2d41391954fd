package io.evenflow.service.page;

import io.evenflow.io.exchange.SessionField;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * What a table of sessions may say, as the page asks for its column.
 *
 * @param word the field's name, as the import has it
 * @param says what it is
 */
public record SessionFieldRow(String word, String says) {
  static List<SessionFieldRow> all() {
    return Arrays.stream(SessionField.values())
        .filter(field -> !field.isAnnounced())
        .map(field -> new SessionFieldRow(field.word(), says(field)))
        .toList();
  }

  private static String says(SessionField field) {
    String words = field.name().replace('_', ' ').toLowerCase(Locale.ROOT);
    return (words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1))
        .replace("soc", "state of charge");
  }
}
