package io.evenflow.replay;

import io.evenflow.live.LivePlan;
import io.evenflow.scenario.Dispatch;
import io.evenflow.scenario.Verification;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a policy made of a day.
 *
 * @param dispatch what vehicles did
 * @param check the AC power flow of it: cost, and each limit that was broken
 * @param promises and what became of them
 * @param seconds what each decision took, by period. Unit: s
 * @param plans what was intended at each decision, null where nothing was
 * @param refusals events the site refused
 */
public record Outcome(
    Dispatch dispatch,
    Verification check,
    PromiseBook promises,
    List<Double> seconds,
    List<@Nullable LivePlan> plans,
    List<String> refusals) {
  /** The time that a part of the decisions kept within. Unit: s. */
  double quantile(double share) {
    List<Double> sorted = seconds.stream().sorted().toList();
    return sorted.get((int) Math.min(sorted.size() - 1, Math.ceil(share * sorted.size()) - 1));
  }
}
