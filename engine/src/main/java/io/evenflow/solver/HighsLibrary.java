package io.evenflow.solver;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_DOUBLE;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;

/**
 * The functions of the C interface of HiGHS 1.12 that are used here, typed. A negative result of a
 * call is an error, 0 is good, 1 a warning. See {@code highs_c_api.h}.
 */
final class HighsLibrary {
  private static final SymbolLookup LIBRARY = NativeLibrary.HIGHS.symbols();

  private static final MethodHandle CREATE = ForeignFunction.of(LIBRARY, "Highs_create", ADDRESS);
  private static final MethodHandle RUN =
      ForeignFunction.of(LIBRARY, "Highs_run", JAVA_INT, ADDRESS);
  private static final MethodHandle ZERO_ALL_CLOCKS =
      ForeignFunction.ofShort(LIBRARY, "Highs_zeroAllClocks", JAVA_INT, ADDRESS);
  private static final MethodHandle CLEAR_SOLVER =
      ForeignFunction.ofShort(LIBRARY, "Highs_clearSolver", JAVA_INT, ADDRESS);
  private static final MethodHandle PASS_MIP =
      ForeignFunction.ofShort(
          LIBRARY,
          "Highs_passMip",
          JAVA_INT,
          ADDRESS,
          JAVA_INT,
          JAVA_INT,
          JAVA_INT,
          JAVA_INT,
          JAVA_INT,
          JAVA_DOUBLE,
          ADDRESS,
          ADDRESS,
          ADDRESS,
          ADDRESS,
          ADDRESS,
          ADDRESS,
          ADDRESS,
          ADDRESS,
          ADDRESS);
  private static final MethodHandle ADD_COL =
      ForeignFunction.ofShort(
          LIBRARY,
          "Highs_addCol",
          JAVA_INT,
          ADDRESS,
          JAVA_DOUBLE,
          JAVA_DOUBLE,
          JAVA_DOUBLE,
          JAVA_INT,
          ADDRESS,
          ADDRESS);
  private static final MethodHandle ADD_ROW =
      ForeignFunction.ofShort(
          LIBRARY,
          "Highs_addRow",
          JAVA_INT,
          ADDRESS,
          JAVA_DOUBLE,
          JAVA_DOUBLE,
          JAVA_INT,
          ADDRESS,
          ADDRESS);
  private static final MethodHandle ADD_ROWS =
      ForeignFunction.ofShort(
          LIBRARY,
          "Highs_addRows",
          JAVA_INT,
          ADDRESS,
          JAVA_INT,
          ADDRESS,
          ADDRESS,
          JAVA_INT,
          ADDRESS,
          ADDRESS,
          ADDRESS);
  private static final MethodHandle DELETE_ROWS =
      ForeignFunction.ofShort(
          LIBRARY, "Highs_deleteRowsBySet", JAVA_INT, ADDRESS, JAVA_INT, ADDRESS);
  private static final MethodHandle DELETE_COLUMNS =
      ForeignFunction.ofShort(
          LIBRARY, "Highs_deleteColsBySet", JAVA_INT, ADDRESS, JAVA_INT, ADDRESS);
  private static final MethodHandle CHANGE_COST =
      ForeignFunction.ofShort(
          LIBRARY, "Highs_changeColCost", JAVA_INT, ADDRESS, JAVA_INT, JAVA_DOUBLE);
  private static final MethodHandle CHANGE_COSTS =
      ForeignFunction.ofShort(
          LIBRARY, "Highs_changeColsCostByRange", JAVA_INT, ADDRESS, JAVA_INT, JAVA_INT, ADDRESS);
  private static final MethodHandle CHANGE_OFFSET =
      ForeignFunction.ofShort(
          LIBRARY, "Highs_changeObjectiveOffset", JAVA_INT, ADDRESS, JAVA_DOUBLE);
  private static final MethodHandle CHANGE_BOUNDS =
      ForeignFunction.ofShort(
          LIBRARY, "Highs_changeColBounds", JAVA_INT, ADDRESS, JAVA_INT, JAVA_DOUBLE, JAVA_DOUBLE);
  private static final MethodHandle CHANGE_ALL_BOUNDS =
      ForeignFunction.ofShort(
          LIBRARY,
          "Highs_changeColsBoundsByRange",
          JAVA_INT,
          ADDRESS,
          JAVA_INT,
          JAVA_INT,
          ADDRESS,
          ADDRESS);
  private static final MethodHandle CHANGE_ROW_BOUNDS =
      ForeignFunction.ofShort(
          LIBRARY, "Highs_changeRowBounds", JAVA_INT, ADDRESS, JAVA_INT, JAVA_DOUBLE, JAVA_DOUBLE);
  private static final MethodHandle CHANGE_INTEGRALITY =
      ForeignFunction.ofShort(
          LIBRARY,
          "Highs_changeColsIntegralityByRange",
          JAVA_INT,
          ADDRESS,
          JAVA_INT,
          JAVA_INT,
          ADDRESS);
  private static final MethodHandle SET_SOLUTION =
      ForeignFunction.ofShort(
          LIBRARY, "Highs_setSolution", JAVA_INT, ADDRESS, ADDRESS, ADDRESS, ADDRESS, ADDRESS);
  private static final MethodHandle GET_SOLUTION =
      ForeignFunction.ofShort(
          LIBRARY, "Highs_getSolution", JAVA_INT, ADDRESS, ADDRESS, ADDRESS, ADDRESS, ADDRESS);
  private static final MethodHandle GET_PRIMAL_RAY =
      ForeignFunction.ofShort(LIBRARY, "Highs_getPrimalRay", JAVA_INT, ADDRESS, ADDRESS, ADDRESS);
  private static final MethodHandle MODEL_STATUS =
      ForeignFunction.ofShort(LIBRARY, "Highs_getModelStatus", JAVA_INT, ADDRESS);
  private static final MethodHandle OBJECTIVE =
      ForeignFunction.ofShort(LIBRARY, "Highs_getObjectiveValue", JAVA_DOUBLE, ADDRESS);
  private static final MethodHandle INT_INFO =
      ForeignFunction.ofShort(
          LIBRARY, "Highs_getIntInfoValue", JAVA_INT, ADDRESS, ADDRESS, ADDRESS);
  private static final MethodHandle LONG_INFO =
      ForeignFunction.ofShort(
          LIBRARY, "Highs_getInt64InfoValue", JAVA_INT, ADDRESS, ADDRESS, ADDRESS);
  private static final MethodHandle DOUBLE_INFO =
      ForeignFunction.ofShort(
          LIBRARY, "Highs_getDoubleInfoValue", JAVA_INT, ADDRESS, ADDRESS, ADDRESS);
  private static final MethodHandle BOOL_OPTION =
      ForeignFunction.of(LIBRARY, "Highs_setBoolOptionValue", JAVA_INT, ADDRESS, ADDRESS, JAVA_INT);
  private static final MethodHandle INT_OPTION =
      ForeignFunction.of(LIBRARY, "Highs_setIntOptionValue", JAVA_INT, ADDRESS, ADDRESS, JAVA_INT);
  private static final MethodHandle DOUBLE_OPTION =
      ForeignFunction.of(
          LIBRARY, "Highs_setDoubleOptionValue", JAVA_INT, ADDRESS, ADDRESS, JAVA_DOUBLE);
  private static final MethodHandle STRING_OPTION =
      ForeignFunction.of(
          LIBRARY, "Highs_setStringOptionValue", JAVA_INT, ADDRESS, ADDRESS, ADDRESS);
  private static final MethodHandle SET_CALLBACK =
      ForeignFunction.of(LIBRARY, "Highs_setCallback", JAVA_INT, ADDRESS, ADDRESS, ADDRESS);
  private static final MethodHandle START_CALLBACK =
      ForeignFunction.of(LIBRARY, "Highs_startCallback", JAVA_INT, ADDRESS, JAVA_INT);
  private static final MethodHandle STOP_CALLBACK =
      ForeignFunction.of(LIBRARY, "Highs_stopCallback", JAVA_INT, ADDRESS, JAVA_INT);
  private static final MethodHandle VERSION = ForeignFunction.of(LIBRARY, "Highs_version", ADDRESS);
  private static final MethodHandle DESTROY =
      ForeignFunction.ofVoid(LIBRARY, "Highs_destroy", ADDRESS);

  private HighsLibrary() {}

  static MemorySegment create() {
    try {
      return (MemorySegment) CREATE.invokeExact();
    } catch (Throwable e) {
      throw ForeignFunction.failure("Highs_create", e);
    }
  }

  static int run(MemorySegment h) {
    try {
      return (int) RUN.invokeExact(h);
    } catch (Throwable e) {
      throw ForeignFunction.failure("Highs_run", e);
    }
  }

  static int zeroAllClocks(MemorySegment h) {
    try {
      return (int) ZERO_ALL_CLOCKS.invokeExact(h);
    } catch (Throwable e) {
      throw ForeignFunction.failure("Highs_zeroAllClocks", e);
    }
  }

  static int clearSolver(MemorySegment h) {
    try {
      return (int) CLEAR_SOLVER.invokeExact(h);
    } catch (Throwable e) {
      throw ForeignFunction.failure("Highs_clearSolver", e);
    }
  }

  static int passMip(
      MemorySegment h,
      int columns,
      int rows,
      int entries,
      int format,
      int sense,
      double offset,
      MemorySegment cost,
      MemorySegment lower,
      MemorySegment upper,
      MemorySegment rowLower,
      MemorySegment rowUpper,
      MemorySegment start,
      MemorySegment index,
      MemorySegment value,
      MemorySegment integrality) {
    try {
      return (int)
          PASS_MIP.invokeExact(
              h,
              columns,
              rows,
              entries,
              format,
              sense,
              offset,
              cost,
              lower,
              upper,
              rowLower,
              rowUpper,
              start,
              index,
              value,
              integrality);
    } catch (Throwable e) {
      throw ForeignFunction.failure("Highs_passMip", e);
    }
  }

  static int addCol(
      MemorySegment h,
      double cost,
      double lower,
      double upper,
      int entries,
      MemorySegment index,
      MemorySegment value) {
    try {
      return (int) ADD_COL.invokeExact(h, cost, lower, upper, entries, index, value);
    } catch (Throwable e) {
      throw ForeignFunction.failure("Highs_addCol", e);
    }
  }

  static int addRow(
      MemorySegment h,
      double lower,
      double upper,
      int entries,
      MemorySegment index,
      MemorySegment value) {
    try {
      return (int) ADD_ROW.invokeExact(h, lower, upper, entries, index, value);
    } catch (Throwable e) {
      throw ForeignFunction.failure("Highs_addRow", e);
    }
  }

  static int addRows(
      MemorySegment h,
      int rows,
      MemorySegment lower,
      MemorySegment upper,
      int entries,
      MemorySegment start,
      MemorySegment index,
      MemorySegment value) {
    try {
      return (int) ADD_ROWS.invokeExact(h, rows, lower, upper, entries, start, index, value);
    } catch (Throwable e) {
      throw ForeignFunction.failure("Highs_addRows", e);
    }
  }

  static int deleteRows(MemorySegment h, int count, MemorySegment rows) {
    try {
      return (int) DELETE_ROWS.invokeExact(h, count, rows);
    } catch (Throwable e) {
      throw ForeignFunction.failure("Highs_deleteRowsBySet", e);
    }
  }

  static int deleteColumns(MemorySegment h, int count, MemorySegment columns) {
    try {
      return (int) DELETE_COLUMNS.invokeExact(h, count, columns);
    } catch (Throwable e) {
      throw ForeignFunction.failure("Highs_deleteColsBySet", e);
    }
  }

  static int changeCost(MemorySegment h, int column, double cost) {
    try {
      return (int) CHANGE_COST.invokeExact(h, column, cost);
    } catch (Throwable e) {
      throw ForeignFunction.failure("Highs_changeColCost", e);
    }
  }

  static int changeCosts(MemorySegment h, int from, int to, MemorySegment cost) {
    try {
      return (int) CHANGE_COSTS.invokeExact(h, from, to, cost);
    } catch (Throwable e) {
      throw ForeignFunction.failure("Highs_changeColsCostByRange", e);
    }
  }

  static int changeOffset(MemorySegment h, double offset) {
    try {
      return (int) CHANGE_OFFSET.invokeExact(h, offset);
    } catch (Throwable e) {
      throw ForeignFunction.failure("Highs_changeObjectiveOffset", e);
    }
  }

  static int changeBounds(MemorySegment h, int column, double lower, double upper) {
    try {
      return (int) CHANGE_BOUNDS.invokeExact(h, column, lower, upper);
    } catch (Throwable e) {
      throw ForeignFunction.failure("Highs_changeColBounds", e);
    }
  }

  static int changeAllBounds(
      MemorySegment h, int from, int to, MemorySegment lower, MemorySegment upper) {
    try {
      return (int) CHANGE_ALL_BOUNDS.invokeExact(h, from, to, lower, upper);
    } catch (Throwable e) {
      throw ForeignFunction.failure("Highs_changeColsBoundsByRange", e);
    }
  }

  static int changeRowBounds(MemorySegment h, int row, double lower, double upper) {
    try {
      return (int) CHANGE_ROW_BOUNDS.invokeExact(h, row, lower, upper);
    } catch (Throwable e) {
      throw ForeignFunction.failure("Highs_changeRowBounds", e);
    }
  }

  static int changeIntegrality(MemorySegment h, int from, int to, MemorySegment integrality) {
    try {
      return (int) CHANGE_INTEGRALITY.invokeExact(h, from, to, integrality);
    } catch (Throwable e) {
      throw ForeignFunction.failure("Highs_changeColsIntegralityByRange", e);
    }
  }

  static int setSolution(
      MemorySegment h,
      MemorySegment x,
      MemorySegment rowValue,
      MemorySegment columnDual,
      MemorySegment rowDual) {
    try {
      return (int) SET_SOLUTION.invokeExact(h, x, rowValue, columnDual, rowDual);
    } catch (Throwable e) {
      throw ForeignFunction.failure("Highs_setSolution", e);
    }
  }

  static int getSolution(
      MemorySegment h,
      MemorySegment x,
      MemorySegment columnDual,
      MemorySegment rowValue,
      MemorySegment rowDual) {
    try {
      return (int) GET_SOLUTION.invokeExact(h, x, columnDual, rowValue, rowDual);
    } catch (Throwable e) {
      throw ForeignFunction.failure("Highs_getSolution", e);
    }
  }

  static int getPrimalRay(MemorySegment h, MemorySegment has, MemorySegment ray) {
    try {
      return (int) GET_PRIMAL_RAY.invokeExact(h, has, ray);
    } catch (Throwable e) {
      throw ForeignFunction.failure("Highs_getPrimalRay", e);
    }
  }

  static int modelStatus(MemorySegment h) {
    try {
      return (int) MODEL_STATUS.invokeExact(h);
    } catch (Throwable e) {
      throw ForeignFunction.failure("Highs_getModelStatus", e);
    }
  }

  static double objective(MemorySegment h) {
    try {
      return (double) OBJECTIVE.invokeExact(h);
    } catch (Throwable e) {
      throw ForeignFunction.failure("Highs_getObjectiveValue", e);
    }
  }

  static int intInfo(MemorySegment h, MemorySegment name, MemorySegment value) {
    try {
      return (int) INT_INFO.invokeExact(h, name, value);
    } catch (Throwable e) {
      throw ForeignFunction.failure("Highs_getIntInfoValue", e);
    }
  }

  static int longInfo(MemorySegment h, MemorySegment name, MemorySegment value) {
    try {
      return (int) LONG_INFO.invokeExact(h, name, value);
    } catch (Throwable e) {
      throw ForeignFunction.failure("Highs_getInt64InfoValue", e);
    }
  }

  static int doubleInfo(MemorySegment h, MemorySegment name, MemorySegment value) {
    try {
      return (int) DOUBLE_INFO.invokeExact(h, name, value);
    } catch (Throwable e) {
      throw ForeignFunction.failure("Highs_getDoubleInfoValue", e);
    }
  }

  static int boolOption(MemorySegment h, MemorySegment name, int value) {
    try {
      return (int) BOOL_OPTION.invokeExact(h, name, value);
    } catch (Throwable e) {
      throw ForeignFunction.failure("Highs_setBoolOptionValue", e);
    }
  }

  static int intOption(MemorySegment h, MemorySegment name, int value) {
    try {
      return (int) INT_OPTION.invokeExact(h, name, value);
    } catch (Throwable e) {
      throw ForeignFunction.failure("Highs_setIntOptionValue", e);
    }
  }

  static int doubleOption(MemorySegment h, MemorySegment name, double value) {
    try {
      return (int) DOUBLE_OPTION.invokeExact(h, name, value);
    } catch (Throwable e) {
      throw ForeignFunction.failure("Highs_setDoubleOptionValue", e);
    }
  }

  static int stringOption(MemorySegment h, MemorySegment name, MemorySegment value) {
    try {
      return (int) STRING_OPTION.invokeExact(h, name, value);
    } catch (Throwable e) {
      throw ForeignFunction.failure("Highs_setStringOptionValue", e);
    }
  }

  static int setCallback(MemorySegment h, MemorySegment callback, MemorySegment data) {
    try {
      return (int) SET_CALLBACK.invokeExact(h, callback, data);
    } catch (Throwable e) {
      throw ForeignFunction.failure("Highs_setCallback", e);
    }
  }

  static int startCallback(MemorySegment h, int type) {
    try {
      return (int) START_CALLBACK.invokeExact(h, type);
    } catch (Throwable e) {
      throw ForeignFunction.failure("Highs_startCallback", e);
    }
  }

  static int stopCallback(MemorySegment h, int type) {
    try {
      return (int) STOP_CALLBACK.invokeExact(h, type);
    } catch (Throwable e) {
      throw ForeignFunction.failure("Highs_stopCallback", e);
    }
  }

  static MemorySegment version() {
    try {
      return (MemorySegment) VERSION.invokeExact();
    } catch (Throwable e) {
      throw ForeignFunction.failure("Highs_version", e);
    }
  }

  static void destroy(MemorySegment h) {
    try {
      DESTROY.invokeExact(h);
    } catch (Throwable e) {
      throw ForeignFunction.failure("Highs_destroy", e);
    }
  }
}
