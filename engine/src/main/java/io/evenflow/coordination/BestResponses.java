package io.evenflow.coordination;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Betters a plan by one resource after the other answering exactly to what the couplings are
 * believed to cost on top of all others; and by taking some out and letting them answer anew in
 * another order. It starts from any plan, may return any that is no worse, and proves nothing.
 */
final class BestResponses {
  private static final int MOST_PASSES = 20;
  private static final int GROUP = 32;
  private static final int MOST_TRIES = 5;

  private final Problem problem;
  private final Respondents respondents;
  private final Couplings couplings;
  private final Cuts cuts;
  private final Node node;
  private final BelievedCosts believed;
  private final BooleanSupplier stop;
  private final ConvexCosts costs = new ConvexCosts();

  /**
   * @param cuts all cuts known so far; new ones are added
   * @param node whose cuts count
   */
  BestResponses(
      Problem problem,
      Respondents respondents,
      Couplings couplings,
      Cuts cuts,
      Node node,
      BooleanSupplier stop) {
    this.problem = problem;
    this.respondents = respondents;
    this.couplings = couplings;
    this.cuts = cuts;
    this.node = node;
    this.stop = stop;
    believed = new BelievedCosts(problem, cuts, node.regions());
  }

  /**
   * Lets resources answer in turn until none has a better answer and the couplings agree.
   *
   * @param order of the resources that may answer
   * @param worth an answer that saves less is not taken. Unit: currency
   * @return the plan, at its true cost
   */
  Plan descend(Plan from, List<Integer> order, double worth) {
    return descend(from, order, worth, MOST_PASSES);
  }

  /**
   * The same with no more than so many passes.
   *
   * @param passes every resource of the order answers at most so often
   */
  Plan descend(Plan from, List<Integer> order, double worth, int passes) {
    Plan plan = from.copy();
    Plan best = from;
    for (int pass = 0; pass < passes && !stop.getAsBoolean(); pass++) {
      believed.moveTo(plan.amounts());
      boolean moved = false;
      for (int r : order) {
        moved |= !stop.getAsBoolean() && answer(plan, r, worth);
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
   * Makes a plan of a mixture of profiles that resources may not be able to do: each in turn takes
   * back its part of the mixture and answers to what all others do, mixed or not. So the sums,
   * which are the best there are, change as little as can be.
   *
   * @param mixed by resource
   * @param order of the resources whose profiles are mixed
   * @param price by row, near which couplings' slopes are believed; null for anywhere
   * @param band how near
   * @return the plan, at its true cost
   */
  Plan rounded(Profile[] mixed, List<Integer> order, double @Nullable [] price, double band) {
    Plan plan = new Plan(problem, mixed);
    believed.moveTo(plan.amounts());
    ask(plan, 0);
    believed.moveTo(plan.amounts());
    for (int r : order) {
      believed.move(r, plan.profile(r), -1);
      setCosts(r, price, band);
      Profile next = respondents.respond(r, costs);
      believed.move(r, next, 1);
      plan.replace(r, next);
    }
    ask(plan, 0);
    return plan;
  }

  /**
   * Lets resources answer in groups, those that end first before others, and takes only answers
   * with which all limits hold: a plan that keeps them stays one, whenever it is stopped.
   *
   * @param from a plan that keeps all limits, costed where missing them does not pay
   */
  Plan fill(Plan from) {
    List<Integer> order = new ArrayList<>();
    for (int r = 0; r < from.profiles().length; r++) {
      order.add(r);
    }
    order.sort(Comparator.comparingInt(this::lastPeriod));
    Plan plan = from;
    for (int first = 0; first < order.size(); first += GROUP) {
      plan = fill(plan, order.subList(first, Math.min(order.size(), first + GROUP)));
    }
    return plan;
  }

  private int lastPeriod(int r) {
    int[] rows = problem.resources().get(r).rows();
    return rows.length == 0 ? -1 : problem.rows().period()[rows[rows.length - 1]];
  }

  /** A group whose answers do not settle within the limits is split. */
  private Plan fill(Plan plan, List<Integer> group) {
    if (stop.getAsBoolean()) {
      return plan;
    }
    Plan trial = plan.copy();
    for (int tries = 0; tries < MOST_TRIES; tries++) {
      believed.moveTo(trial.amounts());
      for (int r : group) {
        answer(trial, r, 0);
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

  /** Replaces a resource's profile if another one saves; whether one does. */
  private boolean answer(Plan plan, int r, double worth) {
    Profile old = plan.profile(r);
    believed.move(r, old, -1);
    setCosts(r, null, 0);
    double now = costs.of(old);
    if (now - respondents.leastAt(r, costs) <= worth) {
      believed.move(r, old, 1);
      return false;
    }
    Profile next = respondents.respond(r, costs);
    if (now - costs.of(next) > worth) {
      believed.move(r, next, 1);
      plan.replace(r, next);
      return true;
    }
    believed.move(r, old, 1);
    return false;
  }

  /** Best profile of a resource that is not part of the believed amounts; sets its costs. */
  private Profile response(int r) {
    setCosts(r, null, 0);
    return respondents.respond(r, costs);
  }

  private void setCosts(int r, double @Nullable [] price, double band) {
    Resource resource = problem.resources().get(r);
    int[] rows = resource.rows();
    costs.clear();
    for (int i = 0; i < rows.length; i++) {
      believed.addTo(costs, rows[i], resource.least(i), resource.most(i));
      if (price != null) {
        costs.clip(price[rows[i]] - band, price[rows[i]] + band);
      }
    }
  }

  /** Costs a plan truly; whether cuts learnt from that rise above what was believed somewhere. */
  private boolean ask(Plan plan, double worth) {
    boolean learnt = false;
    Answer[] answers = couplings.ask(plan, node.regions());
    for (int c = 0; c < answers.length; c++) {
      double[] amounts = Problem.gather(problem.couplings().get(c), plan.amounts());
      if (answers[c].cut().at(amounts) - believed.cost(c) > worth) {
        cuts.add(c, answers[c].cut(), plan.amounts());
        learnt = true;
      }
    }
    cuts.addKnown(problem.couplings());
    return learnt;
  }

  /**
   * Takes resources out and lets them answer anew, again and again.
   *
   * @param regrets by which resources are chosen
   * @param worth a plan that saves less is not taken. Unit: currency
   * @param target good enough: a whole plan that costs no more ends the search. Unit: currency
   * @param trials in a row without a better plan end it too
   * @param turn seed
   * @return the best plan, at its true cost
   */
  Plan search(Plan from, Regrets regrets, double worth, double target, int trials, int turn) {
    Random random = new Random(turn);
    Plan best = from;
    regrets.rank(best.profiles());
    believed.moveTo(best.amounts());
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
        regrets.rank(best.profiles());
        failures = 0;
      }
      believed.moveTo(best.amounts());
    }
    return best;
  }

  /** The plan with new answers of some resources, null where that does not seem to save. */
  private @Nullable Plan recreated(Plan plan, List<Integer> chosen, double worth) {
    double before = believed.total();
    for (int r : chosen) {
      before += plan.profile(r).ownCost();
      believed.move(r, plan.profile(r), -1);
    }
    Profile[] fresh = new Profile[chosen.size()];
    for (int i = 0; i < fresh.length; i++) {
      fresh[i] = response(chosen.get(i));
      believed.move(chosen.get(i), fresh[i], 1);
    }
    for (int i = 0; i < fresh.length; i++) {
      believed.move(chosen.get(i), fresh[i], -1);
      fresh[i] = response(chosen.get(i));
      believed.move(chosen.get(i), fresh[i], 1);
    }
    double after = believed.total();
    for (Profile profile : fresh) {
      after += profile.ownCost();
    }
    if (before - after > worth) {
      Plan next = plan.copy();
      for (int i = 0; i < fresh.length; i++) {
        next.replace(chosen.get(i), fresh[i]);
      }
      return next;
    }
    for (int i = 0; i < fresh.length; i++) {
      believed.move(chosen.get(i), fresh[i], -1);
      believed.move(chosen.get(i), plan.profile(chosen.get(i)), 1);
    }
    return null;
  }
}
