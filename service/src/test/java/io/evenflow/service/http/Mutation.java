package io.evenflow.service.http;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;

/** Texts that were valid: cut, doubled, swapped and replaced in one to three places, by a seed. */
final class Mutation {
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
          "24",
          "\"-999999999-01-01T00:00:00Z\"",
          "\"+999999999-12-31T23:59:59Z\"",
          "2147483648",
          "\"P9999Y\"",
          "\n",
          ";");

  private final Random random;

  Mutation(Random random) {
    this.random = random;
  }

  byte[] of(String valid) {
    StringBuilder text = new StringBuilder(valid);
    int changes = 1 + random.nextInt(3);
    for (int change = 0; change < changes; change++) {
      change(text);
    }
    byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
    if (random.nextInt(10) == 0) {
      bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
    }
    return bytes;
  }

  private void change(StringBuilder text) {
    int at = random.nextInt(text.length());
    int end = Math.min(text.length(), at + 1 + random.nextInt(12));
    switch (random.nextInt(6)) {
      case 0 -> text.delete(at, end);
      case 1 -> text.insert(at, text.substring(at, end));
      case 2 -> text.setLength(Math.max(1, at));
      case 3 -> text.insert(at, WORDS.get(random.nextInt(WORDS.size())));
      default -> value(text, at);
    }
    if (text.isEmpty()) {
      text.append(' ');
    }
  }

  /** Replaces the next value, so that the JSON stays whole and what it says does not. */
  private void value(StringBuilder text, int at) {
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
