package io.evenflow.service.http;

import io.evenflow.service.problem.ForeignOrigin;
import io.evenflow.service.problem.Unauthorized;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who may ask: whoever has the token, where there is one; without one only programs of this
 * machine, and no page of another site in a browser of it.
 */
final class Gate {
  private static final Set<String> OPEN = Set.of("/health", "/ready");
  private static final Set<HandlerType> SAFE =
      Set.of(HandlerType.GET, HandlerType.HEAD, HandlerType.OPTIONS);
  private static final List<String> LOOPBACK = List.of("localhost", "127.0.0.1", "[::1]");
  private final byte @Nullable [] token;

  /**
   * @param token what must be sent, null where the service listens on the loopback alone
   */
  Gate(@Nullable String token) {
    this.token = token == null ? null : token.getBytes(StandardCharsets.UTF_8);
  }

  void check(Context context) {
    if (OPEN.contains(context.path())) {
      return;
    }
    if (token == null) {
      requireOwnHost(context);
    } else if (!MessageDigest.isEqual(token, sent(context))) {
      throw new Unauthorized();
    }
    if (!SAFE.contains(context.method())) {
      requireOwnSite(context);
    }
  }

  /** A name of another host that was made to lead here would let its pages read ours. */
  private static void requireOwnHost(Context context) {
    String host = hostOnly(context.header("Host"));
    if (!LOOPBACK.contains(host)) {
      throw new ForeignOrigin(
          "the request names host '" + host + "', which is not this machine's own name",
          "Maybe use http://localhost and the port.");
    }
  }

  private static void requireOwnSite(Context context) {
    String site = context.header("Sec-Fetch-Site");
    String origin = context.header("Origin");
    boolean isForeign = site != null && !site.equals("same-origin") && !site.equals("none");
    String host = context.header("Host");
    boolean isOther = origin != null && host != null && !origin.endsWith("://" + host);
    if (isForeign || isOther) {
      throw new ForeignOrigin(
          "a browser sent this for a page of another site", "Maybe open the service's own page.");
    }
  }

  private static String hostOnly(@Nullable String host) {
    return host == null ? "" : host.replaceFirst(":\\d+$", "");
  }

  /** As a bearer token, or as the password that a browser asks for. */
  private static byte[] sent(Context context) {
    String header = context.header("Authorization");
    if (header == null) {
      return new byte[0];
    }
    if (header.startsWith("Bearer ")) {
      return header.substring("Bearer ".length()).getBytes(StandardCharsets.UTF_8);
    }
    if (header.startsWith("Basic ")) {
      try {
        byte[] pair = Base64.getDecoder().decode(header.substring("Basic ".length()).strip());
        String text = new String(pair, StandardCharsets.UTF_8);
        return text.substring(text.indexOf(':') + 1).getBytes(StandardCharsets.UTF_8);
      } catch (IllegalArgumentException malformed) {
        return new byte[0];
      }
    }
    return new byte[0];
  }
}
