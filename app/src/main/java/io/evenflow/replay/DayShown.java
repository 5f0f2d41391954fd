package io.evenflow.replay;

import io.evenflow.live.LivePlan;
import io.evenflow.scenario.Dispatch;
import io.evenflow.scenario.Scenario;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A day to look at hour by hour: what was planned at each decision against what came.
 *
 * @param date of the day
 * @param policy whose decisions they are
 * @param times when periods begin, as clocks show it
 * @param pricesPerMwh by period
 * @param doneKw net power of all vehicles and batteries by period
 * @param bestKw the same with perfect foresight
 * @param plansKw by decision, the same as it was intended then, for the periods from there on; null
 *     for those before
 */
public record DayShown(
    String date,
    String policy,
    List<String> times,
    double[] pricesPerMwh,
    double[] doneKw,
    double[] bestKw,
    List<List<@Nullable Double>> plansKw) {
  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");

  static DayShown of(ReplayDay day, String policy, Outcome outcome, @Nullable Dispatch best) {
    Scenario scenario = day.realised();
    List<String> times = new ArrayList<>();
    List<List<@Nullable Double>> plans = new ArrayList<>();
    for (int t = 0; t < scenario.periods(); t++) {
      times.add(scenario.horizon().startOf(t).format(CLOCK));
      plans.add(intended(outcome.plans().get(t), scenario.periods()));
    }
    double[] bestKw = best == null ? new double[scenario.periods()] : sums(best);
    return new DayShown(
        day.date().toString(),
        policy,
        times,
        scenario.prices().toArray(),
        sums(outcome.dispatch()),
        bestKw,
        plans);
  }

  private static double[] sums(Dispatch dispatch) {
    double[] sums = new double[dispatch.substationVoltagePu().length];
    for (int s = 0; s < dispatch.chargeKw().length; s++) {
      for (int t = 0; t < sums.length; t++) {
        sums[t] += dispatch.chargeKw()[s][t] - dispatch.dischargeKw()[s][t];
      }
    }
    Dispatch.Assets assets = dispatch.assets();
    add(sums, 1, assets.vehicleChargeKw());
    add(sums, -1, assets.vehicleDischargeKw());
    add(sums, 1, assets.batteryChargeKw());
    add(sums, -1, assets.batteryDischargeKw());
    return sums;
  }

  private static void add(double[] sums, double sign, double[][] kw) {
    for (double[] own : kw) {
      for (int t = 0; t < sums.length; t++) {
        sums[t] += sign * own[t];
      }
    }
  }

  private static List<@Nullable Double> intended(@Nullable LivePlan plan, int periods) {
    @Nullable Double[] kw = new Double[periods];
    if (plan != null) {
      for (int t = plan.firstPeriod(); t < periods; t++) {
        double sum = 0;
        for (String session : plan.netKw().keySet()) {
          sum += plan.kw(session, t);
        }
        kw[t] = sum;
      }
    }
    return Arrays.asList(kw);
  }
}
