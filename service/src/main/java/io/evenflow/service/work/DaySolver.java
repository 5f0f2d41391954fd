package io.evenflow.service.work;

import io.evenflow.io.ResultWriter;
import io.evenflow.io.ScenarioReader;
import io.evenflow.io.ScheduleWriter;
import io.evenflow.method.Methods;
import io.evenflow.method.Settings;
import io.evenflow.method.Watcher;
import io.evenflow.run.BrokenRun;
import io.evenflow.run.Comparison;
import io.evenflow.run.NoSchedule;
import io.evenflow.scenario.Dispatch;
import io.evenflow.scenario.Result;
import io.evenflow.scenario.Scenario;
import io.evenflow.scenario.Status;
import io.evenflow.service.queue.Asked;
import io.evenflow.service.queue.Outcome;
import io.evenflow.service.queue.Run.Why;
import io.evenflow.service.queue.RunProgress;
import io.evenflow.service.queue.RunStatus;
import org.jspecify.annotations.Nullable;

/** Solves one day as {@code evenflow solve} does and makes of it what is kept. */
public final class DaySolver implements Solver {
  private static final Why BUG =
      new Why(
          "this is a bug in evenflow; its log says more, under the run's id",
          "Maybe report what the log has, with the scenario.");
  private static final Why MEMORY =
      new Why(
          "evenflow ran out of memory",
          "Maybe give it more: EVENFLOW_JAVA_OPTIONS=-Xmx8g evenflow serve …");

  @Override
  public Outcome solve(String text, Asked asked, Watcher watcher) {
    Scenario scenario = ScenarioReader.read("scenario", text);
    Settings settings = asked.settings();
    Result result = asked.solver().coordinate(scenario, settings, watcher);
    Result alone =
        Comparison.uncontrolled(Methods.named(Comparison.UNCONTROLLED), scenario, result, settings);
    return outcome(scenario, result, alone);
  }

  private static Outcome outcome(Scenario scenario, Result result, @Nullable Result alone) {
    Dispatch dispatch = result.dispatch();
    return new Outcome(
        result.status() == Status.FAILED ? RunStatus.FAILED : RunStatus.DONE,
        result.status().word(),
        new RunProgress("ended", result.objective(), result.bound()),
        why(scenario, result),
        ResultWriter.text(scenario, result),
        dispatch == null ? null : ScheduleWriter.text(scenario, dispatch),
        alone == null ? null : ResultWriter.text(scenario, alone));
  }

  private static @Nullable Why why(Scenario scenario, Result result) {
    if (result.dispatch() != null && !result.dispatchIsBestEffort()) {
      return null;
    }
    NoSchedule because = NoSchedule.because(scenario, result);
    return new Why(because.sentence(), because.maybe());
  }

  @Override
  public Outcome broken(String text, Asked asked, Throwable problem) {
    Why why = problem instanceof OutOfMemoryError ? MEMORY : BUG;
    Scenario scenario = ScenarioReader.read("scenario", text);
    Result result = BrokenRun.result(scenario.name(), asked.method(), why.sentence());
    return new Outcome(
        RunStatus.FAILED,
        Status.FAILED.word(),
        RunProgress.NONE,
        why,
        ResultWriter.text(scenario, result),
        null,
        null);
  }
}
