package io.evenflow.decomposition;

import io.evenflow.fleet.Session;
import io.evenflow.scenario.Scenario;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * Chooses which sessions to optimise together. A session's regret is what its schedule costs at the
 * last prices above the least it could: regrets add up to (nearly) all that separates a plan from
 * the bound. Half of a choice are those that regret most, half are others who may take over what
 * the first must give up. Draws are the caller's, by a seed.
 */
final class Regrets {
  /** One of this many that regret most is what related sessions are related to. */
  private static final int PIVOTS = 32;

  private final Scenario scenario;
  private final FleetSide fleet;
  private final double[][] price;
  private List<Integer> order = List.of();

  Regrets(Scenario scenario, FleetSide fleet, double[][] price) {
    this.scenario = scenario;
    this.fleet = fleet;
    this.price = price;
  }

  /** Ranks sessions by their regret in a plan. */
  void rank(Schedule[] plan) {
    double[] regret = new double[plan.length];
    List<Integer> ranked = new ArrayList<>();
    for (int s = 0; s < plan.length; s++) {
      int arrival = scenario.sessions().get(s).arrival();
      regret[s] = plan[s].cost(price[scenario.stationOf(s)], arrival) - fleet.value(s);
      ranked.add(s);
    }
    ranked.sort(Comparator.comparingDouble((Integer s) -> -regret[s]));
    order = ranked;
  }

  /** All sessions, those that regret most first. */
  List<Integer> ranked() {
    return order;
  }

  /** Some that regret most, and as many others. */
  List<Integer> choose(int size, Random random) {
    if (size >= order.size()) {
      return order;
    }
    List<Integer> chosen = new ArrayList<>(order.subList(0, size / 2));
    List<Integer> rest = new ArrayList<>(order.subList(size / 2, order.size()));
    Collections.shuffle(rest, random);
    chosen.addAll(rest.subList(0, size - chosen.size()));
    return chosen;
  }

  /** One of those that regret most, and others present at its time, in any order. */
  List<Integer> related(int size, Random random) {
    int pivots = Math.min(PIVOTS, order.size());
    Session pivot = scenario.sessions().get(order.get(random.nextInt(pivots)));
    Set<Integer> chosen = new LinkedHashSet<>();
    for (int tries = 0; tries < 8 * size && chosen.size() < size; tries++) {
      int among = tries % 2 == 0 ? pivots : order.size();
      int s = order.get(random.nextInt(among));
      Session session = scenario.sessions().get(s);
      if (session.arrival() < pivot.departure() && pivot.arrival() < session.departure()) {
        chosen.add(s);
      }
    }
    List<Integer> shuffled = new ArrayList<>(chosen);
    Collections.shuffle(shuffled, random);
    return shuffled;
  }
}
