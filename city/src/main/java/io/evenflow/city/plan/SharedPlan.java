package io.evenflow.city.plan;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The search for a plan within what is shared: feeders do what they answered in a round but for a
 * few, what is missing is mended, and then what is left is offered to one feeder after the other
 * until the gap is closed, nothing is saved any more or the time is over.
 */
final class SharedPlan {
  /** How often feeders are asked to draw less where a limit is missed; each time twice as many. */
  private static final int MENDINGS = 6;

  /**
   * Proofs of days whose import is limited exactly are long, and nobody needs them, as the bound is
   * that of the rounds: a feeder is a small part of the whole, and what it leaves is offered again.
   */
  private static final double GAP = 1e-3;

  private static final double PLAN_SECONDS = 2;

  private static final double IMPROVEMENT_SECONDS = 0.4;

  /**
   * What a feeder of a hundred sessions takes on a machine that does nothing else. Where the last
   * round took more, larger feeders or other programs are why, and limits of time are as much
   * longer. Unit: s
   */
  private static final double USUAL_SECONDS = 0.05;

  private static final double MOST_TIMES = 20;

  /** Improvements end when so many in a row save less than this part of the gap asked. */
  private static final double SAVED_SHARE = 0.02;

  private static final int MOST_IDLE = 8;

  /** Choices that few feeders answer to, and how many in a row without a new answer end that. */
  private static final int MOST_EXPLORED = 12;

  private static final int IDLE_EXPLORED = 3;

  private final Ask ask;
  private final SharedAsk shared;
  private final SharedRounds rounds;
  private final PlanOrders orders;
  private final Solver solver;
  private final Judge judge;

  /** How stages of the plan are solved. */
  interface Solver {
    Stage solve(String name, Ask ask, List<Order> orders) throws IOException;
  }

  /** What all outcomes together are. */
  interface Judge {
    /** Of the whole. Unit: currency. */
    double cost(Outcomes outcomes);

    /** By how much shared limits are missed at most; 0 within the tolerance. Unit: kW. */
    double missedKw(Outcomes outcomes);
  }

  SharedPlan(
      Ask ask,
      SharedAsk shared,
      SharedRounds rounds,
      PlanOrders orders,
      Solver solver,
      Judge judge) {
    this.ask = ask;
    this.shared = shared;
    this.rounds = rounds;
    this.orders = orders;
    this.solver = solver;
    this.judge = judge;
  }

  /**
   * Finds a plan, which may miss limits.
   *
   * @param first outcomes at the feeders' own prices, which stay for those that take no part
   */
  Outcomes find(Outcomes first) throws IOException {
    Ask brief = brief(PLAN_SECONDS);
    Outcomes plan = first.copy();
    plan.add(solver.solve("plan of answers", ask, orders.whole()));
    Outcomes answers = plan.copy();
    plan.add(solver.solve("plan between answers", brief, orders.between()));
    plan.add(solver.solve("plan beyond limits", ask, orders.unlimited(plan.importKw())));
    if (isOpen(plan)) {
      plan = better(plan, answers, "plan of chosen answers", orders.areFew());
    }
    if (judge.missedKw(plan) > 0 && !orders.areFew() && !orders.areMany()) {
      plan = better(plan, answers, "plan of any answers", true);
    }
    return plan;
  }

  /**
   * Lets feeders and commuters answer to each other, where they are few: within what others leave
   * there is more than at prices, at which all want the same hours.
   *
   * @return whether there is anything new to choose from
   */
  boolean explore() throws IOException {
    TimeLeft time = new TimeLeft(shared.planSeconds());
    List<ColumnChoice.Choice> choices = new ArrayList<>();
    MutualAnswers mutual = rounds.mutual();
    int idle = 0;
    int passes = 0;
    while (passes < MOST_EXPLORED && idle < IDLE_EXPLORED && time.isEnoughForAnother()) {
      passes++;
      boolean isNew = mutual.ask(passes, solver, brief(PLAN_SECONDS), choices);
      idle = isNew ? 0 : idle + 1;
    }
    return passes > idle;
  }

  /** A plan of a choice that commuters are settled to. */
  Outcomes of(ColumnChoice.Choice choice, Outcomes first) throws IOException {
    Outcomes plan = first.copy();
    List<Order> again = orders.again(choice);
    add(plan, "plan of answers", again);
    List<Order> priced = orders.atPrices(again, plan.importKw());
    plan.add(solver.solve("plan of answers at prices", brief(PLAN_SECONDS), priced));
    plan.add(solver.solve("plan beyond limits", ask, orders.unlimited(plan.importKw())));
    return plan;
  }

  /** Mends what a plan misses and offers what it leaves. */
  void finish(Outcomes plan) throws IOException {
    Ask brief = brief(PLAN_SECONDS);
    int mostMended = Math.min(1 << MENDINGS, 2 * rounds.active().size());
    for (int count = 1; count <= mostMended && judge.missedKw(plan) > 0; count *= 2) {
      List<Order> mended = orders.mend(plan.importKw(), count);
      plan.addFound(solver.solve("mending by " + count, brief, mended));
    }
    for (int pass = 1; pass <= MENDINGS && judge.missedKw(plan) > 0; pass++) {
      List<Order> saving = orders.save(plan.importKw(), pass, MENDINGS);
      Outcomes current = plan;
      plan.addKinder(solver.solve("saving " + pass, brief, saving), () -> judge.missedKw(current));
    }
    improve(plan);
  }

  /** A plan, or one of chosen answers where that is better. */
  private Outcomes better(Outcomes plan, Outcomes answers, String name, boolean ofAll)
      throws IOException {
    List<Order> chosen = orders.chosen(ofAll);
    Outcomes other = answers.copy();
    add(other, name, chosen);
    return !chosen.isEmpty() && isBetter(other, plan) ? other : plan;
  }

  /** Adds answers, those within limits solved as briefly as they were. */
  private void add(Outcomes plan, String name, List<Order> again) throws IOException {
    List<Order> limited = again.stream().filter(order -> order.mostImportKw() != null).toList();
    List<Order> priced = again.stream().filter(order -> order.mostImportKw() == null).toList();
    plan.add(solver.solve(name, ask, priced));
    plan.add(solver.solve(name + " to others", brief(PLAN_SECONDS), limited));
  }

  private Ask brief(double seconds) {
    double times = Math.clamp(rounds.meanSeconds() / USUAL_SECONDS, 1, MOST_TIMES);
    return new Ask(Math.max(ask.gap(), GAP), Math.min(ask.feederSeconds(), times * seconds));
  }

  private boolean isBetter(Outcomes one, Outcomes other) {
    double missedKw = judge.missedKw(one);
    double otherKw = judge.missedKw(other);
    return missedKw < otherKw || (missedKw == otherKw && judge.cost(one) < judge.cost(other));
  }

  /** Whether a plan misses limits or is further from the best than asked. */
  private boolean isOpen(Outcomes outcomes) {
    return isOpen(judge.missedKw(outcomes), judge.cost(outcomes));
  }

  /** The same of what is known of a plan. */
  boolean isOpen(double missedKw, double cost) {
    return missedKw > 0 || cost - rounds.bound() > shared.gap() * rounds.scale();
  }

  private void improve(Outcomes plan) throws IOException {
    Ask quick = brief(IMPROVEMENT_SECONDS);
    TimeLeft time = new TimeLeft(shared.planSeconds());
    Set<Integer> tried = new HashSet<>();
    int idle = 0;
    for (int pass = 1; idle < MOST_IDLE && isOpen(plan) && time.isEnoughForAnother(); pass++) {
      List<Order> next = orders.improve(plan.importKw(), tried);
      if (next.isEmpty()) {
        return;
      }
      Stage stage = solver.solve("improvement " + pass, quick, next);
      double saved = plan.addCheaper(stage, () -> judge.missedKw(plan));
      if (saved > SAVED_SHARE * shared.gap() * rounds.scale()) {
        idle = 0;
        tried.clear();
      } else {
        idle++;
      }
    }
  }
}
