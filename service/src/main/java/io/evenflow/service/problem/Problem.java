package io.evenflow.service.problem;

import org.jspecify.annotations.Nullable;

/** Ends a request with a problem by RFC 9457: a sentence, and a line that begins "Maybe". */
public abstract sealed class Problem extends RuntimeException
    permits MalformedJson,
        MalformedForm,
        InvalidParameter,
        Unauthorized,
        ForeignOrigin,
        NotFound,
        MethodNotAllowed,
        NotReady,
        NoDocument,
        CannotBeSaid,
        SiteExists,
        BodyTooLarge,
        UnsupportedMediaType,
        InvalidScenario,
        Refused,
        IdempotencyKeyReused,
        QueueFull,
        ServiceFailed,
        Busy,
        ShuttingDown {
  private final Kind kind;
  private final String sentence;
  private final String maybe;
  private final @Nullable Integer retryAfterSeconds;

  Problem(Kind kind, String sentence, String maybe) {
    this(kind, sentence, maybe, null);
  }

  Problem(Kind kind, String sentence, String maybe, @Nullable Integer retryAfterSeconds) {
    super(sentence + "\n" + maybe);
    this.kind = kind;
    this.sentence = sentence;
    this.maybe = maybe;
    this.retryAfterSeconds = retryAfterSeconds;
  }

  /** What kind it is of. */
  public Kind kind() {
    return kind;
  }

  /** What is wrong. */
  public String sentence() {
    return sentence;
  }

  /** What to try; starts with "Maybe". */
  public String maybe() {
    return maybe;
  }

  /** When to try again, null where trying again does not help. Unit: s */
  public @Nullable Integer retryAfterSeconds() {
    return retryAfterSeconds;
  }
}
