package io.evenflow.service.site;

import io.evenflow.live.LivePlan;
import io.evenflow.live.SiteState;

/** Hears the plans of all sites. */
@FunctionalInterface
public interface PlanListener {
  /**
   * A plan is on disk. The site waits for this to return, so it must neither wait nor say anything
   * of the site.
   *
   * @param site its name
   * @param state after the plan, with its promises
   */
  void planned(String site, SiteState state, LivePlan plan);
}
