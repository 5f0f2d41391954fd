package io.evenflow.benchmark;

import io.evenflow.conic.ConicSettings;
import io.evenflow.formulation.DayProgram;
import io.evenflow.method.Certified;
import io.evenflow.method.Direct;
import io.evenflow.method.Method;
import io.evenflow.method.Settings;
import io.evenflow.method.TwoStage;
import io.evenflow.method.Watcher;
import io.evenflow.scenario.Result;
import io.evenflow.scenario.Scenario;
import io.evenflow.solver.ConicRelaxation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Certified and two-stage, warm, beside Clarabel's single relaxation, SCIP directly and the paper's
 * pipeline. What takes seconds is repeated, in turn; what takes minutes is run once, at the end.
 */
final class MethodsBenchmark {
  private static final List<String> OURS = List.of("certified", "two-stage", "direct");
  private static final List<String> THEIRS =
      List.of("pipeline-tuned", "pipeline", "scip-tuned", "scip");
  private static final int WARM_UP = 20;
  private static final int REPETITIONS = 10;
  private static final int SLOW_REPETITIONS = 3;

  private final Rows rows;
  private final @Nullable Peers peers;
  private final Chosen chosen;
  private final double limitSeconds;

  private MethodsBenchmark(Path folder, @Nullable Peers peers, Chosen chosen) {
    this.peers = peers;
    this.chosen = chosen;
    rows =
        new Rows(
            folder.resolve("methods.csv"),
            "day,what,repetition,status,objective,bound,gapOfVehicles,seconds,stages");
    limitSeconds = Arguments.number("LIMIT", System.getenv().getOrDefault("LIMIT", "300"));
  }

  static void run(Path folder, List<String> arguments) throws IOException {
    Arguments.require(arguments, "--peers", "--only=");
    Chosen chosen = Chosen.of(arguments, Stream.concat(OURS.stream(), THEIRS.stream()).toList());
    requirePeers(arguments, chosen);
    List<Scenario> days = Days.read(arguments);
    try (Peers peers = arguments.contains("--peers") ? new Peers() : null) {
      if (peers != null) {
        System.out.println(peers.ask("versions"));
      }
      MethodsBenchmark benchmark = new MethodsBenchmark(folder, peers, chosen);
      for (Scenario day : days) {
        benchmark.measure(day);
      }
    }
  }

  private static void requirePeers(List<String> arguments, Chosen chosen) {
    if (!arguments.contains("--peers") && !Collections.disjoint(chosen.named(), THEIRS)) {
      throw new BadArgument(
          "--only: %s are run by peers.py".formatted(String.join(", ", THEIRS)),
          "Maybe --peers is missing.");
    }
  }

  private void measure(Scenario day) throws IOException {
    DayProgram program = new DayProgram(day);
    Path relaxation = Files.createTempFile("relaxation", ".json");
    ProgramExport.write(
        ConicRelaxation.of(program.program(), ConicSettings.defaults()).conicProgram(), relaxation);
    Result reference = warmUp(day);
    if (chosen.has("certified")) {
      certifiedBesideClarabel(day, relaxation);
    }
    if (chosen.has("two-stage")) {
      repeat(day, "two-stage", new TwoStage(), SLOW_REPETITIONS);
    }
    Path whole = Files.createTempFile("program", ".json");
    ProgramExport.write(program.program(), relativeGap(reference), whole);
    if (chosen.has("direct")) {
      own(day, "direct", new Direct(), 0, limitSeconds);
    }
    for (String what : THEIRS) {
      if (peers != null && chosen.has(what)) {
        peer(day, what, whole);
      }
    }
    Files.delete(relaxation);
    Files.delete(whole);
  }

  private static Result warmUp(Scenario day) {
    Result last = null;
    for (int k = 0; k < WARM_UP || last == null; k++) {
      last = new Certified().coordinate(day, Settings.defaults(), Watcher.NONE);
    }
    return last;
  }

  /** The gap of the vehicles' cost, as a gap of the whole cost: what a solver can be asked for. */
  private static double relativeGap(Result reference) {
    Double objective = reference.objective();
    Double vehicles = reference.vehicleCost();
    if (objective == null || vehicles == null) {
      return Settings.defaults().gap();
    }
    return Settings.defaults().gap() * Math.abs(vehicles) / Math.abs(objective);
  }

  private void certifiedBesideClarabel(Scenario day, Path relaxation) {
    List<Double> certified = new ArrayList<>();
    List<Double> clarabel = new ArrayList<>();
    for (int k = 0; k < REPETITIONS; k++) {
      certified.add(own(day, "certified", new Certified(), k, Double.POSITIVE_INFINITY));
      if (peers != null) {
        JsonNode answer = peers.ask("clarabel", relaxation);
        double seconds = answer.get("seconds").asDouble();
        clarabel.add(seconds);
        rows.add(
            day.name(),
            "clarabel-relaxation",
            k,
            answer.get("status").asString(),
            answer.get("objective").asDouble(),
            "",
            "",
            seconds,
            "setup=" + answer.get("setupSeconds").asDouble());
      }
    }
    System.out.printf("%s: certified %.4f s", day.name(), Median.of(certified));
    System.out.println(
        clarabel.isEmpty()
            ? ""
            : String.format(Locale.ROOT, ", clarabel's relaxation %.4f s", Median.of(clarabel)));
  }

  private void repeat(Scenario day, String what, Method method, int repetitions) {
    List<Double> seconds = new ArrayList<>();
    for (int k = 0; k < repetitions; k++) {
      seconds.add(own(day, what, method, k, limitSeconds));
    }
    System.out.printf("%s: %s %.3f s%n", day.name(), what, Median.of(seconds));
  }

  private double own(Scenario day, String what, Method method, int repetition, double limit) {
    Settings settings = Settings.defaults().withTimeLimitSeconds(limit);
    Result result = method.coordinate(day, settings, Watcher.NONE);
    double total = result.seconds().getOrDefault("total", Double.NaN);
    rows.add(
        day.name(),
        what,
        repetition,
        result.status(),
        result.objective(),
        result.bound(),
        result.vehicleCostGap(),
        total,
        stages(result));
    return total;
  }

  private static String stages(Result result) {
    StringBuilder text = new StringBuilder();
    result
        .seconds()
        .forEach((stage, seconds) -> text.append(String.format("%s=%.4f ", stage, seconds)));
    return text.toString().strip();
  }

  private void peer(Scenario day, String what, Path program) {
    if (peers == null) {
      return;
    }
    JsonNode answer = peers.ask(what, program, limitSeconds);
    rows.add(
        day.name(),
        what,
        0,
        answer.get("status").asString(),
        answer.get("objective").asString(),
        answer.get("bound").asDouble(),
        "",
        answer.get("seconds").asDouble(),
        answer.has("stage1Seconds")
            ? "stage1=%.2f relaxations=%d free=%d"
                .formatted(
                    answer.get("stage1Seconds").asDouble(),
                    answer.get("relaxations").asInt(),
                    answer.get("free").asInt())
            : "");
  }
}
