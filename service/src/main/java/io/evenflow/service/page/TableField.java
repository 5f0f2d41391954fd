package io.evenflow.service.page;

import io.evenflow.io.exchange.SessionField;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * What a table may say, as the page asks for its column.
 *
 * @param word the field's name, as the import has it
 * @param flag of the command that names its column
 * @param says what it is
 */
public record TableField(String word, String flag, String says) {
  static List<TableField> ofSessions() {
    return Arrays.stream(SessionField.values())
        .filter(field -> !field.isAnnounced())
        .map(field -> new TableField(field.word(), "column", says(field)))
        .toList();
  }

  static List<TableField> ofPrices() {
    return List.of(
        new TableField("start", "prices-start", "Start"),
        new TableField("price", "prices-column", "Price per MWh"));
  }

  private static String says(SessionField field) {
    String words = field.name().replace('_', ' ').toLowerCase(Locale.ROOT);
    return (words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1))
        .replace("soc", "state of charge");
  }
}
