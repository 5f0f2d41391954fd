package io.evenflow.city.plan;

import io.evenflow.coordination.Profile;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What a feeder answered in a round. The same order brings the same answer again, with its
 * schedule.
 *
 * @param profile its imports and what they cost at its own prices. Unit: kW
 * @param addedPerMwh the prices that were added, by period; null for none. Unit: currency per MWh
 * @param mostKw its import was limited to, by period; null for no limit. Unit: kW
 * @param leastKw likewise
 */
record FeederAnswer(
    Profile profile,
    double @Nullable [] addedPerMwh,
    double @Nullable [] mostKw,
    double @Nullable [] leastKw) {
  /** The same where imports are higher by so much. Unit: kW. */
  FeederAnswer movedBy(double[] kw) {
    return new FeederAnswer(
        new Profile(sum(profile.amounts(), kw), profile.ownCost()),
        addedPerMwh,
        mostKw == null ? null : sum(mostKw, kw),
        leastKw == null ? null : sum(leastKw, kw));
  }

  private static double[] sum(double[] one, double[] other) {
    double[] sum = one.clone();
    Arrays.setAll(sum, t -> one[t] + other[t]);
    return sum;
  }
}
