package io.evenflow.conic;

import java.util.Arrays;
import java.util.Locale;

/** Measures whole days and single periods of {@link DistFlowDay}; run by hand, not a test. */
public final class ConicBenchmark {
  private ConicBenchmark() {}

  /** Arguments: buses, periods, vehicles, repetitions. */
  public static void main(String[] arguments) {
    int buses = argument(arguments, 0, 70);
    int periods = argument(arguments, 1, 24);
    int vehicles = argument(arguments, 2, 60);
    int repetitions = argument(arguments, 3, 30);
    ConicProgram program = DistFlowDay.of(buses, periods, vehicles, 1);
    System.out.printf(
        Locale.ROOT,
        "%d variables, %d rows, %d second-order cones%n",
        program.linear().length,
        program.bounds().length,
        program.cones().secondOrder().length);
    double[] times = new double[repetitions];
    for (int k = 0; k < repetitions; k++) {
      long begin = System.nanoTime();
      ConicSolver solver = new ConicSolver(program, ConicSettings.defaults());
      double setup = (System.nanoTime() - begin) * 1e-6;
      ConicSolution solution = solver.solve();
      times[k] = solution.seconds() * 1e3;
      if (repetitions <= 50 || k % (repetitions / 20) == 0) {
        System.out.printf(
            Locale.ROOT,
            "setup %.3f ms, solve %.3f ms, %d iterations, %s, objective %.9g, residuals %.1e %.1e, gap %.1e%n",
            setup,
            solution.seconds() * 1e3,
            solution.iterations(),
            solution.status(),
            solution.primalObjective(),
            solution.primalResidual(),
            solution.dualResidual(),
            solution.relativeGap());
      }
    }
    Arrays.sort(times);
    System.out.printf(
        Locale.ROOT, "solve: least %.3f ms, median %.3f ms%n", times[0], times[repetitions / 2]);
  }

  private static int argument(String[] arguments, int k, int otherwise) {
    return arguments.length > k ? Integer.parseInt(arguments[k]) : otherwise;
  }
}
