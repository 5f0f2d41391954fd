package io.evenflow.city.plan;

import io.evenflow.coordination.Profile;
import org.jspecify.annotations.Nullable;

/**
 * What a feeder answered in a round. The same order brings the same answer again, with its
 * schedule.
 *
 * @param profile its imports and what they cost at its own prices. Unit: kW
 * @param addedPerMwh the prices that were added, by period; null for none. Unit: currency per MWh
 */
record FeederAnswer(Profile profile, double @Nullable [] addedPerMwh) {}
