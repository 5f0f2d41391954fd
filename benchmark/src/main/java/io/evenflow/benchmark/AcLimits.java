package io.evenflow.benchmark;

import io.evenflow.check.PowerFlow;
import io.evenflow.check.PowerFlowStatus;
import io.evenflow.fleet.Session;
import io.evenflow.grid.Branch;
import io.evenflow.grid.BranchRating;
import io.evenflow.grid.Feeder;
import io.evenflow.scenario.Limits;
import io.evenflow.scenario.Scenario;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Limits near what a day makes of its grid: least and greatest voltage, the flow of one branch and
 * the export are found for vehicles that stand, for vehicles that all charge and for vehicles that
 * all feed back, at every hour; each limit is drawn somewhere between or a little beyond.
 * Generators stand at their least.
 */
final class AcLimits {
  private final Scenario day;
  private final Feeder feeder;
  private final RandomGenerator random;
  private final PowerFlow flow;
  private final int rated;

  AcLimits(Scenario day, RandomGenerator random) {
    this.day = day;
    this.random = random;
    feeder = day.feeder();
    flow = new PowerFlow(feeder);
    rated = random.nextInt(1, feeder.busCount());
  }

  /** What a fleet makes of the grid over the day. */
  private static final class Extremes {
    double leastVoltagePu = Double.POSITIVE_INFINITY;
    double mostVoltagePu;
    double mostMva;
    double mostExportMw;
  }

  Limits draw() {
    Extremes none = extremes(0);
    Extremes full = extremes(1);
    Extremes back = extremes(-1);
    return new Limits(
        leastVoltage(none, full), mostVoltage(none, full), export(none, back), ratings(none, full));
  }

  /** Between what vehicles may cost of voltage; one in seven above what the load alone leaves. */
  private @Nullable Double leastVoltage(Extremes none, Extremes full) {
    if (random.nextInt(5) > 1) {
      return null;
    }
    double room = none.leastVoltagePu - full.leastVoltagePu;
    return rounded(Math.clamp(none.leastVoltagePu - random.nextDouble(-0.15, 1) * room, 0.5, 1));
  }

  /** Where sun lifts voltages above the substation's: vehicles may have to charge against it. */
  private @Nullable Double mostVoltage(Extremes none, Extremes full) {
    double lowest = feeder.bus(0).voltageMaxPu();
    if (none.mostVoltagePu < lowest + 1e-3 || random.nextInt(4) == 0) {
      return null;
    }
    double room = none.mostVoltagePu - full.mostVoltagePu;
    double most = none.mostVoltagePu - random.nextDouble(-0.5, 0.9) * room;
    return rounded(Math.max(lowest + 1e-4, most));
  }

  private List<BranchRating> ratings(Extremes none, Extremes full) {
    List<BranchRating> ratings = new ArrayList<>();
    if (random.nextInt(3) == 0) {
      Branch branch = feeder.branch(rated);
      double room = Math.max(0.02 * none.mostMva, full.mostMva - none.mostMva);
      double mva = none.mostMva + random.nextDouble(-0.1, 1) * room;
      ratings.add(new BranchRating(branch.from(), branch.to(), rounded(Math.max(1e-3, mva))));
    }
    return ratings;
  }

  /** None at all, hardly what there is, or all; the case's own limit on other days. */
  private @Nullable Double export(Extremes none, Extremes back) {
    double most = Math.max(none.mostExportMw, back.mostExportMw);
    return switch (random.nextInt(6)) {
      case 0 -> 0.0;
      case 1 -> rounded(most * random.nextDouble(0.5, 1.1));
      case 2, 3 -> 10 * feeder.baseMva();
      default -> none.mostExportMw > 0 ? Double.valueOf(rounded(1.5 * most)) : null;
    };
  }

  private static double rounded(double value) {
    return Math.rint(value * 1e6) / 1e6;
  }

  /** Where all vehicles present charge (1), stand (0) or feed back (−1) at full power. */
  private Extremes extremes(int direction) {
    Extremes extremes = new Extremes();
    for (int t = 0; t < day.periods(); t++) {
      if (solve(t, direction) == PowerFlowStatus.CONVERGED) {
        note(extremes);
      }
    }
    return extremes;
  }

  private void note(Extremes extremes) {
    for (int i = 1; i < feeder.busCount(); i++) {
      double voltage = flow.voltageMagnitudePu(i);
      extremes.leastVoltagePu = Math.min(extremes.leastVoltagePu, voltage);
      extremes.mostVoltagePu = Math.max(extremes.mostVoltagePu, voltage);
    }
    extremes.mostMva = Math.max(extremes.mostMva, flow.apparentPowerMva(rated));
    extremes.mostExportMw = Math.max(extremes.mostExportMw, -flow.substationActiveMw());
  }

  private PowerFlowStatus solve(int period, int direction) {
    double[] active = new double[feeder.busCount()];
    double[] reactive = new double[feeder.busCount()];
    for (int i = 0; i < active.length; i++) {
      active[i] = day.activeLoadMw(i, period);
      reactive[i] = day.reactiveLoadMvar(i, period);
    }
    for (int s = 0; s < day.sessions().size(); s++) {
      active[day.busOf(day.stationOf(s))] +=
          powerKw(day.sessions().get(s), period, direction) / 1000;
    }
    for (int g = 0; g < feeder.generators().size(); g++) {
      if (feeder.generatorBus(g) != 0) {
        active[feeder.generatorBus(g)] -= feeder.generators().get(g).activeMinMw();
      }
    }
    return flow.solve(feeder.bus(0).voltageMaxPu(), active, reactive);
  }

  private static double powerKw(Session session, int period, int direction) {
    if (!session.isPresent(period) || direction == 0) {
      return 0;
    }
    var discharge = session.charger().discharge();
    return direction > 0
        ? session.charger().charge().maxKw()
        : discharge == null ? 0 : -discharge.maxKw();
  }
}
