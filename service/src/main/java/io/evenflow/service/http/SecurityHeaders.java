package io.evenflow.service.http;

import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What tells a browser how little our pages may do. */
final class SecurityHeaders {
  private static final String PAGE =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
          + " connect-src 'self'; frame-src 'self'; form-action 'self'; base-uri 'none';"
          + " frame-ancestors 'none'";

  /** Scripts without attributes are code; the other is data. */
  private static final Pattern SCRIPT = Pattern.compile("(?s)<script>(.*?)</script>");

  private SecurityHeaders() {}

  static void add(Context context) {
    context.header("Content-Security-Policy", PAGE);
    context.header("X-Content-Type-Options", "nosniff");
    context.header("Referrer-Policy", "no-referrer");
    context.header("Cross-Origin-Opener-Policy", "same-origin");
    context.header("Cross-Origin-Resource-Policy", "same-origin");
    context.header("Permissions-Policy", "camera=(), geolocation=(), microphone=()");
    context.header("Cache-Control", "no-store");
  }

  /**
   * A report holds all it needs, scripts too: exactly those may run, in an origin of their own that
   * reaches nothing of the service. Its charts' tooltips style themselves, so styles stay free.
   */
  static String ofReport(String html) {
    String hashes =
        SCRIPT
            .matcher(html)
            .results()
            .map(script -> "'sha256-" + hash(script.group(1)) + "'")
            .collect(Collectors.joining(" "));
    return "default-src 'none'; script-src "
        + hashes
        + "; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none';"
        + " frame-ancestors 'self'; sandbox allow-scripts allow-modals";
  }

  private static String hash(String script) {
    try {
      byte[] bytes = script.getBytes(StandardCharsets.UTF_8);
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
      return Base64.getEncoder().encodeToString(digest);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
