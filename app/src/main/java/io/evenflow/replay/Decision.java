package io.evenflow.replay;

import io.evenflow.live.LivePlan;
import io.evenflow.live.Promise;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a policy decides at the start of a period.
 *
 * @param netKw by session, power until the next decision, negative where it feeds in; who is not
 *     named rests. Unit: kW at the meter
 * @param promises to those who have none yet
 * @param plan what it intends for later, null where it looks no further
 */
public record Decision(
    Map<String, Double> netKw, Map<String, Promise> promises, @Nullable LivePlan plan) {}
