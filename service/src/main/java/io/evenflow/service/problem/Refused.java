package io.evenflow.service.problem;

/** What was said of a live site does not fit what is known of it; nothing has changed. */
public final class Refused extends Problem {
  static final Kind KIND =
      new Kind(
          "refused",
          409,
          "Does not fit the site's state",
          "What was said of a live site does not fit what is known of it; nothing has changed.");

  public Refused(String sentence, String maybe) {
    super(KIND, sentence, maybe);
  }
}
