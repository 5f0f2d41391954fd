package io.evenflow.ocpp.arrival;

import io.evenflow.io.JsonObject;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** Times in messages. */
final class MessageTime {
  private MessageTime() {}

  static Instant of(JsonObject object, String field) {
    String text = object.text(field);
    try {
      return OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException noTime) {
      throw object.error(
          field + " ('" + text + "') must be a time such as 2024-04-09T13:45:00Z",
          "Maybe its offset from UTC is missing.");
    }
  }

  static @Nullable Instant orNull(JsonObject object, String field) {
    return object.has(field) ? of(object, field) : null;
  }
}
