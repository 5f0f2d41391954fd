package io.evenflow.city.plan;

import io.evenflow.city.portfolio.FeederDay;
import io.evenflow.city.portfolio.Portfolio;
import io.evenflow.method.Certified;
import io.evenflow.method.Settings;
import io.evenflow.method.VisitedDay;
import io.evenflow.method.Watcher;
import io.evenflow.scenario.Result;
import io.evenflow.scenario.Scenario;
import org.jspecify.annotations.Nullable;

/**
 * A feeder's day as it was asked for, with all of its schedule: what outcomes keep of it is less.
 *
 * @param scenario with what commuters draw as loads, and prices and limits from above
 * @param settings it was solved with
 * @param cost at the feeder's own prices, NaN without a schedule. Unit: currency
 */
public record FeederPlan(Scenario scenario, Settings settings, Result result, double cost) {
  /**
   * Solves it again: the same schedule, but for what a clock ended.
   *
   * @throws io.evenflow.io.InputException where its scenario cannot be read any more
   */
  public static FeederPlan again(Portfolio portfolio, Asked asked) {
    Order order = asked.order();
    Scenario own = FeederDay.of(order.feeder(), portfolio.folder(), portfolio.horizon());
    Scenario day = FeederSolver.ordered(own, order);
    Settings settings = asked.ask().settings();
    VisitedDay solved = solve(day, order.visits(), settings);
    Visits visits = order.visits();
    Double total = solved.result().objective();
    double added = total == null ? 0 : FeederSolver.addedCost(order, day, solved.result());
    return new FeederPlan(
        visits == null ? day : visits.visitors().addedTo(day),
        settings,
        solved.result(),
        total == null ? Double.NaN : total - added + solved.visitorsCost());
  }

  /** By the certified method. */
  static VisitedDay solve(Scenario day, @Nullable Visits visits, Settings settings) {
    if (visits != null) {
      return new Certified().visited(day, visits.visitors(), settings, Watcher.NONE);
    }
    Result result = new Certified().coordinate(day, settings, Watcher.NONE);
    return new VisitedDay(result, 0, Double.NEGATIVE_INFINITY, null);
  }
}
