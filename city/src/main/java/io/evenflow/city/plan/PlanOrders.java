package io.evenflow.city.plan;

import io.evenflow.city.portfolio.PlacedFeeder;
import io.evenflow.city.portfolio.Portfolio;
import io.evenflow.city.portfolio.SharedBudget;
import io.evenflow.city.portfolio.SharedLimit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Orders of a plan, from what feeders answered. The cheapest mean of answers takes one answer of
 * most feeders, and those do that; only the few that it mixes, no more than limits bind, are asked
 * for something between, within what the others leave.
 */
final class PlanOrders {
  /** Up to here one answer of each can be chosen at once. */
  static final int FEW = 20;

  private static final int MANY = 500;

  /** Above what a kWh is worth to anybody, so that a choice keeps limits where one does. */
  static final double MISS_COST_PER_KWH = 20;

  /** By how much more a budget costs each time it is missed, twice as much each time. */
  private static final double PRICE_STEP = 0.1;

  private final Portfolio portfolio;
  private final SharedRounds rounds;
  private final int[] substationOf;

  /** By feeder; null for those that take no part or are mixed. */
  private final @Nullable FeederAnswer[] whole;

  /** Feeders that are mixed. */
  private final List<Integer> mixed = new ArrayList<>();

  /** By feeder imports in the mean, empty for those that take no part. */
  private final double[][] mean;

  PlanOrders(Portfolio portfolio, SharedRounds rounds) {
    this.portfolio = portfolio;
    this.rounds = rounds;
    substationOf = new SharedCouplings(portfolio).substationOf();
    whole = new @Nullable FeederAnswer[substationOf.length];
    mean = none();
    for (int i = 0; i < rounds.active().size(); i++) {
      int f = rounds.active().get(i);
      whole[f] = rounds.whole(i);
      mean[f] = rounds.mean(i);
      if (whole[f] == null) {
        mixed.add(f);
      }
    }
  }

  /** Whether so few take part that one answer of each is best chosen of all. */
  boolean areFew() {
    return rounds.active().size() <= FEW;
  }

  /** Whether so many take part that one answer of each cannot be chosen of all. */
  boolean areMany() {
    return rounds.active().size() > MANY;
  }

  /** Of those that do what they answered once. */
  List<Order> whole() {
    List<Order> orders = new ArrayList<>();
    for (int f : rounds.active()) {
      FeederAnswer answer = whole[f];
      if (answer != null) {
        orders.add(again(f, answer));
      }
    }
    return orders;
  }

  /** Of all others: what the mean would draw and a part of what is left, at prices. */
  List<Order> between() {
    return limited(mixed, allotment(mean, mixed));
  }

  /**
   * Of one answer for each feeder that the mean mixes, or for each of all, so that together they
   * cost least.
   */
  List<Order> chosen(boolean ofAll) {
    double[][] settled = none();
    for (int f : rounds.active()) {
      FeederAnswer answer = whole[f];
      if (answer != null && !ofAll) {
        settled[f] = answer.profile().amounts();
      }
    }
    List<List<FeederAnswer>> answers =
        IntStream.range(0, settled.length).mapToObj(rounds.answers()::of).toList();
    @Nullable FeederAnswer[] choice =
        new ColumnChoice(portfolio, MISS_COST_PER_KWH).choose(settled, answers);
    List<Order> orders = new ArrayList<>();
    for (int f : rounds.active()) {
      FeederAnswer answer = choice[f];
      if (answer != null) {
        orders.add(again(f, answer));
      }
    }
    return orders;
  }

  /**
   * Of those that do what they answered in a choice. With what else commuters draw the same prices
   * may bring another answer; then each keeps within what it drew and a part of what is left, where
   * prices would only hold it back.
   */
  List<Order> again(ColumnChoice.Choice choice) {
    double[][] expected = none();
    List<Order> orders = new ArrayList<>();
    for (int f : rounds.active()) {
      FeederAnswer answer = choice.feeders()[f];
      if (answer != null) {
        FeederAnswer moved = rounds.answers().moved(f, answer);
        expected[f] = moved.profile().amounts();
        orders.add(again(f, moved));
      }
    }
    return choice.parts().length == 0
        ? orders
        : within(rounds.active(), allotment(expected, rounds.active()));
  }

  /** Of those without a schedule within limits: the same at prices, which is faster. */
  List<Order> atPrices(List<Order> orders, double[][] settled) {
    List<Order> priced = new ArrayList<>();
    for (Order order : orders) {
      int f = order.feeder().index();
      if (settled[f].length == 0 && order.mostImportKw() != null) {
        double[] added = rounds.prices().addedPerMwh(f);
        priced.add(rounds.order(f, added, order.mostImportKw(), order.leastImportKw(), true));
      }
    }
    return priced;
  }

  /** Of those without a schedule at prices alone, which may miss what is shared. */
  List<Order> unlimited(double[][] settled) {
    return open(settled).stream()
        .map(f -> rounds.order(f, rounds.prices().addedPerMwh(f), null, null, true))
        .toList();
  }

  /**
   * Of feeders that can draw less where a limit is missed: the greater part of what is missed to
   * those that can do most about it.
   *
   * @param settled imports by feeder
   * @param count how many feeders of each limit at most
   */
  List<Order> mend(double[][] settled, int count) {
    SharedCouplings couplings = new SharedCouplings(portfolio);
    Imports imports = imports(settled);
    Set<Integer> takers = new TreeSet<>();
    for (SharedLimit limit : portfolio.limits()) {
      int[] members = couplings.members(limit);
      double[] roomKw = new double[settled.length];
      for (int f : rounds.active()) {
        if (settled[f].length > 0 && Arrays.binarySearch(members, substationOf[f]) >= 0) {
          roomKw[f] = roomKw(f, settled[f], limit, imports);
        }
      }
      rounds.active().stream()
          .filter(f -> roomKw[f] > 0)
          .sorted(Comparator.comparingDouble(f -> -roomKw[f]))
          .limit(count)
          .forEach(takers::add);
    }
    List<Integer> all = List.copyOf(takers);
    return limited(all, allotment(settled, all));
  }

  /**
   * Of feeders below a budget that is missed, at higher prices of budgets: a few at prices a little
   * higher first, in the end all at much higher ones.
   *
   * @param pass counted from 1
   * @param passes how many there are
   */
  List<Order> save(double[][] settled, int pass, int passes) {
    Imports imports = imports(settled);
    List<Integer> below = new ArrayList<>();
    for (SharedBudget budget : portfolio.budgets()) {
      if (imports.isMissed(budget)) {
        rounds.active().stream()
            .filter(f -> settled[f].length > 0 && !below.contains(f))
            .filter(f -> budget.substations().contains(placed(f).substation()))
            .forEach(below::add);
      }
    }
    int every = 1 << (passes - pass);
    List<Order> orders = new ArrayList<>();
    for (int i = pass % every; i < below.size(); i += every) {
      int f = below.get(i);
      double[] perMwh = rounds.prices().addedPerMwh(f);
      double[] more = rounds.prices().budgetsPerMwh(f);
      for (int t = 0; t < perMwh.length && more != null; t++) {
        perMwh[t] += (1 << pass) * PRICE_STEP * more[t];
      }
      Allotment allotment = allotment(settled, List.of(f));
      orders.add(rounds.order(f, perMwh, allotment.mostKw(f), allotment.leastKw(f), true));
    }
    return orders;
  }

  private Imports imports(double[][] settled) {
    Imports imports = new Imports(portfolio);
    for (int f = 0; f < settled.length; f++) {
      imports.add(substationOf[f], settled[f]);
    }
    return imports;
  }

  /** By how much a feeder drew less, or more, in some answer where a limit is missed. Unit: kW. */
  private double roomKw(int feeder, double[] importKw, SharedLimit limit, Imports imports) {
    double room = 0;
    for (int t = 0; t < importKw.length; t++) {
      double kw = imports.kw(limit, t);
      if (kw > limit.mostKw(t)) {
        room += Math.max(0, importKw[t] - rounds.answers().least()[feeder][t]);
      } else if (kw < limit.leastKw(t)) {
        room += Math.max(0, rounds.answers().most()[feeder][t] - importKw[t]);
      }
    }
    return room;
  }

  /**
   * Of one feeder below each substation: what it draws now and all that is left there, as parts of
   * that would be smaller than the least power of a vehicle. Within that nothing but its own cost
   * and what budgets ask counts: prices of limits would hold it back.
   *
   * @param settled imports by feeder
   * @param tried feeders that are not asked; those asked now are added
   */
  List<Order> improve(double[][] settled, Set<Integer> tried) {
    Imports imports = imports(settled);
    double[] worth = new double[settled.length];
    for (int f : rounds.active()) {
      boolean mayTake = settled[f].length > 0 && !tried.contains(f);
      worth[f] = mayTake ? worth(f, settled[f], imports) : 0;
    }
    List<Integer> takers = new ArrayList<>();
    for (int s = 0; s < portfolio.substations().size(); s++) {
      int substation = s;
      rounds.active().stream()
          .filter(f -> substationOf[f] == substation && worth[f] > 0)
          .max(Comparator.comparingDouble(f -> worth[f]))
          .ifPresent(takers::add);
    }
    tried.addAll(takers);
    return within(takers, allotment(settled, takers));
  }

  /** At nothing but what budgets ask. */
  private List<Order> within(List<Integer> feeders, Allotment allotment) {
    return feeders.stream()
        .map(
            f ->
                rounds.order(
                    f,
                    rounds.prices().budgetsPerMwh(f),
                    allotment.mostKw(f),
                    allotment.leastKw(f),
                    true))
        .toList();
  }

  /**
   * What a feeder could draw more of what is left, or less, at the prices of that. Unit: currency.
   */
  private double worth(int feeder, double[] importKw, Imports imports) {
    double[] perMwh = rounds.prices().addedPerMwh(feeder);
    double sum = 0;
    for (int t = 0; t < perMwh.length; t++) {
      double left = perMwh[t] == 0 ? 0 : imports.leftKw(substationOf[feeder], t, perMwh[t] > 0);
      double wanted =
          perMwh[t] > 0
              ? rounds.answers().most()[feeder][t] - importKw[t]
              : importKw[t] - rounds.answers().least()[feeder][t];
      double kw = Math.clamp(wanted, 0, Math.max(0, left));
      sum += Math.abs(perMwh[t]) * portfolio.horizon().hours(t) * kw / 1000;
    }
    return sum;
  }

  private List<Integer> open(double[][] settled) {
    return rounds.active().stream().filter(f -> settled[f].length == 0).toList();
  }

  private Order again(int feeder, FeederAnswer answer) {
    return rounds.order(feeder, answer.addedPerMwh(), answer.mostKw(), answer.leastKw(), true);
  }

  /** At prices a feeder is solved as fast as in the rounds, and leaves what others value more. */
  private List<Order> limited(List<Integer> feeders, Allotment allotment) {
    return feeders.stream()
        .map(
            f ->
                rounds.order(
                    f,
                    rounds.prices().addedPerMwh(f),
                    allotment.mostKw(f),
                    allotment.leastKw(f),
                    true))
        .toList();
  }

  private PlacedFeeder placed(int feeder) {
    return portfolio.feeders().get(feeder);
  }

  private Allotment allotment(double[][] expected, List<Integer> takers) {
    return new Allotment(
        portfolio,
        expected,
        takers,
        rounds.answers().least(),
        rounds.answers().most(),
        substationOf);
  }

  private double[][] none() {
    double[][] none = new double[portfolio.feeders().size()][];
    Arrays.fill(none, new double[0]);
    return none;
  }
}
