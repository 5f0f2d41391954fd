package io.evenflow.conic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * A synthetic day of vehicles charging on a radial feeder: in every period, for the branch into bus
 * b from its parent a,
 *
 * <pre>
 *   P_b = Σ_children P_c + r l_b + load_b + Σ_vehicles p,    Q_b = Σ_children Q_c + x l_b + load_b
 *   v_b = v_a − 2 (r P_b + x Q_b) + (r² + x²) l_b,            v_a l_b ≥ P_b² + Q_b²
 *   e_t = e_{t−1} + η h p_t
 * </pre>
 *
 * <p>in per unit of 1 MVA. Built only to measure the solver; the numbers are plausible, not real.
 */
final class DistFlowDay {
  private final int buses;
  private final int periods;
  private final int vehicles;
  private final Random random;
  private final int[] parent;
  private final double[] r;
  private final double[] x;
  private final int[] home;
  private final List<double[]> equalities = new ArrayList<>();
  private final List<double[]> inequalities = new ArrayList<>();
  private final List<double[][]> cones = new ArrayList<>();

  private DistFlowDay(int buses, int periods, int vehicles, long seed) {
    this.buses = buses;
    this.periods = periods;
    this.vehicles = vehicles;
    random = new Random(seed);
    parent = new int[buses];
    r = new double[buses];
    x = new double[buses];
    home = new int[vehicles];
  }

  /** The program of this size; bus 0 is the substation, v₀ = 1. */
  static ConicProgram of(int buses, int periods, int vehicles, long seed) {
    return new DistFlowDay(buses, periods, vehicles, seed).build();
  }

  private ConicProgram build() {
    for (int b = 1; b < buses; b++) {
      parent[b] = random.nextInt(4) == 0 ? random.nextInt(b) : b - 1;
      r[b] = 0.0005 + 0.001 * random.nextDouble();
      x[b] = 0.7 * r[b];
    }
    for (int k = 0; k < vehicles; k++) {
      home[k] = 1 + random.nextInt(buses - 1);
    }
    for (int t = 0; t < periods; t++) {
      addPeriod(t);
    }
    for (int k = 0; k < vehicles; k++) {
      addVehicle(k);
    }
    double[] linear = new double[periods * (4 * (buses - 1) + 2 * vehicles)];
    for (int t = 0; t < periods; t++) {
      double price = 60 + 40 * Math.sin(0.5 * t) + random.nextDouble();
      for (int b = 1; b < buses; b++) {
        if (parent[b] == 0) {
          linear[flow(t, b, 1)] = price;
        }
      }
    }
    ProgramBuilder builder = new ProgramBuilder(linear);
    equalities.forEach(row -> builder.equal(row[0], entries(row)));
    inequalities.forEach(row -> builder.atMost(row[0], entries(row)));
    for (double[][] cone : cones) {
      builder.cone(cone.length);
      for (double[] row : cone) {
        builder.row(row[0], entries(row));
      }
    }
    return builder.build();
  }

  private static double[] entries(double[] row) {
    return Arrays.copyOfRange(row, 1, row.length);
  }

  /** Column of v, P, Q or l (0 … 3) of the branch into bus b. */
  private int flow(int t, int b, int quantity) {
    return (t * (buses - 1) + b - 1) * 4 + quantity;
  }

  private int power(int t, int k) {
    return 4 * periods * (buses - 1) + t * vehicles + k;
  }

  private int energy(int t, int k) {
    return power(periods + t, k);
  }

  private void addPeriod(int t) {
    double shape = 0.6 + 0.4 * Math.sin(0.26 * (t - 8));
    for (int b = 1; b < buses; b++) {
      double load = 0.02 * shape * (0.5 + random.nextDouble());
      addBalance(t, b, 1, r[b], load);
      addBalance(t, b, 2, x[b], 0.3 * load);
      addDrop(t, b);
      int v = flow(t, b, 0);
      int l = flow(t, b, 3);
      inequalities.add(new double[] {1.1 * 1.1, v, 1});
      inequalities.add(new double[] {-0.9 * 0.9, v, -1});
      inequalities.add(new double[] {9, l, 1});
      addCone(t, b);
    }
  }

  private void addBalance(int t, int b, int quantity, double loss, double load) {
    List<Double> row = new ArrayList<>(List.of(load, (double) flow(t, b, quantity), 1.0));
    row.addAll(List.of((double) flow(t, b, 3), -loss));
    for (int c = b + 1; c < buses; c++) {
      if (parent[c] == b) {
        row.addAll(List.of((double) flow(t, c, quantity), -1.0));
      }
    }
    for (int k = 0; quantity == 1 && k < vehicles; k++) {
      if (home[k] == b) {
        row.addAll(List.of((double) power(t, k), -1.0));
      }
    }
    equalities.add(row.stream().mapToDouble(Double::doubleValue).toArray());
  }

  private void addDrop(int t, int b) {
    double z2 = r[b] * r[b] + x[b] * x[b];
    int v = flow(t, b, 0);
    int p = flow(t, b, 1);
    int q = flow(t, b, 2);
    int l = flow(t, b, 3);
    equalities.add(
        parent[b] == 0
            ? new double[] {1, v, 1, p, 2 * r[b], q, 2 * x[b], l, -z2}
            : new double[] {0, v, 1, p, 2 * r[b], q, 2 * x[b], l, -z2, flow(t, parent[b], 0), -1});
  }

  private void addCone(int t, int b) {
    int l = flow(t, b, 3);
    double[] tailP = {0, flow(t, b, 1), -2};
    double[] tailQ = {0, flow(t, b, 2), -2};
    if (parent[b] == 0) {
      cones.add(new double[][] {{1, l, -1}, {1, l, 1}, tailP, tailQ});
    } else {
      int v = flow(t, parent[b], 0);
      cones.add(new double[][] {{0, v, -1, l, -1}, {0, v, -1, l, 1}, tailP, tailQ});
    }
  }

  private void addVehicle(int k) {
    int arrival = random.nextInt(periods / 2 + 1);
    int departure = Math.min(periods, arrival + 4 + random.nextInt(8));
    double need = Math.min(0.02, 0.004 * (departure - arrival));
    for (int t = 0; t < periods; t++) {
      boolean present = t >= arrival && t < departure;
      inequalities.add(new double[] {present ? 0.007 : 0, power(t, k), 1});
      inequalities.add(new double[] {0, power(t, k), -1});
      inequalities.add(new double[] {0.06, energy(t, k), 1});
      inequalities.add(new double[] {t >= departure - 1 ? -0.01 - need : 0, energy(t, k), -1});
      equalities.add(
          t == 0
              ? new double[] {0.01, energy(0, k), 1, power(0, k), -0.92}
              : new double[] {0, energy(t, k), 1, energy(t - 1, k), -1, power(t, k), -0.92});
    }
  }
}
