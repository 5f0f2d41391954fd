package io.evenflow.decomposition;

import io.evenflow.fleet.PowerRange;
import io.evenflow.fleet.Session;
import io.evenflow.oracle.StayCosts;
import io.evenflow.scenario.Scenario;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Betters a plan by one session after the other answering exactly, by dynamic programming, to what
 * the grid is believed to cost on top of all others; and by taking some sessions out and letting
 * them answer anew in another order. It starts from any plan, may return any that is no worse, and
 * proves nothing.
 */
final class BestResponses {
  private static final int MOST_PASSES = 20;
  private static final int GROUP = 32;
  private static final int MOST_TRIES = 5;

  private final Scenario scenario;
  private final FleetSide fleet;
  private final GridSide grid;
  private final List<Cut> cuts;
  private final BelievedCosts believed;
  private final BooleanSupplier stop;
  private final StayCosts costs = new StayCosts();

  /**
   * @param cuts all cuts known so far; new ones are added
   */
  BestResponses(
      Scenario scenario, FleetSide fleet, GridSide grid, List<Cut> cuts, BooleanSupplier stop) {
    this.scenario = scenario;
    this.fleet = fleet;
    this.grid = grid;
    this.cuts = cuts;
    this.stop = stop;
    believed = new BelievedCosts(scenario, cuts);
  }

  /**
   * Lets sessions answer in turn until none has a better answer and the grid agrees.
   *
   * @param order of the sessions that may answer
   * @param worth an answer that saves less is not taken. Unit: currency
   * @return the plan, costed on the true grid
   */
  Plan descend(Plan from, List<Integer> order, double worth) {
    Plan plan = from.copy();
    Plan best = from;
    for (int pass = 0; pass < MOST_PASSES && !stop.getAsBoolean(); pass++) {
      believed.moveTo(plan.stationKw);
      boolean moved = false;
      for (int s : order) {
        moved |= answer(plan, s, worth);
      }
      boolean learnt = ask(plan, worth);
      if (plan.objective() < best.objective()) {
        best = plan.copy();
      }
      if (!moved && !learnt) {
        break;
      }
    }
    return best;
  }

  /**
   * Lets sessions answer in groups, in the order of their departures, and takes only answers with
   * which all limits hold: a plan that keeps them stays one, whenever it is stopped.
   *
   * @param from a plan that keeps all limits, costed where missing them does not pay
   */
  Plan fill(Plan from) {
    List<Integer> order = new ArrayList<>();
    for (int s = 0; s < from.schedules.length; s++) {
      order.add(s);
    }
    order.sort(Comparator.comparingInt(s -> scenario.sessions().get(s).departure()));
    Plan plan = from;
    for (int first = 0; first < order.size(); first += GROUP) {
      plan = fill(plan, order.subList(first, Math.min(order.size(), first + GROUP)));
    }
    return plan;
  }

  /** A group whose answers do not settle within the limits is split. */
  private Plan fill(Plan plan, List<Integer> group) {
    if (stop.getAsBoolean()) {
      return plan;
    }
    Plan trial = plan.copy();
    for (int tries = 0; tries < MOST_TRIES; tries++) {
      believed.moveTo(trial.stationKw);
      for (int s : group) {
        answer(trial, s, 0);
      }
      ask(trial, 0);
      if (trial.isWhole()) {
        return trial;
      }
    }
    if (group.size() == 1) {
      return plan;
    }
    int half = group.size() / 2;
    return fill(fill(plan, group.subList(0, half)), group.subList(half, group.size()));
  }

  /** Replaces a session's schedule if another one saves; whether one does. */
  private boolean answer(Plan plan, int s, double worth) {
    Schedule old = plan.schedules[s];
    take(s, old, -1);
    Schedule next = response(s);
    double saved = cost(old) - cost(next);
    if (saved > worth) {
      take(s, next, 1);
      plan.replace(s, next);
      return true;
    }
    take(s, old, 1);
    return false;
  }

  /** Best schedule of a session that is not part of the believed powers; sets its costs. */
  private Schedule response(int s) {
    Session session = scenario.sessions().get(s);
    int station = scenario.stationOf(s);
    PowerRange discharge = session.charger().discharge();
    double least = discharge == null ? 0 : -discharge.maxKw();
    costs.clear();
    for (int k = 0; k < session.periods(); k++) {
      believed.addTo(
          costs, session.arrival() + k, station, least, session.charger().charge().maxKw());
    }
    return fleet.respond(s, costs);
  }

  /** Of a schedule at the last costs. */
  private double cost(Schedule schedule) {
    double sum = schedule.shortfallCost();
    for (int k = 0; k < schedule.chargeKw().length; k++) {
      sum += costs.at(k, schedule.netKw(k));
    }
    return sum;
  }

  private void take(int s, Schedule schedule, double factor) {
    int arrival = scenario.sessions().get(s).arrival();
    int station = scenario.stationOf(s);
    for (int k = 0; k < schedule.chargeKw().length; k++) {
      believed.move(arrival + k, station, factor * schedule.netKw(k));
    }
  }

  /** Costs a plan on the true grid; whether that is more than was believed somewhere. */
  private boolean ask(Plan plan, double worth) {
    boolean learnt = false;
    GridSide.Answer[] answers = plan.ask(grid);
    for (int t = 0; t < answers.length; t++) {
      if (answers[t].value() - believed.gridCost(t) > worth) {
        cuts.add(answers[t].cut());
        learnt = true;
      }
    }
    return learnt;
  }

  /**
   * Takes sessions out and lets them answer anew, again and again.
   *
   * @param regrets by which sessions are chosen
   * @param worth a plan that saves less is not taken. Unit: currency
   * @param target good enough: a whole plan that costs no more ends the search. Unit: currency
   * @param trials in a row without a better plan end it too
   * @param turn seed
   * @return the best plan, costed on the true grid
   */
  Plan search(Plan from, Regrets regrets, double worth, double target, int trials, int turn) {
    Random random = new Random(turn);
    Plan best = from;
    regrets.rank(best.schedules);
    believed.moveTo(best.stationKw);
    for (int failures = 0; failures < trials && !stop.getAsBoolean(); failures++) {
      if (best.objective() <= target && best.isWhole()) {
        break;
      }
      List<Integer> chosen = regrets.related(2 + random.nextInt(9), random);
      Plan plan = recreated(best, chosen, worth);
      if (plan == null) {
        continue;
      }
      ask(plan, worth);
      if (plan.objective() < best.objective() - worth) {
        best = plan;
        regrets.rank(best.schedules);
        failures = 0;
      }
      believed.moveTo(best.stationKw);
    }
    return best;
  }

  /** The plan with new answers of some sessions, null where that does not seem to save. */
  private @Nullable Plan recreated(Plan plan, List<Integer> chosen, double worth) {
    double before = believed.total();
    for (int s : chosen) {
      before += plan.schedules[s].shortfallCost();
      take(s, plan.schedules[s], -1);
    }
    Schedule[] fresh = new Schedule[chosen.size()];
    for (int i = 0; i < fresh.length; i++) {
      fresh[i] = response(chosen.get(i));
      take(chosen.get(i), fresh[i], 1);
    }
    for (int i = 0; i < fresh.length; i++) {
      take(chosen.get(i), fresh[i], -1);
      fresh[i] = response(chosen.get(i));
      take(chosen.get(i), fresh[i], 1);
    }
    double after = believed.total();
    for (Schedule schedule : fresh) {
      after += schedule.shortfallCost();
    }
    if (before - after > worth) {
      Plan next = plan.copy();
      for (int i = 0; i < fresh.length; i++) {
        next.replace(chosen.get(i), fresh[i]);
      }
      return next;
    }
    for (int i = 0; i < fresh.length; i++) {
      take(chosen.get(i), fresh[i], -1);
      take(chosen.get(i), plan.schedules[chosen.get(i)], 1);
    }
    return null;
  }
}
