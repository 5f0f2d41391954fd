package io.evenflow.service.problem;

/** The key came before with another scenario or other parameters. */
public final class IdempotencyKeyReused extends Problem {
  static final Kind KIND =
      new Kind(
          "idempotency-key-reused",
          422,
          "Idempotency-Key stands for another request",
          "The key came before with another scenario or other parameters.");

  public IdempotencyKeyReused() {
    super(
        KIND,
        "this Idempotency-Key came before with another scenario or other parameters",
        "Maybe make a new key for each run that is wanted.");
  }
}
