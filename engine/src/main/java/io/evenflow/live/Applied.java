package io.evenflow.live;

import org.jspecify.annotations.Nullable;

/**
 * What became of an event.
 *
 * @param state after it; as it was where it was refused
 * @param refusal why it was refused, one sentence; null where it was applied
 */
public record Applied(SiteState state, @Nullable String refusal) {
  public boolean isRefused() {
    return refusal != null;
  }
}
