package io.evenflow.benchmark;

import io.evenflow.io.InputException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** Runs one of the benchmarks; {@code benchmark/run} says how. */
public final class Main {
  private static final int BAD_INPUT = 2;

  private Main() {}

  public static void main(String[] arguments) throws IOException {
    try {
      run(arguments);
    } catch (BadArgument | InputException wrong) {
      System.err.println(wrong.getMessage());
      System.exit(BAD_INPUT);
    }
  }

  private static void run(String[] arguments) throws IOException {
    List<String> rest = Arrays.asList(arguments).subList(2, arguments.length);
    Path rows = Path.of(arguments[1]);
    switch (arguments[0]) {
      case "conic" -> ConicBenchmark.run(rows, rest);
      case "methods" -> MethodsBenchmark.run(rows, rest);
      case "scale" -> ScaleBenchmark.run(rows, rest);
      case "live" -> LiveBenchmark.run(rows, rest);
      case "tight" -> TightBenchmark.run(rows, rest);
      case "assets" -> AssetScaleBenchmark.run(rows, rest);
      case "assets-peer" -> AssetPeerBenchmark.run(rows, rest);
      case "negative" -> AcDaysBenchmark.negative(rows, rest);
      case "solar" -> AcDaysBenchmark.solar(rows, rest);
      case "attack-ac" -> System.exit(AcAttack.run(rows, rest));
      default ->
          throw new BadArgument(
              "no benchmark '" + arguments[0] + "'",
              "Maybe conic, methods, scale, live, tight, assets, assets-peer, negative, solar or attack-ac.");
    }
  }
}
