package io.evenflow.benchmark;

import io.evenflow.io.ScenarioWriter;
import io.evenflow.scenario.Scenario;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Twelve digits that tell whether two days are the same, grid and all. */
final class DayDigest {
  private static final int BYTES = 6;

  private DayDigest() {}

  static String of(Scenario day) {
    String text = ScenarioWriter.text(day) + day.network();
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, BYTES);
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("every Java has SHA-256", missing);
    }
  }
}
