package io.evenflow.solver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.evenflow.mip.MixedIntegerOptions;
import io.evenflow.mip.MixedIntegerProgram;
import io.evenflow.mip.MixedIntegerResult;
import io.evenflow.mip.MixedIntegerSolver;
import io.evenflow.mip.MixedIntegerStatus;
import io.evenflow.mip.Violation;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every {@link MixedIntegerSolver} must do. */
abstract class MixedIntegerSolverContract {
  private static final MixedIntegerOptions OPTIONS = MixedIntegerOptions.defaults();

  abstract MixedIntegerSolver solver();

  @Test
  void oneBranch() {
    optimal(Programs.oneBranch(), 0.7 + 0.25 / 1.1);
  }

  @Test
  void oneBranchInPerUnitOfTenKilowatts() {
    optimal(Programs.smallBranch(), 1e-6 / 1.1 * 1e3);
  }

  @Test
  void linear() {
    optimal(Programs.linear(), 9);
  }

  @Test
  void mixedIntegerLinear() {
    optimal(Programs.mixedIntegerLinear(), 11);
  }

  @Test
  void normCone() {
    optimal(Programs.distanceToInteger(), Math.sqrt(0.16 + 0.09));
  }

  @Test
  void coneOfExpressions() {
    optimal(Programs.coneOfExpressions(), 2.25);
  }

  @Test
  void quadraticCost() {
    optimal(Programs.quadraticCost(), 100 + 2 * 0.16 + 0.5 * 4 - 1);
  }

  @Test
  void equalityKnapsack() {
    optimal(Programs.equalityKnapsack(), 17);
  }

  @Test
  void boundedOnlyByItsCone() {
    optimal(Programs.boundedOnlyByItsCone(), -0.25);
  }

  @Test
  void fixedVariablesOnly() {
    optimal(Programs.fixedVariablesOnly(), 3);
  }

  @Test
  void costsBelowZeroKeepTheirBoundBelow() {
    MixedIntegerProgram.Builder builder = Programs.oneBranch().toBuilder();
    builder.addConstant(-1000);
    optimal(builder.build(), 0.7 + 0.25 / 1.1 - 1000);
  }

  @Test
  void infeasibleRows() {
    endsWithout(Programs.infeasibleRows(), MixedIntegerStatus.INFEASIBLE);
  }

  @Test
  void infeasibleByItsConeAlone() {
    endsWithout(Programs.infeasibleCone(), MixedIntegerStatus.INFEASIBLE);
  }

  @Test
  void infeasibleByIntegralityAlone() {
    endsWithout(Programs.infeasibleIntegrality(), MixedIntegerStatus.INFEASIBLE);
  }

  @Test
  void infeasibleByTheSignOfTheFactors() {
    endsWithout(Programs.negativeFactors(), MixedIntegerStatus.INFEASIBLE);
  }

  @Test
  void unbounded() {
    endsWithout(Programs.unbounded(), MixedIntegerStatus.UNBOUNDED);
  }

  @Test
  void unboundedAlongItsCone() {
    endsWithout(Programs.unboundedAlongItsCone(), MixedIntegerStatus.UNBOUNDED);
  }

  @Test
  void infeasibleThoughItsCostsAreUnbounded() {
    endsWithout(Programs.infeasibleWithRay(), MixedIntegerStatus.INFEASIBLE);
  }

  @Test
  void timeLimitWithoutIncumbent() {
    endsWithout(
        Programs.marketSplit(), OPTIONS.withTimeLimitSeconds(0), MixedIntegerStatus.TIME_LIMIT);
  }

  @Test
  void timeLimitKeepsAFeasibleStart() {
    MixedIntegerProgram program = Programs.marketSplitWithSlack();
    double[] start = Programs.allZero(program);
    MixedIntegerResult result =
        solver().solve(program, OPTIONS.withTimeLimitSeconds(0).withStart(start));
    feasible(program, result);
    assertThat(result.objective()).isLessThanOrEqualTo(program.objective(start));
  }

  @Test
  void interruptBeforeAnything() {
    endsWithout(
        Programs.marketSplit(),
        OPTIONS.withInterrupted(() -> true),
        MixedIntegerStatus.INTERRUPTED);
  }

  @Test
  void interruptKeepsAFeasibleStart() {
    MixedIntegerProgram program = Programs.marketSplitWithSlack();
    AtomicInteger asked = new AtomicInteger();
    feasible(
        program,
        solver()
            .solve(
                program,
                OPTIONS
                    .withStart(Programs.allZero(program))
                    .withInterrupted(() -> asked.incrementAndGet() > 5)));
  }

  @Test
  void whatTheInterruptThrowsArrives() {
    MixedIntegerOptions options =
        OPTIONS.withInterrupted(
            () -> {
              throw new UnsupportedOperationException("asked");
            });
    assertThatThrownBy(() -> solver().solve(Programs.marketSplit(), options)).hasMessage("asked");
  }

  @Test
  void startThatIsOptimal() {
    MixedIntegerProgram program = Programs.oneBranch();
    MixedIntegerResult first = solver().solve(program, OPTIONS);
    optimal(program, OPTIONS.withStart(first.x()), first.objective());
  }

  @Test
  void startThatIsNotFeasibleIsNotReturned() {
    MixedIntegerProgram program = Programs.oneBranch();
    double[] start = {3, 0.5, 0, 1, 0, 0}; // l = 0: outside of the cone, and cheap
    optimal(program, OPTIONS.withStart(start), 0.7 + 0.25 / 1.1);
    assertThat(solver().solve(program, OPTIONS.withStart(start).withTimeLimitSeconds(0)).status())
        .isNotEqualTo(MixedIntegerStatus.INFEASIBLE);
  }

  @Test
  void wideGapStopsEarlyAndSaysSo() {
    MixedIntegerProgram program = Programs.random(new Random(5));
    MixedIntegerResult wide = solver().solve(program, OPTIONS.withRelativeGap(0.2));
    double optimum = BruteForce.optimum(program);
    assertThat(wide.status()).isEqualTo(MixedIntegerStatus.OPTIMAL);
    assertThat(wide.bound()).isLessThanOrEqualTo(optimum + 1e-5);
    assertThat(wide.objective() - wide.bound())
        .isLessThanOrEqualTo(0.2 * Math.max(1, Math.abs(wide.objective())) + 1e-9);
  }

  @Test
  void sameAnswerOnEveryRun() {
    MixedIntegerProgram program = Programs.random(new Random(11));
    assertThat(solver().solve(program, OPTIONS).x())
        .isEqualTo(solver().solve(program, OPTIONS).x());
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
  void randomProgramsAgreeWithBruteForce(long seed) {
    MixedIntegerProgram program = Programs.random(new Random(seed));
    double optimum = BruteForce.optimum(program);
    if (optimum == Double.POSITIVE_INFINITY) {
      endsWithout(program, MixedIntegerStatus.INFEASIBLE);
    } else {
      optimal(program, optimum);
    }
  }

  private void optimal(MixedIntegerProgram program, double optimum) {
    optimal(program, OPTIONS, optimum);
  }

  private void optimal(MixedIntegerProgram program, MixedIntegerOptions options, double optimum) {
    MixedIntegerResult result = solver().solve(program, options);
    assertThat(result.status()).as("status of %s", result).isEqualTo(MixedIntegerStatus.OPTIMAL);
    double error = 1e-5 * Math.max(1, Math.abs(optimum));
    assertThat(result.objective()).isCloseTo(optimum, within(error));
    assertThat(result.bound()).isCloseTo(optimum, within(error));
    holds(program, result);
  }

  private static void feasible(MixedIntegerProgram program, MixedIntegerResult result) {
    assertThat(result.status()).isEqualTo(MixedIntegerStatus.FEASIBLE);
    holds(program, result);
  }

  private static void holds(MixedIntegerProgram program, MixedIntegerResult result) {
    double[] x = Objects.requireNonNull(result.x());
    assertThat(Violation.of(program, x).max()).isLessThanOrEqualTo(2e-6);
    assertThat(result.objective()).isEqualTo(program.objective(x));
    assertThat(result.bound()).isLessThanOrEqualTo(result.objective());
  }

  private void endsWithout(MixedIntegerProgram program, MixedIntegerStatus status) {
    endsWithout(program, OPTIONS, status);
  }

  private void endsWithout(
      MixedIntegerProgram program, MixedIntegerOptions options, MixedIntegerStatus status) {
    MixedIntegerResult result = solver().solve(program, options);
    assertThat(result.status()).isEqualTo(status);
    assertThat(result.x()).isNull();
    assertThat(result.objective()).isEqualTo(Double.POSITIVE_INFINITY);
  }
}
