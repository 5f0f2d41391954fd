package io.evenflow.solver;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenflow.mip.MixedIntegerOptions;
import io.evenflow.mip.MixedIntegerProgram;
import io.evenflow.mip.MixedIntegerResult;
import io.evenflow.mip.MixedIntegerStatus;
import org.junit.jupiter.api.Test;

/** An engine that lies about {@link Programs#oneBranch()}. */
class VerdictTest {
  private static final double OPTIMUM = 0.7 + 0.25 / 1.1;
  private static final double[] OPTIMAL = {0, 0.5, 0.25 / 1.1, 1.1, 1, 1};
  private static final double[] OUTSIDE_CONE = {0, 0.5, 0.2, 1.1, 1, 1};

  private static MixedIntegerResult result(Verdict.Claim claim, double bound, double[]... points) {
    MixedIntegerProgram program = Programs.oneBranch();
    Verdict verdict = new Verdict(program, MixedIntegerOptions.defaults(), 1e-7);
    for (double[] point : points) {
      verdict.offer(point);
    }
    return verdict.result(claim, bound, 7, 1, "liar");
  }

  @Test
  void solvedWithPointAndBoundIsOptimal() {
    MixedIntegerResult result = result(Verdict.Claim.SOLVED, OPTIMUM, OPTIMAL);
    assertThat(result.status()).isEqualTo(MixedIntegerStatus.OPTIMAL);
    assertThat(result.x()).isEqualTo(OPTIMAL);
  }

  @Test
  void solvedWithAnOpenGapIsFeasible() {
    MixedIntegerResult result = result(Verdict.Claim.SOLVED, 0.9, OPTIMAL);
    assertThat(result.status()).isEqualTo(MixedIntegerStatus.FEASIBLE);
    assertThat(result.bound()).isEqualTo(0.9);
  }

  @Test
  void solvedWithAPointOutsideIsFailed() {
    MixedIntegerResult result = result(Verdict.Claim.SOLVED, 0.9, OUTSIDE_CONE);
    assertThat(result.status()).isEqualTo(MixedIntegerStatus.FAILED);
    assertThat(result.x()).isNull();
    assertThat(result.bound()).isEqualTo(Double.NEGATIVE_INFINITY);
  }

  @Test
  void solvedWithoutAPointIsFailed() {
    assertThat(result(Verdict.Claim.SOLVED, OPTIMUM).status()).isEqualTo(MixedIntegerStatus.FAILED);
  }

  @Test
  void infeasibleWithAPointIsFailed() {
    assertThat(result(Verdict.Claim.INFEASIBLE, 0, OPTIMAL).status())
        .isEqualTo(MixedIntegerStatus.FAILED);
  }

  @Test
  void limitWithAClosedGapIsOptimal() {
    assertThat(result(Verdict.Claim.TIME_LIMIT, OPTIMUM, OPTIMAL).status())
        .isEqualTo(MixedIntegerStatus.OPTIMAL);
  }

  @Test
  void fractionalAndNotANumberAreNotPoints() {
    double[] fractional = OPTIMAL.clone();
    fractional[4] = 0.999;
    double[] notANumber = OPTIMAL.clone();
    notANumber[2] = Double.NaN;
    assertThat(result(Verdict.Claim.TIME_LIMIT, 0, fractional, notANumber).status())
        .isEqualTo(MixedIntegerStatus.TIME_LIMIT);
  }

  @Test
  void boundIsNeverAboveThePoint() {
    assertThat(result(Verdict.Claim.SOLVED, OPTIMUM + 1, OPTIMAL).bound())
        .isLessThanOrEqualTo(OPTIMUM);
  }

  @Test
  void boundThatIsNotANumberIsNone() {
    assertThat(result(Verdict.Claim.INTERRUPTED, Double.NaN, OPTIMAL).bound())
        .isEqualTo(Double.NEGATIVE_INFINITY);
  }
}
