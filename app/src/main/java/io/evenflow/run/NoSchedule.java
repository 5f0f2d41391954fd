package io.evenflow.run;

import io.evenflow.check.TargetCheck;
import io.evenflow.check.UnreachableTarget;
import io.evenflow.scenario.Result;
import io.evenflow.scenario.Scenario;

/**
 * Why there is no schedule, as far as it is known.
 *
 * @param sentence what is the matter
 * @param maybe what to try, beginning with "Maybe"
 */
public record NoSchedule(String sentence, String maybe) {

  /** What is known of a result that has no schedule, or only a best effort. */
  public static NoSchedule because(Scenario scenario, Result result) {
    String name = "scenario '" + scenario.name() + "': ";
    return switch (result.status()) {
      case INFEASIBLE ->
          new NoSchedule(
              name
                  + "proven infeasible, no schedule keeps all limits"
                  + reason(scenario, result)
                  + (result.dispatchIsBestEffort() ? "; the best effort found is written" : ""),
              "Maybe give hard targets a price (shortfallCostPerKwh), or widen a limit.");
      case TIME_LIMIT ->
          new NoSchedule(
              name + "no schedule was found within the limit",
              "Maybe allow more with --time-limit, or choose --method certified.");
      default ->
          new NoSchedule(
              name
                  + "method '"
                  + result.method()
                  + "' found no schedule and no proof that there is none",
              "Maybe another --method does; figures of very different size are hard on solvers.");
    };
  }

  /** A target that is out of reach, else the first limit that nobody can keep. */
  private static String reason(Scenario scenario, Result result) {
    return TargetCheck.unreachable(scenario).stream()
        .filter(UnreachableTarget::isHard)
        .map(UnreachableTarget::sentence)
        .findFirst()
        .or(() -> result.notes().stream().findFirst())
        .map(why -> "; " + why)
        .orElse("");
  }
}
