package io.evenflow.service.problem;

/** The request names another host than the service's, or a browser sent it for another site. */
public final class ForeignOrigin extends Problem {
  static final Kind KIND =
      new Kind(
          "foreign-origin",
          403,
          "Request of another site",
          "The request names another host than the service's, or a browser sent it for another site.");

  public ForeignOrigin(String sentence, String maybe) {
    super(KIND, sentence, maybe);
  }
}
