package io.evenflow.solver;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_DOUBLE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;

/**
 * The functions of the C interface of SCIP 10.0 that are used here, typed. Results are 1 for good
 * except where a function returns what its name says. See {@code scip.h}.
 */
final class ScipLibrary {
  private static final SymbolLookup LIBRARY = NativeLibrary.SCIP.symbols();

  private static final MethodHandle INCLUDE_DEFAULT_PLUGINS =
      ForeignFunction.of(LIBRARY, "SCIPincludeDefaultPlugins", JAVA_INT, ADDRESS);
  private static final MethodHandle CREATE_PROBLEM =
      ForeignFunction.of(LIBRARY, "SCIPcreateProbBasic", JAVA_INT, ADDRESS, ADDRESS);
  private static final MethodHandle ADD_OBJECTIVE_OFFSET =
      ForeignFunction.of(LIBRARY, "SCIPaddOrigObjoffset", JAVA_INT, ADDRESS, JAVA_DOUBLE);
  private static final MethodHandle CREATE_VARIABLE =
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
  private static final MethodHandle ADD_VARIABLE =
      ForeignFunction.of(LIBRARY, "SCIPaddVar", JAVA_INT, ADDRESS, ADDRESS);
  private static final MethodHandle RELEASE_VARIABLE =
      ForeignFunction.of(LIBRARY, "SCIPreleaseVar", JAVA_INT, ADDRESS, ADDRESS);
  private static final MethodHandle CREATE_LINEAR =
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
  private static final MethodHandle CREATE_QUADRATIC =
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
  private static final MethodHandle ADD_CONSTRAINT =
      ForeignFunction.of(LIBRARY, "SCIPaddCons", JAVA_INT, ADDRESS, ADDRESS);
  private static final MethodHandle RELEASE_CONSTRAINT =
      ForeignFunction.of(LIBRARY, "SCIPreleaseCons", JAVA_INT, ADDRESS, ADDRESS);
  private static final MethodHandle CREATE_SOLUTION =
      ForeignFunction.of(LIBRARY, "SCIPcreateSol", JAVA_INT, ADDRESS, ADDRESS, ADDRESS);
  private static final MethodHandle CREATE_PARTIAL_SOLUTION =
      ForeignFunction.of(LIBRARY, "SCIPcreatePartialSol", JAVA_INT, ADDRESS, ADDRESS, ADDRESS);
  private static final MethodHandle SET_VALUES =
      ForeignFunction.of(
          LIBRARY, "SCIPsetSolVals", JAVA_INT, ADDRESS, ADDRESS, JAVA_INT, ADDRESS, ADDRESS);
  private static final MethodHandle ADD_SOLUTION =
      ForeignFunction.of(LIBRARY, "SCIPaddSolFree", JAVA_INT, ADDRESS, ADDRESS, ADDRESS);
  private static final MethodHandle SOLVE =
      ForeignFunction.of(LIBRARY, "SCIPsolve", JAVA_INT, ADDRESS);
  private static final MethodHandle INTERRUPT =
      ForeignFunction.of(LIBRARY, "SCIPinterruptSolve", JAVA_INT, ADDRESS);
  private static final MethodHandle STATUS =
      ForeignFunction.of(LIBRARY, "SCIPgetStatus", JAVA_INT, ADDRESS);
  private static final MethodHandle BOUND =
      ForeignFunction.of(LIBRARY, "SCIPgetDualbound", JAVA_DOUBLE, ADDRESS);
  private static final MethodHandle INFINITY =
      ForeignFunction.of(LIBRARY, "SCIPinfinity", JAVA_DOUBLE, ADDRESS);
  private static final MethodHandle NODES =
      ForeignFunction.of(LIBRARY, "SCIPgetNTotalNodes", JAVA_LONG, ADDRESS);
  private static final MethodHandle BEST_SOLUTION =
      ForeignFunction.of(LIBRARY, "SCIPgetBestSol", ADDRESS, ADDRESS);
  private static final MethodHandle VALUES =
      ForeignFunction.of(
          LIBRARY, "SCIPgetSolVals", JAVA_INT, ADDRESS, ADDRESS, JAVA_INT, ADDRESS, ADDRESS);
  private static final MethodHandle READ_PARAMETERS =
      ForeignFunction.of(LIBRARY, "SCIPreadParams", JAVA_INT, ADDRESS, ADDRESS);
  private static final MethodHandle MAJOR_VERSION =
      ForeignFunction.of(LIBRARY, "SCIPmajorVersion", JAVA_INT);
  private static final MethodHandle MINOR_VERSION =
      ForeignFunction.of(LIBRARY, "SCIPminorVersion", JAVA_INT);
  private static final MethodHandle TECH_VERSION =
      ForeignFunction.of(LIBRARY, "SCIPtechVersion", JAVA_INT);
  private static final MethodHandle FREE =
      ForeignFunction.of(LIBRARY, "SCIPfree", JAVA_INT, ADDRESS);
  private static final MethodHandle FIND_PARAMETER =
      ForeignFunction.of(LIBRARY, "SCIPgetParam", ADDRESS, ADDRESS, ADDRESS);
  private static final MethodHandle CREATE =
      ForeignFunction.of(LIBRARY, "SCIPcreate", JAVA_INT, ADDRESS);
  private static final MethodHandle QUIET =
      ForeignFunction.ofVoid(LIBRARY, "SCIPsetMessagehdlrQuiet", ADDRESS, JAVA_INT);

  private ScipLibrary() {}

  static int includeDefaultPlugins(MemorySegment scip) {
    try {
      return (int) INCLUDE_DEFAULT_PLUGINS.invokeExact(scip);
    } catch (Throwable e) {
      throw ForeignFunction.failure("SCIPincludeDefaultPlugins", e);
    }
  }

  static int createProblem(MemorySegment scip, MemorySegment name) {
    try {
      return (int) CREATE_PROBLEM.invokeExact(scip, name);
    } catch (Throwable e) {
      throw ForeignFunction.failure("SCIPcreateProbBasic", e);
    }
  }

  static int addObjectiveOffset(MemorySegment scip, double offset) {
    try {
      return (int) ADD_OBJECTIVE_OFFSET.invokeExact(scip, offset);
    } catch (Throwable e) {
      throw ForeignFunction.failure("SCIPaddOrigObjoffset", e);
    }
  }

  static int createVariable(
      MemorySegment scip,
      MemorySegment variable,
      MemorySegment name,
      double lower,
      double upper,
      double cost,
      int type) {
    try {
      return (int) CREATE_VARIABLE.invokeExact(scip, variable, name, lower, upper, cost, type);
    } catch (Throwable e) {
      throw ForeignFunction.failure("SCIPcreateVarBasic", e);
    }
  }

  static int addVariable(MemorySegment scip, MemorySegment variable) {
    try {
      return (int) ADD_VARIABLE.invokeExact(scip, variable);
    } catch (Throwable e) {
      throw ForeignFunction.failure("SCIPaddVar", e);
    }
  }

  static int releaseVariable(MemorySegment scip, MemorySegment variable) {
    try {
      return (int) RELEASE_VARIABLE.invokeExact(scip, variable);
    } catch (Throwable e) {
      throw ForeignFunction.failure("SCIPreleaseVar", e);
    }
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
    try {
      return (int)
          CREATE_LINEAR.invokeExact(scip, constraint, name, count, variables, values, lower, upper);
    } catch (Throwable e) {
      throw ForeignFunction.failure("SCIPcreateConsBasicLinear", e);
    }
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
    try {
      return (int)
          CREATE_QUADRATIC.invokeExact(
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
    } catch (Throwable e) {
      throw ForeignFunction.failure("SCIPcreateConsBasicQuadraticNonlinear", e);
    }
  }

  static int addConstraint(MemorySegment scip, MemorySegment constraint) {
    try {
      return (int) ADD_CONSTRAINT.invokeExact(scip, constraint);
    } catch (Throwable e) {
      throw ForeignFunction.failure("SCIPaddCons", e);
    }
  }

  static int releaseConstraint(MemorySegment scip, MemorySegment constraint) {
    try {
      return (int) RELEASE_CONSTRAINT.invokeExact(scip, constraint);
    } catch (Throwable e) {
      throw ForeignFunction.failure("SCIPreleaseCons", e);
    }
  }

  static int createSolution(MemorySegment scip, MemorySegment solution, MemorySegment heuristic) {
    try {
      return (int) CREATE_SOLUTION.invokeExact(scip, solution, heuristic);
    } catch (Throwable e) {
      throw ForeignFunction.failure("SCIPcreateSol", e);
    }
  }

  static int createPartialSolution(
      MemorySegment scip, MemorySegment solution, MemorySegment heuristic) {
    try {
      return (int) CREATE_PARTIAL_SOLUTION.invokeExact(scip, solution, heuristic);
    } catch (Throwable e) {
      throw ForeignFunction.failure("SCIPcreatePartialSol", e);
    }
  }

  static int setValues(
      MemorySegment scip,
      MemorySegment solution,
      int count,
      MemorySegment variables,
      MemorySegment values) {
    try {
      return (int) SET_VALUES.invokeExact(scip, solution, count, variables, values);
    } catch (Throwable e) {
      throw ForeignFunction.failure("SCIPsetSolVals", e);
    }
  }

  static int addSolution(MemorySegment scip, MemorySegment solution, MemorySegment stored) {
    try {
      return (int) ADD_SOLUTION.invokeExact(scip, solution, stored);
    } catch (Throwable e) {
      throw ForeignFunction.failure("SCIPaddSolFree", e);
    }
  }

  static int solve(MemorySegment scip) {
    try {
      return (int) SOLVE.invokeExact(scip);
    } catch (Throwable e) {
      throw ForeignFunction.failure("SCIPsolve", e);
    }
  }

  static int interrupt(MemorySegment scip) {
    try {
      return (int) INTERRUPT.invokeExact(scip);
    } catch (Throwable e) {
      throw ForeignFunction.failure("SCIPinterruptSolve", e);
    }
  }

  static int status(MemorySegment scip) {
    try {
      return (int) STATUS.invokeExact(scip);
    } catch (Throwable e) {
      throw ForeignFunction.failure("SCIPgetStatus", e);
    }
  }

  static double bound(MemorySegment scip) {
    try {
      return (double) BOUND.invokeExact(scip);
    } catch (Throwable e) {
      throw ForeignFunction.failure("SCIPgetDualbound", e);
    }
  }

  static double infinity(MemorySegment scip) {
    try {
      return (double) INFINITY.invokeExact(scip);
    } catch (Throwable e) {
      throw ForeignFunction.failure("SCIPinfinity", e);
    }
  }

  static long nodes(MemorySegment scip) {
    try {
      return (long) NODES.invokeExact(scip);
    } catch (Throwable e) {
      throw ForeignFunction.failure("SCIPgetNTotalNodes", e);
    }
  }

  static MemorySegment bestSolution(MemorySegment scip) {
    try {
      return (MemorySegment) BEST_SOLUTION.invokeExact(scip);
    } catch (Throwable e) {
      throw ForeignFunction.failure("SCIPgetBestSol", e);
    }
  }

  static int values(
      MemorySegment scip,
      MemorySegment solution,
      int count,
      MemorySegment variables,
      MemorySegment values) {
    try {
      return (int) VALUES.invokeExact(scip, solution, count, variables, values);
    } catch (Throwable e) {
      throw ForeignFunction.failure("SCIPgetSolVals", e);
    }
  }

  static int readParameters(MemorySegment scip, MemorySegment file) {
    try {
      return (int) READ_PARAMETERS.invokeExact(scip, file);
    } catch (Throwable e) {
      throw ForeignFunction.failure("SCIPreadParams", e);
    }
  }

  static int majorVersion() {
    try {
      return (int) MAJOR_VERSION.invokeExact();
    } catch (Throwable e) {
      throw ForeignFunction.failure("SCIPmajorVersion", e);
    }
  }

  static int minorVersion() {
    try {
      return (int) MINOR_VERSION.invokeExact();
    } catch (Throwable e) {
      throw ForeignFunction.failure("SCIPminorVersion", e);
    }
  }

  static int techVersion() {
    try {
      return (int) TECH_VERSION.invokeExact();
    } catch (Throwable e) {
      throw ForeignFunction.failure("SCIPtechVersion", e);
    }
  }

  static int free(MemorySegment scip) {
    try {
      return (int) FREE.invokeExact(scip);
    } catch (Throwable e) {
      throw ForeignFunction.failure("SCIPfree", e);
    }
  }

  static int create(MemorySegment scip) {
    try {
      return (int) CREATE.invokeExact(scip);
    } catch (Throwable e) {
      throw ForeignFunction.failure("SCIPcreate", e);
    }
  }

  /** NULL if there is no such parameter. */
  static MemorySegment findParameter(MemorySegment scip, MemorySegment name) {
    try {
      return (MemorySegment) FIND_PARAMETER.invokeExact(scip, name);
    } catch (Throwable e) {
      throw ForeignFunction.failure("SCIPgetParam", e);
    }
  }

  static void quiet(MemorySegment scip, int quiet) {
    try {
      QUIET.invokeExact(scip, quiet);
    } catch (Throwable e) {
      throw ForeignFunction.failure("SCIPsetMessagehdlrQuiet", e);
    }
  }
}
