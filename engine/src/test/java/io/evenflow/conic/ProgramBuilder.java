package io.evenflow.conic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Collects a program row by row, in the order of the cones. */
final class ProgramBuilder {
  private final List<int[]> places = new ArrayList<>();
  private final List<Double> values = new ArrayList<>();
  private final List<int[]> quadraticPlaces = new ArrayList<>();
  private final List<Double> quadraticValues = new ArrayList<>();
  private final List<Double> bounds = new ArrayList<>();
  private final List<Integer> secondOrder = new ArrayList<>();
  private final double[] linear;
  private int zero;
  private int nonnegative;

  ProgramBuilder(double... linear) {
    this.linear = linear.clone();
  }

  /** Adds value · xᵢxⱼ, halved by the convention of P when i = j. */
  ProgramBuilder quadratic(int i, int j, double value) {
    quadraticPlaces.add(new int[] {Math.min(i, j), Math.max(i, j)});
    quadraticValues.add(value);
    return this;
  }

  /** Σ entries = bound, entries being column, value, column, value, … */
  ProgramBuilder equal(double bound, double... entries) {
    zero++;
    return row(bound, entries);
  }

  /** Σ entries ≤ bound. */
  ProgramBuilder atMost(double bound, double... entries) {
    nonnegative++;
    return row(bound, entries);
  }

  /** Opens a second-order cone of the next {@code dimension} rows. */
  ProgramBuilder cone(int dimension) {
    secondOrder.add(dimension);
    return this;
  }

  /** A row b − Σ entries of the present cone. */
  ProgramBuilder row(double bound, double... entries) {
    for (int k = 0; k < entries.length; k += 2) {
      places.add(new int[] {bounds.size(), (int) entries[k]});
      values.add(entries[k + 1]);
    }
    bounds.add(bound);
    return this;
  }

  ConicProgram build() {
    int n = linear.length;
    int[] dimensions = secondOrder.stream().mapToInt(Integer::intValue).toArray();
    return new ConicProgram(
        matrix(n, n, quadraticPlaces, quadraticValues),
        linear,
        matrix(bounds.size(), n, places, values),
        doubles(bounds),
        new Cones(zero, nonnegative, dimensions));
  }

  private static SparseMatrix matrix(
      int rows, int columns, List<int[]> places, List<Double> values) {
    int[] row = places.stream().mapToInt(place -> place[0]).toArray();
    int[] column = places.stream().mapToInt(place -> place[1]).toArray();
    return SparseMatrix.ofTriplets(rows, columns, row, column, doubles(values), row.length);
  }

  private static double[] doubles(List<Double> list) {
    double[] result = new double[list.size()];
    Arrays.setAll(result, list::get);
    return result;
  }
}
