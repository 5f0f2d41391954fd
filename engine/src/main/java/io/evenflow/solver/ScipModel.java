package io.evenflow.solver;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_DOUBLE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One problem inside SCIP: variables by index, constraints, a solve, its answer. Closed after. */
final class ScipModel implements AutoCloseable {
  private static final int BINARY = 0;
  private static final int INTEGER = 1;
  private static final int CONTINUOUS = 3;

  private final Arena arena = Arena.ofConfined();
  private final MemorySegment holder = arena.allocate(ADDRESS);
  private final MemorySegment scip;
  private final double infinity;
  private final List<MemorySegment> variables = new ArrayList<>();

  /** Throws IllegalStateException if SCIP is not available on this platform. */
  ScipModel() {
    NativeLibrary.SCIP.symbols();
    check("create", ScipLibrary.create(holder));
    scip = holder.get(ADDRESS, 0);
    ScipLibrary.quiet(scip, 1);
    check("plugins", ScipLibrary.includeDefaultPlugins(scip));
    check("problem", ScipLibrary.createProblem(scip, arena.allocateFrom("program")));
    infinity = ScipLibrary.infinity(scip);
  }

  static String version() {
    NativeLibrary.SCIP.symbols();
    return "SCIP %d.%d.%d"
        .formatted(
            ScipLibrary.majorVersion(), ScipLibrary.minorVersion(), ScipLibrary.techVersion());
  }

  /** Sets parameters, one {@code name = value} a line. */
  void parameters(String text) {
    try (Arena local = Arena.ofConfined()) {
      text.lines().filter(line -> line.contains("=")).forEach(line -> mustExist(line, local));
      Path file = Files.createTempFile(LibraryFolder.path(), "scip", ".set");
      try {
        Files.writeString(file, text);
        if (ScipLibrary.readParameters(scip, local.allocateFrom(file.toString())) != 1) {
          throw new IllegalArgumentException("SCIP refuses one of:\n" + text);
        }
      } finally {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("parameters for SCIP cannot be written", e);
    }
  }

  /** SCIP itself only warns of a name it does not know. */
  private void mustExist(String line, Arena local) {
    String name = line.substring(0, line.indexOf('=')).strip();
    if (ScipLibrary.findParameter(scip, local.allocateFrom(name)).address() == 0) {
      throw new IllegalArgumentException(
          "SCIP has no parameter '%s'\nMaybe it is of another version?".formatted(name));
    }
  }

  void offset(double constant) {
    check("offset", ScipLibrary.addObjectiveOffset(scip, constant));
  }

  int variables() {
    return variables.size();
  }

  int variable(double lower, double upper, double cost, boolean integer) {
    int type = integer ? (lower >= 0 && upper <= 1 ? BINARY : INTEGER) : CONTINUOUS;
    try (Arena local = Arena.ofConfined()) {
      MemorySegment created = local.allocate(ADDRESS);
      MemorySegment name = local.allocateFrom("x" + variables.size());
      check(
          "variable",
          ScipLibrary.createVariable(
              scip, created, name, finite(lower), finite(upper), cost, type));
      MemorySegment variable = created.get(ADDRESS, 0);
      check("addVariable", ScipLibrary.addVariable(scip, variable));
      variables.add(variable);
      // the problem holds it from here on
      check("releaseVariable", ScipLibrary.releaseVariable(scip, created));
    }
    return variables.size() - 1;
  }

  void row(double lower, int[] columns, double[] values, double upper) {
    try (Arena local = Arena.ofConfined()) {
      MemorySegment created = local.allocate(ADDRESS);
      check(
          "row",
          ScipLibrary.createLinear(
              scip,
              created,
              local.allocateFrom("row"),
              columns.length,
              pointers(local, columns),
              local.allocateFrom(JAVA_DOUBLE, values),
              finite(lower),
              finite(upper)));
      add(created);
    }
  }

  /** lower ≤ quadratic ≤ upper. */
  void quadratic(double lower, ScipQuadratic quadratic, double upper) {
    try (Arena local = Arena.ofConfined()) {
      MemorySegment created = local.allocate(ADDRESS);
      check(
          "quadratic",
          ScipLibrary.createQuadratic(
              scip,
              created,
              local.allocateFrom("cone"),
              quadratic.linear().length,
              pointers(local, quadratic.linear()),
              local.allocateFrom(JAVA_DOUBLE, quadratic.linearValues()),
              quadratic.left().length,
              pointers(local, quadratic.left()),
              pointers(local, quadratic.right()),
              local.allocateFrom(JAVA_DOUBLE, quadratic.values()),
              finite(lower - quadratic.constant()),
              finite(upper - quadratic.constant())));
      add(created);
    }
  }

  private void add(MemorySegment created) {
    check("addConstraint", ScipLibrary.addConstraint(scip, created.get(ADDRESS, 0)));
    check("releaseConstraint", ScipLibrary.releaseConstraint(scip, created));
  }

  /** A point to start from: values of these variables, of all others unknown if partial. */
  void start(int[] columns, double[] values, boolean partial) {
    try (Arena local = Arena.ofConfined()) {
      MemorySegment created = local.allocate(ADDRESS);
      check(
          "start",
          partial
              ? ScipLibrary.createPartialSolution(scip, created, MemorySegment.NULL)
              : ScipLibrary.createSolution(scip, created, MemorySegment.NULL));
      MemorySegment pointers = pointers(local, columns);
      check(
          "start values",
          ScipLibrary.setValues(
              scip,
              created.get(ADDRESS, 0),
              columns.length,
              pointers,
              local.allocateFrom(JAVA_DOUBLE, values)));
      MemorySegment stored = local.allocate(JAVA_DOUBLE);
      check("start", ScipLibrary.addSolution(scip, created, stored));
    }
  }

  /** Solves; false if SCIP gave up with an error. */
  boolean solve() {
    return ScipLibrary.solve(scip) == 1;
  }

  /** From any thread while {@link #solve()} runs. */
  void interrupt() {
    ScipLibrary.interrupt(scip);
  }

  /** As in {@code type_stat.h}. */
  int status() {
    return ScipLibrary.status(scip);
  }

  /** Proven lower bound, ±∞ as SCIP's infinity. */
  double bound() {
    double bound = ScipLibrary.bound(scip);
    return Math.abs(bound) >= infinity ? Math.copySign(Double.POSITIVE_INFINITY, bound) : bound;
  }

  long nodes() {
    return ScipLibrary.nodes(scip);
  }

  /** The first count variables of the best point, null for none. */
  double @Nullable [] best(int count) {
    MemorySegment solution = ScipLibrary.bestSolution(scip);
    if (solution.address() == 0) {
      return null;
    }
    int[] columns = new int[count];
    Arrays.setAll(columns, j -> j);
    try (Arena local = Arena.ofConfined()) {
      MemorySegment values = local.allocate(JAVA_DOUBLE, Math.max(1, count));
      check("values", ScipLibrary.values(scip, solution, count, pointers(local, columns), values));
      return Arrays.copyOf(values.toArray(JAVA_DOUBLE), count);
    }
  }

  @Override
  public void close() {
    ScipLibrary.free(holder);
    arena.close();
  }

  private MemorySegment pointers(Arena local, int[] columns) {
    MemorySegment pointers = local.allocate(ADDRESS, Math.max(1, columns.length));
    for (int k = 0; k < columns.length; k++) {
      pointers.setAtIndex(ADDRESS, k, variables.get(columns[k]));
    }
    return pointers;
  }

  private double finite(double value) {
    return Math.clamp(value, -infinity, infinity);
  }

  private static void check(String call, int result) {
    if (result != 1) {
      throw new IllegalStateException("SCIP refuses " + call + " with code " + result);
    }
  }
}
