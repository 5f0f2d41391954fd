package io.evenflow.study;

import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * Random numbers of one purpose: L64X128MixRandom of {@code java.util.random}, seeded by the
 * scenario's seed and the purpose, so that more noise on loads leaves the fleet as it was.
 */
final class Draws {
  private static final String ALGORITHM = "L64X128MixRandom";

  /** Spreads neighbouring seeds: the golden ratio in 64 bits, as SplitMix has it. */
  private static final long SPREAD = 0x9E3779B97F4A7C15L;

  private final RandomGenerator random;

  Draws(long seed, String purpose) {
    random = RandomGeneratorFactory.of(ALGORITHM).create(seed * SPREAD + (long) purpose.hashCode());
  }

  double normal(double deviation) {
    return deviation == 0 ? 0 : deviation * random.nextGaussian();
  }

  double uniform(Range range) {
    return range.min() + (range.max() - range.min()) * random.nextDouble();
  }

  /** A whole number of a range, both ends included. */
  int whole(Range range) {
    return random.nextInt((int) Math.ceil(range.min()), (int) Math.floor(range.max()) + 1);
  }

  /** Rounds to so many decimals: files are to be read by people, too. */
  static double rounded(double value, int decimals) {
    double unit = Math.pow(10, decimals);
    return Math.rint(value * unit) / unit;
  }
}
