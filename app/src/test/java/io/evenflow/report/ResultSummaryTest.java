package io.evenflow.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenflow.check.Verifier;
import io.evenflow.io.BuiltInDays;
import io.evenflow.scenario.Cost;
import io.evenflow.scenario.Dispatch;
import io.evenflow.scenario.Result;
import io.evenflow.scenario.Scenario;
import io.evenflow.scenario.SolvedProblem;
import io.evenflow.scenario.Status;
import io.evenflow.scenario.Verification;
import io.evenflow.scenario.Verification.PeriodFlow;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ResultSummaryTest {
  private static final Scenario DAY = BuiltInDays.read("case69-day");

  /** No vehicle moves; the substation gives what AC power flow asks for. */
  private static Dispatch idle() {
    int sessions = DAY.sessions().size();
    int periods = DAY.periods();
    double[] voltage = new double[periods];
    Arrays.fill(voltage, 1);
    double[][] active = new double[1][periods];
    Dispatch dispatch =
        new Dispatch(
            new double[sessions][periods],
            new double[sessions][periods],
            active,
            new double[1][periods],
            voltage);
    List<PeriodFlow> flows = Verifier.verify(DAY, dispatch).periods();
    Arrays.setAll(active[0], t -> flows.get(t).importKw());
    return dispatch;
  }

  private static String summary(String method, Cost cost, double bound, Dispatch dispatch) {
    Result result = result(method, cost, bound, dispatch);
    Result alone = result("uncontrolled", new Cost(1500, 200, 300), bound, dispatch);
    return String.join("\n", ResultSummary.of(DAY, result, alone)).replaceAll("\\s+", " ");
  }

  private static Result result(String method, Cost cost, double bound, Dispatch dispatch) {
    return new Result(
        DAY.name(),
        method,
        SolvedProblem.RELAXATION,
        Status.OPTIMAL,
        dispatch,
        false,
        cost,
        bound,
        1400.0,
        0,
        Map.of("total", 1.0),
        List.of(),
        List.of(),
        Verifier.verify(DAY, dispatch));
  }

  @Test
  void tellsBoundAndSavingsInWords() {
    assertThat(summary("two-stage", new Cost(1450, 100, 0), 1549.504, idle()))
        .contains("Status optimal: proven; none can be cheaper by more than 0.50 EUR")
        .contains("0.03 % of the whole cost, 0.33 % of what the vehicles cost")
        .contains("AC check every limit holds")
        .contains("saves 150.00 EUR of energy costs, 50 % of the vehicles'.")
        .contains("saves 300.00 EUR of shortfall costs.")
        .contains("Neither breaks a limit.")
        .containsPattern("from 2024-04-09 00:00 Short 61 of 61 sessions leave short of target")
        .contains("all of it though no limit binds")
        .contains(" and 56 more Status");
  }

  @Test
  void aBoundThatIsNoNumberIsNotKnown() {
    assertThat(summary("two-stage", new Cost(1450, 100, 0), Double.NEGATIVE_INFINITY, idle()))
        .contains("how much cheaper another could be is not known")
        .doesNotContain("of the whole cost");
  }

  @Test
  void aLooseRelaxationIsFictionAndSavesNothing() {
    Dispatch dispatch = idle();
    // The optimiser believes in 50 kW more of losses all day.
    Arrays.setAll(dispatch.generatorKw()[0], t -> dispatch.generatorKw()[0][t] + 50);
    assertThat(summary("two-stage", new Cost(1450, 100, 0), 1550, dispatch))
        .contains("the relaxation is loose: 1,200.0 kWh of its losses do not exist")
        .contains("This schedule is fiction, do not use it")
        .contains("does not hold on the grid")
        .doesNotContain("proven", "saves");
  }

  @Test
  void brokenLimitsAreCountedAndTheScheduleRejected() {
    Dispatch dispatch = idle();
    Arrays.fill(dispatch.chargeKw()[0], DAY.sessions().get(0).arrival(), 3, 99);
    Verification check = Verifier.verify(DAY, dispatch);
    assertThat(check.violations()).isNotEmpty();
    assertThat(summary("two-stage", new Cost(1450, 100, 0), 1550, dispatch))
        .contains("do not use it")
        .contains(check.violations().getFirst())
        .doesNotContain("proven", "saves");
  }
}
