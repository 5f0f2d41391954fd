package io.evenflow.solver;

import static io.evenflow.solver.ForeignFunction.array;

import io.evenflow.mip.MixedIntegerProgram;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A linear or mixed-integer linear program kept inside HiGHS: min offset + cᵀx over lower ≤ x ≤
 * upper and rows rowLower ≤ A x ≤ rowUpper. Between solves rows and columns can be added and costs
 * and bounds changed; HiGHS then starts from the basis of the solve before. Infinities are Java's.
 *
 * <p>Not thread-safe; {@link #close()} frees what HiGHS holds. One thread unless {@link
 * #threads(int)} says otherwise. Every method throws IllegalStateException if HiGHS refuses.
 */
public final class HighsModel implements AutoCloseable {
  private final MemorySegment highs;
  private final Arena callbacks = Arena.ofShared();
  private @Nullable HighsInterrupt interrupt;
  private int columns;
  private int rows;
  private boolean closed;

  /**
   * An empty model.
   *
   * @throws IllegalStateException if HiGHS is not available on this platform
   */
  public HighsModel() {
    NativeLibrary.HIGHS.symbols(); // so that its absence is said in one sentence
    highs = HighsLibrary.create();
    option("output_flag", false);
    // HiGHS 1.12 reads beyond its arrays there on some programs (seed 783 of attack-ac), which ends
    // the virtual machine; its points are seldom of use beside those of the callers
    option("mip_heuristic_run_feasibility_jump", false);
    threads(1);
  }

  /** The linear part of a program: all but cones and quadratic costs. */
  public HighsModel(MixedIntegerProgram program) {
    this();
    columns = program.variables();
    rows = program.rows();
    int[] integrality = new int[columns];
    for (int j = 0; j < columns; j++) {
      integrality[j] = program.integer()[j] ? 1 : 0;
    }
    int byRows = 2;
    int minimise = 1;
    check(
        "passMip",
        HighsLibrary.passMip(
            highs,
            columns,
            rows,
            program.rowValue().length,
            byRows,
            minimise,
            program.constant(),
            array(program.cost()),
            array(program.lower()),
            array(program.upper()),
            array(program.rowLower()),
            array(program.rowUpper()),
            array(program.rowStart()),
            array(program.rowVariable()),
            array(program.rowValue()),
            array(integrality)));
  }

  public int columns() {
    return columns;
  }

  public int rows() {
    return rows;
  }

  /** Adds a variable with its entries in rows that exist. Returns its index. */
  public int addColumn(
      double cost, double lower, double upper, int[] entryRows, double[] entryValues) {
    check(
        "addColumn",
        HighsLibrary.addCol(
            highs, cost, lower, upper, entryRows.length, array(entryRows), array(entryValues)));
    return columns++;
  }

  /** Adds a row over columns that exist. Returns its index. */
  public int addRow(double lower, double upper, int[] entryColumns, double[] entryValues) {
    check(
        "addRow",
        HighsLibrary.addRow(
            highs, lower, upper, entryColumns.length, array(entryColumns), array(entryValues)));
    return rows++;
  }

  /** Adds all rows of the batch. Returns the first one's index. */
  public int addRows(RowBatch batch) {
    int first = rows;
    check(
        "addRows",
        HighsLibrary.addRows(
            highs,
            batch.rows(),
            array(batch.lower),
            array(batch.upper),
            batch.entries(),
            array(batch.start),
            array(batch.variable),
            array(batch.value)));
    rows += batch.rows();
    return first;
  }

  /** Deletes rows, ascending; later rows move up. The basis is lost. */
  public void deleteRows(int[] ascending) {
    check("deleteRows", HighsLibrary.deleteRows(highs, ascending.length, array(ascending)));
    rows -= ascending.length;
  }

  /** Deletes columns, ascending; later columns move up. The basis is lost. */
  public void deleteColumns(int[] ascending) {
    check("deleteColumns", HighsLibrary.deleteColumns(highs, ascending.length, array(ascending)));
    columns -= ascending.length;
  }

  public void cost(int column, double cost) {
    check("cost", HighsLibrary.changeCost(highs, column, cost));
  }

  /** Costs of all columns. */
  public void costs(double[] costs) {
    if (columns > 0) {
      check("costs", HighsLibrary.changeCosts(highs, 0, columns - 1, array(costs)));
    }
  }

  /** The objective's constant. */
  public void offset(double offset) {
    check("offset", HighsLibrary.changeOffset(highs, offset));
  }

  public void bounds(int column, double lower, double upper) {
    check("bounds", HighsLibrary.changeBounds(highs, column, lower, upper));
  }

  /** Bounds of all columns. */
  public void bounds(double[] lower, double[] upper) {
    if (columns > 0) {
      check(
          "bounds",
          HighsLibrary.changeAllBounds(highs, 0, columns - 1, array(lower), array(upper)));
    }
  }

  public void rowBounds(int row, double lower, double upper) {
    check("rowBounds", HighsLibrary.changeRowBounds(highs, row, lower, upper));
  }

  /** Which columns are integer: true for those, false for continuous ones; none makes an LP. */
  public void integers(boolean[] integer) {
    if (columns == 0) {
      return;
    }
    int[] integrality = new int[columns];
    for (int j = 0; j < columns; j++) {
      integrality[j] = integer[j] ? 1 : 0;
    }
    check("integers", HighsLibrary.changeIntegrality(highs, 0, columns - 1, array(integrality)));
  }

  /** A point for the next mixed-integer solve to start from; one value per column. */
  public void start(double[] x) {
    MemorySegment none = MemorySegment.NULL;
    check("start", HighsLibrary.setSolution(highs, array(x), none, none, none));
  }

  /**
   * Threads HiGHS may use. HiGHS has one pool per process: its size is that of the first solve, and
   * another number fails later.
   */
  public void threads(int threads) {
    option("threads", threads);
    option("parallel", threads == 1 ? "off" : "choose");
  }

  /** Limit of each solve. Unit: s */
  public void timeLimit(double seconds) {
    option("time_limit", seconds);
  }

  /** Seed of what HiGHS randomises. */
  public void seed(int seed) {
    option("random_seed", Math.max(0, seed));
  }

  /** A mixed-integer solve ends at (objective − bound) ≤ max(relative·|objective|, absolute). */
  public void gaps(double relative, double absolute) {
    option("mip_rel_gap", relative);
    option("mip_abs_gap", absolute);
  }

  /** What HiGHS asks now and then during a solve; true ends it as INTERRUPTED. Set it once. */
  public void interruptedBy(BooleanSupplier interrupted) {
    interrupt = new HighsInterrupt(interrupted);
    interrupt.register(highs, callbacks);
  }

  public void option(String name, double value) {
    try (Arena arena = Arena.ofConfined()) {
      check(name, HighsLibrary.doubleOption(highs, arena.allocateFrom(name), value));
    }
  }

  public void option(String name, int value) {
    try (Arena arena = Arena.ofConfined()) {
      check(name, HighsLibrary.intOption(highs, arena.allocateFrom(name), value));
    }
  }

  public void option(String name, boolean value) {
    try (Arena arena = Arena.ofConfined()) {
      check(name, HighsLibrary.boolOption(highs, arena.allocateFrom(name), value ? 1 : 0));
    }
  }

  public void option(String name, String value) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment text = arena.allocateFrom(value);
      check(name, HighsLibrary.stringOption(highs, arena.allocateFrom(name), text));
    }
  }

  /** Forgets basis and solution: the next solve starts afresh. */
  public void forget() {
    check("clearSolver", HighsLibrary.clearSolver(highs));
  }

  /** Solves, from the last basis where there is one. */
  public HighsStatus solve() {
    HighsLibrary.zeroAllClocks(highs); // else the time limit counts all solves together
    int result = HighsLibrary.run(highs);
    if (interrupt != null) {
      interrupt.rethrow();
    }
    return result < 0 ? HighsStatus.FAILED : HighsStatus.of(HighsLibrary.modelStatus(highs));
  }

  /** Whether the last solve left a point that satisfies the rows. */
  public boolean hasPoint() {
    return intInfo("primal_solution_status") == 2;
  }

  /** Objective of the last solve's point, offset included. */
  public double objective() {
    return HighsLibrary.objective(highs);
  }

  /** Values of all columns after a solve. */
  public double[] x() {
    double[] x = new double[columns];
    solution(x, null, null, null);
    return x;
  }

  /** A direction along which an unbounded LP falls for ever, null if HiGHS has none. */
  public double @Nullable [] primalRay() {
    int[] has = new int[1];
    double[] ray = new double[columns];
    check("primalRay", HighsLibrary.getPrimalRay(highs, array(has), array(ray)));
    return has[0] == 0 ? null : ray;
  }

  /** Multipliers of the rows after an LP: change of the objective per unit of the binding side. */
  public double[] rowDuals() {
    double[] duals = new double[rows];
    solution(null, null, null, duals);
    return duals;
  }

  /** Reduced costs of the columns after an LP: c − Aᵀ·rowDuals. */
  public double[] columnDuals() {
    double[] duals = new double[columns];
    solution(null, duals, null, null);
    return duals;
  }

  /** A x of all rows after a solve. */
  public double[] rowActivities() {
    double[] activities = new double[rows];
    solution(null, null, activities, null);
    return activities;
  }

  /** Lower bound a mixed-integer solve has proven, −∞ for none. */
  public double mipBound() {
    double[] value = new double[1];
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment name = arena.allocateFrom("mip_dual_bound");
      check("mip_dual_bound", HighsLibrary.doubleInfo(highs, name, array(value)));
    }
    return value[0];
  }

  /** Nodes of the last mixed-integer solve. */
  public long mipNodes() {
    long[] value = new long[1];
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment name = arena.allocateFrom("mip_node_count");
      check("nodes", HighsLibrary.longInfo(highs, name, MemorySegment.ofArray(value)));
    }
    return Math.max(0, value[0]);
  }

  /** Simplex iterations of the last solve. */
  public int simplexIterations() {
    return intInfo("simplex_iteration_count");
  }

  /** Name and version. */
  @SuppressWarnings("restricted")
  public static String version() {
    NativeLibrary.HIGHS.symbols();
    return "HiGHS " + HighsLibrary.version().reinterpret(64).getString(0);
  }

  @Override
  public void close() {
    if (!closed) {
      closed = true;
      HighsLibrary.destroy(highs);
      callbacks.close();
    }
  }

  private int intInfo(String name) {
    int[] value = new int[1];
    try (Arena arena = Arena.ofConfined()) {
      check(name, HighsLibrary.intInfo(highs, arena.allocateFrom(name), array(value)));
    }
    return value[0];
  }

  private void solution(
      double @Nullable [] x,
      double @Nullable [] columnDuals,
      double @Nullable [] activities,
      double @Nullable [] rowDuals) {
    check(
        "getSolution",
        HighsLibrary.getSolution(
            highs, target(x), target(columnDuals), target(activities), target(rowDuals)));
  }

  private static MemorySegment target(double @Nullable [] values) {
    return values == null ? MemorySegment.NULL : array(values);
  }

  private static void check(String call, int result) {
    if (result < 0) {
      throw new IllegalStateException("HiGHS refuses " + call);
    }
  }
}
