package io.evenflow.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.sun.management.ThreadMXBean;
import io.evenflow.grid.Branch;
import io.evenflow.grid.Bus;
import io.evenflow.grid.Drawing;
import io.evenflow.grid.Feeder;
import io.evenflow.grid.Network;
import java.lang.management.ManagementFactory;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Feeders small enough for a formula. Branches have 0.01 + j0.02 p.u.; 1 MVA is 1 p.u. */
class PowerFlowTest {
  private static final Offset<Double> CLOSE = within(1e-11);

  @Test
  void twoBusesObeyTheQuadraticOfTheirVoltage() {
    PowerFlow flow = new PowerFlow(Drawing.feeder("[1] -- 2"));

    assertThat(flow.solve(1, loads(0, 3), loads(0, 2))).isEqualTo(PowerFlowStatus.CONVERGED);

    // v² + (2(rP + xQ) − 1)·v + (r² + x²)(P² + Q²) = 0 with v = |V|²
    double half = (1 - 2 * (0.01 * 3 + 0.02 * 2)) / 2;
    double v = half + Math.sqrt(half * half - (0.0001 + 0.0004) * 13);
    assertThat(flow.voltageMagnitudePu(1)).isCloseTo(Math.sqrt(v), CLOSE);
    assertThat(flow.totalLossMw()).isCloseTo(0.01 * 13 / v, CLOSE);
    assertThat(flow.substationActiveMw()).isCloseTo(3 + 0.01 * 13 / v, CLOSE);
    assertThat(flow.substationReactiveMvar()).isCloseTo(2 + 0.02 * 13 / v, CLOSE);
    assertThat(flow.childEndActiveMw(1)).isCloseTo(-3, CLOSE);
    assertThat(flow.childEndReactiveMvar(1)).isCloseTo(-2, CLOSE);
    assertThat(flow.apparentPowerMva(1))
        .isCloseTo(Math.hypot(flow.parentEndActiveMw(1), flow.parentEndReactiveMvar(1)), CLOSE);
    assertThat(flow.lowestVoltageBus()).isEqualTo(1);
    assertThat(flow.highestVoltageBus()).isZero();
  }

  @Test
  void withoutLoadATransformerShowsItsRatioAndItsShift() {
    PowerFlow step = new PowerFlow(withBranch(transformer(1, 2)));
    step.solve(1.05, loads(0, 0), loads(0, 0));
    assertThat(step.voltageMagnitudePu(1)).isCloseTo(1.05 / 1.1, CLOSE);
    assertThat(step.voltageAngleDegrees(1)).isCloseTo(-30, CLOSE);

    PowerFlow reversed = new PowerFlow(withBranch(transformer(2, 1)));
    reversed.solve(1.05, loads(0, 0), loads(0, 0));
    assertThat(reversed.voltageMagnitudePu(1)).isCloseTo(1.05 * 1.1, CLOSE);
    assertThat(reversed.voltageAngleDegrees(1)).isCloseTo(30, CLOSE);
  }

  @Test
  void shiftTurnsAnglesAndLeavesPowers() {
    PowerFlow plain = new PowerFlow(withBranch(new Branch(1, 2, 0.01, 0.02, 0.1, 9, 1, 0, true)));
    PowerFlow turned = new PowerFlow(withBranch(new Branch(1, 2, 0.01, 0.02, 0.1, 9, 1, 30, true)));
    plain.solve(1, loads(0, 2), loads(0, 1));
    turned.solve(1, loads(0, 2), loads(0, 1));

    assertThat(turned.voltageMagnitudePu(1)).isCloseTo(plain.voltageMagnitudePu(1), CLOSE);
    assertThat(turned.voltageAngleDegrees(1))
        .isCloseTo(plain.voltageAngleDegrees(1) - 30, within(1e-9));
    assertThat(turned.parentEndReactiveMvar(1)).isCloseTo(plain.parentEndReactiveMvar(1), CLOSE);
  }

  @Test
  void aLineMayBeListedFromEitherEnd() {
    PowerFlow down = new PowerFlow(withBranch(new Branch(1, 2, 0.01, 0.02, 0.1, 9, 1, 0, true)));
    PowerFlow up = new PowerFlow(withBranch(new Branch(2, 1, 0.01, 0.02, 0.1, 9, 1, 0, true)));
    down.solve(1, loads(0, 2), loads(0, 1));
    up.solve(1, loads(0, 2), loads(0, 1));

    assertThat(up.voltageMagnitudePu(1)).isEqualTo(down.voltageMagnitudePu(1));
    assertThat(up.substationReactiveMvar()).isEqualTo(down.substationReactiveMvar());
  }

  @Test
  void shuntsAreImpedances() {
    Bus plain = Drawing.network("[1] -- 2").buses().get(1);
    Bus shunt = new Bus(2, plain.type(), 0, 0, 0.5, 0.8, 1, 0, plain.baseKv(), 0.9, 1.1);
    Network network = Drawing.network("[1] -- 2");
    PowerFlow flow =
        new PowerFlow(Feeder.of(network.withBuses(List.of(network.buses().get(0), shunt))));

    assertThat(flow.solve(1, loads(0, 0), loads(0, 0))).isEqualTo(PowerFlowStatus.CONVERGED);

    double v = Math.pow(flow.voltageMagnitudePu(1), 2);
    assertThat(flow.childEndActiveMw(1)).isCloseTo(-0.5 * v, CLOSE);
    assertThat(flow.childEndReactiveMvar(1)).isCloseTo(0.8 * v, CLOSE);
    // |1 + (r + jx)(G + jB)|⁻²
    assertThat(v)
        .isCloseTo(
            1 / (Math.pow(1 + 0.01 * 0.5 - 0.02 * 0.8, 2) + Math.pow(0.01 * 0.8 + 0.02 * 0.5, 2)),
            CLOSE);
  }

  @Test
  void powersBalanceAtEveryBus() {
    Feeder feeder =
        Drawing.feeder(
            """
            5 -- 4 -- [1] -- 2 -- 3
                             2 -- 6
            """);
    PowerFlow flow = new PowerFlow(feeder);
    double[] active = {0.3, 0.2, 0.1, 0.4, -0.5, 0.2};
    double[] reactive = {0.1, 0.1, 0, 0.3, 0.2, -0.2};
    flow.solve(1.02, active, reactive);

    for (int bus = 0; bus < feeder.busCount(); bus++) {
      double out = active[bus];
      for (int child : feeder.children(bus)) {
        out += flow.parentEndActiveMw(child);
      }
      double in = bus == 0 ? flow.substationActiveMw() : -flow.childEndActiveMw(bus);
      assertThat(in).isCloseTo(out, CLOSE);
    }
  }

  @Test
  void loadBeyondWhatTheFeederCarriesIsNotConverged() {
    PowerFlow flow = new PowerFlow(Drawing.feeder("[1] -- 2"));

    // The largest load at this power factor is about 11 MW.
    assertThat(flow.solve(1, loads(0, 10), loads(0, 5))).isEqualTo(PowerFlowStatus.CONVERGED);
    assertThat(flow.solve(1, loads(0, 12.6), loads(0, 6.3)))
        .isNotEqualTo(PowerFlowStatus.CONVERGED);
    assertThat(flow.solve(1, loads(0, 1e9), loads(0, 0))).isNotEqualTo(PowerFlowStatus.CONVERGED);
    assertThat(flow.solve(1, loads(0, Double.NaN), loads(0, 0)))
        .isEqualTo(PowerFlowStatus.DIVERGED);
  }

  @Test
  void theSameLoadsGiveTheSameAnswerAfterAnyOther() {
    PowerFlow flow = new PowerFlow(Drawing.feeder("[1] -- 2"));
    flow.solve(1, loads(0, 3), loads(0, 2));
    double voltage = flow.voltageMagnitudePu(1);
    flow.solve(1, loads(0, 1e9), loads(0, 0));
    flow.solve(1, loads(0, 3), loads(0, 2));

    assertThat(flow.voltageMagnitudePu(1)).isEqualTo(voltage);
  }

  @Test
  void solvingAgainAllocatesNothing() {
    var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    PowerFlow flow = new PowerFlow(Drawing.feeder("[1] -- 2 -- 3 -- 4"));
    double[] loads = {0, 1, 1, 1};
    flow.solve(1, loads, loads);
    long before = threads.getCurrentThreadAllocatedBytes();
    for (int i = 0; i < 1000; i++) {
      flow.solve(1, loads, loads);
    }

    // The counter itself takes a little.
    assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(1000);
  }

  @Test
  void argumentsAreChecked() {
    PowerFlow flow = new PowerFlow(Drawing.feeder("[1] -- 2"));

    assertThatThrownBy(() -> flow.solve(1, new double[3], new double[2]))
        .hasMessage("3 active and 2 reactive loads for 2 buses");
    assertThatThrownBy(() -> flow.solve(0, new double[2], new double[2]))
        .hasMessage("substation voltage 0.0 must be above 0");
  }

  private static Feeder withBranch(Branch branch) {
    return Feeder.of(Drawing.network("[1] -- 2").withBranches(List.of(branch)));
  }

  private static Branch transformer(int from, int to) {
    return new Branch(from, to, 0.01, 0.02, 0, 9, 1.1, 30, true);
  }

  private static double[] loads(double... loads) {
    return loads;
  }
}
