package io.evenflow.io.matpower;

import static io.evenflow.io.Quantity.ANGLE_DEGREES;
import static io.evenflow.io.Quantity.COST;
import static io.evenflow.io.Quantity.IMPEDANCE_PU;
import static io.evenflow.io.Quantity.LIMIT_MW;
import static io.evenflow.io.Quantity.POWER_MW;
import static io.evenflow.io.Quantity.TAP_RATIO;
import static io.evenflow.io.Quantity.VOLTAGE_KV;
import static io.evenflow.io.Quantity.VOLTAGE_PU;

import io.evenflow.grid.GridException;
import io.evenflow.io.Quantity;
import java.util.List;

/**
 * How large the numbers of a case may be, column by column as the user's manual numbers them. Only
 * what is used is bounded: rows in service, columns that are read.
 */
final class TableBounds {
  /** Base power must not be so small that everything else is large. Unit: MVA. */
  private static final double LEAST_BASE_MVA = 1e-6;

  private static final double LEAST_TAP_RATIO = 1e-3;
  private static final int TAP = 8;

  private static final List<Column> BUS =
      List.of(
          new Column(2, "Pd", POWER_MW),
          new Column(3, "Qd", POWER_MW),
          new Column(4, "Gs", POWER_MW),
          new Column(5, "Bs", POWER_MW),
          new Column(7, "Vm", VOLTAGE_PU),
          new Column(8, "Va", ANGLE_DEGREES),
          new Column(9, "baseKV", VOLTAGE_KV),
          new Column(11, "Vmax", VOLTAGE_PU),
          new Column(12, "Vmin", VOLTAGE_PU));
  private static final List<Column> GEN =
      List.of(
          new Column(1, "Pg", LIMIT_MW),
          new Column(2, "Qg", LIMIT_MW),
          new Column(3, "Qmax", LIMIT_MW),
          new Column(4, "Qmin", LIMIT_MW),
          new Column(5, "Vg", VOLTAGE_PU),
          new Column(8, "Pmax", LIMIT_MW),
          new Column(9, "Pmin", LIMIT_MW));
  private static final List<Column> BRANCH =
      List.of(
          new Column(2, "r", IMPEDANCE_PU),
          new Column(3, "x", IMPEDANCE_PU),
          new Column(4, "b", IMPEDANCE_PU),
          new Column(5, "rateA", LIMIT_MW),
          new Column(8, "ratio", TAP_RATIO),
          new Column(9, "angle", ANGLE_DEGREES));

  /**
   * A column.
   *
   * @param index counted from 0
   * @param name as the manual has it
   */
  private record Column(int index, String name, Quantity quantity) {}

  private TableBounds() {}

  /**
   * @throws GridException for a number out of bounds, naming object, column, value and bound
   */
  static void require(MatpowerTables tables) {
    base(tables.baseMva());
    for (double[] row : tables.bus()) {
      rows("bus %.0f".formatted(row[0]), BUS, row);
    }
    double[][] gen = tables.gen();
    for (int i = 0; i < gen.length; i++) {
      if (gen[i][7] > 0) {
        rows("generator %d at bus %.0f".formatted(i + 1, gen[i][0]), GEN, gen[i]);
      }
    }
    for (double[] row : tables.branch()) {
      if (row[10] > 0) {
        branch("branch %.0f-%.0f".formatted(row[0], row[1]), row);
      }
    }
    costs(tables, gen);
  }

  private static void base(double mva) {
    require("mpc", "baseMVA", POWER_MW, mva);
    if (mva > 0 && mva < LEAST_BASE_MVA) {
      throw new GridException(
          "mpc: baseMVA (" + mva + ") must be at least " + LEAST_BASE_MVA, POWER_MW.maybe());
    }
  }

  private static void branch(String object, double[] row) {
    rows(object, BRANCH, row);
    if (row[TAP] != 0 && Math.abs(row[TAP]) < LEAST_TAP_RATIO) {
      throw new GridException(
          object + ": ratio (" + row[TAP] + ") must be 0 or at least " + LEAST_TAP_RATIO,
          TAP_RATIO.maybe());
    }
  }

  private static void costs(MatpowerTables tables, double[][] gen) {
    double[][] gencost = tables.gencost();
    for (int i = 0; i < Math.min(gencost.length, gen.length); i++) {
      if (gen[i][7] > 0) {
        String object = "generator %d at bus %.0f".formatted(i + 1, gen[i][0]);
        for (int c = 4; c < gencost[i].length; c++) {
          require(object, "gencost column " + (c + 1), COST, gencost[i][c]);
        }
      }
    }
  }

  private static void rows(String object, List<Column> columns, double[] row) {
    for (Column column : columns) {
      require(object, column.name(), column.quantity(), row[column.index()]);
    }
  }

  /** Infinite limits are none; all else that is no number is refused where it is used. */
  private static void require(String object, String name, Quantity quantity, double value) {
    if (Double.isFinite(value) && !quantity.allows(value)) {
      throw new GridException(
          object + ": " + name + " (" + value + ") " + quantity.bound(value), quantity.maybe());
    }
  }
}
