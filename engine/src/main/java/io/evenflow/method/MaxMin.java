package io.evenflow.method;

import io.evenflow.fleet.Session;
import io.evenflow.scenario.Dispatch;
import io.evenflow.scenario.Fairness;
import io.evenflow.scenario.Result;
import io.evenflow.scenario.Scenario;
import io.evenflow.scenario.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The certified method where energy is short and all shall have the same share of it: the greatest
 * share that all can have, then the least cost of schedules that give it to all, both proven.
 * {@code optimal} is said only where both are.
 *
 * <p>Sessions have shares. Vehicles with several stays and batteries have none: what they miss has
 * its price, as ever.
 */
public final class MaxMin implements Method {
  /** Part of the time for the cheapest schedule, which often leaves nobody short. */
  private static final double CHEAPEST_TIME = 0.3;

  /** Part of what is left of it for the share. */
  private static final double SHARE_TIME = 0.5;

  /** So many ids are named in a sentence. */
  private static final int NAMED = 5;

  private final Certified certified = new Certified();

  @Override
  public String name() {
    return certified.name();
  }

  @Override
  public Result coordinate(Scenario scenario, Settings settings, Watcher watcher) {
    Run run = new Run(settings, watcher);
    List<ShareClaim> claims =
        scenario.sessions().stream()
            .map(session -> ShareClaim.of(session, scenario.horizon()))
            .toList();
    Settings first = settings.withTimeLimitSeconds(CHEAPEST_TIME * settings.timeLimitSeconds());
    Result cheapest = certified.coordinate(scenario, first, watcher);
    Dispatch known = cheapest.status().hasSchedule() ? cheapest.dispatch() : null;
    run.book("cheapest");
    if (cheapest.status() == Status.INFEASIBLE) {
      return cheapest;
    }
    FairShare search = new FairShare(scenario, claims, run, SHARE_TIME * run.remainingSeconds());
    FairShare.Found found = search.find(known);
    run.book("share");
    if (found == null) {
      run.note(
          "the same share for all: no schedule was found that keeps all limits and leaves every"
              + " session what it arrived with; this is the cheapest found, whatever its shares");
      double[][] start = known == null ? null : DayProblem.of(scenario).amounts(known);
      return certified.coordinate(scenario, settings, run, start);
    }
    boolean isCheapest = 1 - found.share() <= FairShare.SAME && cheapest.status() == Status.OPTIMAL;
    Result result =
        isCheapest && found.isKnown()
            ? cheapest
            : certified.coordinate(
                found.day(), settings, run, DayProblem.of(found.day()).amounts(found.dispatch()));
    Dispatch dispatch = result.dispatch();
    return dispatch == null ? result : withShare(scenario, result, claims, found, dispatch);
  }

  private static Result withShare(
      Scenario scenario,
      Result result,
      List<ShareClaim> claims,
      FairShare.Found found,
      Dispatch dispatch) {
    Fairness fairness = fairness(scenario, claims, found.share(), found.bound(), dispatch);
    List<String> notes = new ArrayList<>(result.notes());
    notes.add(sentence(fairness));
    boolean isProven = found.bound() - found.share() <= FairShare.SAME;
    Status status =
        result.status() == Status.OPTIMAL && !isProven ? Status.FEASIBLE : result.status();
    return result.withFairness(status, fairness, notes);
  }

  /** A share and who has hardly more. */
  static Fairness fairness(
      Scenario scenario, List<ShareClaim> claims, double share, double bound, Dispatch dispatch) {
    List<String> poorest = new ArrayList<>();
    for (int s = 0; s < claims.size(); s++) {
      Session session = scenario.sessions().get(s);
      double[] energy = dispatch.energyKwh(s, session, scenario.horizon());
      double own = claims.get(s).shareOf(energy[energy.length - 1]);
      if (own < 1 && own <= bound + FairShare.SAME) {
        poorest.add(session.id());
      }
    }
    return new Fairness(share, bound, poorest);
  }

  private static String sentence(Fairness fairness) {
    if (fairness.share() >= 1) {
      return "every session has all that it wants and its stay allows";
    }
    List<String> ids = fairness.sessions();
    String named = String.join(", ", ids.subList(0, Math.min(NAMED, ids.size())));
    String more = ids.size() > NAMED ? " and " + (ids.size() - NAMED) + " more" : "";
    return String.format(
        Locale.ROOT,
        "every session has at least %.2f %% of what it wants and its stay allows; no schedule gives"
            + " more than %.2f %% to all; those that have no more: %s%s",
        100 * fairness.share(),
        100 * fairness.shareBound(),
        ids.isEmpty() ? "none" : named,
        more);
  }
}
