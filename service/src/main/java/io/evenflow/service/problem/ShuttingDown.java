package io.evenflow.service.problem;

/** The service is about to stop and takes no more runs. */
public final class ShuttingDown extends Problem {
  static final Kind KIND =
      new Kind(
          "shutting-down",
          503,
          "Service is ending",
          "The service is about to stop and takes no more runs.");

  public ShuttingDown() {
    super(
        KIND,
        "the service is about to stop and takes no more runs",
        "Maybe try again in a minute, or ask another instance.");
  }
}
