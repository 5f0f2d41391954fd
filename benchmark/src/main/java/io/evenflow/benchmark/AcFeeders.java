package io.evenflow.benchmark;

import io.evenflow.grid.Branch;
import io.evenflow.grid.Bus;
import io.evenflow.grid.Network;
import io.evenflow.io.matpower.BuiltInCases;
import io.evenflow.io.matpower.MatpowerReader;
import java.util.List;

/**
 * Small feeders for {@link RandomAcDays}: six invented ones, each with something of its own, and
 * the first buses of case33bw.
 */
final class AcFeeders {
  /** A transformer with a tap, then two lines with charging. */
  private static final String TAP3 =
      """
      function mpc = tap3
      % [1] =(tap)= 2 --- 3
      mpc.version = '2';
      mpc.baseMVA = 1;
      mpc.bus = [
        1 3 0    0    0 0 1 1 0 20  1 1.0  1.0;
        2 1 0.10 0.04 0 0 1 1 0 0.4 1 1.08 0.9;
        3 1 0.15 0.05 0 0 1 1 0 0.4 1 1.08 0.9;
      ];
      mpc.gen = [1 0 0 2 -2 1 1 1 3 -3];
      mpc.branch = [
        1 2 0.02 0.05 0     0 0 0 0.98 0 1 -360 360;
        2 3 0.12 0.06 0.004 0 0 0 0    0 1 -360 360;
      ];
      mpc.gencost = [2 0 0 2 50 0];
      """;

  /** A generator of 200 kW and ±100 kvar at the end of one arm, dearer the more it gives. */
  private static final String FORK5 =
      """
      function mpc = fork5
      % [1] --- 2 --- 3 --- 4 (G)
      %          `--- 5
      mpc.version = '2';
      mpc.baseMVA = 1;
      mpc.bus = [
        1 3 0    0    0 0 1 1 0 10 1 1.0 1.0;
        2 1 0.08 0.02 0 0 1 1 0 10 1 1.1 0.9;
        3 1 0.12 0.05 0 0 1 1 0 10 1 1.1 0.9;
        4 1 0.05 0.01 0 0 1 1 0 10 1 1.1 0.9;
        5 1 0.15 0.06 0 0 1 1 0 10 1 1.1 0.9;
      ];
      mpc.gen = [
        1 0 0 2   -2   1 1 1 2   -2;
        4 0 0 0.1 -0.1 1 1 1 0.2 0;
      ];
      mpc.branch = [
        1 2 0.04 0.04 0 0 0 0 0 0 1 -360 360;
        2 3 0.08 0.05 0 0 0 0 0 0 1 -360 360;
        4 3 0.10 0.05 0 0 0 0 0 0 1 -360 360;
        2 5 0.09 0.07 0 0 0 0 0 0 1 -360 360;
      ];
      mpc.gencost = [
        2 0 0 3 0  60 0;
        2 0 0 3 90 35 1;
      ];
      """;

  /** Capacitors at two buses, a shunt that consumes at a third; 10 MVA. */
  private static final String CAP7 =
      """
      function mpc = cap7
      % [1] --- 2 --- 3 (C) --- 4 --- 5 (C)
      %          `--- 6 --- 7
      mpc.version = '2';
      mpc.baseMVA = 10;
      mpc.bus = [
        1 3 0   0   0    0   1 1 0 20 1 1.02 1.02;
        2 1 0.5 0.2 0    0   1 1 0 20 1 1.1  0.9;
        3 1 0.3 0.2 0    0.6 1 1 0 20 1 1.1  0.9;
        4 1 0.6 0.3 0.01 0   1 1 0 20 1 1.1  0.9;
        5 1 0.4 0.2 0    0.9 1 1 0 20 1 1.1  0.9;
        6 1 0.5 0.1 0    0   1 1 0 20 1 1.1  0.9;
        7 1 0.4 0.2 0    0   1 1 0 20 1 1.1  0.9;
      ];
      mpc.gen = [1 0 0 10 -10 1.02 10 1 10 -10];
      mpc.branch = [
        1 2 0.05 0.06 0 0 0 0 0 0 1 -360 360;
        2 3 0.09 0.07 0 0 0 0 0 0 1 -360 360;
        3 4 0.12 0.08 0 0 0 0 0 0 1 -360 360;
        4 5 0.15 0.09 0 0 0 0 0 0 1 -360 360;
        2 6 0.11 0.05 0 0 0 0 0 0 1 -360 360;
        6 7 0.14 0.06 0 0 0 0 0 0 1 -360 360;
      ];
      mpc.gencost = [2 0 0 2 40 0];
      """;

  /** A substation whose voltage is free from 0.98 to 1.03, ratings in the file. */
  private static final String FREE9 =
      """
      function mpc = free9
      % [1] --- 2 --- 3 --- 4 --- 5
      %         |     `--- 8 --- 9
      %         `--- 6 --- 7
      mpc.version = '2';
      mpc.baseMVA = 10;
      mpc.bus = [
        1 3 0   0   0 0 1 1 0 10 1 1.03 0.98;
        2 1 0.2 0.1 0 0 1 1 0 10 1 1.08 0.92;
        3 1 0.4 0.1 0 0 1 1 0 10 1 1.08 0.92;
        4 1 0.1 0   0 0 1 1 0 10 1 1.08 0.92;
        5 1 0.6 0.3 0 0 1 1 0 10 1 1.08 0.92;
        6 1 0.3 0.1 0 0 1 1 0 10 1 1.08 0.92;
        7 1 0.2 0.1 0 0 1 1 0 10 1 1.08 0.92;
        8 1 0   0   0 0 1 1 0 10 1 1.08 0.92;
        9 1 0.5 0.2 0 0 1 1 0 10 1 1.08 0.92;
      ];
      mpc.gen = [1 0 0 6 -6 1 10 1 6 -6];
      mpc.branch = [
        1 2 0.03 0.04 0     4.5 0 0 0 0 1 -360 360;
        2 3 0.05 0.05 0     0   0 0 0 0 1 -360 360;
        3 4 0.08 0.05 0     0   0 0 0 0 1 -360 360;
        4 5 0.10 0.06 0.002 1.9 0 0 0 0 1 -360 360;
        2 6 0.07 0.04 0     0   0 0 0 0 1 -360 360;
        6 7 0.09 0.05 0     0   0 0 0 0 1 -360 360;
        3 8 0.06 0.04 0     0   0 0 0 0 1 -360 360;
        9 8 0.12 0.06 0     1.6 0 0 0 0 1 -360 360;
      ];
      mpc.gencost = [2 0 0 2 55 0];
      """;

  /** A free generator that must give 50 kW, and one with lines as its cost; 1 MVA. */
  private static final String GEN12 =
      """
      function mpc = gen12
      % [1] --- 2 --- 3 --- 4 --- 5 --- 6 (G)
      %         |     `--- 7 --- 8
      %         `--- 9 --- 10 --- 11 --- 12 (G)
      mpc.version = '2';
      mpc.baseMVA = 1;
      mpc.bus = [
         1 3 0    0    0 0    1 1 0 10 1 1.0  1.0;
         2 1 0.03 0.01 0 0    1 1 0 10 1 1.06 0.92;
         3 1 0.05 0.02 0 0    1 1 0 10 1 1.06 0.92;
         4 1 0.04 0.01 0 0    1 1 0 10 1 1.06 0.92;
         5 1 0.06 0.03 0 0    1 1 0 10 1 1.06 0.92;
         6 1 0.02 0    0 0    1 1 0 10 1 1.06 0.92;
         7 1 0.05 0.02 0 0    1 1 0 10 1 1.06 0.92;
         8 1 0.08 0.03 0 0    1 1 0 10 1 1.06 0.92;
         9 1 0.03 0.01 0 0    1 1 0 10 1 1.06 0.92;
        10 1 0.04 0.02 0 0.03 1 1 0 10 1 1.06 0.92;
        11 1 0.05 0.01 0 0    1 1 0 10 1 1.06 0.92;
        12 1 0.04 0.02 0 0    1 1 0 10 1 1.06 0.92;
      ];
      mpc.gen = [
         1 0 0 1.5  -1.5  1 1 1 2    -2;
         6 0 0 0    0     1 1 1 0.25 0.05;
        12 0 0 0.08 -0.08 1 1 1 0.15 0;
      ];
      mpc.branch = [
         1  2 0.03 0.03 0 0 0 0 0 0 1 -360 360;
         2  3 0.05 0.04 0 0 0 0 0 0 1 -360 360;
         3  4 0.08 0.05 0 0 0 0 0 0 1 -360 360;
         4  5 0.09 0.05 0 0 0 0 0 0 1 -360 360;
         5  6 0.10 0.05 0 0 0 0 0 0 1 -360 360;
         3  7 0.08 0.04 0 0 0 0 0 0 1 -360 360;
         7  8 0.12 0.06 0 0 0 0 0 0 1 -360 360;
         2  9 0.06 0.04 0 0 0 0 0 0 1 -360 360;
         9 10 0.08 0.05 0 0 0 0 0 0 1 -360 360;
        10 11 0.11 0.06 0 0 0 0 0 0 1 -360 360;
        11 12 0.10 0.05 0 0 0 0 0 0 1 -360 360;
      ];
      mpc.gencost = [
        2 0 0 2 50 0   0 0    0 0;
        2 0 0 2 0  0   0 0    0 0;
        1 0 0 3 0  0   0.05 2 0.15 9;
      ];
      """;

  /** One long line with little room at the substation. */
  private static final String LINE15 =
      """
      function mpc = line15
      % [1] --- 2 --- ... --- 15
      mpc.version = '2';
      mpc.baseMVA = 10;
      mpc.bus = [
         1 3 0    0    0 0   1 1 0 20 1 1.01 1.01;
         2 1 0.10 0.04 0 0   1 1 0 20 1 1.1  0.9;
         3 1 0.20 0.08 0 0   1 1 0 20 1 1.1  0.9;
         4 1 0    0    0 0   1 1 0 20 1 1.1  0.9;
         5 1 0.15 0.05 0 0   1 1 0 20 1 1.1  0.9;
         6 1 0.12 0.04 0 0   1 1 0 20 1 1.1  0.9;
         7 1 0.25 0.10 0 0   1 1 0 20 1 1.1  0.9;
         8 1 0.08 0.02 0 0.2 1 1 0 20 1 1.1  0.9;
         9 1 0.10 0.05 0 0   1 1 0 20 1 1.1  0.9;
        10 1 0.20 0.07 0 0   1 1 0 20 1 1.1  0.9;
        11 1 0.05 0.02 0 0   1 1 0 20 1 1.1  0.9;
        12 1 0.15 0.06 0 0   1 1 0 20 1 1.1  0.9;
        13 1 0.10 0.03 0 0   1 1 0 20 1 1.1  0.9;
        14 1 0.12 0.05 0 0   1 1 0 20 1 1.1  0.9;
        15 1 0.08 0.03 0 0   1 1 0 20 1 1.1  0.9;
      ];
      mpc.gen = [1 0 0 2 -2 1.01 10 1 2.4 -3];
      mpc.branch = [
         1  2 0.02 0.03 0.001 0 0 0 0 0 1 -360 360;
         2  3 0.03 0.03 0.001 0 0 0 0 0 1 -360 360;
         3  4 0.02 0.02 0.001 0 0 0 0 0 1 -360 360;
         4  5 0.03 0.03 0.001 0 0 0 0 0 1 -360 360;
         5  6 0.04 0.03 0.001 0 0 0 0 0 1 -360 360;
         6  7 0.04 0.03 0.001 0 0 0 0 0 1 -360 360;
         7  8 0.05 0.03 0.001 0 0 0 0 0 1 -360 360;
         8  9 0.05 0.03 0.001 0 0 0 0 0 1 -360 360;
         9 10 0.05 0.03 0.001 0 0 0 0 0 1 -360 360;
        10 11 0.06 0.04 0.001 0 0 0 0 0 1 -360 360;
        11 12 0.06 0.04 0.001 0 0 0 0 0 1 -360 360;
        12 13 0.07 0.04 0.001 0 0 0 0 0 1 -360 360;
        13 14 0.07 0.04 0.001 0 0 0 0 0 1 -360 360;
        14 15 0.08 0.04 0.001 0 0 0 0 0 1 -360 360;
      ];
      mpc.gencost = [2 0 0 2 45 0];
      """;

  private AcFeeders() {}

  /** All of them, the smallest first. */
  static List<Network> all() {
    return List.of(
        read("tap3", TAP3),
        read("fork5", FORK5),
        read("cap7", CAP7),
        read("free9", FREE9),
        firstBuses(10),
        read("gen12", GEN12),
        read("line15", LINE15),
        firstBuses(18),
        BuiltInCases.read("case33bw"));
  }

  private static Network read(String name, String text) {
    return MatpowerReader.read(name, text);
  }

  /** Buses 1 to n of case33bw: its trunk, without what branches off. */
  private static Network firstBuses(int n) {
    Network whole = BuiltInCases.read("case33bw");
    List<Bus> buses = whole.buses().stream().filter(bus -> bus.number() <= n).toList();
    List<Branch> branches =
        whole.branches().stream().filter(b -> Math.max(b.from(), b.to()) <= n).toList();
    return new Network(
        "case33bw-" + n, whole.baseMva(), buses, whole.generators(), branches, List.of());
  }
}
