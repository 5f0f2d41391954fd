package io.evenflow.solver;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_DOUBLE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;

/**
 * The functions of the C interface of SCIP 10.0 that are used here, typed. Results are 1 for good
 * except where a function returns what its name says. See {@code scip.h}.
 */
final class ScipLibrary {
  private static final SymbolLookup LIBRARY = NativeLibrary.SCIP.symbols();

  private static final ForeignFunction INCLUDE_DEFAULT_PLUGINS =
      ForeignFunction.of(LIBRARY, "SCIPincludeDefaultPlugins", JAVA_INT, ADDRESS);
  private static final ForeignFunction CREATE_PROBLEM =
      ForeignFunction.of(LIBRARY, "SCIPcreateProbBasic", JAVA_INT, ADDRESS, ADDRESS);
  private static final ForeignFunction ADD_OBJECTIVE_OFFSET =
      ForeignFunction.of(LIBRARY, "SCIPaddOrigObjoffset", JAVA_INT, ADDRESS, JAVA_DOUBLE);
  private static final ForeignFunction CREATE_VARIABLE =
      ForeignFunction.of(
          LIBRARY,
          "SCIPcreateVarBasic",
          JAVA_INT,
          ADDRESS,
          ADDRESS,
          ADDRESS,
          JAVA_DOUBLE,
          JAVA_DOUBLE,
          JAVA_DOUBLE,
          JAVA_INT);
  private static final ForeignFunction ADD_VARIABLE =
      ForeignFunction.of(LIBRARY, "SCIPaddVar", JAVA_INT, ADDRESS, ADDRESS);
  private static final ForeignFunction RELEASE_VARIABLE =
      ForeignFunction.of(LIBRARY, "SCIPreleaseVar", JAVA_INT, ADDRESS, ADDRESS);
  private static final ForeignFunction CREATE_LINEAR =
      ForeignFunction.of(
          LIBRARY,
          "SCIPcreateConsBasicLinear",
          JAVA_INT,
          ADDRESS,
          ADDRESS,
          ADDRESS,
          JAVA_INT,
          ADDRESS,
          ADDRESS,
          JAVA_DOUBLE,
          JAVA_DOUBLE);
  private static final ForeignFunction CREATE_QUADRATIC =
      ForeignFunction.of(
          LIBRARY,
          "SCIPcreateConsBasicQuadraticNonlinear",
          JAVA_INT,
          ADDRESS,
          ADDRESS,
          ADDRESS,
          JAVA_INT,
          ADDRESS,
          ADDRESS,
          JAVA_INT,
          ADDRESS,
          ADDRESS,
          ADDRESS,
          JAVA_DOUBLE,
          JAVA_DOUBLE);
  private static final ForeignFunction ADD_CONSTRAINT =
      ForeignFunction.of(LIBRARY, "SCIPaddCons", JAVA_INT, ADDRESS, ADDRESS);
  private static final ForeignFunction RELEASE_CONSTRAINT =
      ForeignFunction.of(LIBRARY, "SCIPreleaseCons", JAVA_INT, ADDRESS, ADDRESS);
  private static final ForeignFunction CREATE_SOLUTION =
      ForeignFunction.of(LIBRARY, "SCIPcreateSol", JAVA_INT, ADDRESS, ADDRESS, ADDRESS);
  private static final ForeignFunction CREATE_PARTIAL_SOLUTION =
      ForeignFunction.of(LIBRARY, "SCIPcreatePartialSol", JAVA_INT, ADDRESS, ADDRESS, ADDRESS);
  private static final ForeignFunction SET_VALUES =
      ForeignFunction.of(
          LIBRARY, "SCIPsetSolVals", JAVA_INT, ADDRESS, ADDRESS, JAVA_INT, ADDRESS, ADDRESS);
  private static final ForeignFunction ADD_SOLUTION =
      ForeignFunction.of(LIBRARY, "SCIPaddSolFree", JAVA_INT, ADDRESS, ADDRESS, ADDRESS);
  private static final ForeignFunction SOLVE =
      ForeignFunction.of(LIBRARY, "SCIPsolve", JAVA_INT, ADDRESS);
  private static final ForeignFunction INTERRUPT =
      ForeignFunction.of(LIBRARY, "SCIPinterruptSolve", JAVA_INT, ADDRESS);
  private static final ForeignFunction STATUS =
      ForeignFunction.of(LIBRARY, "SCIPgetStatus", JAVA_INT, ADDRESS);
  private static final ForeignFunction BOUND =
      ForeignFunction.of(LIBRARY, "SCIPgetDualbound", JAVA_DOUBLE, ADDRESS);
  private static final ForeignFunction INFINITY =
      ForeignFunction.of(LIBRARY, "SCIPinfinity", JAVA_DOUBLE, ADDRESS);
  private static final ForeignFunction NODES =
      ForeignFunction.of(LIBRARY, "SCIPgetNTotalNodes", JAVA_LONG, ADDRESS);
  private static final ForeignFunction BEST_SOLUTION =
      ForeignFunction.of(LIBRARY, "SCIPgetBestSol", ADDRESS, ADDRESS);
  private static final ForeignFunction VALUES =
      ForeignFunction.of(
          LIBRARY, "SCIPgetSolVals", JAVA_INT, ADDRESS, ADDRESS, JAVA_INT, ADDRESS, ADDRESS);
  private static final ForeignFunction READ_PARAMETERS =
      ForeignFunction.of(LIBRARY, "SCIPreadParams", JAVA_INT, ADDRESS, ADDRESS);
  private static final ForeignFunction MAJOR_VERSION =
      ForeignFunction.of(LIBRARY, "SCIPmajorVersion", JAVA_INT);
  private static final ForeignFunction MINOR_VERSION =
      ForeignFunction.of(LIBRARY, "SCIPminorVersion", JAVA_INT);
  private static final ForeignFunction TECH_VERSION =
      ForeignFunction.of(LIBRARY, "SCIPtechVersion", JAVA_INT);
  private static final ForeignFunction FREE =
      ForeignFunction.of(LIBRARY, "SCIPfree", JAVA_INT, ADDRESS);
  private static final ForeignFunction FIND_PARAMETER =
      ForeignFunction.of(LIBRARY, "SCIPgetParam", ADDRESS, ADDRESS, ADDRESS);
  private static final ForeignFunction CREATE =
      ForeignFunction.of(LIBRARY, "SCIPcreate", JAVA_INT, ADDRESS);
  private static final ForeignFunction QUIET =
      ForeignFunction.ofVoid(LIBRARY, "SCIPsetMessagehdlrQuiet", ADDRESS, JAVA_INT);

  private ScipLibrary() {}

  static int includeDefaultPlugins(MemorySegment scip) {
    return INCLUDE_DEFAULT_PLUGINS.asInt(scip);
  }

  static int createProblem(MemorySegment scip, MemorySegment name) {
    return CREATE_PROBLEM.asInt(scip, name);
  }

  static int addObjectiveOffset(MemorySegment scip, double offset) {
    return ADD_OBJECTIVE_OFFSET.asInt(scip, offset);
  }

  static int createVariable(
      MemorySegment scip,
      MemorySegment variable,
      MemorySegment name,
      double lower,
      double upper,
      double cost,
      int type) {
    return CREATE_VARIABLE.asInt(scip, variable, name, lower, upper, cost, type);
  }

  static int addVariable(MemorySegment scip, MemorySegment variable) {
    return ADD_VARIABLE.asInt(scip, variable);
  }

  static int releaseVariable(MemorySegment scip, MemorySegment variable) {
    return RELEASE_VARIABLE.asInt(scip, variable);
  }

  static int createLinear(
      MemorySegment scip,
      MemorySegment constraint,
      MemorySegment name,
      int count,
      MemorySegment variables,
      MemorySegment values,
      double lower,
      double upper) {
    return CREATE_LINEAR.asInt(scip, constraint, name, count, variables, values, lower, upper);
  }

  static int createQuadratic(
      MemorySegment scip,
      MemorySegment constraint,
      MemorySegment name,
      int linearCount,
      MemorySegment linearVariables,
      MemorySegment linearValues,
      int count,
      MemorySegment left,
      MemorySegment right,
      MemorySegment values,
      double lower,
      double upper) {
    return CREATE_QUADRATIC.asInt(
        scip,
        constraint,
        name,
        linearCount,
        linearVariables,
        linearValues,
        count,
        left,
        right,
        values,
        lower,
        upper);
  }

  static int addConstraint(MemorySegment scip, MemorySegment constraint) {
    return ADD_CONSTRAINT.asInt(scip, constraint);
  }

  static int releaseConstraint(MemorySegment scip, MemorySegment constraint) {
    return RELEASE_CONSTRAINT.asInt(scip, constraint);
  }

  static int createSolution(MemorySegment scip, MemorySegment solution, MemorySegment heuristic) {
    return CREATE_SOLUTION.asInt(scip, solution, heuristic);
  }

  static int createPartialSolution(
      MemorySegment scip, MemorySegment solution, MemorySegment heuristic) {
    return CREATE_PARTIAL_SOLUTION.asInt(scip, solution, heuristic);
  }

  static int setValues(
      MemorySegment scip,
      MemorySegment solution,
      int count,
      MemorySegment variables,
      MemorySegment values) {
    return SET_VALUES.asInt(scip, solution, count, variables, values);
  }

  static int addSolution(MemorySegment scip, MemorySegment solution, MemorySegment stored) {
    return ADD_SOLUTION.asInt(scip, solution, stored);
  }

  static int solve(MemorySegment scip) {
    return SOLVE.asInt(scip);
  }

  static int interrupt(MemorySegment scip) {
    return INTERRUPT.asInt(scip);
  }

  static int status(MemorySegment scip) {
    return STATUS.asInt(scip);
  }

  static double bound(MemorySegment scip) {
    return BOUND.asDouble(scip);
  }

  static double infinity(MemorySegment scip) {
    return INFINITY.asDouble(scip);
  }

  static long nodes(MemorySegment scip) {
    return NODES.asLong(scip);
  }

  static MemorySegment bestSolution(MemorySegment scip) {
    return BEST_SOLUTION.asAddress(scip);
  }

  static int values(
      MemorySegment scip,
      MemorySegment solution,
      int count,
      MemorySegment variables,
      MemorySegment values) {
    return VALUES.asInt(scip, solution, count, variables, values);
  }

  static int readParameters(MemorySegment scip, MemorySegment file) {
    return READ_PARAMETERS.asInt(scip, file);
  }

  static int majorVersion() {
    return MAJOR_VERSION.asInt();
  }

  static int minorVersion() {
    return MINOR_VERSION.asInt();
  }

  static int techVersion() {
    return TECH_VERSION.asInt();
  }

  static int free(MemorySegment scip) {
    return FREE.asInt(scip);
  }

  static int create(MemorySegment scip) {
    return CREATE.asInt(scip);
  }

  /** NULL if there is no such parameter. */
  static MemorySegment findParameter(MemorySegment scip, MemorySegment name) {
    return FIND_PARAMETER.asAddress(scip, name);
  }

  static void quiet(MemorySegment scip, int quiet) {
    QUIET.call(scip, quiet);
  }
}
