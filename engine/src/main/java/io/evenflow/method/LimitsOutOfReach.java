package io.evenflow.method;

import io.evenflow.check.BindingLimit;
import io.evenflow.check.BindingLimits;
import io.evenflow.coordination.Coupling;
import io.evenflow.coordination.Resource;
import io.evenflow.formulation.PerUnit;
import io.evenflow.network.LimitReach;
import io.evenflow.scenario.Dispatch;
import io.evenflow.scenario.GridState;
import io.evenflow.scenario.Scenario;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Names the limits that no schedule can keep, each for itself: in which period, at which bus or
 * branch, and how near to the limit anybody can come. All other limits are left out of the grid, so
 * what is said is true whatever vehicles, generators and taps do.
 */
final class LimitsOutOfReach {
  /** Below it a limit counts as kept. Unit: kW */
  private static final double KEPT_KW = 1e-3;

  private final Scenario scenario;
  private final DayProblem day;
  private final PerUnit grid;

  private LimitsOutOfReach(Scenario scenario) {
    this.scenario = scenario;
    day = DayProblem.of(scenario);
    grid = new PerUnit(scenario.feeder());
  }

  /**
   * A sentence for each limit.
   *
   * @param dispatch a schedule that misses limits: those are looked at
   * @param grid what the check found of it
   */
  static List<String> of(Scenario scenario, Dispatch dispatch, GridState grid) {
    LimitsOutOfReach reach = new LimitsOutOfReach(scenario);
    List<String> sentences = new ArrayList<>();
    for (BindingLimit limit : BindingLimits.of(scenario, dispatch, grid)) {
      double missedKw = reach.missedKw(limit);
      if (missedKw > KEPT_KW) {
        sentences.add(reach.sentence(limit, missedKw));
      }
    }
    return sentences;
  }

  /** By how much a limit is missed at least, in the kW of {@code Elasticity}. */
  private double missedKw(BindingLimit limit) {
    Scenario only = OnlyLimit.of(scenario, limit);
    Coupling alone = DayProblem.of(only).problem().couplings().get(limit.period());
    alone.missCost(scenario.horizon().stepHours());
    double[] least = new double[alone.rows().length];
    double[] most = new double[least.length];
    bound(limit.period(), least, most);
    return LimitReach.leastCost(alone, least, most) / scenario.horizon().stepHours();
  }

  /** All that resources can do together in a period. */
  private void bound(int period, double[] least, double[] most) {
    int[] rows = day.problem().couplings().get(period).rows();
    for (Resource resource : day.problem().resources()) {
      int[] own = resource.rows();
      for (int i = 0; i < own.length; i++) {
        int place = Arrays.binarySearch(rows, own[i]);
        if (place >= 0) {
          least[place] += resource.least(i);
          most[place] += resource.most(i);
        }
      }
    }
  }

  private String sentence(BindingLimit limit, double missedKw) {
    String when =
        "period %d (%s)".formatted(limit.period(), scenario.horizon().startOf(limit.period()));
    double power = missedKw / 1000;
    return switch (limit.kind()) {
      case LOW_VOLTAGE ->
          say(
              "bus %s, %s: the voltage is %.4f p.u. at most whatever is done, its minimum is %s p.u.",
              limit.place(),
              when,
              Math.sqrt(square(limit.limit()) - voltageSquared(limit, missedKw)),
              limit.limit());
      case HIGH_VOLTAGE ->
          say(
              "bus %s, %s: the voltage is %.4f p.u. at least whatever is done, its maximum is %s"
                  + " p.u.",
              limit.place(),
              when,
              Math.sqrt(square(limit.limit()) + voltageSquared(limit, missedKw)),
              limit.limit());
      case BRANCH_RATING ->
          say(
              "branch %s, %s: it carries %.4f MVA at least whatever is done, its rating is %s MVA",
              limit.place(), when, limit.limit() + power, limit.limit());
      case LEAST_ACTIVE_POWER ->
          say(
              "substation at bus %s, %s: it gives %.4f MW at most whatever is done, its minimum is"
                  + " %s MW",
              limit.place(), when, limit.limit() - power, limit.limit());
      case GREATEST_ACTIVE_POWER ->
          say(
              "substation at bus %s, %s: it has to give %.4f MW at least whatever is done, its"
                  + " maximum is %s MW",
              limit.place(), when, limit.limit() + power, limit.limit());
    };
  }

  private static String say(String format, Object... arguments) {
    return String.format(Locale.ROOT, format, arguments);
  }

  private static double square(double pu) {
    return pu * pu;
  }

  private double voltageSquared(BindingLimit limit, double missedKw) {
    int bus = scenario.feeder().find(Integer.parseInt(limit.place())).orElseThrow();
    return grid.powerOfKw(missedKw) * grid.voltageSquaredPerPower[bus];
  }
}
