package io.evenflow.coordination;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Price rounds where resources answer elsewhere, all at once and at a price: a stage of a cluster.
 * The same master and the same bound as {@link PriceRounds}, and nothing else.
 *
 * <p>Answers are dear, so prices are kept near those that proved most (Wentges' smoothing,
 * doi:10.1016/S0969-6016(97)00006-1): a mean of what two weightings of the couplings' cuts ask is
 * what their mean asks, so its bound is as true.
 */
public final class DistantRounds implements AutoCloseable {
  /** Greatest weight of the best prices so far; prices jump less where it is more. */
  private static final double MOST_KEPT = 0.75;

  private static final double KEPT_STEP = 0.25;

  /** Prices that prove this part of what was hoped for may be left faster. */
  private static final double GOOD_PART = 0.3;

  /** Bounds that rise by less than this part of what is worth a round stand still. */
  private static final double STANDSTILL_SHARE = 0.1;

  /**
   * Where less than this part of what is paid for missing limits is still open, more answers at
   * this cost of missing them would not keep them.
   */
  private static final double PAID_PART = 0.5;

  /**
   * So many in a row: answers are optimal but for a gap of their own, which ends what they prove.
   */
  private static final int MOST_STANDSTILL = 5;

  private final Problem problem;
  private final Couplings couplings;
  private final Cuts cuts;
  private final Master master;
  private final @Nullable Region[] nowhere;

  /** Prices to be answered next, and what couplings prove at them. */
  private double[] price;

  private double intercept;

  /** Those that proved most. */
  private double[] bestPrice;

  private double bestIntercept;
  private double bound = Double.NEGATIVE_INFINITY;

  /** Weight of the best prices in those asked. */
  private double kept = 2 * KEPT_STEP;

  /** What the last prices would prove if the master knew all. Unit: currency. */
  private double hoped = Double.POSITIVE_INFINITY;

  /** How many answers in a row proved hardly more. */
  private int standstill;

  private double worth;
  private @Nullable Prices last;

  /**
   * @param rows places, periods and own prices
   * @param rowsOf of each resource, ascending
   * @param couplings convex ones
   * @param missCost what missing a limit by one unit costs at first. Unit: currency per unit
   * @param mostMissCost above every marginal value of a unit
   */
  public DistantRounds(
      Rows rows,
      List<int[]> rowsOf,
      List<Coupling> couplings,
      double missCost,
      double mostMissCost) {
    List<Resource> resources = new ArrayList<>();
    rowsOf.forEach(own -> resources.add(new DistantResource("" + resources.size(), own)));
    problem = new Problem(rows, resources, couplings);
    this.couplings = new Couplings(problem, missCost, mostMissCost);
    cuts = new Cuts(problem);
    cuts.addKnown(couplings);
    master = new Master(problem, cuts, () -> false);
    nowhere = new @Nullable Region[couplings.size()];
    master.focus(nowhere, missCost);
    price = rows.price().clone();
    // Nothing is coupled at a price of nothing: the least every coupling costs is 0.
    bestPrice = price;
  }

  /** What resources shall answer next, by row. Unit: currency per unit. */
  public double[] price() {
    return price.clone();
  }

  /** Proven lower bound of all, −∞ before the first answers. Unit: currency. */
  public double bound() {
    return bound;
  }

  /**
   * Takes the answers to {@link #price()}.
   *
   * @param profiles of each resource
   * @param least of each resource its proven lower bound at these prices; −∞ for none
   */
  public void answered(Profile[] profiles, double[] least) {
    double proven = intercept;
    for (double value : least) {
      proven += value;
    }
    boolean good = proven - bound > GOOD_PART * (hoped - bound);
    standstill = proven - bound > STANDSTILL_SHARE * worth ? 0 : standstill + 1;
    kept = Math.clamp(kept + (good ? -KEPT_STEP : KEPT_STEP), 0, MOST_KEPT);
    if (proven > bound) {
      bound = proven;
      bestPrice = price;
      bestIntercept = intercept;
    }
    master.offer(profiles);
  }

  /**
   * Finds the next prices.
   *
   * @param least ends where more answers cannot raise the bound by more, or did not for a while.
   *     Unit: currency
   * @return whether there is more to ask for
   */
  public boolean next(double least) {
    worth = least;
    while (true) {
      Prices found = master.solve(Double.POSITIVE_INFINITY);
      if (found == null) {
        return false;
      }
      last = found;
      double open = found.objective() - bound;
      boolean closed = open <= worth || standstill >= MOST_STANDSTILL;
      double misses = missCost(found);
      if (misses > 0 && (closed || open <= PAID_PART * misses) && couplings.raiseMissCost()) {
        cuts.addKnown(problem.couplings());
        master.focus(nowhere, couplings.missCost());
        kept = 0;
        standstill = 0;
        continue;
      }
      mix(found);
      return !closed;
    }
  }

  /** What the mean of all answers pays for limits it misses. Unit: currency. */
  private double missCost(Prices found) {
    int[] all = IntStream.range(0, problem.couplings().size()).toArray();
    double missed = 0;
    for (Answer answer : couplings.ask(all, found.amounts(), nowhere)) {
      missed += answer.isWhole() ? 0 : answer.missed();
    }
    return missed * couplings.missCost();
  }

  private void mix(Prices found) {
    price = new double[found.pricePerUnit().length];
    for (int row = 0; row < price.length; row++) {
      price[row] = kept * bestPrice[row] + (1 - kept) * found.pricePerUnit()[row];
    }
    intercept = kept * bestIntercept + (1 - kept) * found.intercept();
    hoped = kept * bound + (1 - kept) * found.objective();
  }

  /** What a resource would do in the mean of its answers that costs least, by its rows. */
  public double[] mean(int resource) {
    return solved().mixed()[resource].amounts().clone();
  }

  /**
   * The one of its answers that this mean is made of, as it was given; null where it is made of
   * several. No more resources (or groups of them) have several than sums bind.
   */
  public @Nullable Profile whole(int resource) {
    Profile leading = solved().leading()[resource];
    return solved().mixed()[resource] == leading ? leading : null;
  }

  /** The one of its answers that has most weight in this mean, as it was given. */
  public Profile leading(int resource) {
    return solved().leading()[resource];
  }

  /**
   * What a coupling asks for the next unit of each of its rows: its part of {@link #masterPrice()}.
   * Unit: currency per unit
   */
  public double[] asked(int coupling) {
    return master.asked(coupling);
  }

  /** What that mean of all costs: an upper end of what prices can prove. Unit: currency. */
  public double meanCost() {
    return solved().objective();
  }

  /** The master's own prices, of the last solution. */
  public double[] masterPrice() {
    return solved().pricePerUnit().clone();
  }

  private Prices solved() {
    if (last == null) {
      throw new IllegalStateException("there was no round yet");
    }
    return last;
  }

  @Override
  public void close() {
    master.close();
  }
}
