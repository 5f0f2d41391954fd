package io.evenflow.io.matpower;

import io.evenflow.grid.GenerationCost;
import io.evenflow.grid.GridException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The rows of {@code mpc.gencost}: model (1 piecewise linear, 2 polynomial), startup, shutdown, the
 * count n, then n points {@code x1 y1 …} or n coefficients {@code c(n-1) … c0}, then padding. Rows
 * beyond the number of generators are costs of reactive power.
 */
final class GeneratorCosts {
  private static final int PIECEWISE_LINEAR = 1;
  private static final int POLYNOMIAL = 2;
  private static final int FIRST = 4;

  private final double[][] rows;
  private final int generators;

  GeneratorCosts(double[][] rows, int generators) {
    this.rows = rows;
    this.generators = generators;
    if (rows.length != 0 && rows.length != generators && rows.length != 2 * generators) {
      throw new GridException(
          "mpc.gencost has %d rows for %d generators; it must have one or two for each"
              .formatted(rows.length, generators),
          "Maybe a row is missing or too many.");
    }
  }

  /** The cost of a generator, given by its place; zero where the file has no costs. */
  GenerationCost of(int generator, int bus) {
    if (rows.length == 0) {
      return GenerationCost.ZERO;
    }
    try {
      if (rows.length == 2 * generators) {
        requireZero(rows[generators + generator]);
      }
      return cost(rows[generator]);
    } catch (GridException problem) {
      throw new GridException(
          "generator %d at bus %d: %s".formatted(generator + 1, bus, problem.sentence()),
          problem.maybe());
    }
  }

  private static GenerationCost cost(double[] row) {
    if (row[0] == PIECEWISE_LINEAR) {
      return piecewiseLinear(row);
    }
    if (row[0] == POLYNOMIAL) {
      return polynomial(row);
    }
    throw new GridException(
        "cost model " + row[0] + " is neither 1 (piecewise linear) nor 2 (polynomial)",
        "Maybe a column is missing or too many.");
  }

  private static GenerationCost piecewiseLinear(double[] row) {
    double[] values = values(row, 2);
    List<GenerationCost.Point> points = new ArrayList<>();
    for (int i = 0; i < values.length; i += 2) {
      points.add(new GenerationCost.Point(values[i], values[i + 1]));
    }
    return new GenerationCost.PiecewiseLinear(points);
  }

  private static GenerationCost polynomial(double[] row) {
    double[] values = values(row, 1);
    int degree = values.length - 1;
    for (int i = 0; i < values.length - 3; i++) {
      if (values[i] != 0) {
        throw new GridException(
            "polynomial cost of degree %d; 2 is the highest".formatted(degree - i),
            "Maybe approximate it by a piecewise linear cost (model 1).");
      }
    }
    return new GenerationCost.Polynomial(
        coefficient(values, 2), coefficient(values, 1), coefficient(values, 0));
  }

  /** The coefficient of a power; coefficients are listed from the highest power down. */
  private static double coefficient(double[] values, int power) {
    return power < values.length ? values[values.length - 1 - power] : 0;
  }

  private static double[] values(double[] row, int perItem) {
    double count = row[3];
    int room = row.length - FIRST;
    if (!(count >= 0 && count == Math.rint(count) && count * perItem <= room)) {
      throw new GridException(
          "cost count %s does not fit the %d columns behind it".formatted(count, room),
          "Maybe the count in the fourth column is wrong, or columns are missing.");
    }
    int items = (int) count;
    return Arrays.copyOfRange(row, FIRST, FIRST + items * perItem);
  }

  /** Reactive power has no price here. */
  private static void requireZero(double[] row) {
    double[] values = values(row, row[0] == PIECEWISE_LINEAR ? 2 : 1);
    int step = row[0] == PIECEWISE_LINEAR ? 2 : 1;
    for (int i = step - 1; i < values.length; i += step) {
      if (values[i] != 0) {
        throw new GridException(
            "reactive power costs " + values[i] + ", and only active power can have a cost",
            "Maybe leave the second half of mpc.gencost out.");
      }
    }
  }
}
