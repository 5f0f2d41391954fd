package io.evenflow.decomposition;

import io.evenflow.scenario.Scenario;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/**
 * Chooses which sessions to optimise together. A session's regret is what its schedule costs at the
 * last prices above the least it could: regrets add up to (nearly) all that separates a plan from
 * the bound. Half of the choice are those that regret most, half are others, drawn with a seed, who
 * may take over what the first must give up.
 */
final class Regrets {
  private Regrets() {}

  static List<Integer> choose(
      Scenario scenario, FleetSide fleet, Schedule[] plan, double[][] price, int size, int turn) {
    double[] regret = new double[plan.length];
    List<Integer> order = new ArrayList<>();
    for (int s = 0; s < plan.length; s++) {
      int arrival = scenario.sessions().get(s).arrival();
      regret[s] = plan[s].cost(price[scenario.stationOf(s)], arrival) - fleet.value(s);
      order.add(s);
    }
    order.sort(Comparator.comparingDouble((Integer s) -> -regret[s]));
    if (size >= order.size()) {
      return order;
    }
    List<Integer> chosen = new ArrayList<>(order.subList(0, size / 2));
    List<Integer> rest = new ArrayList<>(order.subList(size / 2, order.size()));
    Collections.shuffle(rest, new Random(turn));
    chosen.addAll(rest.subList(0, size - chosen.size()));
    return chosen;
  }
}
