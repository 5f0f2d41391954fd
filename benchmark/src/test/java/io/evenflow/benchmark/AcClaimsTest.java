package io.evenflow.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenflow.method.Direct;
import io.evenflow.method.Settings;
import io.evenflow.method.Watcher;
import io.evenflow.scenario.Cost;
import io.evenflow.scenario.Dispatch;
import io.evenflow.scenario.Result;
import io.evenflow.scenario.Scenario;
import io.evenflow.scenario.SolvedProblem;
import io.evenflow.scenario.Status;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is true passes; each kind of lie is found. */
class AcClaimsTest {
  private static final Scenario DAY = RandomAcDays.day(28);
  private static final Result TRUE =
      new Direct().coordinate(DAY, Settings.defaults().withEngine("scip-ac"), Watcher.NONE);
  private static final AcTruth TRUTH = AcTruth.of(DAY, 60);
  private static final double OPTIMUM = Objects.requireNonNull(TRUE.objective());

  private static List<String> untrue(Result result) {
    return AcClaims.untrue(DAY, TRUTH, result, 1e-4);
  }

  private static Result with(
      Status status, @Nullable Dispatch dispatch, @Nullable Double bound, @Nullable Double alone) {
    return new Result(
        TRUE.scenario(),
        "liar",
        SolvedProblem.AC,
        status,
        dispatch,
        dispatch != null && status == Status.INFEASIBLE,
        dispatch == null ? null : TRUE.cost(),
        bound,
        alone,
        0,
        TRUE.seconds(),
        List.of(),
        List.of(),
        dispatch == null ? null : TRUE.verification());
  }

  @Test
  void whatIsTruePasses() {
    assertThat(TRUE.status()).isEqualTo(Status.OPTIMAL);
    assertThat(untrue(TRUE)).isEmpty();
  }

  @Test
  void aBoundAboveTheOptimum() {
    Result high = with(Status.OPTIMAL, TRUE.dispatch(), OPTIMUM + 0.01, null);
    assertThat(untrue(high)).singleElement().asString().startsWith("bound ");
  }

  @Test
  void infeasibleThoughItIsNot() {
    Result none = with(Status.INFEASIBLE, null, null, null);
    assertThat(untrue(none)).containsExactly("infeasible though there is a schedule");
  }

  @Test
  void aBestEffortThatKeepsAllLimits() {
    AcTruth none = new AcTruth("", Status.INFEASIBLE, null, null, null, 1);
    Result wrong = with(Status.INFEASIBLE, TRUE.dispatch(), null, null);
    assertThat(AcClaims.untrue(DAY, none, wrong, 1e-4))
        .containsExactly("infeasible with a schedule that keeps all limits");
  }

  @Test
  void failedIsNoAnswer() {
    assertThat(untrue(with(Status.FAILED, null, null, null))).containsExactly("failed");
  }

  @Test
  void aDayWithoutVehiclesThatCostsOtherwise() {
    double alone = Objects.requireNonNull(TRUTH.withoutVehicles());
    Result wrong = with(Status.FEASIBLE, TRUE.dispatch(), null, alone - 1);
    assertThat(untrue(wrong)).singleElement().asString().startsWith("without vehicles ");
  }

  /** Losses burnt by the relaxation: the powers cost something else on the grid. */
  @Test
  void anObjectiveThatThePowersDoNotCost() {
    Cost cost = Objects.requireNonNull(TRUE.cost());
    Result cheap =
        new Result(
            TRUE.scenario(),
            "liar",
            SolvedProblem.AC,
            Status.OPTIMAL,
            TRUE.dispatch(),
            false,
            new Cost(cost.generation() - 5, cost.charging(), cost.shortfall()),
            null,
            null,
            0,
            TRUE.seconds(),
            List.of(),
            List.of(),
            TRUE.verification());
    assertThat(untrue(cheap)).singleElement().asString().startsWith("objective ");
  }

  @Test
  void aScheduleThatBreaksLimits() {
    Dispatch dispatch = Objects.requireNonNull(TRUE.dispatch());
    double[] low = dispatch.substationVoltagePu().clone();
    low[0] = 0.7;
    Dispatch broken =
        new Dispatch(
            dispatch.chargeKw(),
            dispatch.dischargeKw(),
            dispatch.generatorKw(),
            dispatch.generatorKvar(),
            low);
    assertThat(untrue(with(Status.FEASIBLE, broken, null, null)))
        .singleElement()
        .asString()
        .endsWith("limits broken");
  }

  @Test
  void optimalThoughMoreThanTheGapAbove() {
    AcTruth better = new AcTruth("", Status.OPTIMAL, OPTIMUM - 0.5, OPTIMUM - 0.6, null, 1);
    Result claimed = with(Status.OPTIMAL, TRUE.dispatch(), null, null);
    assertThat(AcClaims.untrue(DAY, better, claimed, 1e-4))
        .singleElement()
        .asString()
        .startsWith("optimal at ");
  }

  @Test
  void aScheduleBelowWhatScipProved() {
    AcTruth above = new AcTruth("", Status.FEASIBLE, null, OPTIMUM + 1, null, 1);
    assertThat(
            AcClaims.untrue(DAY, above, with(Status.FEASIBLE, TRUE.dispatch(), null, null), 1e-4))
        .singleElement()
        .asString()
        .contains("below the bound");
  }

  @Test
  void aScheduleOfAnInfeasibleDay() {
    AcTruth none = new AcTruth("", Status.INFEASIBLE, null, null, null, 1);
    assertThat(AcClaims.untrue(DAY, none, with(Status.FEASIBLE, TRUE.dispatch(), null, null), 1e-4))
        .containsExactly("a schedule though infeasible");
  }
}
