package io.evenflow.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenflow.grid.Branch;
import io.evenflow.grid.Bus;
import io.evenflow.grid.BusType;
import io.evenflow.grid.Drawing;
import io.evenflow.grid.Feeder;
import io.evenflow.grid.Network;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * On random feeders with everything a branch may carry, the voltages of the sweeps satisfy the
 * nodal equations {@code S = V·conj(Y·V)} with the admittance matrix of MATPOWER's user's manual
 * (eq. 3.2): {@code yff = (y + jb/2)/τ², yft = −y/(τ·e^{−jθ}), ytf = −y/(τ·e^{jθ}), ytt = y +
 * jb/2}.
 */
class NodalEquationsTest {
  private static final int BUSES = 40;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void holdAtEveryBus(long seed) {
    Random random = new Random(seed);
    assertHold(Feeder.of(network(random)), random);
  }

  /** The equations of the file's own branches, each for itself, at buses that are one. */
  @ParameterizedTest
  @ValueSource(longs = {11, 12, 13, 14, 15, 16, 17, 18})
  void holdWhereSwitchesJoinBusesAndBranchesAreParallel(long seed) {
    Random random = new Random(seed);
    Network plain = network(random);
    List<Bus> buses = new ArrayList<>(plain.buses());
    List<Branch> branches = new ArrayList<>(plain.branches());
    for (int number = BUSES + 1; number <= BUSES + 9; number++) {
      buses.add(bus(random, number, BusType.LOAD));
      branches.add(closedSwitch(random, random.nextInt(1, number), number));
    }
    for (int i = 0; i < 10; i++) {
      Branch branch = branches.get(random.nextInt(branches.size()));
      branches.add(
          branch.hasNoImpedance()
              ? closedSwitch(random, branch.to(), branch.from())
              : parallelTo(random, branch));
    }
    Feeder feeder = Feeder.of(plain.withBuses(buses).withBranches(branches));
    assertThat(feeder.busCount()).isEqualTo(BUSES);
    assertHold(feeder, random);
  }

  private static void assertHold(Feeder feeder, Random random) {
    double[] active = random.doubles(BUSES, -0.05, 0.1).toArray();
    double[] reactive = random.doubles(BUSES, -0.05, 0.05).toArray();
    PowerFlow flow = new PowerFlow(feeder);

    assertThat(flow.solve(1.03, active, reactive)).isEqualTo(PowerFlowStatus.CONVERGED);

    double[][] injected = injections(flow);
    active[0] -= flow.substationActiveMw();
    reactive[0] -= flow.substationReactiveMvar();
    for (int bus = 0; bus < BUSES; bus++) {
      assertThat(Math.abs(injected[bus][0] + active[bus])).isLessThan(1e-9);
      assertThat(Math.abs(injected[bus][1] + reactive[bus])).isLessThan(1e-9);
    }
  }

  private static Network network(Random random) {
    List<Bus> buses = new ArrayList<>();
    List<Branch> branches = new ArrayList<>();
    for (int number = 1; number <= BUSES; number++) {
      buses.add(bus(random, number, number == 1 ? BusType.SUBSTATION : BusType.LOAD));
      if (number > 1) {
        branches.add(branch(random, random.nextInt(1, number), number));
      }
    }
    return new Network("random", 1, buses, List.of(Drawing.generator(1)), branches, List.of());
  }

  private static Bus bus(Random random, int number, BusType type) {
    double conductance = random.nextDouble(0.02);
    double susceptance = random.nextDouble(-0.02, 0.05);
    return new Bus(number, type, 0, 0, conductance, susceptance, 1, 0, 12.66, 0.9, 1.1);
  }

  private static Branch closedSwitch(Random random, int from, int to) {
    return new Branch(
        from, to, 0, 0, random.nextDouble(0.02), Double.POSITIVE_INFINITY, 1, 0, true);
  }

  private static Branch parallelTo(Random random, Branch branch) {
    boolean turned = branch.tapRatio() == 1 && random.nextBoolean();
    return new Branch(
        turned ? branch.to() : branch.from(),
        turned ? branch.from() : branch.to(),
        random.nextDouble(0.01),
        random.nextDouble(0.001, 0.01),
        random.nextDouble(0.02),
        Double.POSITIVE_INFINITY,
        branch.tapRatio(),
        branch.shiftDegrees(),
        true);
  }

  private static Branch branch(Random random, int parent, int child) {
    boolean points = random.nextBoolean();
    boolean transformer = random.nextInt(4) == 0;
    return new Branch(
        points ? parent : child,
        points ? child : parent,
        random.nextDouble(0.01),
        random.nextDouble(0.001, 0.01),
        random.nextDouble(0.02),
        Double.POSITIVE_INFINITY,
        transformer ? random.nextDouble(0.98, 1.02) : 1,
        transformer ? random.nextDouble(-30, 30) : 0,
        true);
  }

  /** Re and Im of V·conj(Y·V) by bus. */
  private static double[][] injections(PowerFlow flow) {
    Feeder feeder = flow.feeder();
    double[][] currents = new double[BUSES][2];
    for (Branch branch : feeder.network().branches()) {
      int from = feeder.indexOf(branch.from());
      int to = feeder.indexOf(branch.to());
      if (branch.hasNoImpedance()) {
        double[] charging = {0, branch.chargingPu()};
        add(currents[from], times(charging, voltage(flow, from)));
      } else {
        addBranch(branch, voltage(flow, from), voltage(flow, to), currents[from], currents[to]);
      }
    }
    double[][] powers = new double[BUSES][];
    for (int i = 0; i < BUSES; i++) {
      double[] v = voltage(flow, i);
      for (Bus bus : feeder.fileBuses(i)) {
        double[] shunt = {bus.shuntConductanceMw(), bus.shuntSusceptanceMvar()};
        add(currents[i], times(shunt, v));
      }
      powers[i] = times(v, conjugate(currents[i]));
    }
    return powers;
  }

  private static void addBranch(
      Branch branch, double[] vf, double[] vt, double[] currentFrom, double[] currentTo) {
    double r = branch.resistancePu();
    double x = branch.reactancePu();
    double[] y = {r / (r * r + x * x), -x / (r * r + x * x)};
    double[] own = {y[0], y[1] + branch.chargingPu() / 2};
    double tap = branch.tapRatio();
    double shift = Math.toRadians(branch.shiftDegrees());
    double[] yff = {own[0] / (tap * tap), own[1] / (tap * tap)};
    double[] yft = times(y, polar(-1 / tap, shift));
    double[] ytf = times(y, polar(-1 / tap, -shift));
    add(currentFrom, plus(times(yff, vf), times(yft, vt)));
    add(currentTo, plus(times(ytf, vf), times(own, vt)));
  }

  private static double[] voltage(PowerFlow flow, int bus) {
    return polar(flow.voltageMagnitudePu(bus), Math.toRadians(flow.voltageAngleDegrees(bus)));
  }

  private static double[] polar(double magnitude, double angle) {
    return new double[] {magnitude * Math.cos(angle), magnitude * Math.sin(angle)};
  }

  private static double[] times(double[] a, double[] b) {
    return new double[] {a[0] * b[0] - a[1] * b[1], a[0] * b[1] + a[1] * b[0]};
  }

  private static double[] plus(double[] a, double[] b) {
    return new double[] {a[0] + b[0], a[1] + b[1]};
  }

  private static double[] conjugate(double[] a) {
    return new double[] {a[0], -a[1]};
  }

  private static void add(double[] sum, double[] term) {
    sum[0] += term[0];
    sum[1] += term[1];
  }
}
