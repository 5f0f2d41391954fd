package io.evenflow.city.plan;

import io.evenflow.city.portfolio.Portfolio;
import io.evenflow.coordination.Profile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Few feeders and commuters answer to each other: one answer of each is chosen, and each answers
 * once more within what the others leave. There is more to find than at prices, at which all want
 * the same hours.
 */
final class MutualAnswers {
  /**
   * By how much missing a limit is cheaper in the choices that others answer to, one after the
   * other: where too much is drawn each finds out what drawing less costs.
   */
  private static final double[] EXPLORED_COSTS = {3, 1, 10};

  private final Portfolio portfolio;
  private final SharedRounds rounds;
  private final FeederAnswers answers;
  private final CommuterColumns columns;
  private final CommuterSettlement settlement;
  private final int[] substationOf;

  /** What was asked so far: the same brings the same answer. */
  private final Set<List<Object>> asked = new HashSet<>();

  MutualAnswers(
      Portfolio portfolio,
      SharedRounds rounds,
      CommuterColumns columns,
      CommuterSettlement settlement) {
    this.portfolio = portfolio;
    this.rounds = rounds;
    this.columns = columns;
    this.settlement = settlement;
    answers = rounds.answers();
    substationOf = new SharedCouplings(portfolio).substationOf();
  }

  /**
   * Asks all once more, beside another choice than before.
   *
   * @param pass counted from 1
   * @param before choices so far; the one of now is added
   * @return whether anybody answered anything new
   */
  boolean ask(int pass, SharedPlan.Solver solver, Ask brief, List<ColumnChoice.Choice> before)
      throws IOException {
    double missCost = PlanOrders.MISS_COST_PER_KWH / EXPLORED_COSTS[pass % EXPLORED_COSTS.length];
    ColumnChoice.Choice choice = choice(before, missCost);
    if (choice == null) {
      return false;
    }
    before.add(choice);
    settlement.settle(choice.parts());
    double[][] importKw = new double[portfolio.feeders().size()][0];
    Imports imports = new Imports(portfolio);
    for (int f : answers.active()) {
      FeederAnswer own = choice.feeders()[f];
      if (own != null) {
        importKw[f] = answers.moved(f, own).profile().amounts();
        imports.add(substationOf[f], importKw[f]);
      }
    }
    int known = count();
    List<Order> orders = within(importKw);
    orders.addAll(shares());
    Iterator<Order> next = orders.iterator();
    solver
        .solve("answers to others " + pass, brief, orders)
        .forEach(outcome -> learn(outcome, next.next()));
    settlement.answerWithin(imports, PlanOrders.MISS_COST_PER_KWH);
    return count() > known;
  }

  /** Of each feeder, within what the others leave. */
  private List<Order> within(double[][] importKw) {
    List<Order> orders = new ArrayList<>();
    for (int f : answers.active()) {
      addLimited(orders, importKw, List.of(f));
    }
    return orders;
  }

  /** Of all feeders, within what the cheapest mean of answers beside commuters has of each. */
  private List<Order> shares() {
    List<List<FeederAnswer>> now = new ArrayList<>();
    for (int f = 0; f < portfolio.feeders().size(); f++) {
      now.add(answers.of(f));
    }
    List<Order> orders = new ArrayList<>();
    double[][] mean = new ColumnChoice(portfolio, PlanOrders.MISS_COST_PER_KWH).mean(now);
    if (mean.length > 0) {
      addLimited(orders, mean, answers.active());
    }
    return orders;
  }

  private void addLimited(List<Order> orders, double[][] expected, List<Integer> takers) {
    Allotment left =
        new Allotment(portfolio, expected, takers, answers.least(), answers.most(), substationOf);
    for (int f : takers) {
      double[] budgets = rounds.prices().budgetsPerMwh(f);
      Order order = rounds.order(f, budgets, left.mostKw(f), left.leastKw(f), false);
      if (asked.add(key(order))) {
        orders.add(order);
      }
    }
  }

  /** What makes an order another one, but for the budgets' prices, which stay. */
  private static List<Object> key(Order order) {
    List<Object> key = new ArrayList<>();
    key.add(order.feeder().index());
    for (double[] kw : new double[][] {order.mostImportKw(), order.leastImportKw()}) {
      key.add(kw == null ? List.of() : Arrays.stream(kw).boxed().toList());
    }
    Visits visits = order.visits();
    for (double[] kw : visits == null ? new double[0][] : visits.kw()) {
      key.add(Arrays.stream(kw).boxed().toList());
    }
    return key;
  }

  private void learn(FeederOutcome outcome, Order order) {
    if (outcome.hasSchedule()) {
      double cost = outcome.objective() - columns.addedPayment(outcome.index());
      answers.addOfNow(
          outcome.index(),
          new FeederAnswer(
              new Profile(outcome.importKw(), cost),
              order.addedPerMwh(),
              order.mostImportKw(),
              order.leastImportKw()));
    }
  }

  /** One answer of each that together cost least, or nearly so; null where none was found. */
  ColumnChoice.@Nullable Choice choice(List<ColumnChoice.Choice> before) {
    return choice(before, PlanOrders.MISS_COST_PER_KWH);
  }

  private ColumnChoice.@Nullable Choice choice(
      List<ColumnChoice.Choice> before, double missCostPerKwh) {
    return new ColumnChoice(portfolio, missCostPerKwh, columns.profiles())
        .chooseAll(answers.ofRounds(), before);
  }

  private int count() {
    return answers.count() + columns.profiles().stream().mapToInt(List::size).sum();
  }
}
