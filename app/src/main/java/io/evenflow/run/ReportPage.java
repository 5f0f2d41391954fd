package io.evenflow.run;

import io.evenflow.check.Verifier;
import io.evenflow.io.ReportedResult;
import io.evenflow.method.Settings;
import io.evenflow.report.NoScheduleReport;
import io.evenflow.report.Origin;
import io.evenflow.report.SolveReport;
import io.evenflow.scenario.Dispatch;
import io.evenflow.scenario.Result;
import io.evenflow.scenario.Scenario;
import org.jspecify.annotations.Nullable;

/** The page of a result that was read, by whatever program; nothing is solved for it. */
public final class ReportPage {
  private ReportPage() {}

  /** What is told of a schedule after the independent check; the same where there is none. */
  public static Result verified(Scenario scenario, ReportedResult reported) {
    Result result = reported.result();
    Dispatch dispatch = result.dispatch();
    return dispatch == null
        ? result
        : result.withVerification(Verifier.verify(scenario, dispatch, reported.claims()));
  }

  /**
   * The page of a result, or one that says why there is no schedule.
   *
   * @param verified as {@link #verified} returns it
   * @param uncontrolled result of charging on arrival, null where there is none to compare with
   * @param settings what was asked of the method, null where that is not known
   */
  public static String html(
      Scenario scenario,
      Result verified,
      @Nullable Result uncontrolled,
      @Nullable Settings settings,
      Origin origin) {
    if (verified.dispatch() == null) {
      NoSchedule why = NoSchedule.because(scenario, verified);
      return NoScheduleReport.html(
          scenario, verified, settings, why.sentence(), why.maybe(), origin);
    }
    return SolveReport.html(scenario, verified, uncontrolled, settings, origin);
  }
}
