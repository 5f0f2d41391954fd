package io.evenflow.service.problem;

/** A bug of the service, or its database failed; the log has more. */
public final class ServiceFailed extends Problem {
  static final Kind KIND =
      new Kind(
          "service-failed",
          500,
          "Service failed",
          "A bug of the service, or its database failed; the log has more.");

  public ServiceFailed(String sentence, String maybe) {
    super(KIND, sentence, maybe);
  }
}
