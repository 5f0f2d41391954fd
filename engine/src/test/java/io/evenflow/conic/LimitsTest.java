package io.evenflow.conic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class LimitsTest {
  private static final ConicSettings SETTINGS = ConicSettings.defaults();
  private final ConicProgram program = DistFlowDay.of(10, 4, 5, 1);

  @Test
  void aDayIsSolved() {
    ConicSolution solution = new ConicSolver(program, SETTINGS).solve();
    assertThat(solution.status()).isEqualTo(ConicStatus.SOLVED);
    OptimalityConditions.assertHold(program, solution, 1e-7);
  }

  @Test
  void iterationLimit() {
    ConicSolution solution = new ConicSolver(program, SETTINGS.withMaxIterations(3)).solve();
    assertThat(solution.status()).isEqualTo(ConicStatus.ITERATION_LIMIT);
    assertThat(solution.iterations()).isEqualTo(3);
    assertThat(solution.shortfall(SETTINGS)).isNotEmpty();
  }

  @Test
  void timeLimit() {
    ConicSolution solution = new ConicSolver(program, SETTINGS.withTimeLimitSeconds(0)).solve();
    assertThat(solution.status()).isEqualTo(ConicStatus.TIME_LIMIT);
    assertThat(solution.iterations()).isZero();
  }

  @Test
  void interruptBySupplier() {
    AtomicInteger asked = new AtomicInteger();
    ConicSettings settings = SETTINGS.withInterrupt(() -> asked.incrementAndGet() > 4);
    ConicSolution solution = new ConicSolver(program, settings).solve();
    assertThat(solution.status()).isEqualTo(ConicStatus.INTERRUPTED);
    assertThat(solution.iterations()).isEqualTo(4);
  }

  @Test
  void interruptOfTheThreadLeavesItsFlag() {
    ConicSolver solver = new ConicSolver(program, SETTINGS);
    Thread.currentThread().interrupt();
    assertThat(solver.solve().status()).isEqualTo(ConicStatus.INTERRUPTED);
    assertThat(Thread.interrupted()).isTrue();
    assertThat(solver.solve().status()).isEqualTo(ConicStatus.SOLVED);
  }

  @Test
  void reachableOnlyLooselyIsAlmostSolvedAndSaysSo() {
    // The optimum 0 of min x: x y ≥ 1 is not attained.
    ConicProgram unattained =
        new ProgramBuilder(1, 0).cone(3).row(0, 0, -1, 1, -1).row(0, 0, -1, 1, 1).row(2).build();
    ConicSettings strict = SETTINGS.withFeasibilityTolerance(1e-15).withGapTolerances(1e-15, 1e-15);
    ConicSolution solution = new ConicSolver(unattained, strict).solve();
    assertThat(solution.status()).isNotEqualTo(ConicStatus.SOLVED);
    assertThat(solution.shortfall(strict)).isNotEmpty();
  }
}
