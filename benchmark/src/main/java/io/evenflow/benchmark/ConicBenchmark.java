package io.evenflow.benchmark;

import io.evenflow.conic.ConicProgram;
import io.evenflow.conic.ConicSettings;
import io.evenflow.conic.ConicSolution;
import io.evenflow.conic.ConicSolver;
import io.evenflow.formulation.DayProgram;
import io.evenflow.scenario.Scenario;
import io.evenflow.solver.ConicRelaxation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The conic solver on the relaxation of whole days, in turn with Clarabel on the same numbers. */
final class ConicBenchmark {
  private static final int WARM_UP = 10;
  private static final int REPETITIONS = 15;

  private final Rows rows;
  private final @Nullable Peers peers;

  private ConicBenchmark(Path folder, @Nullable Peers peers) {
    this.peers = peers;
    rows =
        new Rows(
            folder.resolve("conic.csv"),
            "day,solver,repetition,status,objective,iterations,setupSeconds,seconds");
  }

  static void run(Path folder, List<String> arguments) throws IOException {
    Arguments.require(arguments, "--peers");
    List<Scenario> days = Days.read(arguments);
    try (Peers peers = arguments.contains("--peers") ? new Peers() : null) {
      if (peers != null) {
        System.out.println(peers.ask("versions"));
      }
      ConicBenchmark benchmark = new ConicBenchmark(folder, peers);
      for (Scenario day : days) {
        benchmark.measure(day);
      }
    }
  }

  private void measure(Scenario day) throws IOException {
    ConicProgram program =
        ConicRelaxation.of(new DayProgram(day).program(), ConicSettings.defaults()).conicProgram();
    Path file = Files.createTempFile("relaxation", ".json");
    ProgramExport.write(program, file);
    List<Double> ours = new ArrayList<>();
    List<Double> clarabel = new ArrayList<>();
    for (int repetition = -WARM_UP; repetition < REPETITIONS; repetition++) {
      own(day, program, repetition, ours);
      if (peers != null && repetition >= 0) {
        clarabel(day, peers.ask("clarabel", file), repetition, clarabel);
      }
    }
    Files.delete(file);
    System.out.printf("%s: evenflow %.4f s", day.name(), Median.of(ours));
    if (peers != null) {
      System.out.printf(
          ", clarabel %.4f s, ratio %.2f",
          Median.of(clarabel), Median.of(ours) / Median.of(clarabel));
    }
    System.out.println();
  }

  private void own(Scenario day, ConicProgram program, int repetition, List<Double> seconds) {
    long start = System.nanoTime();
    ConicSolver solver = new ConicSolver(program, ConicSettings.defaults());
    double setup = (System.nanoTime() - start) / 1e9;
    ConicSolution solution = solver.solve();
    if (repetition >= 0) {
      seconds.add(solution.seconds());
      rows.add(
          day.name(),
          "evenflow",
          repetition,
          solution.status(),
          solution.primalObjective(),
          solution.iterations(),
          setup,
          solution.seconds());
    }
  }

  private void clarabel(Scenario day, JsonNode answer, int repetition, List<Double> seconds) {
    seconds.add(answer.get("seconds").asDouble());
    rows.add(
        day.name(),
        "clarabel",
        repetition,
        answer.get("status").asString(),
        answer.get("objective").asDouble(),
        answer.get("iterations").asInt(),
        answer.get("setupSeconds").asDouble(),
        answer.get("seconds").asDouble());
  }
}
