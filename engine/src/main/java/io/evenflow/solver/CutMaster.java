package io.evenflow.solver;

import io.evenflow.mip.Affine;
import io.evenflow.mip.MixedIntegerProgram;
import io.evenflow.mip.RotatedCone;
import java.util.Arrays;
import java.util.function.BooleanSupplier;

/** The linear outer approximation of a program with cones: its rows and cuts of its cones. */
final class CutMaster implements AutoCloseable {
  /** A cut enters where a cone is violated by more, relative to max(1, left·right). */
  static final double CUT_TOLERANCE = 1e-10;

  private final MixedIntegerProgram program;
  private final HighsModel model;
  private final ConeCuts cuts;
  private final RowBatch batch = new RowBatch();
  private final int ownRows;
  private double[] cutLower = new double[64];

  CutMaster(MixedIntegerProgram program, int seed, BooleanSupplier interrupted) {
    this.program = program;
    model = new HighsModel(program);
    cuts = new ConeCuts(program);
    ownRows = program.rows();
    model.seed(seed);
    model.interruptedBy(interrupted);
    tolerances(1e-8);
    model.option("mip_feasibility_tolerance", 1e-7);
    continuous();
    batch.clear();
    for (RotatedCone cone : program.cones()) {
      cuts.signs(cone, batch);
    }
    flush();
  }

  HighsModel model() {
    return model;
  }

  private void tolerances(double tolerance) {
    model.option("primal_feasibility_tolerance", tolerance);
    model.option("dual_feasibility_tolerance", tolerance);
  }

  /** Back to HiGHS' own tolerances, where it cannot reach those asked of it. */
  void relaxTolerances() {
    tolerances(1e-7);
  }

  void continuous() {
    model.integers(new boolean[program.variables()]);
  }

  void integers() {
    model.integers(program.integer());
  }

  /** Cuts off a point where it is outside of cones; returns how many cuts that took. */
  int separate(double[] x) {
    batch.clear();
    for (RotatedCone cone : program.cones()) {
      double product = cone.left().at(x) * cone.right().at(x);
      if (-cone.slack(x) > CUT_TOLERANCE * Math.max(1, product)) {
        cuts.add(cone, ConeHalfspace.at(cone, x), batch);
      }
    }
    return flush();
  }

  /** Cuts off a direction that leads out of cones; returns how many cuts that took. */
  int separateRay(double[] ray) {
    double scale = 1 / Math.max(1e-300, Arrays.stream(ray).map(Math::abs).max().orElse(1));
    double[] direction = Arrays.stream(ray).map(value -> value * scale).toArray();
    batch.clear();
    for (RotatedCone cone : program.cones()) {
      RotatedCone linear = withoutConstants(cone);
      if (-linear.slack(direction) > 1e-9) {
        cuts.add(cone, ConeHalfspace.at(linear, direction), batch);
      }
    }
    return flush();
  }

  private static RotatedCone withoutConstants(RotatedCone cone) {
    Affine[] squares = new Affine[cone.squares().length];
    Arrays.setAll(squares, i -> linear(cone.squares()[i]));
    Affine left = linear(cone.left());
    return new RotatedCone(squares, left, cone.isNorm() ? left : linear(cone.right()));
  }

  private static Affine linear(Affine expression) {
    return new Affine(expression.variables(), expression.coefficients(), 0);
  }

  /** Adds the cones' multipliers of a conic program over the same variables as cuts. */
  int multipliers(RelaxedSolution solution) {
    batch.clear();
    for (int k = 0; k < program.cones().size(); k++) {
      cuts.add(program.cones().get(k), solution.halfspace(k), batch);
    }
    return flush();
  }

  private int flush() {
    if (batch.rows() == 0) {
      return 0;
    }
    int first = model.addRows(batch) - ownRows;
    cutLower = Arrays.copyOf(cutLower, Math.max(cutLower.length, 2 * (first + batch.rows())));
    System.arraycopy(batch.lower, 0, cutLower, first, batch.rows());
    return batch.rows();
  }

  /** After an LP, before rows are added: drops the cuts that are slack by more than this. */
  void dropSlackCuts(double slack) {
    double[] activities = model.rowActivities();
    int[] dropped = new int[activities.length];
    int count = 0;
    int kept = 0;
    for (int i = ownRows; i < activities.length; i++) {
      if (activities[i] - cutLower[i - ownRows] > slack) {
        dropped[count++] = i;
      } else {
        cutLower[kept++] = cutLower[i - ownRows];
      }
    }
    if (count > 0) {
      model.deleteRows(Arrays.copyOf(dropped, count));
    }
  }

  @Override
  public void close() {
    model.close();
  }
}
