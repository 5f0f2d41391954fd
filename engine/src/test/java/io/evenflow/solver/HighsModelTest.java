package io.evenflow.solver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** min 2x + 3y, x + y ≥ 4, x ≤ 3, y ≤ 5: optimum x = 3, y = 1. */
class HighsModelTest {
  private static final double INFINITY = Double.POSITIVE_INFINITY;

  private static HighsModel twoVariables() {
    HighsModel model = new HighsModel();
    model.addColumn(2, 0, 3, new int[0], new double[0]);
    model.addColumn(3, 0, 5, new int[0], new double[0]);
    model.addRow(4, INFINITY, new int[] {0, 1}, new double[] {1, 1});
    return model;
  }

  @Test
  void primalAndDuals() {
    try (HighsModel model = twoVariables()) {
      model.offset(10);
      assertThat(model.solve()).isEqualTo(HighsStatus.OPTIMAL);
      assertThat(model.objective()).isEqualTo(19, within(1e-9));
      assertThat(model.x()).containsExactly(new double[] {3, 1}, within(1e-9));
      assertThat(model.rowDuals()).containsExactly(new double[] {3}, within(1e-9));
      assertThat(model.columnDuals()).containsExactly(new double[] {-1, 0}, within(1e-9));
      assertThat(model.rowActivities()).containsExactly(new double[] {4}, within(1e-9));
    }
  }

  @Test
  void changesAreSeenByTheNextSolve() {
    try (HighsModel model = twoVariables()) {
      model.solve();
      int row = model.addRow(-INFINITY, 2, new int[] {0}, new double[] {1});
      model.solve();
      assertThat(model.x()).containsExactly(new double[] {2, 2}, within(1e-9));
      model.rowBounds(row, -INFINITY, INFINITY);
      model.cost(0, 4);
      model.solve();
      assertThat(model.x()).containsExactly(new double[] {0, 4}, within(1e-9));
      model.bounds(1, 0, 1);
      model.solve();
      assertThat(model.x()).containsExactly(new double[] {3, 1}, within(1e-9));
      model.addColumn(0.5, 0, 2, new int[] {0}, new double[] {1});
      model.solve();
      assertThat(model.objective()).isEqualTo(3 + 4 + 1, within(1e-9));
      model.deleteColumns(new int[] {0});
      model.deleteRows(new int[] {row});
      model.rowBounds(0, 3, 3);
      model.solve();
      assertThat(model.x()).containsExactly(new double[] {1, 2}, within(1e-9));
    }
  }

  @Test
  void integersComeAndGo() {
    try (HighsModel model = twoVariables()) {
      model.rowBounds(0, 4.5, INFINITY);
      model.costs(new double[] {3, 2});
      model.bounds(new double[] {0, 0}, new double[] {3, 4});
      model.integers(new boolean[] {true, true});
      model.start(new double[] {2, 3});
      assertThat(model.solve()).isEqualTo(HighsStatus.OPTIMAL);
      assertThat(model.objective()).isEqualTo(11, within(1e-9));
      assertThat(model.mipBound()).isEqualTo(11, within(1e-9));
      model.integers(new boolean[] {false, false});
      model.solve();
      assertThat(model.objective()).isEqualTo(9.5, within(1e-9));
    }
  }

  @Test
  void saysInfeasibleAndUnbounded() {
    try (HighsModel model = twoVariables()) {
      model.rowBounds(0, 9, INFINITY);
      assertThat(model.solve()).isEqualTo(HighsStatus.INFEASIBLE);
      assertThat(model.hasPoint()).isFalse();
      model.cost(1, -1);
      model.bounds(1, 0, INFINITY);
      assertThat(model.solve()).isIn(HighsStatus.UNBOUNDED, HighsStatus.INFEASIBLE_OR_UNBOUNDED);
    }
  }

  @Test
  void keepsItsBasisBetweenSolves() {
    try (HighsModel model = knapsackRelaxation(300, 60)) {
      model.solve();
      int cold = model.simplexIterations();
      model.addColumn(-1e-3, 0, 1, new int[] {0}, new double[] {1});
      model.solve();
      assertThat(model.simplexIterations()).isLessThan(cold / 4);
    }
  }

  @Test
  void interruptEndsASolve() {
    try (HighsModel model = hardMip()) {
      model.interruptedBy(() -> true);
      assertThat(model.solve()).isEqualTo(HighsStatus.INTERRUPTED);
    }
  }

  @Test
  void anExceptionOfTheSupplierArrives() {
    try (HighsModel model = hardMip()) {
      model.interruptedBy(
          () -> {
            throw new UnsupportedOperationException("asked");
          });
      assertThatThrownBy(model::solve).hasMessage("asked");
    }
  }

  @Test
  void timeLimitIsPerSolve() {
    try (HighsModel model = hardMip()) {
      model.timeLimit(0.2);
      assertThat(model.solve()).isEqualTo(HighsStatus.TIME_LIMIT);
      model.integers(new boolean[model.columns()]);
      assertThat(model.solve()).isEqualTo(HighsStatus.OPTIMAL);
    }
  }

  @Test
  void refusalsAreExceptions() {
    try (HighsModel model = twoVariables()) {
      assertThatThrownBy(() -> model.addRow(0, 1, new int[] {7}, new double[] {1}))
          .hasMessage("HiGHS refuses addRow");
      assertThat(model.rows()).isEqualTo(1);
      assertThatThrownBy(() -> model.option("no_such_option", 1))
          .hasMessage("HiGHS refuses no_such_option");
    }
  }

  private static HighsModel knapsackRelaxation(int columns, int rows) {
    Random random = new Random(7);
    HighsModel model = new HighsModel();
    for (int j = 0; j < columns; j++) {
      model.addColumn(-1 - random.nextDouble(), 0, 1, new int[0], new double[0]);
    }
    RowBatch batch = new RowBatch();
    for (int i = 0; i < rows; i++) {
      batch.row(-INFINITY, columns / 8.0);
      for (int j = 0; j < columns; j++) {
        batch.entry(j, random.nextDouble());
      }
    }
    model.addRows(batch);
    return model;
  }

  /** A market split: far too hard to be solved at once. */
  private static HighsModel hardMip() {
    Random random = new Random(3);
    int columns = 50;
    HighsModel model = new HighsModel();
    boolean[] integer = new boolean[columns + 12];
    for (int j = 0; j < columns; j++) {
      model.addColumn(0, 0, 1, new int[0], new double[0]);
      integer[j] = true;
    }
    for (int i = 0; i < 6; i++) {
      double sum = 0;
      int[] variables = new int[columns];
      double[] values = new double[columns];
      for (int j = 0; j < columns; j++) {
        variables[j] = j;
        values[j] = random.nextInt(100);
        sum += values[j];
      }
      double half = Math.floor(sum / 2);
      int row = model.addRow(half, half, variables, values);
      model.addColumn(1, 0, INFINITY, new int[] {row}, new double[] {1});
      model.addColumn(1, 0, INFINITY, new int[] {row}, new double[] {-1});
    }
    model.integers(integer);
    return model;
  }
}
