package io.evenflow.study;

import io.evenflow.io.matpower.BuiltInCases;
import io.evenflow.io.matpower.MatpowerReader;
import io.evenflow.method.Method;
import io.evenflow.method.Settings;
import io.evenflow.method.Watcher;
import io.evenflow.scenario.Result;
import io.evenflow.scenario.Scenario;
import java.nio.file.Path;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Runs one task after another; whatever a run throws becomes its row. */
final class Worker {
  /** The compiler has seen the code after this; more would cost time. Unit: s. */
  private static final double WARM_UP_SECONDS = 10;

  /** What a method may take beyond its limit before it is asked to stop. Unit: s. */
  private static final double GRACE_SECONDS = 5;

  private final Study study;
  private final Function<String, @Nullable Method> methods;

  Worker(Study study, Function<String, @Nullable Method> methods) {
    this.study = study;
    this.methods = methods;
  }

  /**
   * Discarded runs of every method on a day that is no sample, so that no row pays for compilation.
   * The direct method spends its time in a native solver and needs none.
   */
  void warmUp() {
    for (RunPlan plan : study.plans()) {
      if (!plan.method().equals("direct")) {
        Settings settings = plan.settings().withTimeLimitSeconds(WARM_UP_SECONDS);
        RunPlan brief =
            new RunPlan(
                plan.method(), 1, plan.radius(), plan.gap(), WARM_UP_SECONDS, settings.engine());
        row(new Task(study.name(), study.cases().getFirst(), -1, study.seed() - 1, brief));
      }
    }
  }

  /** The row of a task. Errors of the machine, such as too little memory, are rows, too. */
  Row row(Task task) {
    long start = System.nanoTime();
    try {
      Method method = methods.apply(task.plan().method());
      if (method == null) {
        throw new IllegalArgumentException("no method '" + task.plan().method() + "'");
      }
      Scenario scenario = scenario(task);
      start = System.nanoTime();
      Result result = method.coordinate(scenario, task.plan().settings(), deadline(task, start));
      return RunRow.of(task, result, secondsSince(start));
    } catch (RuntimeException | OutOfMemoryError | StackOverflowError | LinkageError e) {
      return RunRow.of(task, e, secondsSince(start));
    }
  }

  private static Scenario scenario(Task task) {
    String name = task.feederCase();
    return PaperDay.of(
        PaperSetup.of(
            name,
            BuiltInCases.exists(name)
                ? BuiltInCases.read(name)
                : MatpowerReader.read(Path.of(name))),
        task.seed());
  }

  private static Watcher deadline(Task task, long start) {
    double end = task.plan().timeLimitSeconds() + GRACE_SECONDS;
    return new Watcher() {
      @Override
      public void progress(Progress progress) {}

      @Override
      public boolean stopRequested() {
        return secondsSince(start) > end;
      }
    };
  }

  private static double secondsSince(long start) {
    return (System.nanoTime() - start) / 1e9;
  }
}
