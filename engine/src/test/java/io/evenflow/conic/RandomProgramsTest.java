package io.evenflow.conic;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Seeds 1 … 200, then worse and worse scaled ones. */
class RandomProgramsTest {
  private static final ConicSettings SETTINGS = ConicSettings.defaults();

  @Test
  void feasibleProgramsAreSolvedToTheirOptimalityConditions() {
    for (long seed = 1; seed <= 200; seed++) {
      ConicProgram program = RandomProgram.of(seed, 0);
      ConicSolution solution = new ConicSolver(program, SETTINGS).solve();
      assertThat(solution.status()).as("seed %d", seed).isEqualTo(ConicStatus.SOLVED);
      OptimalityConditions.assertHold(program, solution, 1e-7);
    }
  }

  @Test
  void rowsScaledOverEightOrdersAreSolved() {
    for (long seed = 1; seed <= 100; seed++) {
      ConicProgram program = RandomProgram.of(seed, 4);
      ConicSolution solution = new ConicSolver(program, SETTINGS).solve();
      assertThat(solution.status()).as("seed %d", seed).isEqualTo(ConicStatus.SOLVED);
    }
  }

  @Test
  void noStatusSolvedWithResidualsAboveTolerance() {
    for (long seed = 1; seed <= 300; seed++) {
      ConicProgram program = RandomProgram.of(seed, (double) (seed % 10));
      ConicSettings settings = SETTINGS.withMaxIterations((int) (seed % 40));
      ConicSolution solution = new ConicSolver(program, settings).solve();
      assertThat(solution.status() == ConicStatus.SOLVED)
          .as("seed %d", seed)
          .isEqualTo(solution.shortfall(settings).isEmpty());
    }
  }
}
