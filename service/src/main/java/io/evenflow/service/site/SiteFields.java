package io.evenflow.service.site;

import io.evenflow.io.JsonObject;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;

/** Fields of what is said of sites. */
public final class SiteFields {
  private SiteFields() {}

  /** A field that is not known is a slip. */
  public static void requireKnown(JsonObject json, List<String> fields) {
    for (String name : json.node().propertyNames()) {
      if (!fields.contains(name)) {
        throw json.error(
            name + " is not a field", "Maybe one of these: " + String.join(", ", fields) + ".");
      }
    }
  }

  /** A time with its offset. */
  public static Instant time(JsonObject json, String field) {
    String text = json.text(field);
    try {
      return OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException problem) {
      throw json.error(
          field + " ('" + text + "') must be a time such as 2024-04-09T07:30:00+02:00",
          "Maybe the offset or Z is missing.");
    }
  }
}
