package io.evenflow.benchmark;

import java.util.Arrays;
import java.util.List;

/** Runs one of the benchmarks; {@code benchmark/run} says how. */
public final class Main {
  private Main() {}

  public static void main(String[] arguments) {
    List<String> rest = Arrays.asList(arguments).subList(1, arguments.length);
    switch (arguments[0]) {
      case "scale" -> ScaleBenchmark.run(rest);
      default -> throw new IllegalArgumentException("no benchmark " + arguments[0]);
    }
  }
}
