package io.evenflow.live;

import io.evenflow.scenario.Fairness;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * What to do from now on.
 *
 * @param firstPeriod the period that runs, in the site's day
 * @param netKw by session, vehicle of several stays and battery, what it draws in each period from
 *     there on, negative where it feeds in; who goes on as commanded in the period that runs has
 *     that there. Unit: kW
 * @param objective cost of what is left of the day, null where there is no schedule. Unit: currency
 * @param bound proven: no schedule costs less; null where nothing is, as where limits break
 * @param status what is known of it
 * @param acFeasible whether every limit holds by an AC power flow
 * @param promises what those can be promised who have been promised nothing yet
 * @param changes what differs from the last plan, with the reason of each
 * @param notes a sentence for each promise that cannot be kept, and for what else must be known
 * @param fairness the share that all have of what they want, where the planner shares and not all
 *     can have all; objective and bound then speak of plans that give it. Null otherwise
 * @param seconds what it took. Unit: s
 */
public record LivePlan(
    int firstPeriod,
    SortedMap<String, double[]> netKw,
    @Nullable Double objective,
    @Nullable Double bound,
    Status status,
    boolean acFeasible,
    Map<String, Promise> promises,
    List<Change> changes,
    List<String> notes,
    @Nullable Fairness fairness,
    double seconds) {
  /** What is known of a plan. */
  public enum Status {
    /** Bound and objective agree within the asked gap. */
    OPTIMAL,
    /** The best that was found in time, with its gap. */
    FEASIBLE,
    /** The last plan, or equal shares: nothing better was found in time. */
    FALLBACK,
    /** No plan keeps all limits, or none was found; this one misses them by little. */
    BEST_EFFORT;

    /** The word in messages. */
    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  public LivePlan {
    promises = Map.copyOf(promises);
    changes = List.copyOf(changes);
    notes = List.copyOf(notes);
  }

  /** What a session draws in a period of the site's day, 0 where the plan has nothing of it. */
  public double kw(String session, int period) {
    double[] own = netKw.get(session);
    int t = period - firstPeriod;
    return own == null || t < 0 || t >= own.length ? 0 : own[t];
  }

  /** The same for so many periods from one on. */
  double[] kw(String session, int period, int periods) {
    double[] own = netKw.get(session);
    double[] kw = new double[periods];
    for (int t = Math.max(0, firstPeriod - period); own != null && t < periods; t++) {
      int then = period + t - firstPeriod;
      kw[t] = then < own.length ? own[then] : 0;
    }
    return kw;
  }
}
