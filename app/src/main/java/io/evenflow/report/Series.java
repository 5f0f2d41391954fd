package io.evenflow.report;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Numbers of charts: rounded to what an eye can use, null where there is none. */
final class Series {
  private Series() {}

  static List<@Nullable Double> of(double[] values, int decimals) {
    return Arrays.stream(values).mapToObj(value -> rounded(value, decimals)).toList();
  }

  static List<@Nullable Double> of(int count, int decimals, IntToDoubleFunction value) {
    return of(IntStream.range(0, count).mapToDouble(value).toArray(), decimals);
  }

  static @Nullable Double rounded(double value, int decimals) {
    if (!Double.isFinite(value)) {
      return null;
    }
    double unit = Math.pow(10, decimals);
    // Adding 0.0 makes a −0.0 an ordinary zero.
    return Math.rint(value * unit) / unit + 0.0;
  }
}
