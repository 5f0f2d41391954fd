package io.evenflow.live;

import io.evenflow.fleet.Session;
import io.evenflow.scenario.Dispatch;
import io.evenflow.scenario.Scenario;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A plan that needs no optimisation: who was planned before goes on as planned, others want full
 * power at once; where that does not hold, first those whose shortfall is dearest and who have
 * least time get as much as does. Period after period, each with its AC power flow.
 */
final class Fallback {
  /** More are not served one after the other: that is a power flow each. */
  private static final int MOST_IN_ORDER = 400;

  /** What rounding makes of a plan that fits is not another plan. Unit: kWh, kW */
  private static final double SAME_KWH = 1e-6;

  private final Scenario scenario;
  private final @Nullable Map<String, double[]> before;
  private final Curtailment curtailment;
  private final GoingOn others;
  private final double[] energy;

  private Fallback(Scenario scenario, @Nullable Map<String, double[]> before) {
    this.scenario = scenario;
    this.before = before;
    curtailment = new Curtailment(scenario);
    others = new GoingOn(scenario, before);
    energy = scenario.sessions().stream().mapToDouble(Session::arrivalEnergyKwh).toArray();
  }

  /**
   * The schedule.
   *
   * @param before by session what an earlier plan has for the scenario's periods, null for nothing
   */
  static Dispatch of(Scenario scenario, @Nullable Map<String, double[]> before) {
    Dispatch dispatch = Schedules.idle(scenario);
    Fallback fallback = new Fallback(scenario, before);
    for (int t = 0; t < scenario.periods(); t++) {
      fallback.set(t, dispatch);
    }
    return dispatch;
  }

  private void set(int t, Dispatch dispatch) {
    curtailment.beside(others.set(t, dispatch));
    double[] wish = new double[energy.length];
    Arrays.setAll(wish, s -> wish(s, t));
    double[] kw = before != null && curtailment.passes(t, wish) ? wish : curtailed(t, wish);
    for (int s = 0; s < kw.length; s++) {
      Session session = scenario.sessions().get(s);
      double charge = Math.max(0, kw[s]);
      double discharge = Math.max(0, -kw[s]);
      dispatch.chargeKw()[s][t] = charge;
      dispatch.dischargeKw()[s][t] = discharge;
      energy[s] = session.energyAfter(energy[s], charge, discharge, scenario.horizon().hours(t));
    }
  }

  private double[] curtailed(int t, double[] wish) {
    return wish.length > MOST_IN_ORDER
        ? curtailment.equally(t, wish)
        : curtailment.inOrder(t, wish, () -> order(t));
  }

  private double wish(int s, int t) {
    Session session = scenario.sessions().get(s);
    if (!session.isPresent(t)) {
      return 0;
    }
    double[] planned = before == null ? null : before.get(session.id());
    double full = curtailment.fullKw(s, t, energy[s]);
    if (planned == null) {
      return full;
    }
    double hours = scenario.horizon().hours(t);
    double kw = planned[t];
    double after = session.energyAfter(energy[s], Math.max(0, kw), Math.max(0, -kw), hours);
    boolean fits = after >= -SAME_KWH && after <= session.batteryKwh() + SAME_KWH;
    boolean allowed = kw <= session.charger().charge().maxKw() + SAME_KWH;
    return fits && allowed && stillReaches(session, t, after) ? kw : full;
  }

  /** Whether full power from the next period on makes up for a plan that counted on more. */
  private boolean stillReaches(Session session, int t, double energyAfter) {
    double hours = scenario.horizon().hours(t + 1, session.departure());
    double most = hours * session.charger().chargeEfficiency() * session.charger().charge().maxKw();
    return energyAfter + most >= session.targetEnergyKwh() - SAME_KWH;
  }

  private int[] order(int t) {
    return IntStream.range(0, energy.length)
        .boxed()
        .sorted(
            Comparator.comparingDouble((Integer s) -> -worth(s))
                .thenComparingDouble(s -> laxity(s, t)))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  private double worth(int s) {
    Double perKwh = scenario.sessions().get(s).shortfallCostPerKwh();
    return perKwh == null ? Double.POSITIVE_INFINITY : perKwh;
  }

  /** Hours it could wait before it needs full power. */
  private double laxity(int s, int t) {
    Session session = scenario.sessions().get(s);
    double kwhPerHour = session.charger().chargeEfficiency() * session.charger().charge().maxKw();
    double needed = Math.max(0, session.targetEnergyKwh() - energy[s]) / Math.max(1e-9, kwhPerHour);
    return scenario.horizon().hours(t, Math.max(t, session.departure())) - needed;
  }
}
