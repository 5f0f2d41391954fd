package io.evenflow.service.problem;

/** The request has no token, or not the one the service was started with. */
public final class Unauthorized extends Problem {
  static final Kind KIND =
      new Kind(
          "unauthorized",
          401,
          "Token is missing",
          "The request has no token, or not the one the service was started with.");

  public Unauthorized() {
    super(
        KIND,
        "the request has no valid token",
        "Maybe send 'Authorization: Bearer TOKEN' with the token of EVENFLOW_TOKEN.");
  }
}
