package io.evenflow.coordination;

import io.evenflow.mip.AffineBuilder;
import io.evenflow.mip.MixedIntegerProgram;
import io.evenflow.solver.HighsModel;
import io.evenflow.solver.HighsStatus;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The problem as a linear program in which the resources of a place are one reservoir ({@link
 * Basin}) and couplings are their cuts: small, whatever the number of resources, and its prices are
 * near the best there are. Resources that answer to them prove a bound at once that price rounds
 * take long to reach.
 */
final class Sketch implements AutoCloseable {
  private final Problem problem;
  private final HighsModel model;
  private final int[] theta;
  private final int[] amount;
  private final CutRows cutRows;

  private Sketch(Problem problem, Cuts cuts, BooleanSupplier stop, List<Reservoir> reservoirs) {
    this.problem = problem;
    MixedIntegerProgram.Builder program = new MixedIntegerProgram.Builder();
    AffineBuilder[] sums = new AffineBuilder[problem.rows().size()];
    Arrays.setAll(sums, row -> new AffineBuilder());
    basins(problem, reservoirs).forEach(basin -> basin.addTo(program, sums));
    for (Resource resource : problem.resources()) {
      if (resource.isConvex()) {
        ResourceModel own = resource.addTo(program);
        int[] rows = resource.rows();
        for (int i = 0; i < rows.length; i++) {
          own.addAmount(sums[rows[i]], i);
        }
      }
    }
    double free = Double.POSITIVE_INFINITY;
    amount = new int[sums.length];
    for (int row = 0; row < sums.length; row++) {
      amount[row] = program.variable(-free, free, problem.rows().price()[row]);
      program.equality(sums[row].add(-1, amount[row]).build(), 0);
    }
    theta = new int[problem.couplings().size()];
    Arrays.setAll(theta, c -> program.variable(-free, free, 1));
    model = new HighsModel(program.build());
    model.interruptedBy(stop);
    cutRows = new CutRows(problem, model, cuts, theta, amount);
  }

  /** The sketch of a problem; null where some resource has no linear picture. */
  static @Nullable Sketch of(Problem problem, Cuts cuts, BooleanSupplier stop) {
    List<Reservoir> reservoirs = new ArrayList<>();
    for (Resource resource : problem.resources()) {
      if (!resource.isConvex()) {
        Reservoir own = resource.reservoir();
        if (own == null) {
          return null;
        }
        reservoirs.add(own);
      }
    }
    return new Sketch(problem, cuts, stop, reservoirs);
  }

  /** One for each place; those that move between places are one each. */
  private static List<Basin> basins(Problem problem, List<Reservoir> reservoirs) {
    Map<Integer, List<Reservoir>> atPlace = new TreeMap<>();
    List<Basin> basins = new ArrayList<>();
    for (Reservoir each : reservoirs) {
      int[] places = IntStream.of(each.rows()).map(row -> problem.rows().place()[row]).toArray();
      if (IntStream.of(places).distinct().count() == 1) {
        atPlace.computeIfAbsent(places[0], place -> new ArrayList<>()).add(each);
      } else {
        basins.add(new Basin(each.rows(), List.of(each)));
      }
    }
    for (List<Reservoir> members : atPlace.values()) {
      int[] rows =
          members.stream()
              .flatMapToInt(each -> IntStream.of(each.rows()))
              .distinct()
              .boxed()
              .sorted((a, b) -> problem.rows().period()[a] - problem.rows().period()[b])
              .mapToInt(Integer::intValue)
              .toArray();
      basins.add(new Basin(rows, members));
    }
    return basins;
  }

  /** Looks at regions: the cuts that hold there, and no amounts beyond. */
  void focus(@Nullable Region[] regions, double missCost) {
    cutRows.focus(regions, missCost);
  }

  /** Takes the cuts found since. */
  void readCuts() {
    cutRows.readCuts();
  }

  /**
   * Solves it.
   *
   * @return null where it had to end early or could not be solved; nobody leads
   */
  @Nullable Prices solve(double seconds) {
    model.timeLimit(Math.clamp(seconds, 0.01, 1e9));
    if (model.solve() != HighsStatus.OPTIMAL) {
      return null;
    }
    double[] x = model.x();
    double[] price = problem.rows().price().clone();
    double intercept = cutRows.weigh(model.rowDuals(), price);
    double[] amounts = new double[amount.length];
    Arrays.setAll(amounts, row -> x[amount[row]]);
    double[] cost = cutRows.costs(x);
    return new Prices(
        price, intercept, amounts, new Profile[0], new Profile[0], 0, cost, model.objective());
  }

  @Override
  public void close() {
    model.close();
  }
}
