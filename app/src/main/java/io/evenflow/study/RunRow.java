package io.evenflow.study;

import io.evenflow.scenario.Cost;
import io.evenflow.scenario.Result;
import io.evenflow.scenario.Status;
import io.evenflow.scenario.Verification;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes the row of a run from what its method returned or threw. */
final class RunRow {
  private RunRow() {}

  static Row of(Task task, Result result, double seconds) {
    Cost cost = result.cost();
    Verification check = result.verification();
    boolean limitHit =
        result.status() == Status.TIME_LIMIT
            || (seconds >= task.plan().timeLimitSeconds() && result.status() != Status.OPTIMAL);
    List<String> fields = new ArrayList<>();
    fields.add(result.status().word());
    fields.add(text(result.objective()));
    fields.add(text(cost == null ? null : (Double) cost.generation()));
    fields.add(text(cost == null ? null : (Double) cost.charging()));
    fields.add(text(cost == null ? null : (Double) cost.shortfall()));
    fields.add(text(result.withoutVehicles()));
    fields.add(text(result.bound()));
    fields.add(text(result.relativeGap()));
    fields.add(text(result.vehicleCost()));
    fields.add(text(result.vehicleCostGap()));
    fields.add(check == null ? "" : Boolean.toString(check.acFeasible()));
    fields.add(text(check == null ? null : (Double) check.phantomLossKwh()));
    fields.add(Boolean.toString(limitHit));
    fields.add(failure(result));
    return new Row(task.key(), fields, seconds);
  }

  private static String failure(Result result) {
    return switch (result.status()) {
      case OPTIMAL, FEASIBLE -> "";
      case INFEASIBLE -> sentence("no schedule keeps all limits", result);
      case TIME_LIMIT -> sentence("no schedule within the time limit", result);
      case FAILED -> sentence("no schedule, for numerical reasons", result);
    };
  }

  private static String sentence(String what, Result result) {
    return result.notes().isEmpty() ? what : what + ": " + result.notes().getFirst();
  }

  /** A run that threw. */
  static Row of(Task task, Throwable problem, double seconds) {
    List<String> fields = new ArrayList<>();
    fields.add(Status.FAILED.word());
    while (fields.size() < Row.RESULTS.indexOf("limit_hit")) {
      fields.add("");
    }
    fields.add("false");
    String message = problem.getMessage();
    fields.add(problem.getClass().getSimpleName() + (message == null ? "" : ": " + message));
    return new Row(task.key(), fields, seconds);
  }

  private static String text(@Nullable Double number) {
    return number == null || !Double.isFinite(number) ? "" : Double.toString(number + 0.0);
  }
}
