package io.evenflow.solver;

import io.evenflow.mip.Affine;
import io.evenflow.mip.AffineBuilder;
import io.evenflow.mip.MixedIntegerProgram;
import io.evenflow.mip.RotatedCone;
import java.util.Random;

/** Small programs whose optima are known. */
final class Programs {
  private static final double INFINITY = Double.POSITIVE_INFINITY;

  private Programs() {}

  /** min l + ½x₁ + ⅕x₂, P + 2x₁ + x₂ ≥ 3, Q = ½, P² + Q² ≤ l·v, v ≤ 1.1: x = 1, P = 0. */
  static MixedIntegerProgram oneBranch() {
    MixedIntegerProgram.Builder b = new MixedIntegerProgram.Builder();
    int p = b.variable(0, 10, 0);
    int q = b.variable(0.5, 0.5, 0);
    int l = b.variable(0, 100, 1);
    int v = b.variable(0.9, 1.1, 0);
    int x1 = b.binary(0.5);
    int x2 = b.binary(0.2);
    b.row(3, sum(1, p, 2, x1, 1, x2), INFINITY);
    b.cone(cone(Affine.of(l), Affine.of(v), Affine.of(p), Affine.of(q)));
    return b.build();
  }

  /** Losses of a thousandth of a per unit: P = 10⁻³ if on, l = 10⁻⁶/1.1. */
  static MixedIntegerProgram smallBranch() {
    MixedIntegerProgram.Builder b = new MixedIntegerProgram.Builder();
    int p = b.variable(-1, 1, 0);
    int l = b.variable(0, 1, 1e3);
    int v = b.variable(0.9, 1.1, 0);
    int on = b.binary(0);
    b.equality(sum(1, p, -1e-3, on), 0);
    b.row(1, Affine.of(on), INFINITY);
    b.cone(cone(Affine.of(l), Affine.of(v), Affine.of(p)));
    return b.build();
  }

  /**
   * A current that is paid for: min −l, P + 2x ≥ 3 and P ≥ 1, Q = ½, P² + Q² = l·v, 0.9 ≤ v ≤ 1.1,
   * P ≤ 2. The cone alone would make l as large as 100; on its boundary P = 2, v = 0.9, x = 1.
   */
  static MixedIntegerProgram paidCurrent() {
    MixedIntegerProgram.Builder b = new MixedIntegerProgram.Builder();
    int p = b.variable(1, 2, 0);
    int q = b.variable(0.5, 0.5, 0);
    int l = b.variable(0, 100, -1);
    int v = b.variable(0.9, 1.1, 0);
    int x = b.binary(0.5);
    b.row(3, sum(1, p, 2, x), INFINITY);
    b.cone(cone(Affine.of(l), Affine.of(v), Affine.of(p), Affine.of(q)).asEquality());
    return b.build();
  }

  /** x² + y² = 1 between x + y ≤ 0.9 and x, y ≥ 0: the disc has such points, the circle none. */
  static MixedIntegerProgram missedCircle() {
    MixedIntegerProgram.Builder b = new MixedIntegerProgram.Builder();
    int x = b.variable(0, 1, 1);
    int y = b.variable(0, 1, 1);
    b.row(-INFINITY, sum(1, x, 1, y), 0.9);
    Affine one = Affine.constant(1);
    b.cone(cone(one, one, Affine.of(x), Affine.of(y)).asEquality());
    return b.build();
  }

  /** min 2x + 3y, x + y ≥ 4, x ≤ 3. */
  static MixedIntegerProgram linear() {
    MixedIntegerProgram.Builder b = new MixedIntegerProgram.Builder();
    int x = b.variable(0, 3, 2);
    int y = b.variable(0, INFINITY, 3);
    b.row(4, sum(1, x, 1, y), INFINITY);
    return b.build();
  }

  /** min 3x + 2y, x + y ≥ 4.5, integers, y ≤ 4. */
  static MixedIntegerProgram mixedIntegerLinear() {
    MixedIntegerProgram.Builder b = new MixedIntegerProgram.Builder();
    int x = b.variable(0, 9, 3);
    int y = b.variable(0, 4, 2);
    b.setInteger(x, true);
    b.setInteger(y, true);
    b.row(4.5, sum(1, x, 1, y), INFINITY);
    return b.build();
  }

  /** The distance from (2.4, −1.3) to the next integer point. */
  static MixedIntegerProgram distanceToInteger() {
    MixedIntegerProgram.Builder b = new MixedIntegerProgram.Builder();
    int x = b.variable(-5, 5, 0);
    int y = b.variable(-5, 5, 0);
    b.setInteger(x, true);
    b.setInteger(y, true);
    int bound = b.variable(0, 50, 1);
    b.cone(
        RotatedCone.norm(
            Affine.of(bound),
            new AffineBuilder().add(1, x).add(-2.4).build(),
            new AffineBuilder().add(1, y).add(1.3).build()));
    return b.build();
  }

  /** min z, (x + y − 1)² + ½² ≤ (2z − 4)·(x + 1), x + y = 2.5, x ≤ 4: z = 2.25. */
  static MixedIntegerProgram coneOfExpressions() {
    MixedIntegerProgram.Builder b = new MixedIntegerProgram.Builder();
    int x = b.variable(0, 4, 0);
    int y = b.variable(-10, 10, 0);
    int z = b.variable(-10, 100, 1);
    b.equality(sum(1, x, 1, y), 2.5);
    b.cone(
        cone(
            new AffineBuilder().add(2, z).add(-4).build(),
            new AffineBuilder().add(1, x).add(1).build(),
            new AffineBuilder().add(1, x).add(1, y).add(-1).build(),
            Affine.constant(0.5)));
    return b.build();
  }

  /** 99 + 2(x − 2.4)² + ½y², x integer, y ≥ 2. */
  static MixedIntegerProgram quadraticCost() {
    MixedIntegerProgram.Builder b = new MixedIntegerProgram.Builder();
    b.addConstant(100 - 1 + 2 * 2.4 * 2.4);
    int x = b.variable(-10, 10, -9.6);
    b.setInteger(x, true);
    b.addQuadraticCost(x, 2);
    int y = b.variable(2, 10, 0);
    b.addQuadraticCost(y, 0.5);
    return b.build();
  }

  /** 3a + 5c + 7d + 11e = 16 at costs 5, 6, 9, 11: only c and e reach it. */
  static MixedIntegerProgram equalityKnapsack() {
    MixedIntegerProgram.Builder b = new MixedIntegerProgram.Builder();
    int a = b.binary(5);
    int c = b.binary(6);
    int d = b.binary(9);
    int e = b.binary(11);
    b.equality(new AffineBuilder().add(3, a).add(5, c).add(7, d).add(11, e).build(), 16);
    return b.build();
  }

  /** min t − x with x² ≤ t and no bound at all: every linear relaxation starts unbounded. */
  static MixedIntegerProgram boundedOnlyByItsCone() {
    MixedIntegerProgram.Builder b = new MixedIntegerProgram.Builder();
    int t = b.variable(-INFINITY, INFINITY, 1);
    int x = b.variable(-INFINITY, INFINITY, -1);
    b.cone(cone(Affine.of(t), Affine.constant(1), Affine.of(x)));
    return b.build();
  }

  static MixedIntegerProgram fixedVariablesOnly() {
    MixedIntegerProgram.Builder b = new MixedIntegerProgram.Builder();
    int x = b.variable(1, 1, 3);
    int y = b.variable(1, 1, 0);
    b.cone(cone(Affine.of(x), Affine.of(y), Affine.constant(1)));
    return b.build();
  }

  static MixedIntegerProgram infeasibleRows() {
    MixedIntegerProgram.Builder b = new MixedIntegerProgram.Builder();
    int x = b.binary(1);
    int y = b.binary(1);
    b.row(3, sum(1, x, 1, y), INFINITY);
    return b.build();
  }

  /** x + y ≥ 1.5 misses the disc of radius 1, not the box around it. */
  static MixedIntegerProgram infeasibleCone() {
    MixedIntegerProgram.Builder b = new MixedIntegerProgram.Builder();
    int x = b.variable(-1, 1, 1);
    int y = b.variable(-1, 1, 1);
    b.row(1.5, sum(1, x, 1, y), INFINITY);
    b.cone(RotatedCone.norm(Affine.constant(1), Affine.of(x), Affine.of(y)));
    return b.build();
  }

  static MixedIntegerProgram infeasibleIntegrality() {
    MixedIntegerProgram.Builder b = new MixedIntegerProgram.Builder();
    int x = b.binary(1);
    int y = b.binary(1);
    b.equality(sum(2, x, 2, y), 1);
    return b.build();
  }

  /** Both factors negative: their product is large, but they are outside of the cone. */
  static MixedIntegerProgram negativeFactors() {
    MixedIntegerProgram.Builder b = new MixedIntegerProgram.Builder();
    int l = b.variable(-5, -1, 1);
    int r = b.variable(-5, 5, 1);
    b.cone(cone(Affine.of(l), Affine.of(r), Affine.constant(1)));
    return b.build();
  }

  static MixedIntegerProgram unbounded() {
    MixedIntegerProgram.Builder b = new MixedIntegerProgram.Builder();
    int x = b.variable(0, INFINITY, -1);
    int on = b.binary(1);
    b.row(0, sum(1, x, 1, on), INFINITY);
    return b.build();
  }

  /** min −x, |x| ≤ bound, bound free above. */
  static MixedIntegerProgram unboundedAlongItsCone() {
    MixedIntegerProgram.Builder b = new MixedIntegerProgram.Builder();
    int x = b.variable(0, INFINITY, -1);
    int bound = b.variable(0, INFINITY, 0);
    b.cone(RotatedCone.norm(Affine.of(bound), Affine.of(x)));
    return b.build();
  }

  static MixedIntegerProgram infeasibleWithRay() {
    MixedIntegerProgram.Builder b = infeasibleIntegrality().toBuilder();
    b.variable(0, INFINITY, -1);
    return b.build();
  }

  /** Market split, an equality system over binaries that takes minutes. */
  static MixedIntegerProgram marketSplit() {
    return marketSplit(false).build();
  }

  /** The same with priced slack and a cone, so that 0 is feasible. */
  static MixedIntegerProgram marketSplitWithSlack() {
    return marketSplit(true).build();
  }

  private static MixedIntegerProgram.Builder marketSplit(boolean slack) {
    Random random = new Random(3);
    int columns = 50;
    MixedIntegerProgram.Builder b = new MixedIntegerProgram.Builder();
    for (int j = 0; j < columns; j++) {
      b.binary(0);
    }
    for (int i = 0; i < 6; i++) {
      AffineBuilder row = new AffineBuilder();
      double sum = 0;
      for (int j = 0; j < columns; j++) {
        double value = random.nextInt(100);
        row.add(value, j);
        sum += value;
      }
      if (slack) {
        row.add(1, b.variable(0, INFINITY, 1)).add(-1, b.variable(0, INFINITY, 1));
      }
      b.equality(row.build(), Math.floor(sum / 2));
    }
    int bound = b.variable(0, 100, 1);
    b.cone(RotatedCone.norm(Affine.of(bound), Affine.of(0), Affine.of(1)));
    return b;
  }

  /** Everything 0 but what takes up the rows' slack. */
  static double[] allZero(MixedIntegerProgram program) {
    double[] x = new double[program.variables()];
    for (int i = 0; i < program.rows(); i++) {
      x[50 + 2 * i] = program.rowLower()[i];
    }
    return x;
  }

  /**
   * A feeder of three branches with semi-continuous injections: 6 binaries, rotated cones, a norm
   * cone and a quadratic cost. Some are infeasible.
   */
  static MixedIntegerProgram random(Random random) {
    MixedIntegerProgram.Builder b = new MixedIntegerProgram.Builder();
    int v = b.variable(1, 1, 0);
    int[] flow = new int[3];
    for (int i = 0; i < 3; i++) {
      flow[i] = b.variable(-1, 1, i == 0 ? 1 + random.nextDouble() : 0);
    }
    b.addQuadraticCost(flow[0], random.nextDouble());
    for (int i = 0; i < 3; i++) {
      int reactive = b.variable(-1, 1, 0);
      int current = b.variable(0, 4, 0);
      int next = b.variable(0.81, 1.1, 0);
      double r = 0.02 + 0.1 * random.nextDouble();
      AffineBuilder balance = new AffineBuilder().add(1, flow[i]).add(-r, current);
      AffineBuilder reactiveBalance = new AffineBuilder().add(1, reactive).add(-r, current);
      if (i < 2) {
        balance.add(-1, flow[i + 1]);
      }
      for (int k = 0; k < 2; k++) {
        int on = b.binary(0.1 * random.nextDouble() - 0.2);
        double size = 0.1 + 0.2 * random.nextDouble();
        int power = b.variable(0, size, -2 * random.nextDouble());
        b.row(0, sum(1, power, -0.4 * size, on), INFINITY);
        b.row(-INFINITY, sum(1, power, -size, on), 0);
        balance.add(-1, power);
      }
      b.equality(balance.build(), 0.2 * random.nextDouble());
      b.equality(reactiveBalance.build(), 0.1);
      b.equality(
          new AffineBuilder()
              .add(1, next)
              .add(-1, v)
              .add(2 * r, flow[i])
              .add(2 * r, reactive)
              .add(-2 * r * r, current)
              .build(),
          0);
      b.cone(cone(Affine.of(current), Affine.of(v), Affine.of(flow[i]), Affine.of(reactive)));
      v = next;
    }
    double limit = 0.2 + 0.8 * random.nextDouble();
    b.cone(RotatedCone.norm(Affine.constant(limit), Affine.of(flow[0]), Affine.constant(0.1)));
    return b.build();
  }

  private static Affine sum(double a, int x, double b, int y) {
    return new AffineBuilder().add(a, x).add(b, y).build();
  }

  private static Affine sum(double a, int x, double b, int y, double c, int z) {
    return new AffineBuilder().add(a, x).add(b, y).add(c, z).build();
  }

  static RotatedCone cone(Affine left, Affine right, Affine... squares) {
    return new RotatedCone(squares, left, right);
  }
}
