package io.evenflow.ocpp.arrival;

import io.evenflow.io.JsonObject;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to a transaction: TransactionEvent of 2.0.1 and 2.1.
 *
 * @param kind whether it began, goes on or has ended
 * @param transactionId of the transaction
 * @param evse where it is, null where this message does not say it again
 * @param time when it happened
 * @param measured what its meter said
 */
public record TransactionEvent(
    Kind kind, String transactionId, @Nullable Integer evse, Instant time, Measured measured) {
  /** What happened. */
  public enum Kind {
    STARTED,
    UPDATED,
    ENDED
  }

  private static final List<String> WORDS = List.of("Started", "Updated", "Ended");

  /**
   * Reads a request.
   *
   * @throws io.evenflow.io.InputException naming the field that is missing or wrong
   */
  public static TransactionEvent of(JsonObject request) {
    String word = request.text("eventType");
    if (!WORDS.contains(word)) {
      throw request.error(
          "eventType ('%s') is none of %s".formatted(word, String.join(", ", WORDS)),
          "Maybe another message is meant.");
    }
    return new TransactionEvent(
        Kind.values()[WORDS.indexOf(word)],
        request.object("transactionInfo").text("transactionId"),
        request.has("evse") ? (Integer) request.object("evse").wholeNumber("id") : null,
        MessageTime.of(request, "timestamp"),
        Measured.of(request));
  }

  /**
   * Reads StartTransaction of 1.6.
   *
   * @param transactionId that the answer gives it
   */
  public static TransactionEvent started(JsonObject request, int transactionId) {
    return new TransactionEvent(
        Kind.STARTED,
        Integer.toString(transactionId),
        request.wholeNumber("connectorId"),
        MessageTime.of(request, "timestamp"),
        register(request, "meterStart"));
  }

  /**
   * Reads MeterValues of 1.6, which may belong to no transaction.
   *
   * @param now where no value says a time
   */
  public static @Nullable TransactionEvent updated(JsonObject request, Instant now) {
    Integer transaction = request.wholeNumberOrNull("transactionId");
    List<JsonObject> values = request.objectsOrNone("meterValue");
    return transaction == null
        ? null
        : new TransactionEvent(
            Kind.UPDATED,
            Integer.toString(transaction),
            request.wholeNumber("connectorId"),
            values.isEmpty() ? now : MessageTime.of(values.getLast(), "timestamp"),
            Measured.of(request));
  }

  /** Reads StopTransaction of 1.6. */
  public static TransactionEvent ended(JsonObject request) {
    return new TransactionEvent(
        Kind.ENDED,
        Integer.toString(request.wholeNumber("transactionId")),
        null,
        MessageTime.of(request, "timestamp"),
        register(request, "meterStop"));
  }

  private static Measured register(JsonObject request, String field) {
    return new Measured(request.number(field) / 1000, null, null, null);
  }
}
