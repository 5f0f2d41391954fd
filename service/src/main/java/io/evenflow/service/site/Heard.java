package io.evenflow.service.site;

import io.evenflow.live.Event;
import io.evenflow.live.SiteState;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Something that is said of a site, and what became of it; the site's lock guards it. */
final class Heard {
  private final Instant at;
  private final Function<SiteState, List<Event>> said;
  private final UnaryOperator<Newcomers> newcomers;
  private final double deadlineSeconds;
  private @Nullable ObjectNode plan;
  private @Nullable RuntimeException failure;

  /**
   * @param at the time on the site's clock
   * @param said events of that time, by the state then
   * @param newcomers what it makes of those who were expected
   * @param deadlineSeconds by when a plan must be there. Unit: s
   */
  Heard(
      Instant at,
      Function<SiteState, List<Event>> said,
      UnaryOperator<Newcomers> newcomers,
      double deadlineSeconds) {
    this.at = at;
    this.said = said;
    this.newcomers = newcomers;
    this.deadlineSeconds = deadlineSeconds;
  }

  Instant at() {
    return at;
  }

  Function<SiteState, List<Event>> said() {
    return said;
  }

  UnaryOperator<Newcomers> newcomers() {
    return newcomers;
  }

  double deadlineSeconds() {
    return deadlineSeconds;
  }

  void planned(ObjectNode body) {
    plan = body;
  }

  void failed(RuntimeException why) {
    failure = why;
  }

  boolean isDone() {
    return plan != null || failure != null;
  }

  /** The plan that followed, or why there is none. */
  ObjectNode plan() {
    if (failure != null) {
      throw failure;
    }
    if (plan == null) {
      throw new IllegalStateException("what was said of a site was not heard");
    }
    return plan;
  }
}
