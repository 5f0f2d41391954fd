package io.evenflow.replay;

import io.evenflow.live.SiteState;

/** Decides who draws what, with what is known at a moment. One replays one day. */
public interface Policy {
  /** Decides the period that begins. */
  Decision decide(SiteState state);
}
