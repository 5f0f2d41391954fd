package io.evenflow.mip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Objects;
import org.junit.jupiter.api.Test;

/** 0 ≤ x ≤ 100, y ∈ {0, 1}, x + y ≤ 20, x² ≤ 25·y. */
class ViolationTest {
  private static final MixedIntegerProgram PROGRAM = program();

  private static MixedIntegerProgram program() {
    MixedIntegerProgram.Builder b = new MixedIntegerProgram.Builder();
    int x = b.variable(0, 100, 0);
    int y = b.binary(0);
    b.row(Double.NEGATIVE_INFINITY, new AffineBuilder().add(1, x).add(1, y).build(), 20);
    b.cone(new RotatedCone(new Affine[] {Affine.of(x)}, Affine.of(y), Affine.constant(25)));
    return b.build();
  }

  private static Violation at(double x, double y) {
    return Violation.of(PROGRAM, new double[] {x, y});
  }

  @Test
  void insideIsZero() {
    assertThat(at(5, 1).max()).isZero();
  }

  @Test
  void eachKindByItself() {
    assertThat(at(101, 1).bounds()).isEqualTo(0.01, within(1e-12));
    assertThat(at(21, 1).rows()).isEqualTo(0.1, within(1e-12));
    assertThat(at(10, 1).cones()).isEqualTo(3, within(1e-12));
    assertThat(at(0, 0.75).integrality()).isEqualTo(0.25, within(1e-12));
  }

  /** x² = 25·y: inside of the cone is outside of its boundary. */
  @Test
  void anEqualityHoldsOnTheBoundaryAlone() {
    MixedIntegerProgram.Builder builder = PROGRAM.toBuilder();
    builder.makeEquality(0);
    MixedIntegerProgram boundary = builder.build();
    assertThat(Violation.of(boundary, new double[] {5, 1}).cones()).isZero();
    assertThat(Violation.of(boundary, new double[] {3, 1}).cones()).isEqualTo(16 / 25.0);
    assertThat(Violation.of(PROGRAM, new double[] {3, 1}).cones()).isZero();
  }

  @Test
  void anEqualityStaysOneWhenVariablesAreFixed() {
    MixedIntegerProgram.Builder builder = PROGRAM.toBuilder();
    builder.makeEquality(0);
    FixedProgram fixed = FixedProgram.of(builder.build(), new int[] {1}, new double[] {1});
    assertThat(Objects.requireNonNull(fixed).program().cones().getFirst().isEquality()).isTrue();
  }

  @Test
  void aNegativeFactorIsOutside() {
    assertThat(at(0, -0.5).cones()).isEqualTo(12.5, within(1e-12));
  }

  @Test
  void whatIsNotANumberIsOutsideByInfinity() {
    assertThat(at(Double.NaN, 1).max()).isEqualTo(Double.POSITIVE_INFINITY);
    assertThat(at(Double.POSITIVE_INFINITY, 1).max()).isEqualTo(Double.POSITIVE_INFINITY);
  }
}
