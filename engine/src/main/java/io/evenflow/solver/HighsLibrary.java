package io.evenflow.solver;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_DOUBLE;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;

/**
 * The functions of the C interface of HiGHS 1.12 that are used here, typed. A negative result of a
 * call is an error, 0 is good, 1 a warning. See {@code highs_c_api.h}.
 */
final class HighsLibrary {
  private static final SymbolLookup LIBRARY = NativeLibrary.HIGHS.symbols();

  private static final ForeignFunction CREATE =
      ForeignFunction.of(LIBRARY, "Highs_create", ADDRESS);
  private static final ForeignFunction RUN =
      ForeignFunction.of(LIBRARY, "Highs_run", JAVA_INT, ADDRESS);
  private static final ForeignFunction ZERO_ALL_CLOCKS =
      ForeignFunction.ofShort(LIBRARY, "Highs_zeroAllClocks", JAVA_INT, ADDRESS);
  private static final ForeignFunction CLEAR_SOLVER =
      ForeignFunction.ofShort(LIBRARY, "Highs_clearSolver", JAVA_INT, ADDRESS);
  private static final ForeignFunction PASS_MIP =
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
  private static final ForeignFunction ADD_COL =
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
  private static final ForeignFunction ADD_ROW =
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
  private static final ForeignFunction ADD_ROWS =
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
  private static final ForeignFunction DELETE_ROWS =
      ForeignFunction.ofShort(
          LIBRARY, "Highs_deleteRowsBySet", JAVA_INT, ADDRESS, JAVA_INT, ADDRESS);
  private static final ForeignFunction DELETE_COLUMNS =
      ForeignFunction.ofShort(
          LIBRARY, "Highs_deleteColsBySet", JAVA_INT, ADDRESS, JAVA_INT, ADDRESS);
  private static final ForeignFunction CHANGE_COST =
      ForeignFunction.ofShort(
          LIBRARY, "Highs_changeColCost", JAVA_INT, ADDRESS, JAVA_INT, JAVA_DOUBLE);
  private static final ForeignFunction CHANGE_COSTS =
      ForeignFunction.ofShort(
          LIBRARY, "Highs_changeColsCostByRange", JAVA_INT, ADDRESS, JAVA_INT, JAVA_INT, ADDRESS);
  private static final ForeignFunction CHANGE_OFFSET =
      ForeignFunction.ofShort(
          LIBRARY, "Highs_changeObjectiveOffset", JAVA_INT, ADDRESS, JAVA_DOUBLE);
  private static final ForeignFunction CHANGE_BOUNDS =
      ForeignFunction.ofShort(
          LIBRARY, "Highs_changeColBounds", JAVA_INT, ADDRESS, JAVA_INT, JAVA_DOUBLE, JAVA_DOUBLE);
  private static final ForeignFunction CHANGE_ALL_BOUNDS =
      ForeignFunction.ofShort(
          LIBRARY,
          "Highs_changeColsBoundsByRange",
          JAVA_INT,
          ADDRESS,
          JAVA_INT,
          JAVA_INT,
          ADDRESS,
          ADDRESS);
  private static final ForeignFunction CHANGE_ROW_BOUNDS =
      ForeignFunction.ofShort(
          LIBRARY, "Highs_changeRowBounds", JAVA_INT, ADDRESS, JAVA_INT, JAVA_DOUBLE, JAVA_DOUBLE);
  private static final ForeignFunction CHANGE_INTEGRALITY =
      ForeignFunction.ofShort(
          LIBRARY,
          "Highs_changeColsIntegralityByRange",
          JAVA_INT,
          ADDRESS,
          JAVA_INT,
          JAVA_INT,
          ADDRESS);
  private static final ForeignFunction SET_SOLUTION =
      ForeignFunction.ofShort(
          LIBRARY, "Highs_setSolution", JAVA_INT, ADDRESS, ADDRESS, ADDRESS, ADDRESS, ADDRESS);
  private static final ForeignFunction GET_SOLUTION =
      ForeignFunction.ofShort(
          LIBRARY, "Highs_getSolution", JAVA_INT, ADDRESS, ADDRESS, ADDRESS, ADDRESS, ADDRESS);
  private static final ForeignFunction GET_PRIMAL_RAY =
      ForeignFunction.ofShort(LIBRARY, "Highs_getPrimalRay", JAVA_INT, ADDRESS, ADDRESS, ADDRESS);
  private static final ForeignFunction MODEL_STATUS =
      ForeignFunction.ofShort(LIBRARY, "Highs_getModelStatus", JAVA_INT, ADDRESS);
  private static final ForeignFunction OBJECTIVE =
      ForeignFunction.ofShort(LIBRARY, "Highs_getObjectiveValue", JAVA_DOUBLE, ADDRESS);
  private static final ForeignFunction INT_INFO =
      ForeignFunction.ofShort(
          LIBRARY, "Highs_getIntInfoValue", JAVA_INT, ADDRESS, ADDRESS, ADDRESS);
  private static final ForeignFunction LONG_INFO =
      ForeignFunction.ofShort(
          LIBRARY, "Highs_getInt64InfoValue", JAVA_INT, ADDRESS, ADDRESS, ADDRESS);
  private static final ForeignFunction DOUBLE_INFO =
      ForeignFunction.ofShort(
          LIBRARY, "Highs_getDoubleInfoValue", JAVA_INT, ADDRESS, ADDRESS, ADDRESS);
  private static final ForeignFunction BOOL_OPTION =
      ForeignFunction.of(LIBRARY, "Highs_setBoolOptionValue", JAVA_INT, ADDRESS, ADDRESS, JAVA_INT);
  private static final ForeignFunction INT_OPTION =
      ForeignFunction.of(LIBRARY, "Highs_setIntOptionValue", JAVA_INT, ADDRESS, ADDRESS, JAVA_INT);
  private static final ForeignFunction DOUBLE_OPTION =
      ForeignFunction.of(
          LIBRARY, "Highs_setDoubleOptionValue", JAVA_INT, ADDRESS, ADDRESS, JAVA_DOUBLE);
  private static final ForeignFunction STRING_OPTION =
      ForeignFunction.of(
          LIBRARY, "Highs_setStringOptionValue", JAVA_INT, ADDRESS, ADDRESS, ADDRESS);
  private static final ForeignFunction SET_CALLBACK =
      ForeignFunction.of(LIBRARY, "Highs_setCallback", JAVA_INT, ADDRESS, ADDRESS, ADDRESS);
  private static final ForeignFunction START_CALLBACK =
      ForeignFunction.of(LIBRARY, "Highs_startCallback", JAVA_INT, ADDRESS, JAVA_INT);
  private static final ForeignFunction STOP_CALLBACK =
      ForeignFunction.of(LIBRARY, "Highs_stopCallback", JAVA_INT, ADDRESS, JAVA_INT);
  private static final ForeignFunction VERSION =
      ForeignFunction.of(LIBRARY, "Highs_version", ADDRESS);
  private static final ForeignFunction DESTROY =
      ForeignFunction.ofVoid(LIBRARY, "Highs_destroy", ADDRESS);

  private HighsLibrary() {}

  static MemorySegment create() {
    return CREATE.asAddress();
  }

  static int run(MemorySegment h) {
    return RUN.asInt(h);
  }

  static int zeroAllClocks(MemorySegment h) {
    return ZERO_ALL_CLOCKS.asInt(h);
  }

  static int clearSolver(MemorySegment h) {
    return CLEAR_SOLVER.asInt(h);
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
    return PASS_MIP.asInt(
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
  }

  static int addCol(
      MemorySegment h,
      double cost,
      double lower,
      double upper,
      int entries,
      MemorySegment index,
      MemorySegment value) {
    return ADD_COL.asInt(h, cost, lower, upper, entries, index, value);
  }

  static int addRow(
      MemorySegment h,
      double lower,
      double upper,
      int entries,
      MemorySegment index,
      MemorySegment value) {
    return ADD_ROW.asInt(h, lower, upper, entries, index, value);
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
    return ADD_ROWS.asInt(h, rows, lower, upper, entries, start, index, value);
  }

  static int deleteRows(MemorySegment h, int count, MemorySegment rows) {
    return DELETE_ROWS.asInt(h, count, rows);
  }

  static int deleteColumns(MemorySegment h, int count, MemorySegment columns) {
    return DELETE_COLUMNS.asInt(h, count, columns);
  }

  static int changeCost(MemorySegment h, int column, double cost) {
    return CHANGE_COST.asInt(h, column, cost);
  }

  static int changeCosts(MemorySegment h, int from, int to, MemorySegment cost) {
    return CHANGE_COSTS.asInt(h, from, to, cost);
  }

  static int changeOffset(MemorySegment h, double offset) {
    return CHANGE_OFFSET.asInt(h, offset);
  }

  static int changeBounds(MemorySegment h, int column, double lower, double upper) {
    return CHANGE_BOUNDS.asInt(h, column, lower, upper);
  }

  static int changeAllBounds(
      MemorySegment h, int from, int to, MemorySegment lower, MemorySegment upper) {
    return CHANGE_ALL_BOUNDS.asInt(h, from, to, lower, upper);
  }

  static int changeRowBounds(MemorySegment h, int row, double lower, double upper) {
    return CHANGE_ROW_BOUNDS.asInt(h, row, lower, upper);
  }

  static int changeIntegrality(MemorySegment h, int from, int to, MemorySegment integrality) {
    return CHANGE_INTEGRALITY.asInt(h, from, to, integrality);
  }

  static int setSolution(
      MemorySegment h,
      MemorySegment x,
      MemorySegment rowValue,
      MemorySegment columnDual,
      MemorySegment rowDual) {
    return SET_SOLUTION.asInt(h, x, rowValue, columnDual, rowDual);
  }

  static int getSolution(
      MemorySegment h,
      MemorySegment x,
      MemorySegment columnDual,
      MemorySegment rowValue,
      MemorySegment rowDual) {
    return GET_SOLUTION.asInt(h, x, columnDual, rowValue, rowDual);
  }

  static int getPrimalRay(MemorySegment h, MemorySegment has, MemorySegment ray) {
    return GET_PRIMAL_RAY.asInt(h, has, ray);
  }

  static int modelStatus(MemorySegment h) {
    return MODEL_STATUS.asInt(h);
  }

  static double objective(MemorySegment h) {
    return OBJECTIVE.asDouble(h);
  }

  static int intInfo(MemorySegment h, MemorySegment name, MemorySegment value) {
    return INT_INFO.asInt(h, name, value);
  }

  static int longInfo(MemorySegment h, MemorySegment name, MemorySegment value) {
    return LONG_INFO.asInt(h, name, value);
  }

  static int doubleInfo(MemorySegment h, MemorySegment name, MemorySegment value) {
    return DOUBLE_INFO.asInt(h, name, value);
  }

  static int boolOption(MemorySegment h, MemorySegment name, int value) {
    return BOOL_OPTION.asInt(h, name, value);
  }

  static int intOption(MemorySegment h, MemorySegment name, int value) {
    return INT_OPTION.asInt(h, name, value);
  }

  static int doubleOption(MemorySegment h, MemorySegment name, double value) {
    return DOUBLE_OPTION.asInt(h, name, value);
  }

  static int stringOption(MemorySegment h, MemorySegment name, MemorySegment value) {
    return STRING_OPTION.asInt(h, name, value);
  }

  static int setCallback(MemorySegment h, MemorySegment callback, MemorySegment data) {
    return SET_CALLBACK.asInt(h, callback, data);
  }

  static int startCallback(MemorySegment h, int type) {
    return START_CALLBACK.asInt(h, type);
  }

  static int stopCallback(MemorySegment h, int type) {
    return STOP_CALLBACK.asInt(h, type);
  }

  static MemorySegment version() {
    return VERSION.asAddress();
  }

  static void destroy(MemorySegment h) {
    DESTROY.call(h);
  }
}
