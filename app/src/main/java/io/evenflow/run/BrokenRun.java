package io.evenflow.run;

import io.evenflow.scenario.Result;
import io.evenflow.scenario.SolvedProblem;
import io.evenflow.scenario.Status;
import java.util.List;
import java.util.Map;

/** The result of a run that an error ended: its status is written like any other's. */
public final class BrokenRun {
  private BrokenRun() {}

  /**
   * Its result.
   *
   * @param sentence what ended it
   */
  public static Result result(String scenario, String method, String sentence) {
    return new Result(
        scenario,
        method,
        SolvedProblem.AC,
        Status.FAILED,
        null,
        false,
        null,
        null,
        null,
        0,
        Map.of(),
        List.of(),
        List.of(sentence),
        null);
  }
}
