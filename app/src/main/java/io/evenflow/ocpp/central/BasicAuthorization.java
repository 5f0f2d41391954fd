package io.evenflow.ocpp.central;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Security profile 1: a charger says its identity and a password by HTTP Basic Authorization when
 * it connects.
 */
public final class BasicAuthorization {
  private static final String BASIC = "Basic ";

  private final Map<String, String> passwords;

  /**
   * @param passwords by identity of chargers; one that is not in it may not connect
   */
  public BasicAuthorization(Map<String, String> passwords) {
    this.passwords = Map.copyOf(passwords);
  }

  /**
   * Whether a charger is who it says, in a time that tells nothing of the password.
   *
   * @param charger its identity, as in the address it connects to
   * @param header what it sent as Authorization, null for nothing
   */
  public boolean accepts(String charger, @Nullable String header) {
    String password = passwords.get(charger);
    byte[] wanted = bytes(charger + ":" + (password == null ? "" : password));
    boolean isSame = MessageDigest.isEqual(wanted, said(header));
    return password != null && !password.isEmpty() && isSame;
  }

  private static byte[] said(@Nullable String header) {
    if (header == null || !header.regionMatches(true, 0, BASIC, 0, BASIC.length())) {
      return new byte[0];
    }
    try {
      return Base64.getDecoder().decode(header.substring(BASIC.length()).strip());
    } catch (IllegalArgumentException noBase64) {
      return new byte[0];
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
