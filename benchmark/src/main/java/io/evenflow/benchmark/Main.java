package io.evenflow.benchmark;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** Runs one of the benchmarks; {@code benchmark/run} says how. */
public final class Main {
  private Main() {}

  public static void main(String[] arguments) throws IOException {
    List<String> rest = Arrays.asList(arguments).subList(2, arguments.length);
    Path rows = Path.of(arguments[1]);
    switch (arguments[0]) {
      case "conic" -> ConicBenchmark.run(rows, rest);
      case "methods" -> MethodsBenchmark.run(rows, rest);
      case "scale" -> ScaleBenchmark.run(rows, rest);
      case "attack-ac" -> System.exit(AcAttack.run(rows, rest));
      default -> throw new IllegalArgumentException("no benchmark " + arguments[0]);
    }
  }
}
