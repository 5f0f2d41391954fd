package io.evenflow.service.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenflow.io.BuiltInDays;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Five thousand bodies made of valid ones by cutting, doubling, swapping and replacing: each is
 * accepted because it still makes sense, or answered by a problem with a sentence. Never a 5xx.
 */
class FuzzTest {
  private static final int BODIES = Integer.getInteger("evenflow.bodies", 5000);
  private static final int SEED = 11;
  private static final List<String> DAYS =
      List.of(BuiltInDays.text("case18-small"), BuiltInDays.text("depot-day"));
  private static final List<String> WORDS =
      List.of(
          "null",
          "-1",
          "0",
          "1e999",
          "NaN",
          "1e-320",
          "\"\"",
          "[]",
          "{}",
          "true",
          "\"\\u0000\"",
          "99999999999999999999",
          "[[[[[[[[",
          "\"../../etc/passwd\"",
          ",",
          "\uD83D",
          "\"ev1\"",
          "24");

  @TempDir private @Nullable Path folder;

  @Test
  void malformedBodiesAreNeverTheServicesFault() {
    Random random = new Random(SEED);
    int refused = 0;
    try (TestService service =
        new TestService(TestService.options(Objects.requireNonNull(folder)))) {
      for (int i = 0; i < BODIES; i++) {
        byte[] body = body(random);
        HttpResponse<String> answer =
            service.send(
                service
                    .request("/api/v1/runs?method=uncontrolled&timeLimit=0.01")
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofByteArray(body))
                    .build());
        Description.require("POST", "/api/v1/runs", answer);
        assertThat(answer.statusCode())
            .as(() -> answer.body() + "\n" + new String(body, StandardCharsets.UTF_8))
            .isIn(202, 400, 422, 429);
        if (answer.statusCode() != 202) {
          refused++;
          assertThat(answer.body()).doesNotContain("java.", "io.evenflow", "Exception");
        }
      }
    }
    // Most must reach what reads scenarios, and most make no sense.
    assertThat(refused).isBetween(BODIES * 8 / 10, BODIES);
  }

  private static byte[] body(Random random) {
    StringBuilder text = new StringBuilder(DAYS.get(random.nextInt(DAYS.size())));
    int changes = 1 + random.nextInt(3);
    for (int change = 0; change < changes; change++) {
      change(text, random);
    }
    byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
    if (random.nextInt(10) == 0) {
      bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
    }
    return bytes;
  }

  private static void change(StringBuilder text, Random random) {
    int at = random.nextInt(text.length());
    int end = Math.min(text.length(), at + 1 + random.nextInt(12));
    switch (random.nextInt(5)) {
      case 0 -> text.delete(at, end);
      case 1 -> text.insert(at, text.substring(at, end));
      case 2 -> text.setLength(Math.max(1, at));
      case 3 -> text.insert(at, WORDS.get(random.nextInt(WORDS.size())));
      default -> value(text, at, random);
    }
  }

  /** Replaces the next value, so that the JSON stays whole and the scenario does not. */
  private static void value(StringBuilder text, int at, Random random) {
    int colon = text.indexOf(": ", at);
    if (colon < 0) {
      return;
    }
    int end = colon + 2;
    while (end < text.length() && ",}]\n".indexOf(text.charAt(end)) < 0) {
      end++;
    }
    text.replace(colon + 2, end, WORDS.get(random.nextInt(WORDS.size())));
  }
}
