package io.evenflow.service.http;

import io.evenflow.method.Methods;
import io.evenflow.method.Settings;
import io.evenflow.run.Fair;
import io.evenflow.service.queue.Asked;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * Tells whether the same is asked under the same Idempotency-Key. An option at its default is left
 * out, so that one that comes with a later version changes no fingerprint that is kept.
 */
final class Fingerprint {
  private Fingerprint() {}

  /**
   * All that a request may be kept under, hexadecimal: first as it is kept now, then as versions
   * before kept it, which wrote out all options they knew, defaults too.
   *
   * @param isLimitSaid whether the time limit is the request's own, not the service's
   * @param text the body
   */
  static List<String> of(Asked asked, boolean isLimitSaid, String text) {
    List<String> all = new ArrayList<>();
    all.add(digest(said(asked, isLimitSaid), text));
    String known =
        "method=%s, gap=%s, timeLimitSeconds=%s"
            .formatted(asked.method(), asked.gap(), asked.timeLimitSeconds());
    all.add(digest("Asked[" + known + ", fair=" + asked.fair().name() + "]", text));
    if (asked.fair() == Fair.NONE) {
      all.add(digest("Asked[" + known + "]", text));
    }
    return all;
  }

  private static String said(Asked asked, boolean isLimitSaid) {
    List<String> said = new ArrayList<>();
    if (!asked.method().equals(Methods.names().getFirst())) {
      said.add("method=" + asked.method());
    }
    if (asked.gap() != Settings.defaults().gap()) {
      said.add("gap=" + asked.gap());
    }
    if (isLimitSaid) {
      said.add("timeLimit=" + asked.timeLimitSeconds());
    }
    if (asked.fair() != Fair.NONE) {
      said.add("fair=" + asked.fair().word());
    }
    return String.join("&", said);
  }

  private static String digest(String options, String text) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      byte[] bytes = (options + "\n" + text).getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(sha.digest(bytes));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
