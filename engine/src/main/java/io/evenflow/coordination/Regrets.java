package io.evenflow.coordination;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * Chooses which resources to optimise together. A resource's regret is what its profile costs at
 * the last prices above the least it could: regrets add up to (nearly) all that separates a plan
 * from the bound. Half of a choice are those that regret most, half are others who may take over
 * what the first must give up. Draws are the caller's, by a seed.
 */
final class Regrets {
  /** One of this many that regret most is what related resources are related to. */
  private static final int PIVOTS = 32;

  private final Problem problem;
  private final Respondents respondents;
  private final double[] price;
  private final int[] firstPeriod;
  private final int[] lastPeriod;
  private List<Integer> order = List.of();
  private double[] regret = new double[0];

  Regrets(Problem problem, Respondents respondents, double[] price) {
    this.problem = problem;
    this.respondents = respondents;
    this.price = price;
    int count = problem.resources().size();
    firstPeriod = new int[count];
    lastPeriod = new int[count];
    for (int r = 0; r < count; r++) {
      int[] rows = problem.resources().get(r).rows();
      firstPeriod[r] = Arrays.stream(rows).map(row -> problem.rows().period()[row]).min().orElse(0);
      lastPeriod[r] = Arrays.stream(rows).map(row -> problem.rows().period()[row]).max().orElse(-1);
    }
  }

  /** Ranks resources by their regret in a plan. */
  void rank(Profile[] plan) {
    regret = new double[plan.length];
    List<Integer> ranked = new ArrayList<>();
    for (int r = 0; r < plan.length; r++) {
      int[] rows = problem.resources().get(r).rows();
      regret[r] = plan[r].cost(price, rows) - respondents.least(r);
      ranked.add(r);
    }
    double[] own = regret;
    ranked.sort(Comparator.comparingDouble((Integer r) -> -own[r]));
    order = ranked;
  }

  /** All resources, those that regret most first. */
  List<Integer> ranked() {
    return order;
  }

  /** Those that regret most; all others together regret no more than so much. Unit: currency. */
  List<Integer> allBut(double others) {
    double left = 0;
    int end = order.size();
    while (end > 0 && left + regret[order.get(end - 1)] <= others) {
      end--;
      left += regret[order.get(end)];
    }
    return order.subList(0, end);
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
    int pivot = order.get(random.nextInt(pivots));
    Set<Integer> chosen = new LinkedHashSet<>();
    for (int tries = 0; tries < 8 * size && chosen.size() < size; tries++) {
      int among = tries % 2 == 0 ? pivots : order.size();
      int r = order.get(random.nextInt(among));
      if (firstPeriod[r] <= lastPeriod[pivot] && firstPeriod[pivot] <= lastPeriod[r]) {
        chosen.add(r);
      }
    }
    List<Integer> shuffled = new ArrayList<>(chosen);
    Collections.shuffle(shuffled, random);
    return shuffled;
  }
}
