package io.evenflow.service;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.jspecify.annotations.Nullable;

/** What must be sent with every request, where others than this machine can send one. */
final class Token {
  private static final int BAD_INPUT = 2;
  private static final int SHORTEST = 16;

  /** Where it is taken from: others on the machine read command lines, not environments. */
  private static final String VARIABLE = "EVENFLOW_TOKEN";

  private static final String MAKE = "Maybe make one with: openssl rand -hex 32";

  private Token() {}

  /**
   * The token, null where there is none and none is needed.
   *
   * @throws CannotServe where an address that others reach has none, or it is too short
   */
  static @Nullable String of(String host) {
    String token = System.getenv(VARIABLE);
    if (token != null && token.length() < SHORTEST) {
      throw new CannotServe(
          BAD_INPUT, VARIABLE + " must have at least " + SHORTEST + " characters", MAKE);
    }
    if (token == null && !isLoopback(host)) {
      throw new CannotServe(
          BAD_INPUT,
          "--host '" + host + "' can be reached by others and needs a token in " + VARIABLE,
          MAKE);
    }
    return token;
  }

  private static boolean isLoopback(String host) {
    try {
      return InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException problem) {
      throw new CannotServe(
          BAD_INPUT,
          "--host '" + host + "' is no address of this machine",
          "Maybe a typing error.");
    }
  }
}
