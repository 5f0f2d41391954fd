package io.evenflow.service.problem;

/**
 * A kind of problem, the same for each of its occurrences.
 *
 * @param slug last part of the address that identifies it
 * @param status of HTTP
 * @param title short words
 * @param meaning a sentence
 */
public record Kind(String slug, int status, String title, String meaning) {
  /** Before the slug. */
  public static final String ADDRESS = "/api/v1/problems/";

  /** What identifies it, relative to the service. */
  public String type() {
    return ADDRESS + slug;
  }
}
