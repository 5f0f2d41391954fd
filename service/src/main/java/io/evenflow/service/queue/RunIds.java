package io.evenflow.service.queue;

import java.security.SecureRandom;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/** Ids of runs: 100 random bits in 20 letters and digits, which nobody guesses or meets twice. */
public final class RunIds {
  /** Without i, l, o and u, which are misread. */
  private static final String DIGITS = "0123456789abcdefghjkmnpqrstvwxyz";

  private static final int LENGTH = 20;

  private RunIds() {}

  /** Those of a service. */
  public static Supplier<String> random() {
    return from(new SecureRandom());
  }

  /** Those that a generator gives. */
  public static Supplier<String> from(RandomGenerator random) {
    return () -> {
      StringBuilder id = new StringBuilder();
      for (int i = 0; i < LENGTH; i++) {
        id.append(DIGITS.charAt(random.nextInt(DIGITS.length())));
      }
      return id.toString();
    };
  }
}
